"""Terms that translations have to use, and where they stand in a segment."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from qa.errors import QAError
from qa.language import language, primary
from qa.text.inflection import forms
from qa.text.lexicon import covered
from qa.text.words import Words

# A word of a term: what may stand in its place. A term is a run of them.
Pattern = tuple[frozenset[str], ...]

_SOURCE = {"source", "sourcestring", "source term", "source_term"}
_STATUS = {"status", "usage", "usage status", "term status"}
_AVOIDED = {"avoid", "deprecated", "forbidden", "obsolete", "superseded", "do not use"}
_TABLES = (".csv", ".tsv")
_TARGET = {"target", "targets", "targetstring", "target term", "target_term"}


class Term(Struct, frozen=True):
    """A term of the source language and its allowed translations, the preferred one first.

    ``avoided`` are translations that are not to be used; ``retired`` are those that are looked for
    without a source, too.
    """

    source: str
    targets: tuple[str, ...]
    avoided: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()

    @property
    def kept(self) -> bool:
        """Tell whether the term stays as it is in every translation."""
        return set(self.targets) == {self.source}


class _Columns(NamedTuple):
    """Where the columns of a table stand."""

    source: int
    target: int
    status: int | None = None


class _Row(NamedTuple):
    """What a row of a table says."""

    source: str
    target: str
    avoided: bool


class _Listed(NamedTuple):
    """The allowed translations of a term and the others, in order."""

    targets: dict[str, None]
    avoided: dict[str, None]


_FIRST_TWO = _Columns(0, 1)


class Terms:
    """Terms with the patterns that show them; the longest at a place counts."""

    def __init__(self, listed: Iterable[tuple[Pattern, Term]]) -> None:
        self._by_first: dict[str, list[tuple[Pattern, Term]]] = {}
        for pattern, term in listed:
            for key in pattern[0] if pattern else ():
                self._by_first.setdefault(key, []).append((pattern, term))
        for found in self._by_first.values():
            found.sort(key=lambda one: -len(one[0]))

    def found_in(self, keys: Sequence[str]) -> Iterator[Term]:
        """Yield the terms among the words of a segment from left to right, none within another."""
        return (term for term, _ in self.places(keys))

    def places(self, keys: Sequence[str]) -> Iterator[tuple[Term, range]]:
        """Yield the same terms with the words that they take up."""
        end = 0
        for start, key in enumerate(keys):
            candidates = self._by_first.get(key, ()) if start >= end else ()
            found = next((one for one in candidates if _stands_at(keys, start, one[0])), None)
            if found:
                end = start + len(found[0])
                yield found[1], range(start, end)


def of_sources(glossary: Iterable[Term], tag: str) -> Terms:
    """Return the terms as they stand in the sources, in any form."""
    return Terms((inflected(term.source, tag), term) for term in glossary)


def of_targets(glossary: Iterable[Term], tag: str) -> Terms:
    """Return the terms as their allowed translations show them, in any form."""
    return Terms((inflected(one, tag), term) for term in glossary for one in term.targets)


def is_table(path: Path) -> bool:
    """Tell whether a glossary is a table of terms."""
    return path.suffix.lower() in _TABLES


def without_tables(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the glossaries that are of suspect phrases."""
    return (path for path in paths if not is_table(path))


def read(path: Path) -> tuple[Term, ...]:
    """Read terms from a table: TSV, or CSV if the file is called so.

    The columns are named ``source`` and ``target``; without such a header they are the first two.
    Allowed translations stand in rows of their own, or in one divided by ``|``. Where a column
    ``status`` says "forbidden" or "deprecated", they are not allowed.

    Raises:
        QAError: the file cannot be read or a row has no source or no target.
    """
    delimiter = "," if path.suffix.lower() == ".csv" else "\t"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [*enumerate(csv.reader(file, delimiter=delimiter), 1)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise QAError(f"{path}: cannot be read: {error}", "a TSV or CSV of terms, UTF-8") from error
    columns = _columns(rows[0][1] if rows else [])
    found: dict[str, _Listed] = {}
    for line, row in rows[1 if columns else 0 :]:
        one = _row(row, columns or _FIRST_TWO)
        if any(one[:2]):
            source, targets = _divided(one, f"{path}:{line}")
            listed = found.setdefault(source, _Listed({}, {}))
            (listed.avoided if one.avoided else listed.targets).update(dict.fromkeys(targets))
    return tuple(Term(one, tuple(has.targets), tuple(has.avoided)) for one, has in found.items())


@cache
def exact(term: str, tag: str) -> Pattern:
    """Return a term as it is listed, letters in upper or lower case."""
    return tuple(frozenset({key}) for key in _words(term, tag).keys)


@cache
def inflected(term: str, tag: str) -> Pattern:
    """Return a term with every word in any form (``qa.text.inflection``)."""
    found = _words(term, tag)
    return tuple(
        frozenset({key}) | _forms(found.text(at), tag) for at, key in enumerate(found.keys)
    )


def occurrences(keys: Sequence[str], patterns: Sequence[Pattern]) -> list[range]:
    """Return the words where any of the patterns stands, the longest at each place, none twice."""
    ordered = sorted(patterns, key=len, reverse=True)
    found: list[range] = []
    for start in range(len(keys)):
        if not found or start >= found[-1].stop:
            sizes = (len(one) for one in ordered if _stands_at(keys, start, one))
            found.extend(range(start, start + size) for size in islice(sizes, 1))
    return found


@cache
def _forms(word: str, tag: str) -> frozenset[str]:
    """Return the forms of a word that may be a form itself, as the adjective of a term often is."""
    found = forms(word, tag)
    if len(found) > 1 or not covered(primary(tag)):
        return found
    from simplemma import lemmatize

    forms_of_lemma = forms(lemmatize(word, lang=primary(tag)), tag)
    return found | forms_of_lemma if word.lower() in forms_of_lemma else found


def _words(term: str, tag: str) -> Words:
    return Words(term, elision=language(tag).elision)


def _stands_at(keys: Sequence[str], start: int, pattern: Pattern) -> bool:
    there = keys[start : start + len(pattern)]
    return 0 < len(there) == len(pattern) and all(
        key in allowed for key, allowed in zip(there, pattern, strict=True)
    )


def _columns(header: list[str]) -> _Columns | None:
    """Return the columns of a table, None if the first row has terms already."""
    names = [name.strip().lower() for name in header]
    source, target, status = (
        next((at for at, name in enumerate(names) if name in known), None)
        for known in (_SOURCE, _TARGET, _STATUS)
    )
    return None if source is None or target is None else _Columns(source, target, status)


def _row(row: list[str], columns: _Columns) -> _Row:
    cells = {at: cell.strip() for at, cell in enumerate(row)}
    source, target = cells.get(columns.source, ""), cells.get(columns.target, "")
    status = "" if columns.status is None else cells.get(columns.status, "")
    return _Row(source, target, status.lower() in _AVOIDED)


def _divided(row: _Row, where: str) -> tuple[str, list[str]]:
    targets = [one.strip() for one in row.target.split("|") if one.strip()]
    if not row.source or not targets:
        raise QAError(f"{where}: a term without its translation", "source and target in each row")
    return row.source, targets
