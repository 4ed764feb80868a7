"""Notes that are written into a file, and how its text is changed for them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

# How notes of ours are known again.
OWN = "qa"


class Note(NamedTuple):
    """A note on ``offset`` to ``end`` of what is read of a file; ``rank`` is 0 for the least.

    ``text`` says all in one line. Where a note can be longer and stand at the very words, it has
    ``paragraphs``, without the ``words``.
    """

    offset: int
    end: int
    rank: int
    text: str
    words: str
    paragraphs: tuple[str, ...]


class Annotated(NamedTuple):
    """A file with notes in it; some may be left out: ``because`` is ``as Word has no …``."""

    data: bytes
    left_out: Sequence[Note] = ()
    because: str = ""


class Edit(NamedTuple):
    """What is put in the place of a stretch of a file."""

    start: int
    end: int
    text: str


class Place(Protocol):
    """Something in a file that can have notes."""

    @property
    def start(self) -> int:
        """Return the offset where it starts."""


_Place = TypeVar("_Place", bound=Place)


def insertion(offset: int, text: str) -> Edit:
    """Return the edit that only adds a text."""
    return Edit(offset, offset, text)


def edited(content: str, edits: Iterable[Edit]) -> str:
    """Return a text with the edits made, which must not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        pieces += content[at : edit.start], edit.text
        at = edit.end
    return "".join((*pieces, content[at:]))


def by_place(
    notes: Sequence[Note], places: Sequence[_Place]
) -> Iterator[tuple[_Place, Sequence[Note]]]:
    """Yield every place with the notes on what stands in it; notes before the first are lost."""
    starts = [place.start for place in places]
    of: list[list[Note]] = [[] for _ in places]
    for note in sorted(notes):
        at = bisect_right(starts, note.offset) - 1
        if at >= 0:
            of[at].append(note)
    return zip(places, of, strict=True)
