"""The sentences of a document as what is aligned, and segments made of them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from qa.model import Segment, Span, Text, joined
from qa.text import sentences


class Sentence(Struct, frozen=True):
    """A sentence of a segment.

    ``opens`` and ``closes`` tell whether it is the first and the last of its segment.
    """

    segment: Segment
    span: Span
    opens: bool
    closes: bool

    @property
    def content(self) -> str:
        """Return its words."""
        return self.segment.text.content[self.span.start : self.span.end]


def split(segments: Sequence[Segment], tag: str) -> list[Sentence]:
    """Return the sentences of segments in a language."""
    return [sentence for segment in segments for sentence in _sentences(segment, tag)]


def _sentences(segment: Segment, tag: str) -> Iterator[Sentence]:
    spans = sentences.split(segment.text.content, tag)
    for number, span in enumerate(spans):
        yield Sentence(segment, span, number == 0, number == len(spans) - 1)


class Numbering:
    """Makes segments of sentences, each with a number that no other segment has."""

    def __init__(self, first: int) -> None:
        self._next = first

    def segment(self, stretch: Sequence[Sentence]) -> Segment:
        """Return the segment of sentences that follow each other.

        That is the document's own where they are the whole of it.
        """
        first, last = stretch[0], stretch[-1]
        if first.segment is last.segment and first.opens and last.closes:
            return first.segment
        text = joined([self._text(part) for part in _by_segment(stretch)])
        made = replace(first.segment, number=self._next, text=text)
        self._next += 1
        return made

    @staticmethod
    def _text(part: Sequence[Sentence]) -> Text:
        return part[0].segment.text.slice(part[0].span.start, part[-1].span.end)


def _by_segment(stretch: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    for _, part in groupby(stretch, key=lambda sentence: sentence.segment.number):
        yield list(part)
