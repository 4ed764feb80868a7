"""The statistics of all segments, systems and metrics: each computed once, on all cores."""

import os
from array import array
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from qa.errors import QAError
from qa.scoring.metrics import Batched, Metric, Settings, metrics
from qa.scoring.model import System, TestSet

if TYPE_CHECKING:
    from qa.scoring.resampling import Numbers

# Below so many hypotheses a second process costs more than it saves.
WORTH_SHARING = 400
SEGMENTS_OF_A_SHARE = 50

# The references of a segment, and its hypothesis by each system.
Segment = tuple[tuple[str, ...], tuple[str, ...]]
# By metric, the statistics of some segments, one after the other, each by every system.
Gathered = list["array[float]"]


def references(test_set: TestSet) -> list[tuple[str, ...]]:
    """Return the references of every segment, without gaps.

    Raises:
        QAError: a segment has no reference at all.
    """
    streams = zip(*test_set.references, strict=True)
    found = [tuple(one for one in segment if one is not None) for segment in streams]
    if () in found:
        raise QAError(
            f"segment {found.index(()) + 1} has no reference", "leave it out, or add a reference"
        )
    return found


def gathered(
    test_set: TestSet, systems: Sequence[System], names: Sequence[str], settings: Settings
) -> "list[Numbers]":
    """Return the statistics by metric, each of the shape ``(segments, systems, statistics)``.

    They are of 32 bits where that loses nothing, else of 64.

    Args:
        test_set: references, and sources for metrics that read them.
        systems: with as many hypotheses as the test set has segments.
        names: of the metrics.
        settings: for the metrics.

    Raises:
        QAError: a segment has no reference at all.
    """
    known = references(test_set)
    single = [name for name in names if not isinstance(_metric(name, settings), Batched)]
    hypotheses = zip(*(system.hypotheses for system in systems), strict=True)
    segments = list(zip(known, hypotheses, strict=True))
    compute = partial(_statistics, names=tuple(single), settings=settings)
    shares = _computed(segments, compute) if single else iter(())
    found = dict(zip(single, _joined(shares, len(single), (len(known), len(systems))), strict=True))
    return [
        found[name] if name in found else _batched(_metric(name, settings), test_set, systems)
        for name in names
    ]


def _computed(segments: list[Segment], compute: "partial[Gathered]") -> Iterator[Gathered]:
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    shares = [
        segments[start : start + SEGMENTS_OF_A_SHARE]
        for start in range(0, len(segments), SEGMENTS_OF_A_SHARE)
    ]
    if workers == 1 or len(segments) * len(segments[0][1]) < WORTH_SHARING:
        yield from map(compute, shares)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(compute, shares)


def _statistics(share: list[Segment], names: tuple[str, ...], settings: Settings) -> Gathered:
    """Return the statistics of a share; systems that agree on a segment share theirs."""
    chosen = [_metric(name, settings) for name in names]
    found = [array("d") for _ in chosen]
    for known, hypotheses in share:
        distinct = {one: _of_segment(chosen, one, known) for one in dict.fromkeys(hypotheses)}
        for hypothesis in hypotheses:
            for numbers, row in zip(found, distinct[hypothesis], strict=True):
                numbers.extend(row)
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
    return [np.concatenate(one).reshape(*shape, -1) for one in parts]


def _compact(numbers: "Numbers") -> "Numbers":
    import numpy as np

    short = numbers.astype(np.float32)
    return short if bool((short == numbers).all()) else numbers


def _batched(metric: Metric, test_set: TestSet, systems: Sequence[System]) -> "Numbers":
    import numpy as np

    known = references(test_set)
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
