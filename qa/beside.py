"""Which stretches of the source stand behind a place in the translation."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from qa.model import Pair, Segment, Span


class Beside:
    """The pairs of a document, found by the places of their targets.

    A pair may have a whole segment of the document as its target, or a sentence of one.
    """

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._whole: dict[int, list[Pair]] = {}
        for pair in pairs:
            self._whole.setdefault(pair.target.number, []).append(pair)
        placed = [(_span(pair.target), pair) for found in self._whole.values() for pair in found]
        self._placed = sorted(placed, key=lambda one: one[0])
        self._starts = [span.start for span, _ in self._placed]
        self._reaches = [*accumulate((span.end for span, _ in self._placed), max)]

    def behind(self, segment: Segment, start: int, end: int) -> list[Pair]:
        """Return the pairs that ``content[start:end]`` of a segment is a translation in."""
        if segment.number in self._whole:
            return self._whole[segment.number]
        place = segment.text.span(start, end)
        last = bisect_right(self._starts, place.end - 1)
        first = bisect_right(self._reaches, place.start)
        return [pair for span, pair in self._placed[first:last] if span.end > place.start]


def _span(segment: Segment) -> Span:
    return segment.text.span(0, len(segment.text.content))
