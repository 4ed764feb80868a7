"""Which language a translation was probably made from.

A multinomial logistic score over the same runs of words as the verdict; the probabilities are
tempered by the length of the text, since a short one tells little.
"""

from collections.abc import Mapping
from itertools import repeat
from math import exp
from operator import mul

from msgspec import Struct

from qa.findings import OriginGuess
from qa.translationese.calibration import polynomial

_PER = 100


class Origins(Struct, frozen=True):
    """The score of every language: its bias, and its weight for every run that counts.

    ``scale`` are the coefficients of 1, x and x² of the length (``calibration.polynomial``) by
    which a score is multiplied. ``weights[key][i]`` belongs to ``languages[i]``.
    """

    languages: tuple[str, ...]
    biases: tuple[float, ...]
    scale: tuple[float, float, float]
    weights: Mapping[str, tuple[float, ...]]

    def guess(self, counts: Mapping[str, int], tokens: int) -> tuple[OriginGuess, ...]:
        """Return all languages with their probabilities, the likeliest first.

        Args:
            counts: how often every run stands in the text.
            tokens: the length of the text.
        """
        traced = [run for run in counts if run in self.weights]
        numbers = [counts[run] for run in traced]
        columns = zip(*(self.weights[run] for run in traced), strict=True) if traced else repeat(())
        scores = [
            bias + sum(map(mul, column, numbers)) * _PER / tokens
            for bias, column in zip(self.biases, columns, strict=False)
        ]
        scale = max(polynomial(self.scale, tokens), 0.0)
        highest = max(scores)
        odds = [exp(scale * (score - highest)) for score in scores]
        guesses = [
            OriginGuess(language, round(one / sum(odds), 4))
            for language, one in zip(self.languages, odds, strict=True)
        ]
        return tuple(sorted(guesses, key=lambda one: (-one.probability, one.language)))
