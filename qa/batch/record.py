"""What became of the sources so far, with the reports on disk where they are many."""

from array import array
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count
from typing import IO, TypeVar, overload
from weakref import finalize

from msgspec import msgpack

from qa.article import Article
from qa.batch.inspection import Outcome
from qa.errors import QAError
from qa.findings import DocumentReport, Failure

_IN_MEMORY = 4_000_000  # bytes
_Value = TypeVar("_Value")


class Stored(Sequence[_Value]):
    """Values in the order of their sources, read from a temporary file one at a time.

    They take 24 bytes of memory each, however long they are. ``numbers`` are those of the sources.
    """

    def __init__(self, kind: type[_Value]) -> None:
        self._decoder = msgpack.Decoder(kind)
        self._file: IO[bytes] = BytesIO()
        self.numbers, self._offsets, self._sizes = array("Q"), array("Q"), array("Q")
        self._order: list[int] | range = range(0)

    def add(self, number: int, encoded: bytes) -> None:
        """Add the value of source ``number``, in MessagePack.

        Raises:
            QAError: the disk is full.
        """
        try:
            offset = self._file.seek(0, 2)
            if isinstance(self._file, BytesIO) and offset > _IN_MEMORY:
                self._file = _on_disk(self._file)
                finalize(self, self._file.close)
            self._file.write(encoded)
        except OSError as error:
            raise QAError(
                f"results cannot be kept in a temporary file: {error.strerror}",
                "make room there, or set TMPDIR to a folder that has some",
            ) from error
        self._offsets.append(offset)
        self._sizes.append(len(encoded))
        self.numbers.append(number)

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> _Value: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[_Value]: ...

    def __getitem__(self, index: int | slice) -> _Value | Sequence[_Value]:
        if isinstance(index, slice):
            return tuple(map(self._read, self._in_order()[index]))
        return self._read(self._in_order()[index])

    def __iter__(self) -> Iterator[_Value]:
        return map(self._read, self._in_order())

    def _in_order(self) -> Sequence[int]:
        if len(self._order) != len(self.numbers):
            self._order = sorted(range(len(self.numbers)), key=self.numbers.__getitem__)
        return self._order

    def _read(self, place: int) -> _Value:
        self._file.seek(self._offsets[place])
        return self._decoder.decode(self._file.read(self._sizes[place]))


def _on_disk(file: BytesIO) -> IO[bytes]:
    from tempfile import TemporaryFile  # slow, and few runs are so long

    moved = TemporaryFile()  # noqa: SIM115 - it lives as long as the reports
    try:
        moved.write(file.getbuffer())
    except OSError:
        moved.close()
        raise
    return moved


class Record:
    """The outcomes of a run, which may come in any order."""

    def __init__(self) -> None:
        self.documents = Stored(DocumentReport)
        self.articles = Stored(Article)
        self.failed = False
        self._failures: dict[int, Failure] = {}
        self._settings = array("L")

    def expect(self, settings: int) -> None:
        """Note the number of the settings of the next source."""
        self._settings.append(settings)

    def add(self, number: int, outcome: Outcome) -> None:
        """Add what became of source ``number``."""
        if outcome.failure:
            self._failures[number] = outcome.failure
        else:
            self.documents.add(number, outcome.report)
            if outcome.article:
                self.articles.add(number, outcome.article)
            self.failed |= outcome.failed

    @property
    def settings(self) -> list[int]:
        """The number of the settings of each document."""
        return [self._settings[number] for number in sorted(self.documents.numbers)]

    @property
    def done(self) -> int:
        """How many sources there are outcomes of."""
        return len(self.documents) + len(self._failures)

    @property
    def next(self) -> int:
        """The number of the first source that there is no outcome of."""
        known = {*self.documents.numbers, *self._failures}
        return next(number for number in count() if number not in known)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The failures in the order of their sources."""
        return tuple(failure for _, failure in sorted(self._failures.items()))
