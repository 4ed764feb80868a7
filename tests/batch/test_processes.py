"""Workers may end at any moment; no source is lost by that, and nothing hangs."""

import os
import signal
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from qa.batch.inspection import Outcome
from qa.batch.processes import Pool
from qa.batch.sources import Source

Numbered = tuple[int, Source]


def numbered(contents: list[bytes]) -> Iterator[Numbered]:
    return ((number, Source(b"a%d.txt" % number, 0, one)) for number, one in enumerate(contents))


def echoed(source: Source) -> Outcome:
    return Outcome(report=source.content or b"")


def run(contents: list[bytes], inspect: object = echoed, size: int = 2) -> dict[int, Outcome]:
    pool = Pool(inspect, numbered(contents))  # type: ignore[arg-type]
    try:
        found = list(pool.run(size))
    finally:
        pool.stop()
    assert len(found) == len(dict(found))
    return dict(found)


@pytest.mark.parametrize("size", [1, 2, 5])
def test_every_source_has_its_outcome(size: int) -> None:
    contents = [b"%d" % number for number in range(50)]
    found = run(contents, size=size)
    assert [found[number].report for number in range(50)] == contents


def test_long_messages_both_ways_do_not_block() -> None:
    contents = [bytes([65 + number]) * 3_000_000 for number in range(6)]
    found = run(contents)
    assert [found[number].report for number in range(6)] == contents


def test_a_source_that_kills_its_worker_twice_is_a_failure_and_no_other_is() -> None:
    def deadly(source: Source) -> Outcome:
        if source.read() == b"9":
            os.kill(os.getpid(), signal.SIGKILL)
        return echoed(source)

    found = run([b"%d" % number for number in range(30)], deadly)
    failure = found[9].failure
    assert failure
    assert failure.path == "a9.txt"
    assert "ended twice (signal 9)" in failure.message
    assert [number for number in range(30) if found[number].failure] == [9]


def test_a_worker_that_is_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    def mortal(source: Source) -> Outcome:
        if source.read() == b"5" and not (tmp_path / "once").exists():
            (tmp_path / "once").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return echoed(source)

    found = run([b"%d" % number for number in range(20)], mortal)
    assert [found[number].report for number in range(20)] == [b"%d" % one for one in range(20)]


def test_stopping_ends_workers_that_are_busy() -> None:
    def endless(_: Source) -> Outcome:
        while True:
            signal.pause()

    pool = Pool(endless, numbered([b"a", b"b"]))
    running = pool.run(2)
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    with pytest.raises(KeyboardInterrupt):
        next(running)
    started = active_children()
    assert len(started) == 2
    pool.stop()
    assert not [one for one in started if one.is_alive()]
