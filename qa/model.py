"""The words and where they stand: a document, its segments, and the way back to the file.

Offsets count Unicode code points from 0 and are half-open. Lines and columns count from 1 and
are made here only. A byte order mark is not part of the decoded text.
"""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from operator import attrgetter

from msgspec import Struct

from qa.regex import lazy

_LINE_BREAK = lazy(r"\r\n|\r|\n")


class Span(Struct, frozen=True, order=True):
    """Half-open range of code points."""

    start: int
    end: int


class Run(Struct, frozen=True):
    """A stretch of a text that comes from one stretch of the file.

    ``length`` code points from ``offset`` in the text stand for ``width`` code points from
    ``origin`` in the file. Where the two lengths agree the run is verbatim; where they differ
    (an entity, an escape) it cannot be divided.
    """

    offset: int
    length: int
    origin: int
    width: int


_offset_of = attrgetter("offset")


class Text(Struct, frozen=True):
    """Words as a reader sees them, which know where they came from.

    ``runs`` are in order and cover ``content`` without gaps.
    """

    content: str
    runs: tuple[Run, ...]

    @classmethod
    def verbatim(cls, content: str, origin: int = 0) -> "Text":
        """Return a text that stands in the file exactly as it is, from ``origin`` on."""
        return cls(content, (Run(0, len(content), origin, len(content)),))

    def locate(self, offset: int) -> int:
        """Return the offset in the file of the code point at ``offset``."""
        run = self._run(offset)
        if run.length == run.width:
            return run.origin + offset - run.offset
        return run.origin

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of ``content[start:end]``, which must not be empty."""
        last = self._run(end - 1)
        if last.length == last.width:
            return Span(self.locate(start), last.origin + end - last.offset)
        return Span(self.locate(start), last.origin + last.width)

    def slice(self, start: int, end: int) -> "Text":
        """Return the text ``content[start:end]``, which must not be empty, with its places.

        An indivisible run that reaches into it stands for the whole of its stretch of the file.
        """
        if (start, end) == (0, len(self.content)):
            return self
        runs = (run for run in self.runs if run.offset < end and start < run.offset + run.length)
        return Text(self.content[start:end], tuple(_cut(run, start, end) for run in runs))

    def _run(self, offset: int) -> Run:
        return self.runs[bisect_right(self.runs, offset, key=_offset_of) - 1]


def _cut(run: Run, start: int, end: int) -> Run:
    first, last = max(start, run.offset), min(end, run.offset + run.length)
    if run.length != run.width:
        return Run(first - start, last - first, run.origin, run.width)
    return Run(first - start, last - first, run.origin + first - run.offset, last - first)


def joined(texts: Sequence[Text]) -> Text:
    """Return texts that follow each other in one file as one, each on a line of its own.

    What stands between them in the file belongs to the line breaks.
    """
    runs: list[Run] = []
    size = 0
    for number, text in enumerate(texts):
        if number:
            runs.append(_gap(size, runs[-1], text.runs[0]))
            size += 1
        runs += [Run(run.offset + size, run.length, run.origin, run.width) for run in text.runs]
        size += len(text.content)
    return Text("\n".join(text.content for text in texts), tuple(runs))


def _gap(offset: int, before: Run, after: Run) -> Run:
    end = before.origin + before.width
    return Run(offset, 1, end, max(0, after.origin - end))


class SegmentKind(StrEnum):
    """What a segment is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    QUOTATION = "quotation"


class Segment(Struct, frozen=True):
    """One block of running text: a paragraph, a heading, a list item.

    ``number`` counts from 0 in the document. ``language`` is what the file itself says
    (``lang="de"``), and usually None. ``codes`` name the inline codes of a bilingual file in
    order, alike in the source and the target: ``("g 1", "x 2")``.
    """

    number: int
    text: Text
    kind: SegmentKind = SegmentKind.PARAGRAPH
    language: str | None = None
    codes: tuple[str, ...] = ()


class Ignore(Struct, frozen=True):
    """A ``qa:ignore`` comment: no findings of ``checks`` inside ``scope``.

    ``comment`` is where the comment itself stands. Both spans are offsets in the file.
    """

    checks: tuple[str, ...]
    comment: Span
    scope: Span


class Pair(Struct, frozen=True):
    """A stretch of the source and its translation.

    Both segments have text. The source's text stands in ``Source.content``, the target's in
    ``Document.content``. ``confidence`` is that of the alignment, from 0 to 1.
    """

    source: Segment
    target: Segment
    confidence: float = 1.0


class Omission(Struct, frozen=True):
    """A segment of the source without a translation.

    ``near`` is the segment of the document after which its translation would stand, or the
    first one; None in a document without text.
    """

    source: Segment
    near: Segment | None = None


class Source(Struct, frozen=True):
    """What a document was translated from, beside it.

    ``segments`` are those of the whole source; ``added`` are segments of the document without a
    source. In a bilingual file ``path`` and ``content`` are the document's own.
    """

    path: str
    content: str
    segments: tuple[Segment, ...]
    pairs: tuple[Pair, ...]
    omitted: tuple[Omission, ...] = ()
    added: tuple[Segment, ...] = ()
    language: str | None = None


class Start(Struct, frozen=True):
    """Where the content of a document starts in its file, for one that is a part of the file.

    ``offset`` counts code points from 0; ``line`` and ``column`` count from 1.
    """

    offset: int = 0
    line: int = 1
    column: int = 1

    def after(self, content: str) -> "Start":
        """Return where what follows ``content`` starts."""
        end = Lines(content, self).position(len(content))
        return Start(self.offset + len(content), end.line, end.column)


class Document(Struct, frozen=True):
    """A file that was read: its decoded text and the segments in it.

    ``content`` is the whole decoded file without a byte order mark, line ends unchanged, or a
    part of it from ``start`` on, in which all offsets count; ``language`` is what the file
    declares, if it does. ``segments`` are those to be read by the public: of a bilingual file its
    targets. A segment has a number of its own in the document, also one that only a pair has.
    """

    path: str
    content: str
    segments: tuple[Segment, ...]
    ignores: tuple[Ignore, ...] = ()
    language: str | None = None
    source: Source | None = None
    start: Start = Start()


_BEGINNING = Start()


class Position(Struct, frozen=True):
    """Line and column, both counted from 1, the column in code points."""

    line: int
    column: int


class Lines:
    """The lines of a decoded file, or of a part of it; LF, CRLF and CR all end one."""

    def __init__(self, content: str, start: Start = _BEGINNING) -> None:
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(content))]
        self._start = start

    def position(self, offset: int) -> Position:
        """Return the line and column in the file of ``offset`` in the content."""
        line = bisect_right(self._starts, offset)
        before = self._start.column if line == 1 else 1
        return Position(line + self._start.line - 1, offset - self._starts[line - 1] + before)
