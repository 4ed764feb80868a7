"""How well two stretches of text agree in length, after Gale and Church (1993)."""

from collections.abc import Sequence
from itertools import accumulate

from qa.text.sizes import size

# Letters of each side that are added to those that are there, before their ratio is taken.
_PRIOR = 500.0
# Whole articles of 2021 lie between; beyond, a part of one side is missing.
_LEAST_RATIO, _MOST_RATIO = 0.75, 1.33


class Lengths:
    """The lengths of sentences of two texts, those of the target in terms of the source's.

    Args:
        sources: texts of the source's sentences.
        targets: texts of the target's sentences.
    """

    def __init__(self, sources: Sequence[str], targets: Sequence[str]) -> None:
        self.sources = list(accumulate(map(size, sources), initial=0.0))
        sizes = list(map(size, targets))
        ratio = (self.sources[-1] + _PRIOR) / (sum(sizes) + _PRIOR)
        self.ratio = min(max(ratio, _LEAST_RATIO), _MOST_RATIO)
        self.targets = list(accumulate((one * self.ratio for one in sizes), initial=0.0))
