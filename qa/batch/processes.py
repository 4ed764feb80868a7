"""Workers: processes that inspect sources.

Each has a pipe of its own. It is given a shard when it has nothing left to do, and sends each
outcome as soon as it has it: what a worker that ended had in hand is known, and nothing waits for
two sides that both write.
"""

import gc
import os
import signal
import sys
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from msgspec import msgpack

from qa.batch.inspection import Outcome
from qa.batch.runner import Inspect, Numbered
from qa.batch.sources import Source
from qa.findings import Failure

# Sources in a shard: one while there may be few in all, so that every worker has its part.
_SHARD = 4
_SINGLE = 64
_SHARD_BYTES = 200_000
_ATTEMPTS = 2
_SECONDS_TO_LOOK_FOR_PARENT = 1.0
_SECONDS_TO_END = 5.0

_ENCODE = msgpack.Encoder().encode
_SHARDS = msgpack.Decoder(list[Numbered])
_OUTCOMES = msgpack.Decoder(tuple[int, Outcome])


@dataclass(frozen=True, slots=True)
class _Worker:
    """A process, our end of its pipe, and what it has not answered yet, in order."""

    process: BaseProcess
    link: Connection
    assigned: deque[Numbered]


class Pool:
    """Workers that share one stream of sources.

    Args:
        inspect: what they do with a source; anything that it raises ends the worker.
        sources: with their numbers, taken as they are needed.
    """

    def __init__(self, inspect: Inspect, sources: Iterator[Numbered]) -> None:
        self._inspect = inspect
        self._sources = sources
        self._given = 0
        self._again: deque[Numbered] = deque()
        self._attempts: Counter[int] = Counter()
        self._workers: dict[Connection, _Worker] = {}

    def run(self, size: int) -> Iterator[tuple[int, Outcome]]:
        """Yield what becomes of each source, as it comes from one of ``size`` workers."""
        import_module("qa.pipeline")  # once, for all processes to share
        for _ in range(size):
            self._start()
        while self._workers:
            for link in wait(list(self._workers)):
                yield from self._heard(self._workers[link])  # type: ignore[index]

    def stop(self) -> None:
        """End the workers, whatever they are at."""
        for worker in self._workers.values():
            worker.process.terminate()
        for worker in self._workers.values():
            worker.process.join(_SECONDS_TO_END)
            worker.process.kill()

    def _start(self) -> None:
        shard = self._next()
        if shard:
            worker = _started(self._inspect)
            self._workers[worker.link] = worker
            _assign(worker, shard)

    def _heard(self, worker: _Worker) -> Iterator[tuple[int, Outcome]]:
        try:
            outcome = _OUTCOMES.decode(worker.link.recv_bytes())
        except (EOFError, OSError):
            yield from self._lost(worker)
            return
        worker.assigned.popleft()
        yield outcome
        if not worker.assigned:
            self._supply(worker)

    def _supply(self, worker: _Worker) -> None:
        shard = self._next()
        _assign(worker, shard)
        if not shard:
            self._remove(worker)

    def _lost(self, worker: _Worker) -> Iterator[tuple[int, Outcome]]:
        """Replace a worker that ended; what it had in hand is tried once more, alone."""
        self._remove(worker)
        (number, source), *rest = worker.assigned
        self._attempts[number] += 1
        if self._attempts[number] < _ATTEMPTS:
            rest.append((number, source))
        else:
            yield number, Outcome(failure=_fatal(source, worker.process.exitcode))
        self._again.extend(rest)
        self._start()

    def _remove(self, worker: _Worker) -> None:
        del self._workers[worker.link]
        worker.process.join()
        worker.link.close()

    def _next(self) -> list[Numbered]:
        if self._again:
            return [self._again.popleft()]
        shard = _shard(self._sources, 1 if self._given < _SINGLE else _SHARD)
        self._given += len(shard)
        return shard


def _shard(sources: Iterator[Numbered], most: int) -> list[Numbered]:
    """Return the next few sources, fewer if their content comes with them and is long."""
    shard, size = [], 0
    for number, source in islice(sources, most):
        shard.append((number, source))
        size += len(source.content or b"")
        if size > _SHARD_BYTES:
            break
    return shard


def _assign(worker: _Worker, shard: list[Numbered]) -> None:
    """Send a shard to a worker; an empty one lets it end."""
    worker.assigned.extend(shard)
    try:
        worker.link.send_bytes(_ENCODE(shard))
    except OSError:  # it has ended, which is noticed when its pipe is read
        return


def _started(inspect: Inspect) -> _Worker:
    """Start a worker; Ctrl-C is for this process, which tells the workers."""
    context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, inspect, os.getpid()), daemon=True)
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, heard)
    theirs.close()
    return _Worker(process, ours, deque())


def _work(link: Connection, inspect: Inspect, parent: int) -> None:
    """Answer shards until there is an empty one, or nobody to answer to."""
    gc.enable()  # unlike a short run, this one would fill the memory
    while shard := _received(link, parent):
        for number, source in shard:
            link.send_bytes(_ENCODE((number, inspect(source))))


def _received(link: Connection, parent: int) -> list[Numbered]:
    while not link.poll(_SECONDS_TO_LOOK_FOR_PARENT):
        if os.getppid() != parent:
            return []
    return _SHARDS.decode(link.recv_bytes())


def _fatal(source: Source, status: int | None) -> Failure:
    how = f"signal {-status}" if status and status < 0 else f"status {status}"
    return Failure(
        source.name,
        f"{source.name}: the process that checked it ended twice ({how})",
        "it may need more memory than there is; check it alone with --jobs 1",
    )
