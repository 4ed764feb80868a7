"""The text of a document for outputs that show it: passages as they are read, and its sentences."""

from bisect import bisect_right
from operator import attrgetter

from msgspec import Struct

from qa.model import SegmentKind, Text


class Passage(Struct, frozen=True):
    """A paragraph, heading or item; the places of ``text`` are offsets in the file.

    ``source`` is what it was translated from, None where that is not known; ``language`` is what
    the file says of this passage, and usually None.
    """

    text: Text
    kind: SegmentKind
    language: str | None = None
    source: str | None = None

    @property
    def start(self) -> int:
        """The offset in the file at which it starts."""
        return self.text.locate(0)

    @property
    def end(self) -> int:
        """The offset in the file at which it ends."""
        last = self.text.runs[-1]
        return last.origin + last.width

    def find(self, place: int) -> int:
        """Return the offset in the text of what stands at ``place`` in the file.

        For what has no text of its own it is that of the next that has, or else the length.
        """
        runs = self.text.runs
        run = runs[max(0, bisect_right(runs, place, key=attrgetter("origin")) - 1)]
        inside = max(0, place - run.origin)
        if run.length != run.width:
            return run.offset + (run.length if inside >= run.width else 0)
        return run.offset + min(inside, run.length)


class Sentence(Struct, frozen=True):
    """A sentence of running text and its part of the verdict.

    ``start`` and ``end`` are offsets in the file; ``share`` is in log-odds: above 0 it reads
    translated. The shares of all sentences and what no sentence has a part in, such as the bias,
    add up to ``Verdict.log_odds``.
    """

    start: int
    end: int
    share: float


class Article(Struct, frozen=True):
    """A document to be shown; of a very long one ``left_out`` passages without findings are not."""

    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...] = ()
    left_out: int = 0
