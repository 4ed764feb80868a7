"""What a row that has certain columns filled says: worked out once for all rows like it."""

from collections.abc import Iterable
from typing import NamedTuple

from qa.terminology.exchange.columns import TERM_FIELDS, Column

# Said once in a row with several terms, these are about the translations.
_OF_TARGETS = frozenset(("status", "forbidden", "term-note", "term-example"))
_TERMS = frozenset(("term", "source", "target"))
_BESIDE = TERM_FIELDS - _TERMS
_LANGUAGE = Column("language")
_EXAMPLES = Column("examples")
_TEXTS = (Column("domain"), Column("note"))


class Place(NamedTuple):
    """Where a term stands.

    Attributes:
        column: of its text.
        saying: the columns that may say its language, "" if the column of the text does.
        place: which of the languages that options give is its own otherwise, 0 for the source.
        fields: what stands beside it, and where.
    """

    column: Column
    saying: tuple[Column, ...]
    place: int
    fields: tuple[tuple[str, Column], ...]


class Plan(NamedTuple):
    """Where the terms, texts, definitions and examples of a row stand."""

    terms: tuple[Place, ...]
    texts: tuple[Column, ...]
    definitions: tuple[Column, ...]
    examples: bool


def plan(filled: Iterable[Column]) -> Plan:
    """Return what stands where in a row whose filled columns these are."""
    columns = tuple(filled)
    found = [one for one in columns if one.field in _TERMS]
    return Plan(
        tuple(_place(one, number, found, columns) for number, one in enumerate(found)),
        tuple(one for one in _TEXTS if one in columns),
        tuple(one for one in columns if one.field == "definition"),
        _EXAMPLES in columns,
    )


def _place(column: Column, number: int, terms: list[Column], columns: tuple[Column, ...]) -> Place:
    beside = tuple(
        (one.field, one)
        for one in columns
        if one.field in _BESIDE and _is_about(one, column, number, terms)
    )
    saying = () if column.language else (Column(f"{column.field}-language"), _LANGUAGE)
    return Place(column, saying, int(column.field == "target"), beside)


def _is_about(one: Column, term: Column, number: int, terms: list[Column]) -> bool:
    if one.language:
        return one.language == term.language
    return number > 0 or len(terms) == 1 or one.field not in _OF_TARGETS
