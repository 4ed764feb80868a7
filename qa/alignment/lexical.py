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
        weights: Weights = Weights(),  # noqa: B008 - it is frozen
    ) -> None:
        self.sources, self.targets = len(sources), len(targets)
        self._weights = weights
        contents = [one.content for one in sources], [one.content for one in targets]
        self._lengths = Lengths(*contents)
        self._anchors = Anchors(*contents, tags)
        self._paragraphs = Paragraphs(sources, targets)
        self._of_sources = self._alone(self._anchors.of_sources, self._paragraphs.sources)
        self._of_targets = self._alone(self._anchors.of_targets, self._paragraphs.targets)

    def _alone(self, telling: Sequence[float], openings: Sequence[int]) -> list[float]:
        """Return sums of what the sentences of one side cost where the other has nothing of them.

        A paragraph that opens with a sentence counts as if it did so inside of a bead.
        """
        weights = self._weights
        costs = (weights.missing * one for one in telling)
        breaches = (weights.breach * one for one in openings)
        return list(accumulate(map(add, costs, breaches), initial=0.0))

    def row(self, i: int, low: int, high: int) -> list[list[float]]:
        """Return, for each move, the costs of the beads that open at (i, low…high)."""
        sums = [self._shares(i, m, low, high) for m in range(1, REACH + 1)]
        odd = self._odd(i, low, high)
        return [self._row(i, m, n, low, high, *sums[m - 1], odd) for m, n in MOVES]

    def _row(self, i: int, m: int, n: int, low: int, high: int, shared, sums, odd) -> list[float]:
        width = high - low + 1
        reach = min(width, self.targets - n - low + 1)
        if i + m > self.sources or reach <= 0:
            return [inf] * width
        if 0 in (m, n):
            return [self._weights.gap] * reach + [inf] * (width - reach)
        weight, variance = self._weights.length, self._weights.variance
        anchor, most = self._weights.anchor, self._weights.most
        prior = self._weights.move(m, n) + self._of_sources[i + m] - self._of_sources[i]
        left = self._lengths.sources[i + m] - self._lengths.sources[i]
        right = self._lengths.targets[low : low + reach + n]
        rights = [after - before for before, after in zip(right, right[n:])]
        common = [after - before for before, after in zip(shared, shared[n:])]
        columns = zip(rights, common, sums, sums[n:], odd, strict=False)
        return [
            prior
            + (after - before)
            + extra
            + weight * log1p((left - size) ** 2 / ((left + size + 2) * variance))
            - anchor * common / (1 + common / most)
            for size, common, before, after, extra in columns
        ] + [inf] * (width - reach)

    def _shares(self, i: int, m: int, low: int, high: int) -> tuple[list[float], list[float]]:
        """Return sums, from ``low`` on, of what each target sentence costs.

        Less what it shares with the sentences ``i`` to ``i + m``.
        """
        shared = self._sums(self._anchors.shared[i : i + m], low, high)
        telling = self._sums(self._anchors.telling[i : i + m], low, high)
        alone = self._of_targets[low : low + len(shared)]
        w = 2 * self._weights.missing
        return shared, [one - w * worth for one, worth in zip(alone, telling)]

    def _sums(self, rows: Sequence[Row], low: int, high: int) -> list[float]:
        stop = min(high + REACH, self.targets)
        worths = [0.0] * (stop - low)
        for row in rows:
            for j, worth in row.items():
                if low <= j < stop:
                    worths[j - low] += worth
        return list(accumulate(worths, initial=0.0))

    def _odd(self, i: int, low: int, high: int) -> list[float]:
        """Return what beads cost that open here and there, where one side opens a paragraph.

        What ``_alone`` charges for paragraphs that open with a bead on both sides is taken back.
        """
        breach = self._weights.breach
        opening = self._paragraphs.sources[i] if i < self.sources else 0
        return [
            breach * (opening != other) - breach * (opening + other)
            for other in [*self._paragraphs.targets[low : high + 1], 0]
        ]
