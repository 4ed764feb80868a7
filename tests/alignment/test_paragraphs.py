"""Paragraphs count where both texts have them."""

from qa.alignment.paragraphs import Paragraphs
from qa.alignment.sentences import Sentence
from qa.model import Segment, Span, Text

SEGMENT = Segment(0, Text.verbatim("x"))


def sentences(openings: str) -> list[Sentence]:
    return [Sentence(SEGMENT, Span(0, 1), one == "¶", False) for one in openings]


def test_where_they_open_is_kept() -> None:
    found = Paragraphs(sentences("¶..¶."), sentences("¶.¶..¶"))
    assert found.sources == [1, 0, 0, 1, 0]
    assert found.targets == [1, 0, 1, 0, 0, 1]


def test_a_text_without_paragraphs_silences_the_other() -> None:
    found = Paragraphs(sentences("¶...."), sentences("¶¶¶¶¶"))
    assert sum(found.sources) == sum(found.targets) == 0
