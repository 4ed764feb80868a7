"""How well two stretches of text agree in length, after Gale and Church (1993)."""

from collections.abc import Sequence
from itertools import accumulate

from qa.regex import lazy

_IDEOGRAPH = lazy(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SYLLABLE = lazy(r"[\u3041-\u30ff\uac00-\ud7af]")
# Letters of an alphabet that an ideograph or a syllable comes to.
_IDEOGRAPHS = 3.9
_SYLLABLES = 2.1
# Letters of each side that are added to those that are there, before their ratio is taken.
_PRIOR = 500.0
# Whole articles of 2021 lie between; beyond, a part of one side is missing.
_LEAST_RATIO, _MOST_RATIO = 0.75, 1.33


def size(content: str) -> float:
    """Return the length of a text in letters of an alphabet."""
    length = float(len(content))
    if content.isascii():
        return length
    length += (_IDEOGRAPHS - 1) * len(_IDEOGRAPH.findall(content))
    return length + (_SYLLABLES - 1) * len(_SYLLABLE.findall(content))


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
