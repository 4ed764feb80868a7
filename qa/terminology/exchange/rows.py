"""Rows of a table become concepts; a row is a term, a pair of terms, or a concept."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from qa.errors import QAError
from qa.terminology.exchange.columns import Column
from qa.terminology.exchange.drafts import Draft, finished
from qa.terminology.exchange.languages import given
from qa.terminology.exchange.picklists import part_of_speech, status, yes
from qa.terminology.exchange.plans import Place, Plan, plan
from qa.terminology.model import Imported, Lost, PartOfSpeech, Status, Term, Termbase

_ID = Column("id")
_DOMAIN = Column("domain")
_EXAMPLES = Column("examples")


class Row(NamedTuple):
    """The filled cells of a row; ``other`` are those of columns that nobody knows."""

    line: int
    cells: Mapping[Column, str]
    other: tuple[tuple[str, str], ...] = ()


class _Said(NamedTuple):
    language: str
    text: str
    fields: dict[str, str]


def imported(
    rows: Iterable[Row], name: str, path: str, languages: tuple[str, ...] = ()
) -> Imported:
    """Return the concepts in rows; those of one id, or of one source and domain, are one.

    Args:
        rows: in the order of the file.
        name: of the termbase.
        path: for messages.
        languages: of terms in columns that name none: of the source, of the target.

    Raises:
        QAError: nothing says the language of a term; the message has path and line.
    """
    drafts: dict[object, Draft] = {}
    plans: dict[tuple[Column, ...], Plan] = {}
    without: list[Lost] = []
    for row in rows:
        filled = tuple(row.cells)
        found = plans.get(filled) or plans.setdefault(filled, plan(filled))
        terms = [_said(row, place, path, languages) for place in found.terms]
        if not terms and _ID not in row.cells:
            without.extend(_without_term(row))
            continue
        key = _key(row, terms)
        draft = drafts.get(key)
        if draft is None:
            draft = drafts[key] = Draft(row.cells.get(_ID, ""), row.line)
        _add(draft, row, found, terms)
    concepts, lost = finished(list(drafts.values()))
    return Imported(Termbase(name, concepts), (*without, *lost))


def _without_term(row: Row) -> Iterator[Lost]:
    """Yield what stands in a row that has no term; its languages alone are nothing."""
    said = [text for column, text in row.cells.items() if not column.field.endswith("language")]
    if said:
        yield Lost("", "row without a term", f"line {row.line}: {', '.join(said)}")


def _key(row: Row, terms: list[_Said]) -> object:
    if _ID in row.cells:
        return row.cells[_ID]
    first = terms[0]
    return first.language, first.text, row.cells.get(_DOMAIN, "")


def _said(row: Row, place: Place, path: str, languages: tuple[str, ...]) -> _Said:
    cells = row.cells
    language = place.column.language or _language(row, place, path, languages)
    fields = {field: cells[column] for field, column in place.fields}
    return _Said(language, cells[place.column], fields)


def _language(row: Row, place: Place, path: str, languages: tuple[str, ...]) -> str:
    said = next((row.cells[one] for one in place.saying if one in row.cells), None)
    if said:
        return given(said)
    if place.place < len(languages):
        return languages[place.place]
    raise QAError(
        f"{path}:{row.line}: nothing says the language of '{row.cells[place.column]}'",
        "say it: --language en:de, or --map en=Source,de=Target",
    )


def _add(draft: Draft, row: Row, found: Plan, terms: list[_Said]) -> None:
    for column in found.texts:
        draft.say(column.field, row.cells[column])
    for column in found.definitions:
        draft.define(column.language, row.cells[column])
    if found.examples:
        several = row.cells[_EXAMPLES].split("\n")
        draft.examples += [one for one in several if one not in draft.examples]
    for said in terms:
        _add_term(draft, said)
    if row.other:
        draft.lost += [("column " + header, text) for header, text in row.other]


def _add_term(draft: Draft, said: _Said) -> None:
    fields = said.fields
    if not fields:
        draft.add(said.language, Term(said.text), stated=False)
        return
    flags = {name: _flag(draft, name, fields[name]) for name in _FLAGS & fields.keys()}
    chosen = _status(draft, fields.get("status", ""), forbidden=bool(flags.get("forbidden")))
    kept = flags.get("do-not-translate") or flags.get("translatable") is False
    term = Term(
        said.text,
        chosen or Status.PREFERRED,
        _part_of_speech(draft, fields.get("part-of-speech", "")),
        bool(flags.get("case-sensitive")),
        bool(kept),
        fields.get("term-note", ""),
        fields.get("term-example", ""),
    )
    draft.add(said.language, term, stated=chosen is not None)


_FLAGS = frozenset(("case-sensitive", "do-not-translate", "forbidden", "translatable"))


def _flag(draft: Draft, field: str, text: str) -> bool | None:
    found = yes(text)
    if found is None:
        draft.lost.append((field, text))
    return found


def _status(draft: Draft, text: str, *, forbidden: bool) -> Status | None:
    found = Status.FORBIDDEN if forbidden else status(text)
    if text and not found:
        draft.lost.append(("status", text))
    return found


def _part_of_speech(draft: Draft, text: str) -> PartOfSpeech | None:
    found = part_of_speech(text)
    if text and not found:
        draft.lost.append(("part of speech", text))
    return found
