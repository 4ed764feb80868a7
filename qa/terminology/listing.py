"""Concepts and suspect phrases of a glossary as tables, cards and counts."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from qa.errors import QAError
from qa.glossary.termbase import Entry
from qa.language import primary
from qa.terminology.loading import Contents
from qa.terminology.model import Concept, Term
from qa.text.columns import clipped, flat, width

SUSPECT, DRAFT = "suspect", "draft"
# Latin letters take a cell each; combining marks are the first that do not.
_FIRST_OF_OTHER_WIDTH = "\u0300"
_ID_AT_MOST, _TERM_AT_MOST = 32, 44


class Row(Struct, frozen=True):
    """A term, or a suspect phrase, in a list."""

    id: str
    language: str
    status: str
    term: str
    domain: str


_HEADING = Row("id", "language", "status", "term", "domain")


class Filter(Struct, frozen=True):
    """Which rows to list; None lists all. ``de`` finds ``de-AT`` too, ``de-AT`` itself only."""

    language: str | None = None
    status: str | None = None
    domain: str | None = None

    def passes(self, row: Row) -> bool:
        """Tell whether a row is to be listed."""
        return (
            (self.language is None or self.language in (row.language, primary(row.language)))
            and self.status in (None, row.status)
            and self.domain in (None, row.domain)
        )


class Counts(Struct, frozen=True):
    """How much of what there is in a glossary."""

    name: str
    concepts: int
    suspect_phrases: int
    terms: int
    languages: dict[str, int]
    statuses: dict[str, int]
    domains: dict[str, int]
    without_definition: int
    drafts: int


def rows(contents: Contents) -> Iterator[Row]:
    """Yield the terms of a glossary, then its suspect phrases, in the order of the file."""
    for concept in contents.concepts:
        for tag, terms in concept.terms.items():
            for term in terms:
                status = DRAFT if concept.draft else term.status.value
                yield Row(concept.id, tag, status, term.text, concept.domain)
    spoken = contents.glossary.language if contents.glossary else ""
    for entry in contents.entries:
        yield Row(entry.id, spoken, SUSPECT, "; ".join(entry.match), "")


def listed(found: Iterable[Row], form: str) -> str:
    """Return rows as ``terminal``, ``json`` or ``tsv``.

    Raises:
        QAError: there is no such form.
    """
    if form == "json":
        return _json(tuple(found))
    if form == "tsv":
        return "".join(_separated(_values(row)) for row in (_HEADING, *found))
    if form != "terminal":
        raise QAError(f"there is no format '{form}'", "there are terminal, json and tsv")
    return _aligned(list(found))


def shown(one: Concept | Entry, form: str) -> str:
    """Return a concept or a suspect phrase in full, as ``terminal`` or ``json``.

    Raises:
        QAError: there is no such form.
    """
    if form == "json":
        return _json(one)
    if form != "terminal":
        raise QAError(f"there is no format '{form}'", "there are terminal and json")
    lines = _concept(one) if isinstance(one, Concept) else _entry(one)
    return "".join(f"{flat(line).rstrip()}\n" for line in lines)


def counts(contents: Contents) -> Counts:
    """Count what a glossary holds."""
    concepts = contents.concepts
    terms = [(tag, term) for one in concepts for tag, known in one.terms.items() for term in known]
    return Counts(
        contents.termbase.name,
        len(concepts),
        len(contents.entries),
        len(terms),
        _counted(tag for tag, _ in terms),
        _counted(term.status.value for _, term in terms),
        _counted(one.domain for one in concepts if one.domain),
        sum(not one.definition for one in concepts),
        sum(one.draft for one in concepts),
    )


def counted(counts: Counts, form: str) -> str:
    """Return the counts as ``terminal`` or ``json``.

    Raises:
        QAError: there is no such form.
    """
    if form == "json":
        return _json(counts)
    if form != "terminal":
        raise QAError(f"there is no format '{form}'", "there are terminal and json")
    return "".join(f"{line}\n" for line in _counts(counts))


def _counts(counts: Counts) -> Iterator[str]:
    yield f"{counts.name}: {counts.concepts} concepts, {counts.terms} terms"
    yield f"{'suspect phrases':24}{counts.suspect_phrases:>9}"
    yield f"{'without definition':24}{counts.without_definition:>9}"
    yield f"{'drafts':24}{counts.drafts:>9}"
    for title, group in (
        ("language", counts.languages),
        ("status", counts.statuses),
        ("domain", counts.domains),
    ):
        yield from (
            f"{title} {clipped(flat(name), 40):{23 - len(title)}}{count:>9}"
            for name, count in group.items()
        )


def _counted(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda one: (-one[1], one[0])))


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def _values(row: Row) -> tuple[str, ...]:
    return (row.id, row.language, row.status, row.term, row.domain)


def _separated(values: tuple[str, ...]) -> str:
    return "\t".join(values if "".join(values).isprintable() else map(flat, values)) + "\n"


def _aligned(found: list[Row]) -> str:
    ids = min(max((width(row.id) for row in found), default=2), _ID_AT_MOST)
    return "".join(_line(_values(row), ids) for row in (_HEADING, *found))


def _line(values: tuple[str, ...], ids: int) -> str:
    name, tag, status, term, domain = values
    cells = f"{_cell(name, ids)}  {tag:8}  {status:10}  {_cell(term, _TERM_AT_MOST)}  {domain}"
    return f"{cells.rstrip()}\n" if cells.isprintable() else f"{flat(cells).rstrip()}\n"


def _cell(text: str, cells: int) -> str:
    if len(text) <= cells and (text.isascii() or max(text) < _FIRST_OF_OTHER_WIDTH):
        return text.ljust(cells)
    shown = clipped(flat(text), cells)
    return shown + " " * (cells - width(shown))


def _concept(one: Concept) -> Iterator[str]:
    said = ", ".join(filter(None, (one.domain, "a draft" * one.draft)))
    yield one.id + (f" ({said})" if said else "")
    yield from (f"  {text}" for text in (one.definition, one.note) if text)
    yield from (f"  e.g. {text}" for text in one.examples)
    for tag, terms in one.terms.items():
        yield f"  {tag}"
        for term in terms:
            yield from _term(term)


def _term(term: Term) -> Iterator[str]:
    flags = ("case sensitive" * term.case_sensitive, "not translated" * term.do_not_translate)
    said = [term.status.value, term.part_of_speech or "", *flags]
    yield f"    {term.text} ({', '.join(one for one in said if one)})"
    yield from (f"      {text}" for text in (term.note, term.example) if text)


def _entry(one: Entry) -> Iterator[str]:
    yield f"{one.id} (suspect phrase, {one.confidence})"
    yield from (f"  {pattern}" for pattern in one.match)
    yield f"  from {one.origin}: {one.why}"
    yield from (f"  say: {text}" for text in one.suggest)
    yield from (f"  flagged: {text}" for text in one.flagged)
    yield from (f"  clean: {text}" for text in one.clean)
