"""What beads cost by length and by what stays recognisable; it needs no model of a language."""

from collections.abc import Sequence
from math import inf, log, log1p

from msgspec import Struct

from qa.alignment.anchors import Anchors, keys
from qa.alignment.lengths import Lengths
from qa.alignment.search import MOVES


class Weights(Struct, frozen=True):
    """What was tuned on documents of 2021."""

    one: float = 0.2
    merge: float = 2.5
    both: float = 4.5
    triple: float = 5.0
    gap: float = 4.0
    variance: float = 6.8
    anchor: float = 1.0
    length: float = 1.0
    saturation: float = 4.0


class Lexical:
    """Costs of beads between the sentences of two texts."""

    def __init__(
        self,
        sources: Sequence[str],
        targets: Sequence[str],
        tags: tuple[str, str],
        weights: Weights = Weights(),
    ) -> None:
        self.sources, self.targets = len(sources), len(targets)
        self._weights = weights
        self._lengths = Lengths(sources, targets)
        self._shared = Anchors(
            [keys(one, tags[0]) for one in sources], [keys(one, tags[1]) for one in targets]
        ).shared

    def row(self, i: int, low: int, high: int) -> list[list[float]]:
        """Return, for each move, the costs of the beads that open at (i, low…high)."""
        return [self._costs(i, m, n, low, high) for m, n in MOVES]

    def _costs(self, i: int, m: int, n: int, low: int, high: int) -> list[float]:
        width = high - low + 1
        if i + m > self.sources:
            return [inf] * width
        last = min(high, self.targets - n)
        beyond = [inf] * (high - max(last, low - 1))
        if 0 in (m, n):
            return [self._weights.gap] * (width - len(beyond)) + beyond
        return [self._cost(i, m, j, n) for j in range(low, last + 1)] + beyond

    def _cost(self, i: int, m: int, j: int, n: int) -> float:
        w = self._weights
        s, t = self._lengths.sources, self._lengths.targets
        left, right = s[i + m] - s[i], t[j + n] - t[j]
        delta = (left - right) ** 2 / ((left + right) / 2 * w.variance + 1)
        shared = sum(self._shared[a].get(b, 0.0) for a in range(i, i + m) for b in range(j, j + n))
        return _prior(w, m, n) + w.length * log1p(delta / 2) - w.anchor * shared


def _prior(w: Weights, m: int, n: int) -> float:
    return {2: w.one, 3: w.merge, 4: w.both if m == n else w.triple}[m + n]
