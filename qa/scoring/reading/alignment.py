"""Where two streams of lines that should match stop to do so.

Streams match as long as line n of one is more like line n of the other than like its neighbours.
Blocks of lines are compared at a few distances; where another distance explains a block and the
next one better, the line is searched for that divides the two distances best. The time grows with
the number of lines.
"""

from collections.abc import Sequence
from itertools import accumulate
from statistics import median
from typing import NamedTuple

from qa.scoring.reading.similarity import Similarity

_BLOCK = 16
_FARTHEST = 8
_BETTER = 1.15
_DOUBTFUL = 0.85  # of what matching blocks had so far
_SLIDING = 0.2
_SAMPLE = 400  # lines
_LONG = 20_000  # lines; of longer streams not every block is looked at


class Break(NamedTuple):
    """Streams match up to ``line`` (from 0), where lines without counterpart begin.

    ``surplus`` is the number of lines that the right stream has more there; the left one has more
    where it is negative.
    """

    line: int
    surplus: int


def first_break(left: Sequence[str], right: Sequence[str]) -> Break | None:
    """Return where two streams of different lengths stop matching.

    Args:
        left: the lines of one.
        right: the lines of the other, a version or a translation of them.

    Returns:
        None where they do not match from the start, at any distance.
    """
    if len(left) <= len(right):
        return _Alignment(left, right).first_break()
    found = _Alignment(right, left).first_break()
    return found and Break(found.line, -found.surplus)


def copies(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many versions of the shorter stream the longer one is, one after the other.

    Returns:
        1 where it is not made of whole versions.
    """
    shorter, longer = sorted((left, right), key=len)
    size = len(shorter)
    times, over = divmod(len(longer), max(1, size))
    if over or size < _BLOCK:
        return 1
    return times if _Alignment(shorter, longer[size : 2 * size]).matches() else 1


class _Alignment:
    """Compares a stream with one that is at least as long.

    The lines that the longer one has more then stand in its own part of a comparison, and lines of
    the shorter one find their counterparts at once.
    """

    def __init__(self, shorter: Sequence[str], longer: Sequence[str]) -> None:
        self._similarity = Similarity(shorter, longer)
        self._size = len(shorter)
        self._net = len(longer) - len(shorter)
        near = {sign * far for far in range(1, _FARTHEST + 1) for sign in (1, -1)}
        around = {self._net + far for far in range(-2, 3)} - {0}
        self._distances = sorted(near | around, key=lambda one: (one != self._net, abs(one)))

    def first_break(self) -> Break | None:
        """Look at some blocks of a long stream first, then at all from the last that matches."""
        found = self._scanned(0, _BLOCK * (1 + self._size // _LONG))
        if self._size > _LONG:
            found = self._scanned(found.matching, _BLOCK)
        if found.distance:
            return self._located(found.distance, found.matching, found.start + 2 * _BLOCK)
        if not self.matches():
            return None
        return self._located(self._net, self._size - 3 * _BLOCK, self._size)

    def _scanned(self, first: int, step: int) -> "_Scanned":
        usual, matching = 0.0, first
        for start in range(first, self._size, step):
            here = self._block(start, 0)
            doubtful = here < _DOUBTFUL * usual or not usual
            found = self._better(start, here) if doubtful else 0
            if found:
                return _Scanned(matching, start, found)
            if not doubtful:
                matching = start
            usual = usual + _SLIDING * (here - usual) if usual else here
        return _Scanned(matching, self._size, 0)

    def _block(self, start: int, distance: int) -> float:
        lines = range(start, start + _BLOCK)
        return sum(self._similarity.of(line, line + distance) for line in lines)

    def _better(self, start: int, here: float) -> int:
        """Return the distance that explains this block and the next better, 0 if none does."""
        scores = {one: self._block(start, one) for one in self._distances}
        best = max(self._distances, key=lambda one: scores[one])
        if scores[best] <= _BETTER * here:
            return 0
        following = start + _BLOCK
        return best if self._block(following, best) > _BETTER * self._block(following, 0) else 0

    def _located(self, distance: int, start: int, end: int) -> Break:
        """Return the line of a stretch that divides lines at no distance from those at one."""
        start, end = max(0, start), min(self._size, end)
        lines = range(start, end)
        before = [0.0, *accumulate(self._similarity.of(line, line) for line in lines)]
        moved = [0.0, *accumulate(self._similarity.of(line, line + distance) for line in lines)]
        left_out = max(0, -distance)

        def explained(index: int) -> float:
            after = min(index + left_out, end - start)
            return before[index] + moved[-1] - moved[after]

        return Break(start + max(range(end - start + 1), key=explained), distance)

    def matches(self) -> bool:
        """Tell whether lines are more like their counterparts than like others."""
        others = map(self._usual, self._distances)
        return self._size < _BLOCK or self._usual(0) > _BETTER * median(others)

    def _usual(self, distance: int) -> float:
        """Return how alike lines at a distance are in the mean, from a sample."""
        lines = range(0, self._size, 1 + self._size // _SAMPLE)
        there = [line for line in lines if 0 <= line + distance < self._size + self._net]
        total = sum(self._similarity.of(line, line + distance) for line in there)
        return total / max(1, len(there))


class _Scanned(NamedTuple):
    """A block that another distance explains, 0 if none does, and the last that matches."""

    matching: int
    start: int
    distance: int
