"""One metric on all systems: scores, intervals, tests and ranks from the same statistics."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from qa.scoring import resampling, significance
from qa.scoring.metrics import Metric, Setup
from qa.scoring.model import Difference, Score
from qa.scoring.options import Options, PairedTest

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers


class Measurement:
    """One metric on all systems.

    Args:
        metric: it.
        rows: statistics, ``(segments, systems, statistics)``.
        names: of the systems.
        options: what to compute.
        setup: for the signature.
    """

    def __init__(
        self,
        metric: Metric,
        rows: "Numbers",
        names: Sequence[str],
        options: Options,
        setup: Setup,
    ) -> None:
        self.metric = metric
        self._rows = [rows[:, place] for place in range(len(names))]
        self._names = names
        self._options = options
        self._setup = setup

    @cached_property
    def whole(self) -> list[float]:
        """The score of every system on all segments."""
        return [self._of(rows) for rows in self._rows]

    def parts(self, place: int, segments: Iterable[Sequence[int]]) -> list[float]:
        """Return the score of a system on each of some lists of segments, counted from 0."""
        import numpy as np

        rows = self._rows[place]
        return [self._of(rows[np.asarray(chosen, dtype=np.intp)]) for chosen in segments]

    @cached_property
    def segments(self) -> "list[Numbers]":
        """The score of every segment, by system."""
        return [self._segments(rows) for rows in self._rows]

    def score(self, place: int) -> Score:
        """Return the score of a system, with an interval if there are resamples."""
        low, high = (
            significance.interval(self._resampled[place])
            if self._options.confidence
            else (None, None)
        )
        signature = self.metric.signature(self._setup)
        return Score(
            self.metric.name, self.whole[place], low, high, signature, self.metric.higher_is_better
        )

    @cached_property
    def differences(self) -> list[Difference]:
        """The test of every pair of systems; none if no test was asked for."""
        if self._options.paired is None:
            return []
        return list(self._tested(self._options.paired))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The cluster of every system; none without tests."""
        if not self.differences:
            return {}
        p = {frozenset((one.left, one.right)): one.p for one in self.differences}
        scored = dict(zip(self._names, self.whole, strict=True))
        ordered = sorted(scored, key=scored.__getitem__, reverse=self.metric.higher_is_better)
        return significance.clusters(ordered, p)

    def _of(self, rows: "Numbers") -> float:
        return self.metric.score(resampling.total(rows).tolist())

    def _segments(self, rows: "Numbers") -> "Numbers":
        import numpy as np

        wide = (part.astype(np.float64) for part in resampling.portions(rows))
        return np.concatenate(
            [significance.scores(self.metric, part, of_segments=True) for part in wide]
        )

    @cached_property
    def _resampled(self) -> "list[Numbers]":
        options = self._options
        sums = resampling.bootstrapped(self._rows, options.resamples, options.seed)
        return [significance.scores(self.metric, one) for one in sums]

    @cached_property
    def _shuffled(self) -> list[resampling.Shuffled]:
        return resampling.shuffled(self._rows, self._options.trials, self._options.seed)

    def _tested(self, test: PairedTest) -> Iterator[Difference]:
        for left, right in combinations(range(len(self._names)), 2):
            delta = self.whole[left] - self.whole[right]
            yield Difference(
                left=self._names[left],
                right=self._names[right],
                metric=self.metric.name,
                test=test.value,
                delta=delta,
                p=self._p(test, left, right, delta),
            )

    def _p(self, test: PairedTest, left: int, right: int, delta: float) -> float:
        if test is PairedTest.BOOTSTRAP:
            return significance.bootstrap(self._resampled[left], self._resampled[right], delta)
        one, other = self._shuffled[left], self._shuffled[right]
        return significance.randomisation(one, other, self.metric, delta)
