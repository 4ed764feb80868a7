"""What of a segment counts as left in another language."""

from qa.check import Context
from qa.checks.untranslated import untranslated
from qa.language import language
from qa.model import Document, Segment, SegmentKind, Text

GERMAN = "Er wollte sich dazu nicht äußern. Danach ging er wieder nach Hause."


def marked(segment: Segment, tag: str = "en") -> list[str]:
    context = Context(Document("a.txt", "", (segment,)), language(tag))
    content = segment.text.content
    return [content[mark.start : mark.end] for mark in untranslated.run(segment, context)]


def test_sentences_in_a_row_are_one_finding() -> None:
    segment = Segment(0, Text.verbatim(f"The minister was late. {GERMAN} The meeting was short."))
    assert marked(segment) == [GERMAN]


def test_a_block_quotation_may_be_in_any_language() -> None:
    assert marked(Segment(0, Text.verbatim(GERMAN), kind=SegmentKind.QUOTATION)) == []


def test_a_segment_that_names_its_language_is_believed() -> None:
    assert marked(Segment(0, Text.verbatim(GERMAN), language="de-AT")) == []


def test_a_regional_variety_is_not_another_language() -> None:
    assert marked(Segment(0, Text.verbatim(GERMAN)), "de-CH") == []


def test_nothing_is_said_of_a_text_in_no_known_language() -> None:
    assert marked(Segment(0, Text.verbatim(GERMAN)), "tlh") == []
