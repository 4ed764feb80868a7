"""What the reader of a bilingual format finds."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from qa.model import SegmentKind, Span, Text


class Side(NamedTuple):
    """A source or a target; ``text`` is None where there is nothing to read."""

    text: Text | None = None
    codes: tuple[str, ...] = ()
    language: str | None = None


class Unit(NamedTuple):
    """A source and its target, of which one may be without text.

    ``document`` is the file that they come from, where the format tells; ``unfinished`` says that
    the target is none yet, although there may be one.
    """

    source: Side
    target: Side
    document: str | None = None
    kind: SegmentKind = SegmentKind.PARAGRAPH
    unfinished: bool = False


class Row(Protocol):
    """What belongs together in a file; its offsets count from the start of the file."""

    @property
    def end(self) -> int:
        """Return the offset in the file after the row."""

    def units(self, content: str, offset: int) -> Iterator[Unit]:
        """Yield the units of the row.

        Args:
            content: a stretch of the file with the whole row in it.
            offset: in the file of the start of ``content``, in which the texts are placed.
        """


def within(span: Span, offset: int) -> Span:
    """Return a span of the file as one of the stretch that starts at ``offset``."""
    return Span(span.start - offset, span.end - offset)


def verbatim(content: str, start: int, end: int) -> Text | None:
    """Return the words that stand between two offsets as they are, None where there are none."""
    words = content[start:end].strip()
    return Text.verbatim(words, content.index(words[0], start)) if words else None
