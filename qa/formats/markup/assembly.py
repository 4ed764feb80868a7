"""Putting the text of a segment together from stretches of the file.

A reader copies what is text and replaces what is markup; where everything stands in the file
follows from that, so nobody searches for it again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from qa.model import Run, Span, Text

# Stands for something that is no text, such as code or an image, so that the words around it
# neither join nor seem to repeat (Unicode: object replacement character).
GAP = "\ufffc"

_WHOLE = (0,)


@dataclass(frozen=True, slots=True)
class Source:
    """The string that a parser works on, and where its pieces stand in the file.

    Piece ``i`` starts at ``starts[i]`` of the string and at ``origins[i]`` of the file, and ends
    at ``ends[i]`` of the file. What the string has beyond that end (indentation that a parser
    made up) stands nowhere. All three count code points.
    """

    file: str
    starts: Sequence[int]
    origins: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def whole(cls, file: str) -> "Source":
        """Return the source of a parser that works on the file as it is."""
        return cls(file, _WHOLE, _WHOLE, (len(file),))

    def stretches(self, start: int, end: int) -> Sequence[tuple[int, int]]:
        """Return where ``start`` to ``end`` of the string stands: halves of no CRLF, none empty."""
        if self.starts is _WHOLE:
            return ((start, end),)
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_left(self.starts, end, first + 1), first + 1)
        found = (self._stretch(piece, start, end) for piece in range(first, last))
        return [(opening, closing) for opening, closing in found if opening < closing]

    def span(self, start: int, end: int) -> Span:
        """Return the span from ``start`` to ``end``, which must stand somewhere."""
        stretches = self.stretches(start, end)
        return Span(stretches[0][0], stretches[-1][1])

    def _stretch(self, piece: int, start: int, end: int) -> tuple[int, int]:
        following = self.starts[piece + 1 : piece + 2]
        opening = self._locate(piece, max(start, self.starts[piece]))
        return opening, self._locate(piece, min((end, *following)))

    def _locate(self, piece: int, offset: int) -> int:
        found = min(self.origins[piece] + offset - self.starts[piece], self.ends[piece])
        splits = self.file.startswith("\n", found) and self.file[found - 1 : found] == "\r"
        return found + 1 if splits else found


# What is read in place of a stretch of the file (None for the stretch itself), start and end of the
# stretch, and the language that it is marked with.
_Piece = tuple[str | None, int, int, str | None]


@dataclass(slots=True)
class Passage:
    """The text of one segment while it is put together, in the order of reading."""

    source: Source
    _pieces: list[_Piece] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Tell whether anything was added."""
        return bool(self._pieces)

    def copy(self, start: int, end: int, language: str | None = None) -> None:
        """Read ``start`` to ``end`` of the source as it stands in the file."""
        for opening, closing in self.source.stretches(start, end):
            self._copy(opening, closing, language)

    def replace(self, reading: str, start: int, end: int, language: str | None = None) -> None:
        """Read ``reading``, shorter than what it stands for, in the place of the stretch."""
        if reading:
            span = self.source.span(start, end)
            self._pieces.append((reading, span.start, span.end, language))

    def text(self) -> Text | None:
        """Return the text without white space around it, None if there is nothing to read."""
        content = "".join(map(self._reading, self._pieces))
        words = content.strip()
        if not words.replace(GAP, "").strip():
            return None
        start = len(content) - len(content.lstrip())
        return Text(words, tuple(self._runs(start, start + len(words))))

    def languages(self) -> dict[str | None, int]:
        """Return how many code points are marked with each language, without white space."""
        sizes: dict[str | None, int] = {}
        for piece in self._pieces:
            sizes[piece[3]] = sizes.get(piece[3], 0) + len(self._reading(piece).strip())
        return sizes

    def leave_out(self, foreign: Callable[[str | None], bool]) -> None:
        """Leave a gap for every stretch that is marked with a language that is ``foreign``."""
        pieces, self._pieces = self._pieces, []
        for left_out, group in groupby(pieces, key=lambda piece: foreign(piece[3])):
            found = list(group)
            self._pieces += [_gap(found)] if left_out else found

    def _copy(self, start: int, end: int, language: str | None) -> None:
        if self._pieces:
            reading, opening, closing, marked = self._pieces[-1]
            if reading is None and closing == start and marked == language:
                self._pieces[-1] = (None, opening, end, language)
                return
        self._pieces.append((None, start, end, language))

    def _reading(self, piece: _Piece) -> str:
        return self.source.file[piece[1] : piece[2]] if piece[0] is None else piece[0]

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        """Yield the runs of ``start`` to ``end`` of all that was read."""
        offset = 0
        for reading, origin, closing, _ in self._pieces:
            length = closing - origin if reading is None else len(reading)
            first, last = max(start - offset, 0), min(end - offset, length)
            if first < last:
                cut = (first, last - first) if reading is None else (0, closing - origin)
                yield Run(offset + first - start, last - first, origin + cut[0], cut[1])
            offset += length


def _gap(pieces: list[_Piece]) -> _Piece:
    # The end of the tag before it belongs to the gap, which is so never as long as its reading.
    return (GAP, pieces[0][1] - 1, pieces[-1][2], None)
