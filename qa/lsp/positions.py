"""Offsets in a text as an editor counts them: lines, and columns in code units.

Only LF, CRLF and CR end a line (https://microsoft.github.io/language-server-protocol, "Text
Documents"); Python's ``splitlines`` knows more ends. A column counts UTF-16 unless the editor
offers another unit.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from lsprotocol import types

from qa.model import Span
from qa.regex import lazy

_LINE_BREAK = lazy(r"\r\n|\r|\n")


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_UNITS: dict[str, Callable[[str], int]] = {
    types.PositionEncodingKind.Utf8: _utf8,
    types.PositionEncodingKind.Utf16: _utf16,
    types.PositionEncodingKind.Utf32: len,
}


class Positions:
    """Where the code points of a text stand for an editor.

    Args:
        content: the text.
        encoding: what columns count: "utf-8", "utf-16" or "utf-32".
    """

    def __init__(self, content: str, encoding: str) -> None:
        breaks = [found.span() for found in _LINE_BREAK.finditer(content)]
        self._content = content
        self._units = _UNITS[encoding]
        self._starts = [0, *(end for _, end in breaks)]
        self._ends = [*(start for start, _ in breaks), len(content)]

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset; inside a line end it is that before it."""
        line = bisect_right(self._starts, offset) - 1
        before = self._content[self._starts[line] : min(offset, self._ends[line])]
        return types.Position(line, self._units(before))

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position; of one that is not in the text, the nearest before."""
        if position.line >= len(self._starts):
            return len(self._content)
        start, end = self._starts[position.line], self._ends[position.line]
        return start + self._column(self._content[start:end], position.character)

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of ``content[start:end]``."""
        return types.Range(self.position(start), self.position(end))

    def span(self, asked: types.Range) -> Span:
        """Return the offsets of a range."""
        first, last = sorted((self.offset(asked.start), self.offset(asked.end)))
        return Span(first, last)

    def _column(self, line: str, units: int) -> int:
        """Return how many code points lie wholly within the first ``units`` of a line."""
        if line.isascii():
            return min(units, len(line))
        return bisect_right([*accumulate(map(self._units, line))], units)


def edited(
    content: str, changes: Iterable[types.TextDocumentContentChangeEvent], encoding: str
) -> str:
    """Return a text after an editor's changes, each of which is to the text after the one before.

    Args:
        content: the text.
        changes: each with a range to replace, or with a whole new text.
        encoding: what columns count.
    """
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            place = Positions(content, encoding).span(change.range)
            content = content[: place.start] + change.text + content[place.end :]
        else:
            content = change.text
    return content
