"""Spaces that a docstring, whose lines are joined, cannot show."""

from time import process_time

from qa.check import Context
from qa.checks.spacing import spacing
from qa.language import language
from qa.model import Document, Segment, Text


def marked(content: str, tag: str = "en") -> list[str]:
    segment = Segment(0, Text.verbatim(content))
    document = Document("a.txt", content, (segment,))
    found = spacing.run(document, Context(document, language(tag)))
    return [content[mark.start : mark.end] for _, mark in found]


def test_two_spaces_inside_a_sentence_are_marked_and_after_it_are_not() -> None:
    assert marked("The dam  held.  The town slept.") == ["  "]


def test_a_text_in_columns_is_marked_once() -> None:
    assert marked("The  dam  held  and  the  town  slept.") == ["  "]


def test_a_no_break_space_before_a_sign_is_meant() -> None:
    assert marked("Oui\u00a0! Non\u202f? «\u00a0Si\u00a0»", "fr") == []


def test_a_line_of_nothing_but_spaces_takes_no_time() -> None:
    before = process_time()
    assert marked(" " * 300_000) == []
    assert process_time() - before < 20
