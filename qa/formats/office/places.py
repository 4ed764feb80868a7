"""Where the characters stand that are read of a document, and where markup can go beside them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qa.formats.office.paragraphs import Paragraphs, Styles
from qa.formats.office.roots import attribute
from qa.formats.xml.tags import after_element, after_tag
from qa.model import Span

# Content controls all of whose content is one run (ECMA-376, part 1, 17.5.2.44).
_PLAIN = frozenset(("text", "date", "dropDownList", "comboBox"))
_REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


@dataclass(slots=True)
class Element:
    """An element, from ``start`` to ``end``; its content is from ``first`` to ``last``."""

    depth: int
    tag: str
    start: int
    first: int
    last: int = 0
    end: int = 0


@dataclass(slots=True)
class Run(Element):
    """A run, whose content starts after its ``properties``."""

    properties: str = ""


@dataclass(slots=True)
class Item(Element):
    """What stands in a run, or instead of one, and is only divided if it ``is_text``."""

    run: Run | None = None
    is_text: bool = False


class Spot(NamedTuple):
    """Where a character stands: ``own`` where the item has others, too; None for all of them."""

    item: Item
    own: Span | None = None
    exact: bool = False


class Wanted:
    """Offsets in the text of a document, and what stands there once it is found."""

    def __init__(self, offsets: Iterable[int]) -> None:
        self._offsets = sorted(offsets)
        self.found: dict[int, Spot | None] = {}

    def within(self, start: int, end: int) -> Sequence[int]:
        """Return the offsets in a stretch of the text."""
        first = bisect_left(self._offsets, start)
        return self._offsets[first : bisect_left(self._offsets, end, first)]


class _Piece(NamedTuple):
    """Some of the text of a paragraph, which stands from ``start`` to ``end`` of the file."""

    length: int
    start: int
    end: int
    item: Item | None
    exact: bool

    def spot(self, offset: int) -> Spot | None:
        """Return where a character of the piece stands; None where no markup can go."""
        if self.item is None:
            return None
        if not self.exact or not self.item.is_text:
            return Spot(self.item, None, self.exact)
        if self.end - self.start != self.length:
            return Spot(self.item, Span(self.start, self.end), exact=True)
        at = self.start + offset
        return Spot(self.item, Span(at, at + 1), exact=True)


class Places(Paragraphs):
    """Finds where characters stand, and what refers to foot- and endnotes.

    ``references`` has the latter by the kind and the number of the note; ``length`` is that of the
    text.
    """

    def __init__(self, path: str, styles: Styles, content: str, wanted: Wanted) -> None:
        super().__init__(path, styles)
        self.references: dict[tuple[str, str], Item] = {}
        self.length = 0
        self._content = content
        self._wanted = wanted
        # Of the paragraphs that are open, and of the elements.
        self._pieces: list[list[_Piece]] = []
        self._starts: list[int] = []
        self._run: Run | None = None
        self._item: Item | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        self._starts.append(self.offset())
        if self._pieces and self._left_out is None and not self._item:
            self._open_inside(name)
        if self._item and name in _REFERENCES:
            number = attribute(attributes, "id")
            self.references.setdefault((_REFERENCES[name], number), self._item)
        super().start(name, attributes)

    def end(self, name: str) -> None:
        """Take an end tag."""
        start, depth = self._starts.pop(), len(self.stack) + 1
        for element in (self._item, self._run):
            if element and element.depth == depth:
                self._finish(element)
        if name == "rPr" and self._run and self._run.depth == depth - 1:
            self._run.first = after_element(self._content, start, self.offset())
            self._run.properties = self._content[start : self._run.first]
        count = len(self.found)
        super().end(name)
        if len(self.found) > count:
            self._place(self._pieces.pop())

    def _begin(self) -> None:
        super()._begin()
        self._pieces.append([])

    def _open_inside(self, name: str) -> None:
        depth = len(self.stack)
        if self._run:
            if depth == self._run.depth + 1 and name != "rPr":
                self._item = Item(*self._element(depth), run=self._run, is_text=name == "t")
        elif name == "r":
            self._run = Run(*self._element(depth))
        elif name.startswith("m:oMath") or name == "mc:AlternateContent":
            self._item = Item(*self._element(depth))
        elif name in _PLAIN and self.stack[-3:-1] == ["sdt", "sdtPr"]:
            self._item = Item(*self._element(depth - 2))

    def _element(self, depth: int) -> tuple[int, str, int, int]:
        start = self._starts[depth - 1]
        first = after_tag(self._content, start)
        return depth, self._content[start:first], start, first

    def _finish(self, element: Element) -> None:
        element.last = self.offset()
        element.end = after_element(self._content, element.start, element.last)
        if element is self._run:
            self._run = None
        else:
            self._item = None

    def _take(self, text: str) -> None:
        super()._take(text)
        start = self.offset()
        exact = self._item is not None and self._item.depth == len(self.stack)
        end = _after(self._content, start, text)
        self._pieces[-1].append(_Piece(len(text), start, end, self._item, exact))

    def _place(self, pieces: list[_Piece]) -> None:
        at = self.length
        for piece in pieces:
            for offset in self._wanted.within(at, at + piece.length):
                self._wanted.found[offset] = piece.spot(offset - at)
            at += piece.length
        self.length += len(self.found[-1].text) + 1


def _after(content: str, start: int, text: str) -> int:
    """Return the offset after characters: as they are, a reference to one, or a line end."""
    if content.startswith("&", start):
        return content.index(";", start) + 1
    return start + len("\r\n" if content.startswith("\r\n", start) else text)
