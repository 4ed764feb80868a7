"""A termbase as rows: one a term, or one with a term of each of several languages."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import zip_longest

from qa.errors import QAError
from qa.glossary.termbase import Scope
from qa.terminology.exchange.columns import Column, role_column
from qa.terminology.exchange.layout import Layout
from qa.terminology.model import Concept, Lost, Status, Term, Termbase

# Header, and what stands below it.
Columns = list[tuple[str, Column]]
Cell = Callable[[Concept, dict[str, Term], int], str]

_OF_A_TERM = {
    "term": "term",
    "status": "status",
    "part of speech": "part-of-speech",
    "case sensitive": "case-sensitive",
    "do not translate": "do-not-translate",
    "term note": "term-note",
    "term example": "term-example",
}
_OF_A_CONCEPT = {
    "domain": "domain",
    "definition": "definition",
    "concept note": "note",
    "concept examples": "examples",
}
_TERM: dict[str, Callable[[Term], str]] = {
    "term": lambda term: term.text,
    "source": lambda term: term.text,
    "target": lambda term: term.text,
    "status": lambda term: term.status.value,
    "part-of-speech": lambda term: term.part_of_speech.value if term.part_of_speech else "",
    "case-sensitive": lambda term: "yes" if term.case_sensitive else "",
    "do-not-translate": lambda term: "yes" if term.do_not_translate else "",
    "translatable": lambda term: "no" if term.do_not_translate else "yes",
    "forbidden": lambda term: "yes" if term.status is Status.FORBIDDEN else "",
    "term-note": lambda term: term.note,
    "term-example": lambda term: term.example,
}
_CONCEPT: dict[str, Callable[[Concept], str]] = {
    "id": lambda concept: concept.id,
    "domain": lambda concept: concept.domain,
    "definition": lambda concept: concept.definition,
    "note": lambda concept: concept.note,
    "examples": lambda concept: "\n".join(concept.examples),
}


def columns(layout: Layout) -> Columns:
    """Return the columns of a table: those of ``--map``, of the languages, or one term a row.

    Raises:
        QAError: a column of ``--map`` is unknown, or a pair has no languages.
    """
    if layout.columns:
        return [(header, _mapped(role, layout)) for role, header in layout.columns.items()]
    concept = [(header, Column(field)) for header, field in _OF_A_CONCEPT.items()]
    id_column = ("concept id", Column("id"))
    if layout.languages:
        wide = [
            (f"{header} [{language}]", Column(field, language))
            for language in layout.languages
            for header, field in _OF_A_TERM.items()
        ]
        return [id_column, *wide, *concept]
    term = [(header, Column(field)) for header, field in _OF_A_TERM.items()]
    return [id_column, ("language", Column("language")), *term, *concept]


def rows(termbase: Termbase, chosen: Columns) -> Iterator[list[str]]:
    """Yield the header and then the rows; of a concept, only the first has what is about it."""
    yield [header for header, _ in chosen]
    cells = [_cell(column) for _, column in chosen]
    wide = any(column.language for _, column in chosen)
    for concept in termbase.concepts:
        together = _wide if wide else _long
        for number, row in enumerate(list(together(concept)) or [{}]):
            yield [cell(concept, row, number) for cell in cells]


def lost(termbase: Termbase, chosen: Columns) -> tuple[Lost, ...]:
    """Return what of a termbase has no place in the columns."""
    wanted = frozenset(column for _, column in chosen)
    found = [Lost("", "scope", termbase.scope)] if termbase.scope is not Scope.HOUSE else []
    found += [one for concept in termbase.concepts for one in missing(concept, wanted)]
    return tuple(found)


def missing(concept: Concept, wanted: frozenset[Column]) -> Iterator[Lost]:
    """Yield what of a concept has no place in the columns."""
    for field in _unnamed(wanted):
        value = _CONCEPT[field](concept)
        if value:
            yield Lost(concept.id, "concept note" if field == "note" else field, value)
    if concept.examples and any("\n" in example for example in concept.examples):
        yield Lost(concept.id, "line break", "in an example")
    for language, terms in concept.terms.items():
        yield from _missing_terms(concept.id, language, terms, wanted)


def _missing_terms(
    name: str, language: str, terms: tuple[Term, ...], wanted: frozenset[Column]
) -> Iterator[Lost]:
    absent = _absent(wanted, language)
    if "term" in absent:
        for term in terms:
            yield Lost(name, f"term ({language})", term.text)
        return
    if absent and conventional(terms):
        absent = [field for field in absent if field != "status"]
    values = ((term, field, _TERM[field](term)) for term in terms for field in absent)
    for term, field, value in values:
        if value:
            yield Lost(name, f"{field} of '{term.text}' ({language})", value)


@cache
def _unnamed(wanted: frozenset[Column]) -> list[str]:
    return [field for field in _CONCEPT if Column(field) not in wanted]


@cache
def _absent(wanted: frozenset[Column], language: str) -> list[str]:
    """Return what of a term no column holds in a language."""
    kept = {one.field for one in wanted if one.language in {"", language}}
    return [field for field in _OF_A_TERM.values() if field not in kept]


def conventional(terms: Iterable[Term]) -> bool:
    """Tell whether a reader takes the statuses of a language for granted if none is written."""
    return all(
        term.status is (Status.ADMITTED if number else Status.PREFERRED)
        for number, term in enumerate(terms)
    )


def _mapped(role: str, layout: Layout) -> Column:
    column = role_column(role)
    place = {"source": 0, "target": 1}.get(column.field)
    if place is None:
        return column
    if place >= len(layout.languages):
        raise QAError(f"--map: nothing says the language of the {role}", "add --language en:de")
    return Column("term", layout.languages[place])


def _wide(concept: Concept) -> Iterator[dict[str, Term]]:
    if max(map(len, concept.terms.values()), default=0) == 1:
        yield {language: terms[0] for language, terms in concept.terms.items() if terms}
        return
    for together in zip_longest(*concept.terms.values()):
        yield {
            language: term
            for language, term in zip(concept.terms, together, strict=True)
            if term is not None
        }


def _long(concept: Concept) -> Iterator[dict[str, Term]]:
    return ({language: term} for language, terms in concept.terms.items() for term in terms)


def _cell(column: Column) -> Cell:
    """Return what fills a column."""
    field, language = column
    if field == "id":
        return lambda concept, _, __: concept.id
    if field == "language":
        return lambda _, row, __: next(iter(row), "")
    if field in _CONCEPT:
        of_concept = _CONCEPT[field]
        return lambda concept, _, number: "" if number else of_concept(concept)
    of_term = _TERM[field]
    if language:
        return lambda _, row, __: of_term(row[language]) if language in row else ""
    return _of_first(of_term)


def _of_first(of_term: Callable[[Term], str]) -> Cell:
    def cell(_concept: Concept, row: dict[str, Term], _number: int) -> str:
        for term in row.values():
            return of_term(term)
        return ""

    return cell
