"""A suspect phrase beside its source."""

import pytest

from qa.check import Context, source_context
from qa.checks.suspect_phrase import suspect_phrase
from qa.findings import Confidence, Mark, Severity
from qa.glossary.matching import Matcher
from qa.glossary.reading import built_in
from qa.language import language
from qa.model import Document, Pair, Segment, Source, Text


def marks(target: str, source: str | None, confidence: float = 1.0) -> list[Mark]:
    segment = Segment(0, Text.verbatim(target))
    beside = None
    if source is not None:
        original = Segment(0, Text.verbatim(source))
        pairs = (Pair(original, segment, confidence),)
        beside = Source("s.txt", source, (original,), pairs, language="de")
    document = Document("t.txt", target, (segment,), source=beside)
    matcher = Matcher(built_in("en"))
    context = Context(document, language("en"), "de", matcher, source=source_context(document))
    return list(suspect_phrase.run(segment, context))


ROW = "There was a row, above all about money."


def test_the_words_of_the_source_are_shown_and_make_it_certain() -> None:
    (mark,) = marks(ROW, "Man stritt, vor allem um Geld.")
    assert mark.source_text == "vor allem"
    assert mark.confidence is Confidence.NEARLY_ALWAYS
    assert mark.severity is Severity.NOTE


def test_without_a_source_nothing_changes() -> None:
    (mark,) = marks(ROW, None)
    assert mark.source_text is None
    assert mark.confidence is Confidence.CONTEXT


def test_a_source_that_says_something_else_takes_it_away() -> None:
    assert marks(ROW, "Man stritt, besonders ums Geld.") == []


def test_a_doubtful_alignment_takes_nothing_away() -> None:
    assert len(marks(ROW, "Man stritt, besonders ums Geld.", confidence=0.2)) == 1


def test_what_is_nearly_always_wrong_becomes_a_note() -> None:
    (mark,) = marks("The Ukraine asked for help.", "Kiew bat um Hilfe.")
    assert mark.severity is Severity.NOTE
    assert mark.source_text is None


@pytest.mark.parametrize("source", ["Die Ukraine bat um Hilfe.", "Hilfe für die Ukraine kam."])
def test_what_is_nearly_always_wrong_stays_a_warning(source: str) -> None:
    (mark,) = marks("The Ukraine asked for help.", source)
    assert mark.severity is Severity.WARNING
    assert mark.source_text == "Ukraine"
