"""When a phrase stands more often in a text than native text would have it."""

from math import exp, lgamma, log

from qa.glossary.rates import Rate

_MILLION = 1_000_000
FEWEST = 2
# Nothing is ever quite absent from native text: half a hit in a million words.
_RAREST = 0.5


# How rarely native text of the same length may have a phrase as often.
CHANCE = 0.005


def too_frequent(count: int, words: int, rate: Rate) -> bool:
    """Tell whether native text of that length hardly ever has the phrase as often.

    Counts in native documents follow a negative binomial distribution with the measured mean and
    spread (Church and Gale 1995, "Poisson mixtures").
    """
    if count < FEWEST or rate.native_per_million is None:
        return False
    mean = max(rate.native_per_million, _RAREST) * words / _MILLION
    return at_least(count, mean, rate.spread) < CHANCE


def at_least(count: int, mean: float, spread: float) -> float:
    """Return the chance of ``count`` or more, for a mean and a spread."""
    return max(0.0, 1 - sum(_chance(one, mean, spread) for one in range(count)))


def _chance(count: int, mean: float, spread: float) -> float:
    if spread <= 0:
        return exp(count * log(mean) - mean - lgamma(count + 1))
    size = 1 / spread
    odds = log(size / (size + mean)) * size + log(mean / (size + mean)) * count
    return exp(lgamma(count + size) - lgamma(size) - lgamma(count + 1) + odds)
