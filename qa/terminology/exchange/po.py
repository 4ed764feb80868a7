"""PO terminology, as Weblate and Pootle keep it: a pair of languages, an entry a pair of terms.

The definition is the extracted comment; what PO has no place for stands in the translator's
comment as labelled lines.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import PurePath
from typing import TYPE_CHECKING

from qa.errors import QAError
from qa.formats import decoding
from qa.glossary.termbase import Scope
from qa.regex import lazy
from qa.terminology.exchange.columns import Column
from qa.terminology.exchange.labels import Label, labelled, split
from qa.terminology.exchange.languages import given
from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.portable import portable
from qa.terminology.exchange.rows import Row, imported
from qa.terminology.exchange.tables import conventional
from qa.terminology.model import Concept, Imported, Lost, Term, Termbase

if TYPE_CHECKING:
    from polib import POEntry, POFile

SUFFIXES = (".po", ".pot")

_GENERATOR = "qa glossary export"
_PAIR = 2
_HEAD = 4096  # bytes in which the header stands
_CHARSET = re.compile(rb"charset=(?P<charset>[A-Za-z0-9_-]+)")
_LINE = lazy(r"\(?line (?P<line>\d+)\)?:? *(?P<what>.*)")
_LABELS = frozenset(
    (
        "concept",
        "domain",
        "example",
        "status",
        "part-of-speech",
        "case-sensitive",
        "do-not-translate",
        "term-note",
        "term-example",
    )
)


def read(content: bytes, path: str, layout: Layout = Layout()) -> Imported:  # noqa: B008 - frozen
    """Return the termbase in a PO file.

    Raises:
        QAError: it is no PO file, or nothing says its languages.
    """
    book = _parsed(_text(content, path), path)
    languages = _languages(book, path, layout)
    ours = book.metadata.get("X-Generator") == _GENERATOR
    entries = [one for one in book if not one.obsolete]
    found = imported(
        (_row(one, languages, ours=ours) for one in entries), PurePath(path).stem, path, languages
    )
    dropped = [Lost("", "obsolete entry", one.msgid) for one in book.obsolete_entries()]
    plurals = [Lost("", "plural", one.msgid_plural) for one in entries if one.msgid_plural]
    name = book.metadata.get("Project-Id-Version", "")
    base = Termbase(name if ours and name else found.termbase.name, found.termbase.concepts)
    return Imported(base, (*dropped, *plurals, *found.lost))


def write(termbase: Termbase, layout: Layout = Layout()) -> tuple[bytes, tuple[Lost, ...]]:  # noqa: B008
    """Return a PO file of two languages.

    Raises:
        QAError: the termbase has more, and nobody says which.
    """
    from polib import POFile

    clean, changed = portable(termbase)
    source, target = _pair(clean, layout)
    book = POFile(wrapwidth=0)
    book.metadata = {
        "Project-Id-Version": " ".join(termbase.name.split()),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": target,
        "X-Source-Language": source,
        "X-Generator": _GENERATOR,
    }
    lost = list(changed)
    if termbase.scope is not Scope.HOUSE:
        lost.append(Lost("", "scope", termbase.scope))
    for concept in clean.concepts:
        lost.extend(_left_out(concept, (source, target)))
        book.extend(_entries(concept, source, target))
    return f"{book}\n".encode(), tuple(lost)


def _text(content: bytes, path: str) -> str:
    """Decode a file in the encoding that its header says, or else as any text."""
    declared = _CHARSET.search(content, 0, _HEAD)
    try:
        if declared:
            return content.decode(declared["charset"].decode("ascii"))
    except (LookupError, UnicodeDecodeError):
        pass  # the header is that of a template, or wrong: the message below says where
    return decoding.decode(content, path)


def _parsed(text: str, path: str) -> "POFile":
    from polib import pofile

    try:
        return pofile(text if "\n" in text else f"{text}\n")
    except (OSError, ValueError, IndexError) as error:
        place = _LINE.search(str(error))
        where = f"{path}:{place['line']}" if place else path
        reason = place["what"] if place and place["what"] else "a syntax error"
        raise QAError(f"{where}: is no PO file: {reason}", "msgfmt --check says more") from error


def _languages(book: "POFile", path: str, layout: Layout) -> tuple[str, ...]:
    if len(layout.languages) >= _PAIR:
        return layout.languages
    said = (book.metadata.get("X-Source-Language", ""), book.metadata.get("Language", ""))
    source = next(iter(layout.languages), "") or given(said[0])
    if not (source and said[1]):
        raise QAError(f"{path}: does not say its two languages", "say them: --language en:de")
    return source, given(said[1])


def _row(entry: "POEntry", languages: tuple[str, ...], *, ours: bool) -> Row:
    source, target = languages[:_PAIR]
    note, labels = split(entry.tcomment, _LABELS)
    cells = {
        Column("id" if ours else "domain"): entry.msgctxt or "",
        Column("term", source): entry.msgid,
        Column("term", target): entry.msgstr or next(iter(entry.msgstr_plural.values()), ""),
        Column("definition"): entry.comment,
        Column("note"): note,
        Column("do-not-translate"): "yes" if "read-only" in entry.flags else "",
        Column("forbidden", target): "yes" if "forbidden" in entry.flags else "",
    }
    for label in labels:
        column = Column({"concept": "id", "example": "examples"}.get(label.name, label.name))
        column = column._replace(language=label.language)
        before = cells.get(column, "") if column.field in _OF_LINES else ""
        cells[column] = f"{before}\n{label.value}" if before else label.value
    other = (("fuzzy", entry.msgid),) if "fuzzy" in entry.flags else ()
    return Row(entry.linenum or 0, {column: text for column, text in cells.items() if text}, other)


_OF_LINES = frozenset(("examples", "term-note", "term-example"))


def _pair(termbase: Termbase, layout: Layout) -> tuple[str, str]:
    known = dict.fromkeys(language for one in termbase.concepts for language in one.terms)
    chosen = list(layout.languages or known)
    if len(chosen) != _PAIR:
        raise QAError(
            f"a PO file holds two languages, not {len(chosen)}: {', '.join(chosen) or 'none'}",
            "say which: --language en:de",
        )
    return chosen[0], chosen[1]


def _left_out(concept: Concept, pair: tuple[str, str]) -> Iterator[Lost]:
    if not concept.terms.get(pair[0]):
        yield Lost(concept.id, "concept", f"has no term in {pair[0]}")
        return
    for language, terms in concept.terms.items():
        if language not in pair or not terms:
            yield Lost(concept.id, f"language {language}", ", ".join(term.text for term in terms))
    for example in concept.examples:
        if "\n" in example:
            yield Lost(concept.id, "line break", "in an example")


def _entries(concept: Concept, source: str, target: str) -> Iterator["POEntry"]:
    from polib import POEntry

    terms = (concept.terms.get(source, ()), concept.terms.get(target, ()))
    if not terms[0]:
        return
    stated = {
        language: not conventional(found)
        for language, found in zip((source, target), terms, strict=True)
    }
    for number, (one, other) in enumerate(zip_longest(*terms)):
        labels = [*_labels(source, one, stated), *_labels(target, other, stated)]
        head = [Label("concept", concept.id)] if number else list(_of_concept(concept))
        yield POEntry(
            msgctxt=f"{concept.id}#{number + 1}" if number else concept.id,
            msgid=(one or terms[0][0]).text,
            msgstr=other.text if other else "",
            comment="" if number else concept.definition,
            tcomment=labelled("" if number else concept.note, [*head, *labels]),
            flags=list(_flags(one, other)),
        )


def _flags(one: Term | None, other: Term | None) -> Iterator[str]:
    """Yield the flags by which Weblate knows a term that stays as it is, or is not to be used."""
    if one and one.do_not_translate and (other is None or other.do_not_translate):
        yield "read-only"
    if other and other.status == "forbidden":
        yield "forbidden"


def _of_concept(concept: Concept) -> Iterator[Label]:
    if concept.domain:
        yield Label("domain", concept.domain)
    yield from (Label("example", example) for example in concept.examples)


def _labels(language: str, term: Term | None, stated: dict[str, bool]) -> Iterable[Label]:
    if term is None:
        return
    said = (
        ("status", term.status.value if stated[language] else ""),
        ("part-of-speech", term.part_of_speech.value if term.part_of_speech else ""),
        ("case-sensitive", "yes" if term.case_sensitive else ""),
        ("do-not-translate", "yes" if term.do_not_translate else ""),
        ("term-note", term.note),
        ("term-example", term.example),
    )
    for name, text in said:
        if text:
            yield from (Label(name, line, language) for line in text.split("\n"))
