"""Whether a difference is real: intervals, p-values as sacrebleu has them, and clusters."""

from collections.abc import Mapping, Sequence
from statistics import mean
from typing import TYPE_CHECKING

from qa.scoring.metrics import Metric, Vectorised
from qa.scoring.resampling import Shuffled

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

LEVEL = 0.05
# The two ends that a 95 % interval leaves out: one resample in 40 each.
TAIL = 40
# Koehn (2004) could tell systems apart reliably on 300 sentences, if they were not too close.
FEW_SEGMENTS = 300


def scores(metric: Metric, rows: "Numbers", *, of_segments: bool = False) -> "Numbers":
    """Return the score of every row of statistics.

    Args:
        metric: makes the scores.
        rows: ``(scores, statistics)``, each row a segment's or a sum.
        of_segments: every row is a single segment's.
    """
    import numpy as np

    if isinstance(metric, Vectorised):
        return metric.scores(rows, of_segments=of_segments)
    return np.array([metric.score(row) for row in rows.tolist()])


def interval(resampled: "Numbers") -> tuple[float, float]:
    """Return the ends of the 95 % interval: sacrebleu's mean, minus and plus its half width.

    Args:
        resampled: the score of every resample.
    """
    ordered = sorted(resampled)
    tail = len(ordered) // TAIL
    half = 0.5 * (ordered[-tail - 1] - ordered[tail])
    middle = resampled.dtype.type(mean(resampled.tolist()))
    return float(middle) - float(half), float(middle) + float(half)


def bootstrap(left: "Numbers", right: "Numbers", difference: float) -> float:
    """Return the p-value of the paired bootstrap (Koehn 2004).

    Args:
        left: the scores of one system on every resample.
        right: the scores of the other on the same resamples.
        difference: of the scores on the whole set.
    """
    import numpy as np

    differences = np.abs(right - left)
    return _p(differences - differences.mean(), difference)


def randomisation(left: Shuffled, right: Shuffled, metric: Metric, difference: float) -> float:
    """Return the p-value of paired approximate randomisation (Riezler and Maxwell 2005).

    Args:
        left: the sums of one system's segments in every trial.
        right: the sums of the other's.
        metric: makes the scores.
        difference: of the scores on the whole set.
    """
    import numpy as np

    one = scores(metric, left.drawn + right.others)
    other = scores(metric, left.others + right.drawn)
    return _p(np.abs(one - other), difference)


def _p(sampled: "Numbers", difference: float) -> float:
    # The set as it is counts as one more sample, so that p is never 0.
    return float(((sampled > abs(difference)).sum() + 1) / (len(sampled) + 1))


def clusters(ordered: Sequence[str], p: Mapping[frozenset[str], float]) -> dict[str, int]:
    """Return the rank of every system: 1 for those of the best cluster, then 2.

    A new cluster begins where every system before differs significantly from every one after.

    Args:
        ordered: the systems, best first.
        p: the p-value of every pair.
    """
    ranks: dict[str, int] = {}
    rank = 1
    for place, name in enumerate(ordered):
        if place and _divides(ordered[:place], ordered[place:], p):
            rank += 1
        ranks[name] = rank
    return ranks


def _divides(
    before: Sequence[str], after: Sequence[str], p: Mapping[frozenset[str], float]
) -> bool:
    return all(p[frozenset((one, other))] < LEVEL for one in before for other in after)


def too_small(segments: int) -> str | None:
    """Return a warning if a set of so many segments can hardly tell systems apart."""
    if segments >= FEW_SEGMENTS:
        return None
    return (
        f"the set has {segments} segments: below {FEW_SEGMENTS}, all but great differences "
        "are within chance"
    )
