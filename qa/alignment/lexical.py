"""What beads cost by length and by what stays recognisable; it needs no model of a language."""

from collections.abc import Sequence
from itertools import accumulate
from math import inf, log1p
from operator import add

from msgspec import Struct

from qa.alignment.anchors import Anchors, Row
from qa.alignment.lengths import Lengths
from qa.alignment.paragraphs import Paragraphs
from qa.alignment.search import MOVES, REACH
from qa.alignment.sentences import Sentence


class Weights(Struct, frozen=True):
    """What beads cost, tuned on documents of 2021 (tests/benchmarks/alignment.py).

    Attributes:
        merge: two sentences for one.
        both: two for two that cannot be divided.
        triple: three for one.
        gap: a sentence without a partner.
        breach: a paragraph that opens on one side only, or inside a bead.
        length: for lengths that differ.
        variance: of a length, per letter.
        anchor: for what is shared.
        most: the worth of all that is shared never reaches it.
        missing: for the worth of numbers and signs that one side lacks.
    """

    merge: float = 2.5
    both: float = 4.0
    triple: float = 7.0
    gap: float = 3.2
    breach: float = 1.0
    length: float = 1.4
    variance: float = 1.7
    anchor: float = 1.0
    most: float = 14.0
    missing: float = 0.15

    def move(self, m: int, n: int) -> float:
        """Return what a bead of ``m`` and ``n`` sentences costs before one looks at them."""
        return {2: 0.0, 3: self.merge, 4: self.both if m == n else self.triple}[m + n]


WEIGHTS = Weights()


class _Opening(Struct, frozen=True):
    """What the beads share that open with source sentence ``i`` and a target one from ``low`` on.

    ``shared`` and ``alone`` are, for one to ``REACH`` source sentences, sums over the target
    sentences from ``low`` on: the worth of what they share, and what they cost for what they do
    not. ``odd`` is what a paragraph costs that opens with the bead on one side only.
    """

    i: int
    low: int
    width: int
    shared: list[list[float]]
    alone: list[list[float]]
    odd: list[float]


class Lexical:
    """Costs of beads between the sentences of two texts.

    Args:
        sources: the sentences of the source.
        targets: those of its translation.
        tags: the languages of both.
        weights: what counts how much.
    """

    def __init__(
        self,
        sources: Sequence[Sentence],
        targets: Sequence[Sentence],
        tags: tuple[str, str],
        weights: Weights = WEIGHTS,
    ) -> None:
        self.sources, self.targets = len(sources), len(targets)
        self._weights = weights
        contents = [one.content for one in sources], [one.content for one in targets]
        self._lengths = Lengths(*contents)
        self._anchors = Anchors(*contents, tags)
        self._paragraphs = Paragraphs(sources, targets)
        self._of_sources = self._alone(self._anchors.of_sources, self._paragraphs.sources)
        self._of_targets = self._alone(self._anchors.of_targets, self._paragraphs.targets)

    def row(self, i: int, low: int, high: int) -> list[list[float]]:
        """Return, for each move, the costs of the beads that open at (i, low…high)."""
        opening = self._opening(i, low, high)
        return [self._row(opening, m, n) for m, n in MOVES]

    def _alone(self, telling: Sequence[float], openings: Sequence[int]) -> list[float]:
        """Return sums of what the sentences of one side cost where the other has nothing of them.

        A paragraph that opens with a sentence counts as if it did so inside of a bead.
        """
        costs = (self._weights.missing * one for one in telling)
        breaches = (self._weights.breach * one for one in openings)
        return list(accumulate(map(add, costs, breaches), initial=0.0))

    def _opening(self, i: int, low: int, high: int) -> _Opening:
        stop = min(high + REACH, self.targets)
        ends = range(i + 1, i + 1 + REACH)
        shared = [_sums(self._anchors.shared[i:end], low, stop) for end in ends]
        telling = [_sums(self._anchors.telling[i:end], low, stop) for end in ends]
        alone = [self._lacking(sums, low) for sums in telling]
        return _Opening(i, low, high - low + 1, shared, alone, self._odd(i, low, stop))

    def _lacking(self, telling: list[float], low: int) -> list[float]:
        """Return sums of what target sentences cost alone, less what is not missing on either."""
        both = 2 * self._weights.missing
        own = self._of_targets[low : low + len(telling)]
        return [cost - both * worth for cost, worth in zip(own, telling, strict=True)]

    def _odd(self, i: int, low: int, stop: int) -> list[float]:
        """Return what it costs that a paragraph opens with a bead on one side only.

        What ``_alone`` charges for the paragraphs that open with it on either side is taken back.
        """
        opening = self._paragraphs.sources[i] if i < self.sources else 0
        return [
            self._weights.breach * ((opening != other) - (opening + other))
            for other in self._paragraphs.targets[low:stop]
        ]

    def _row(self, opening: _Opening, m: int, n: int) -> list[float]:
        reach = min(opening.width, self.targets - n - opening.low + 1)
        if opening.i + m > self.sources or reach <= 0:
            return [inf] * opening.width
        gap = 0 in {m, n}
        costs = [self._weights.gap] * reach if gap else self._costs(opening, m, n, reach)
        return costs + [inf] * (opening.width - reach)

    def _costs(self, opening: _Opening, m: int, n: int, reach: int) -> list[float]:
        weights, i = self._weights, opening.i
        prior = weights.move(m, n) + self._of_sources[i + m] - self._of_sources[i]
        size = self._lengths.sources[i + m] - self._lengths.sources[i]
        stop = opening.low + reach + n
        columns = zip(
            _steps(self._lengths.targets[opening.low : stop], n),
            _steps(opening.shared[m - 1], n),
            _steps(opening.alone[m - 1], n),
            opening.odd,
            strict=False,
        )
        return [
            prior
            + odd
            + alone
            + weights.length * log1p((size - other) ** 2 / ((size + other + 2) * weights.variance))
            - weights.anchor * shared / (1 + shared / weights.most)
            for other, shared, alone, odd in columns
        ]


def _sums(rows: Sequence[Row], low: int, stop: int) -> list[float]:
    """Return sums, over the target sentences from ``low`` on, of what the rows have for them."""
    worths = [0.0] * (stop - low)
    for row in rows:
        for j, worth in row.items():
            if low <= j < stop:
                worths[j - low] += worth
    return list(accumulate(worths, initial=0.0))


def _steps(sums: Sequence[float], n: int) -> list[float]:
    """Return the difference between every sum and the one ``n`` later."""
    return [after - before for before, after in zip(sums, sums[n:], strict=False)]
