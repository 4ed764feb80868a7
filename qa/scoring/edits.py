"""Edits between a hypothesis and a reference in which terms weigh more (TERm).

Anastasopoulos et al. 2021, "On the Evaluation of Machine Translation for Terminology
Consistency": the edits of TER (Snover et al. 2006), of which those at a word of a term count
twice.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

Row = list[float]

_TERM = 2.0
# As in Snover's program.
_SHIFTED_AT_MOST = 10
_DISTANCE_AT_MOST = 50
# Words of both texts multiplied: in longer ones runs are not moved, or it would take minutes.
_MOVED_WITHIN = 10_000


class _Alignment(Struct, frozen=True):
    """The cheapest edits without shifts.

    ``places`` has for every word of the reference the word of the hypothesis that it was made of,
    or the last one before it; ``kept`` and ``found`` are the words of the hypothesis and of the
    reference that are the same.
    """

    places: list[int]
    kept: set[int]
    found: set[int]


class _Shift(Struct, frozen=True):
    """A run of words that is moved to stand before the word ``target``."""

    start: int
    end: int
    target: int

    def applied(self, words: list[str]) -> list[str]:
        rest = words[: self.start] + words[self.end :]
        inside = min(self.target, self.start)
        goal = self.target - (self.end - self.start) if self.target > self.end else inside
        return rest[:goal] + words[self.start : self.end] + rest[goal:]


def term_edit_rate(
    hypothesis: Sequence[str], reference: Sequence[str], terms: Collection[int]
) -> float:
    """Return the weight of the edits by the words of the reference; 0 is a perfect match.

    A word inserted, deleted or replaced counts 1, and 2 where the reference's word belongs to a
    term; a run of words moved to where the reference has it counts 1. As in TER, the move that
    saves most other edits comes first, until none saves any.

    Args:
        hypothesis: its words.
        reference: its words, at least one.
        terms: the indexes of the reference's words that belong to terms.
    """
    weights = [_TERM if at in terms else 1.0 for at in range(len(reference))]
    words, shifts = list(hypothesis), 0
    rows = _rows(words, reference, weights)
    while rows[-1][-1] and len(words) * len(reference) <= _MOVED_WITHIN:
        moved = _moved(words, reference, weights, rows)
        if moved is None:
            break
        words, shifts = moved, shifts + 1
        rows = _rows(words, reference, weights)
    return (shifts + rows[-1][-1]) / len(reference)


def _rows(
    words: Sequence[str],
    reference: Sequence[str],
    weights: Sequence[float],
    known: Sequence[Row] = (),
) -> list[Row]:
    """Return the distances of all beginnings, those of the first words as they are known."""
    rows = list(known) or [[sum(weights[:at]) for at in range(len(weights) + 1)]]
    for word in words[len(rows) - 1 :]:
        above = rows[-1]
        last = above[0] + 1
        row = [last]
        for at, weight in enumerate(weights):
            kept = above[at] if word == reference[at] else above[at] + weight
            last = min(kept, last + weight, above[at + 1] + 1)
            row.append(last)
        rows.append(row)
    return rows


def _moved(
    words: list[str], reference: Sequence[str], weights: Sequence[float], rows: list[Row]
) -> list[str] | None:
    """Return the words after the shift that saves most, the longest and earliest of several."""
    best: tuple[float, int, int, int] = (-rows[-1][-1], 0, 0, 0)
    found = None
    for shift in _shifts(words, reference, _aligned(words, reference, weights, rows)):
        moved = shift.applied(words)
        same = min(shift.start, shift.target)
        distance = _rows(moved, reference, weights, rows[: same + 1])[-1][-1]
        rank = (-distance, shift.end - shift.start, -shift.start, -shift.target)
        if rank > best and distance < rows[-1][-1]:
            best, found = rank, moved
    return found


def _aligned(
    words: Sequence[str], reference: Sequence[str], weights: Sequence[float], rows: list[Row]
) -> _Alignment:
    places, kept, found = [-1] * len(reference), set(), set()
    left, right = len(words), len(reference)
    while right:
        places[right - 1] = left - 1
        same = left > 0 and words[left - 1] == reference[right - 1]
        cost = 0.0 if same else weights[right - 1]
        if left and rows[left][right] == rows[left - 1][right - 1] + cost:
            left, right = left - 1, right - 1
            if same:
                kept.add(left)
                found.add(right)
        elif left and rows[left][right] == rows[left - 1][right] + 1:
            left -= 1
        else:
            right -= 1
    return _Alignment(places, kept, found)


def _shifts(words: list[str], reference: Sequence[str], aligned: _Alignment) -> Iterator[_Shift]:
    """Yield the shifts to where the reference has a run of words.

    Only runs with a word out of place move, and only to where the reference's are not found yet.
    """
    places = aligned.places
    for start, end, at in _runs(words, reference):
        stop = at + end - start
        settled = aligned.kept.issuperset(range(start, end))
        taken = aligned.found.issuperset(range(at, stop))
        if not settled and not taken and not start <= places[at] < end:
            before = [places[at - 1] + 1 if at else 0, *(one + 1 for one in places[at:stop])]
            yield from (_Shift(start, end, target) for target in dict.fromkeys(before))


def _runs(words: list[str], reference: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of words that the reference has too: start, end, and where it has them."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(reference):
        places.setdefault(word, []).append(at)
    for start, word in enumerate(words):
        for at in places.get(word, ()):
            if abs(at - start) <= _DISTANCE_AT_MOST:
                size = _common(words, start, reference, at)
                yield from ((start, start + length, at) for length in range(1, size + 1))


def _common(words: list[str], start: int, reference: Sequence[str], at: int) -> int:
    pairs = zip(
        words[start : start + _SHIFTED_AT_MOST], reference[at : at + _SHIFTED_AT_MOST], strict=False
    )
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
