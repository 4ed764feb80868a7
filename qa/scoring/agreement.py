"""How far metrics agree with each other, and with people."""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations
from math import nan
from typing import TYPE_CHECKING

from qa.scoring import correlation
from qa.scoring.buckets import SubsetScore
from qa.scoring.reliability import Agreement, Correlation, Disagreement

if TYPE_CHECKING:
    from qa.scoring.correlation import Scores

# By metric, for each system its score of every segment.
SegmentScores = Mapping[str, "Sequence[Sequence[float] | Scores]"]


def agreements(
    scores: SegmentScores, *, lower_is_better: Collection[str] = ()
) -> tuple[Agreement, ...]:
    """Return Pearson's r and Kendall's tau-b of every two metrics, over all systems' segments.

    Args:
        scores: by metric, for each system its score of every segment.
        lower_is_better: the metrics that are error rates; they are turned around, so that
            agreement is above 0.
    """
    series = {
        metric: _oriented(metric, systems, lower_is_better).ravel()
        for metric, systems in scores.items()
    }
    return tuple(
        Agreement(
            left,
            right,
            correlation.pearson(series[left], series[right]),
            correlation.kendall(series[left], series[right]),
            len(series[left]),
        )
        for left, right in combinations(series, 2)
    )


def disagreements(
    systems: Sequence[str],
    scores: SegmentScores,
    *,
    top: int = 10,
    lower_is_better: Collection[str] = (),
) -> tuple[Disagreement, ...]:
    """Return the segments whose ranks by two metrics are farthest apart, for every two metrics.

    Args:
        systems: the names of the systems, in the order of their scores.
        scores: by metric, for each system its score of every segment.
        top: how many segments for two metrics.
        lower_is_better: the metrics that are error rates.
    """
    ranks = {
        metric: _ranks(_oriented(metric, given, lower_is_better))
        for metric, given in scores.items()
    }
    return tuple(
        _disagreement(systems, scores, ranks, (left, right), at)
        for left, right in combinations(scores, 2)
        for at in _farthest(ranks[left], ranks[right], top)
    )


def correlate(
    people: Mapping[str, Mapping[int, float]],
    systems: Sequence[str],
    scores: SegmentScores,
    score: SubsetScore,
    *,
    lower_is_better: Collection[str] = (),
) -> tuple[Correlation, ...]:
    """Measure each metric by what people said.

    Args:
        people: scores by system, by index of the segment, as ``judgements.read`` gives them.
        systems: the names of the systems, in the order of their scores.
        scores: by metric, for each system its score of every segment.
        score: returns a system's score computed over some segments as over a corpus: those that
            people scored.
        lower_is_better: the metrics that are error rates.

    Returns:
        A figure is NaN where it cannot be told: of one system, or of scores that are all alike.
    """
    size = max((len(given[0]) for given in scores.values()), default=0)
    grid = _grid(people, systems, size)
    return tuple(
        _correlation(
            metric,
            grid,
            _oriented(metric, given, lower_is_better).T,
            _of_systems(people, metric, score, -1 if metric in lower_is_better else 1),
        )
        for metric, given in scores.items()
    )


def _oriented(
    metric: str, systems: "Sequence[Sequence[float] | Scores]", lower_is_better: Collection[str]
) -> "Scores":
    import numpy as np

    return np.array(systems, float) * (-1 if metric in lower_is_better else 1)


def _of_systems(
    people: Mapping[str, Mapping[int, float]], metric: str, score: SubsetScore, sign: int
) -> list[tuple[float, float]]:
    """Return the mean of people and the score of the metric of every system that people scored."""
    return [
        (sum(given.values()) / len(given), sign * score(system, metric, sorted(given)))
        for system, given in people.items()
    ]


def _grid(people: Mapping[str, Mapping[int, float]], systems: Sequence[str], size: int) -> "Scores":
    """Return a row a segment, a column a system, NaN where people said nothing."""
    import numpy as np

    grid = np.full((size, len(systems)), nan)
    for column, system in enumerate(systems):
        for segment, score in people.get(system, {}).items():
            grid[segment, column] = score
    return grid


def _correlation(
    metric: str, people: "Scores", scores: "Scores", of_systems: list[tuple[float, float]]
) -> Correlation:
    import numpy as np

    human, machine = np.array(of_systems).T
    known = ~(np.isnan(people) | np.isnan(scores))
    ties = correlation.accuracy_with_ties(people, scores)
    return Correlation(
        metric,
        len(human),
        correlation.pairwise_accuracy(human, machine),
        correlation.pearson(human, machine),
        correlation.kendall(human, machine),
        int(known.sum()),
        correlation.pearson(people[known], scores[known]),
        correlation.grouped_pearson(people, scores),
        correlation.grouped_kendall(people, scores),
        ties.accuracy,
        ties.epsilon,
    )


def _ranks(scores: "Scores") -> "Scores":
    """Return for every score the share of scores below it, and half of those like it."""
    import numpy as np

    _, inverse, counts = np.unique(scores.ravel(), return_inverse=True, return_counts=True)
    below = np.cumsum(counts) - counts / 2
    shares: Scores = below[inverse] / scores.size
    return shares.reshape(scores.shape)


def _farthest(left: "Scores", right: "Scores", top: int) -> list[tuple[int, int]]:
    import numpy as np

    apart = np.abs(left - right)
    order = np.argsort(-apart, axis=None, kind="stable")[:top]
    places = zip(*np.unravel_index(order, left.shape), strict=True)
    return [(int(row), int(column)) for row, column in places if apart[row, column] > 0]


def _disagreement(
    systems: Sequence[str],
    scores: SegmentScores,
    ranks: "Mapping[str, Scores]",
    metrics: tuple[str, str],
    at: tuple[int, int],
) -> Disagreement:
    row, column = at
    return Disagreement(
        *metrics,
        systems[row],
        column + 1,
        *(float(scores[metric][row][column]) for metric in metrics),
        *(float(ranks[metric][at]) for metric in metrics),
    )
