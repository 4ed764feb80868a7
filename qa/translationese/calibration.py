"""From a score to a probability that is as honest for a short text as for a long one.

The score is a mean over the words of a text, so that the same score says more the longer the text
is. The log-odds are therefore ``intercept(n) + slope(n) * score``, both polynomials of the
logarithm of the number of tokens ``n`` (Platt 1999, with the length as a moderator).
"""

from bisect import bisect_left
from collections.abc import Sequence
from math import exp, log

from msgspec import Struct

_REFERENCE = 200
_SHORTEST = 50
_LONGEST = 1200
_NORMAL_90 = 1.6449


class Deviation(Struct, frozen=True, array_like=True):
    """Standard deviation, in log-odds, of the texts of one length.

    ``text`` is that between pieces of one document, ``refits`` that between bootstrap refits.
    """

    tokens: int
    text: float
    refits: float

    @property
    def total(self) -> float:
        """The two together, as independent errors."""
        return float((self.text**2 + self.refits**2) ** 0.5)


class Threshold(Struct, frozen=True, array_like=True):
    """Log-odds from which a text of one length is called translated, or below which native."""

    tokens: int
    native: float
    translated: float


class Curve(Struct, frozen=True):
    """The map from score and length to log-odds; coefficients of 1, x and x²."""

    intercept: tuple[float, float, float]
    slope: tuple[float, float, float]

    def bias(self, tokens: int) -> float:
        """Return the log-odds of a score of 0."""
        return polynomial(self.intercept, tokens)

    def scale(self, tokens: int) -> float:
        """Return the log-odds that a score of 1 adds."""
        return polynomial(self.slope, tokens)


class Calibration(Struct, frozen=True):
    """The curve, how far it can be trusted, and what is called translated."""

    curve: Curve
    deviations: tuple[Deviation, ...]
    thresholds: tuple[Threshold, ...]

    def interval(self, log_odds: float, tokens: int) -> tuple[float, float]:
        """Return the 90 % interval of the probability.

        It says where the probability would lie for another text of that length from the same
        document, judged by a model refitted on other documents.
        """
        points = [(one.tokens, one.total) for one in self.deviations]
        reach = _NORMAL_90 * _interpolated(points, tokens)
        return probability(log_odds - reach), probability(log_odds + reach)

    def kind(self, log_odds: float, tokens: int) -> str:
        """Return "translated" or "native" where the log-odds are beyond the threshold."""
        native = _interpolated([(one.tokens, one.native) for one in self.thresholds], tokens)
        translated = _interpolated(
            [(one.tokens, one.translated) for one in self.thresholds], tokens
        )
        if log_odds >= translated:
            return "translated"
        return "native" if log_odds <= native else "unsure"


def probability(log_odds: float) -> float:
    """Return the probability that log-odds stand for, rounded to four decimals."""
    return round(1 / (1 + exp(-max(-30.0, min(30.0, log_odds)))), 4)


def moderator(tokens: int) -> float:
    """Return the length as calibration sees it: its logarithm, 0 at 200 tokens."""
    return log(min(max(tokens, _SHORTEST), _LONGEST) / _REFERENCE)


def polynomial(coefficients: tuple[float, float, float], tokens: int) -> float:
    """Return the value of 1, x and x² of the length with these coefficients."""
    length = moderator(tokens)
    constant, linear, square = coefficients
    return constant + linear * length + square * length * length


def _interpolated(points: Sequence[tuple[int, float]], tokens: int) -> float:
    """Interpolate between measured lengths on the logarithm of the length."""
    right = bisect_left(points, (tokens, 0.0))
    if right in {0, len(points)}:
        return points[min(right, len(points) - 1)][1]
    (before, low), (after, high) = points[right - 1], points[right]
    return low + (high - low) * log(tokens / before) / log(after / before)
