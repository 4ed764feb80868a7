"""Which tables of names are read."""

from qa.check import Context
from qa.checks.foreign_name import foreign_name
from qa.language import language
from qa.model import Document, Segment, Text

SEGMENT = Segment(0, Text.verbatim("The train from Kiew's station to Warschau was late."))


def suggestions(origin: str | None) -> list[tuple[str, ...]]:
    context = Context(Document("a.txt", "", (SEGMENT,)), language("en"), origin=origin)
    return [mark.suggestions for mark in foreign_name.run(SEGMENT, context)]


def test_all_tables_are_read_where_the_origin_is_not_known() -> None:
    assert suggestions(None) == [("Kyiv",), ("Warsaw",)]


def test_only_the_table_of_the_origin_is_read() -> None:
    assert suggestions("de-AT") == [("Kyiv",), ("Warsaw",)]
    assert suggestions("fr") == []
