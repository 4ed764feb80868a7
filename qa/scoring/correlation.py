"""Coefficients of correlation, with ties and in groups.

Scores that are missing are NaN. A coefficient of scores that are all alike is NaN.
"""

from math import nan, sqrt
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import ArrayLike, NDArray

    Scores = NDArray[float64]
    Ranks = NDArray[int64]

# Scores that are all alike may differ from their mean by a rounding error.
_ROUNDING = 1e-24


class TieCalibration(Struct, frozen=True):
    """The best accuracy, and the difference up to which two scores of the metric are one."""

    accuracy: float
    epsilon: float


def pearson(left: "ArrayLike", right: "ArrayLike") -> float:
    """Return Pearson's r of two series of the same length (Pearson 1895)."""
    import numpy as np

    series: tuple[Scores, Scores] = np.asarray(left, float), np.asarray(right, float)
    one, other = (scores - scores.mean() for scores in series)
    squares = float(one @ one) * float(other @ other)
    return float(one @ other) / sqrt(squares) if squares > _ROUNDING else nan


def kendall(left: "ArrayLike", right: "ArrayLike") -> float:
    """Return Kendall's tau-b of two series of the same length (Kendall 1945), in n log n.

    Discordant pairs are counted as inversions, bit by bit of the ranks.
    """
    import numpy as np

    one, other = _ranks(left), _ranks(right)
    order = np.lexsort((other, one))
    discordant = _inversions(other[order])
    pairs = len(one) * (len(one) - 1) // 2
    tied, others_tied, both = (
        _tied(ranks) for ranks in (one, other, one * (int(other.max(initial=0)) + 1) + other)
    )
    scale = sqrt((pairs - tied) * (pairs - others_tied))
    concordant = pairs - tied - others_tied + both - discordant
    return (concordant - discordant) / scale if scale else nan


def grouped_pearson(left: "Scores", right: "Scores") -> float:
    """Return the mean of Pearson's r over the rows of two arrays in which there is one."""
    import numpy as np

    known = ~(np.isnan(left) | np.isnan(right))
    one, other = (_centred(scores, known) for scores in (left, right))
    return _mean((one * other).sum(1), (one * one).sum(1) * (other * other).sum(1))


def grouped_kendall(left: "Scores", right: "Scores") -> float:
    """Return the mean of Kendall's tau-b over the rows of two arrays in which there is one."""
    import numpy as np

    rows, one, other = _pairs(left, right)
    agreed, mine, others = (
        np.bincount(rows, signs, len(left)).astype(float)
        for signs in (np.sign(one * other), np.sign(np.abs(one)), np.sign(np.abs(other)))
    )
    return _mean(agreed, mine * others)


def accuracy_with_ties(people: "Scores", metric: "Scores") -> TieCalibration:
    """Return acc-eq with tie calibration, in groups (Deutsch, Foster and Freitag 2023).

    In each row, the share of pairs that the metric puts in the order that people put them in,
    ties among them; the mean over rows. Scores of the metric that differ by no more than epsilon
    are ties, with the epsilon that makes the mean highest; all are tried.

    Args:
        people: a row a segment, a column a system.
        metric: the same segments and systems.
    """
    import numpy as np

    rows, wanted, found = _pairs(people, metric)
    if not len(rows):
        return TieCalibration(nan, 0.0)
    weights = 1.0 / np.bincount(rows)[rows] / len(np.unique(rows))
    distance = np.abs(found)
    agreed = float(weights[np.sign(wanted) == np.sign(found)].sum())
    # What changes where a pair becomes a tie of the metric, from the closest pair on.
    gained = np.where(wanted == 0, weights, 0) - np.where(wanted * found > 0, weights, 0)
    apart = np.flatnonzero(distance > 0)
    order = apart[np.argsort(distance[apart], kind="stable")]
    thresholds = np.concatenate(([0.0], distance[order]))
    accuracies = agreed + np.concatenate(([0.0], np.cumsum(gained[order])))
    last = np.append(thresholds[1:] > thresholds[:-1], True)
    best = int(np.argmax(accuracies[last]))
    return TieCalibration(float(accuracies[last][best]), float(thresholds[last][best]))


def pairwise_accuracy(people: "ArrayLike", metric: "ArrayLike") -> float:
    """Return the share of pairs of systems on whose order both agree (Kocmi et al. 2021)."""
    import numpy as np

    _, wanted, found = _pairs(np.atleast_2d(people), np.atleast_2d(metric))
    return float(np.mean(np.sign(wanted) == np.sign(found))) if len(wanted) else nan


def _pairs(people: "Scores", metric: "Scores") -> "tuple[Ranks, Scores, Scores]":
    """Return the row and both differences of every pair in a row that has no score missing."""
    import numpy as np

    left, right = np.triu_indices(people.shape[1], 1)
    wanted, found = people[:, left] - people[:, right], metric[:, left] - metric[:, right]
    known = ~(np.isnan(wanted) | np.isnan(found))
    return np.nonzero(known)[0], wanted[known], found[known]


def _centred(scores: "Scores", known: "NDArray[bool_]") -> "Scores":
    """Return the distances of scores from the mean of their row, 0 for missing ones."""
    import numpy as np

    filled = np.where(known, scores, 0.0)
    sizes = np.maximum(known.sum(1, keepdims=True), 1)
    return np.where(known, filled - filled.sum(1, keepdims=True) / sizes, 0.0)


def _mean(shared: "Scores", squares: "Scores") -> float:
    """Return the mean of coefficients, given the squares of what they are divided by."""
    import numpy as np

    known = squares > _ROUNDING
    return float((shared[known] / np.sqrt(squares[known])).mean()) if known.any() else nan


def _ranks(scores: "ArrayLike") -> "Ranks":
    import numpy as np

    ranks: Ranks = np.unique(np.asarray(scores, float), return_inverse=True)[1]
    return ranks.astype(np.int64)


def _tied(ranks: "Ranks") -> int:
    import numpy as np

    counts = np.unique(ranks, return_counts=True)[1]
    return int((counts * (counts - 1) // 2).sum())


def _inversions(ranks: "Ranks") -> int:
    """Return the number of pairs of which the first has the higher rank.

    Two ranks differ first in one bit. For every bit, those with the same higher bits stand
    together in their order; an inversion is a one before a zero among them.
    """
    import numpy as np

    total, width = 0, int(ranks.max(initial=0)).bit_length()
    for bit in reversed(range(width)):
        ones = (ranks >> bit) & 1
        before = np.cumsum(ones) - ones
        starts = np.flatnonzero(np.diff(ranks >> (bit + 1), prepend=-1))
        sizes = np.diff(np.append(starts, len(ranks)))
        within = before - np.repeat(before[starts], sizes)
        total += int(within[ones == 0].sum())
        ranks = ranks[np.argsort(ranks >> bit, kind="stable")]
    return total
