"""Whether a run of words is commoner in one body of text than in another, beyond chance."""

from collections.abc import Sequence
from math import erfc, log, sqrt


def log_likelihood(left: int, right: int, left_words: int, right_words: int) -> float:
    """Return Dunning's G² for two counts out of two sizes in words (Dunning 1993)."""
    expected = (left + right) / (left_words + right_words)
    pairs = ((left, left_words * expected), (right, right_words * expected))
    return 2 * sum(observed * log(observed / mean) for observed, mean in pairs if observed)


def direction(left: int, right: int, left_words: int, right_words: int) -> int:
    """Return 1 where the right rate is the higher one, -1 where the left is, 0 where neither."""
    difference = right * left_words - left * right_words
    return (difference > 0) - (difference < 0)


def significant(statistics: Sequence[float], rate: float) -> list[bool]:
    """Tell which G² hold when at most ``rate`` of those that hold may be chance.

    The p-values are those of a chi-squared with one degree of freedom, the procedure is Benjamini
    and Hochberg's (1995).
    """
    chances = [erfc(sqrt(max(statistic, 0.0) / 2)) for statistic in statistics]
    ordered = sorted(chances)
    limit = max(
        (one for rank, one in enumerate(ordered, 1) if one <= rate * rank / len(ordered)),
        default=-1.0,
    )
    return [one <= limit for one in chances]
