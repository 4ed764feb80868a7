"""Texts that do not fill the memory: one after another in a file, small ones in its buffer.

A million segments as strings take 100 bytes each before their first letter, and there are as many
again for every reference and system. Here a text takes its place in a table, and is read when it
is asked for.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import blake2b
from tempfile import SpooledTemporaryFile
from typing import TypeVar, cast, overload
from weakref import finalize

# Bytes of text that stay in memory.
IN_MEMORY = 16_000_000
# Texts read at a time.
_BLOCK = 4096
_DIGEST = 16
_ENCODING = "utf-8", "surrogatepass"

Text = TypeVar("Text", bound=str | None)


class Packed(Sequence[Text]):
    """Texts in order; None for one that is missing.

    Two are equal if all their texts are.

    Args:
        texts: they are gone through once.
    """

    def __init__(self, texts: Iterable[Text] = ()) -> None:
        # The end of every text; of one that is missing its complement, which is below 0.
        self._ends = array("q")
        self._file = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - open as long as the texts
        finalize(self, self._file.close)
        self._digest = blake2b(digest_size=_DIGEST)
        self._size = 0
        for text in texts:
            self.append(text)

    def append(self, text: Text) -> None:
        """Add a text; only before the first one is read."""
        content = str(text or "").encode(*_ENCODING)
        self._file.write(content)
        self._size += len(content)
        self._digest.update(content)
        self._ends.append(~self._size if text is None else self._size)

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self._ends)

    def __iter__(self) -> Iterator[Text]:
        """Yield the texts, read some thousands at a time."""
        for first in range(0, len(self), _BLOCK):
            yield from self._read(range(first, min(first + _BLOCK, len(self))))

    @overload
    def __getitem__(self, at: int) -> Text: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Text, ...]: ...

    def __getitem__(self, at: int | slice) -> Text | tuple[Text, ...]:
        """Return a text, or those of a slice."""
        place = range(len(self))[at]
        if isinstance(place, range):
            return tuple(self[one] for one in place)
        return next(self._read(range(place, place + 1)))

    def __eq__(self, other: object) -> bool:
        """Tell whether all texts are the same."""
        return isinstance(other, Packed) and self._identity == other._identity

    def __hash__(self) -> int:
        """Return a number that is the same for the same texts."""
        return hash(self._identity)

    @cached_property
    def _identity(self) -> tuple[bytes, bytes]:
        return self._digest.digest(), blake2b(self._ends, digest_size=_DIGEST).digest()

    def _read(self, places: range) -> Iterator[Text]:
        start = self._end(places.start - 1) if places.start else 0
        self._file.seek(start)
        content = self._file.read(self._end(places[-1]) - start)
        last = 0
        for place in places:
            end = self._end(place) - start
            missing = self._ends[place] < 0
            yield cast("Text", None if missing else content[last:end].decode(*_ENCODING))
            last = end

    def _end(self, place: int) -> int:
        end = self._ends[place]
        return end if end >= 0 else ~end
