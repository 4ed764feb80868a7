"""Sources become outcomes, one after the other or on the cores of this machine."""

import os
from collections.abc import Callable, Generator, Iterator
from itertools import chain, islice

from qa.batch.inspection import Outcome
from qa.batch.sources import Source

Numbered = tuple[int, Source]
Inspect = Callable[[Source], Outcome]

# Fewer short files than this are checked before a second process has read the linguistic data.
ENOUGH = 16


def outcomes(
    inspect: Inspect, sources: Iterator[Numbered], jobs: int | None
) -> Generator[tuple[int, Outcome]]:
    """Yield the outcome of each source under its number, as they come.

    Args:
        inspect: what to do with a source; it must be the same in every process.
        sources: of any number; they are taken as they are needed.
        jobs: how many processes; None for one a core where there are enough sources.
    """
    wanted = jobs or cores()
    first = list(islice(sources, max(ENOUGH, wanted)))
    everything = chain(first, sources)
    if wanted == 1 or len(first) < (2 if jobs else ENOUGH):
        yield from ((number, inspect(source)) for number, source in everything)
        return
    from qa.batch.processes import Pool  # one process needs none of it

    pool = Pool(inspect, everything)
    try:
        yield from pool.run(min(wanted, len(first)))
    finally:
        pool.stop()


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
