"""The statistics of all segments, systems and metrics: each computed once, on all cores."""

import os
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from qa.errors import QAError
from qa.scoring.metrics import Batched, Metric, Remembering, Settings, metrics
from qa.scoring.model import System, TestSet

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

# Below so many hypotheses a second process costs more than it saves.
WORTH_SHARING = 400
SEGMENTS_OF_A_SHARE = 50
# Shares that wait for each process; more would only take memory.
SHARES_AHEAD = 4

# The references of a segment, and its hypothesis by each system.
Segment = tuple[tuple[str, ...], tuple[str, ...]]
# By metric, the statistics of some segments, one after the other, each by every system.
Gathered = list["array[float]"]


def references(test_set: TestSet) -> Iterator[tuple[str, ...]]:
    """Yield the references of every segment, without gaps.

    Raises:
        QAError: a segment has no reference at all.
    """
    for number, segment in enumerate(zip(*test_set.references, strict=True), start=1):
        known = tuple(one for one in segment if one is not None)
        if not known:
            raise QAError(f"segment {number} has no reference", "leave it out, or add a reference")
        yield known


def gathered(
    test_set: TestSet, systems: Sequence[System], names: Sequence[str], settings: Settings
) -> "list[Numbers]":
    """Return the statistics by metric, each of the shape ``(segments, systems, statistics)``.

    Each of the smallest kind of number that loses nothing: mostly of a byte.

    Args:
        test_set: references, and sources for metrics that read them.
        systems: with as many hypotheses as the test set has segments.
        names: of the metrics.
        settings: for the metrics.

    Raises:
        QAError: a segment has no reference at all.
    """
    single = [name for name in names if not isinstance(_metric(name, settings), Batched)]
    compute = partial(_statistics, names=tuple(single), settings=settings)
    shares = _computed(test_set, systems, compute) if single else iter(())
    shape = test_set.size, len(systems)
    found = dict(zip(single, _joined(shares, len(single), shape), strict=True))
    return [
        found[name] if name in found else _batched(_metric(name, settings), test_set, systems)
        for name in names
    ]


def _computed(
    test_set: TestSet, systems: Sequence[System], compute: "partial[Gathered]"
) -> Iterator[Gathered]:
    workers = _workers()
    hypotheses = zip(*(system.hypotheses for system in systems), strict=True)
    segments = zip(references(test_set), hypotheses, strict=True)
    shares = iter(lambda: list(islice(segments, SEGMENTS_OF_A_SHARE)), [])
    if workers == 1 or test_set.size * len(systems) < WORTH_SHARING:
        yield from map(compute, shares)
        return
    with ProcessPoolExecutor(workers) as pool:
        submitted = (pool.submit(compute, share) for share in shares)
        yield from _ordered(submitted, workers * SHARES_AHEAD)


def _workers() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _ordered(submitted: "Iterable[Future[Gathered]]", ahead: int) -> Iterator[Gathered]:
    """Yield results in order, with so many at most under way."""
    waiting: deque[Future[Gathered]] = deque()
    for one in submitted:
        waiting.append(one)
        if len(waiting) == ahead:
            yield waiting.popleft().result()
    yield from (one.result() for one in waiting)


def _statistics(share: list[Segment], names: tuple[str, ...], settings: Settings) -> Gathered:
    """Return the statistics of a share; systems that agree on a segment share theirs."""
    chosen = [_metric(name, settings) for name in names]
    found = [array("d") for _ in chosen]
    for known, hypotheses in share:
        distinct = {one: _of_segment(chosen, one, known) for one in dict.fromkeys(hypotheses)}
        for hypothesis in hypotheses:
            for numbers, row in zip(found, distinct[hypothesis], strict=True):
                numbers.extend(row)
    for metric in chosen:
        if isinstance(metric, Remembering):
            metric.forget()
    return found


def _of_segment(
    chosen: list[Metric], hypothesis: str, known: tuple[str, ...]
) -> list[Sequence[float]]:
    return [metric.statistics(hypothesis, known) for metric in chosen]


def _joined(shares: Iterator[Gathered], metrics: int, shape: tuple[int, int]) -> "list[Numbers]":
    import numpy as np

    parts: list[list[Numbers]] = [[] for _ in range(metrics)]
    for share in shares:
        for whole, numbers in zip(parts, share, strict=True):
            whole.append(_compact(np.frombuffer(numbers)))
    # One after the other, so that only one is there twice.
    return [np.concatenate(parts.pop(0)).reshape(*shape, -1) for _ in range(metrics)]


def _compact(numbers: "Numbers") -> "Numbers":
    import numpy as np

    with np.errstate(invalid="ignore"):
        kinds = (numbers.astype(kind) for kind in (np.uint8, np.uint16, np.float32))
        return next((short for short in kinds if bool((short == numbers).all())), numbers)


def _batched(metric: Metric, test_set: TestSet, systems: Sequence[System]) -> "Numbers":
    import numpy as np

    known = list(references(test_set))
    return np.stack(
        [
            np.array(metric.batch(system.hypotheses, known, test_set.sources), dtype=np.float64)
            for system in systems
            if isinstance(metric, Batched)
        ],
        axis=1,
    )


@lru_cache(maxsize=8)
def _metric(name: str, settings: Settings) -> Metric:
    return metrics([name], settings)[0]
