"""Short runs need no second process, and any run gives the same outcomes."""

import os
from collections.abc import Iterator

import pytest

from qa.batch.inspection import Outcome
from qa.batch.runner import ENOUGH, Numbered, cores, outcomes
from qa.batch.sources import Source


def numbered(size: int) -> Iterator[Numbered]:
    return ((number, Source(b"a.txt", 0, b"%d" % number)) for number in range(size))


def process(_: Source) -> Outcome:
    return Outcome(report=b"%d" % os.getpid())


def processes(size: int, jobs: int | None) -> set[bytes]:
    return {outcome.report for _, outcome in outcomes(process, numbered(size), jobs)}


def test_few_sources_are_inspected_in_this_process() -> None:
    here = {b"%d" % os.getpid()}
    assert processes(ENOUGH - 1, None) == here
    assert processes(1, 4) == here
    assert processes(50, 1) == here


def test_more_are_shared_by_as_many_processes_as_were_asked_for() -> None:
    here = b"%d" % os.getpid()
    assert here not in processes(2, 2)
    assert 1 <= len(processes(200, 3)) <= 3
    assert (here in processes(200, None)) is (cores() == 1)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_every_source_is_answered_once(jobs: int) -> None:
    assert sorted(number for number, _ in outcomes(process, numbered(150), jobs)) == [*range(150)]


def test_a_stream_without_end_is_taken_as_needed() -> None:
    running = outcomes(process, numbered(10**9), 2)
    assert len({next(running)[0] for _ in range(100)}) == 100
    running.close()
