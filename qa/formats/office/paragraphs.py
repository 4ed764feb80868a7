"""What is seen in the paragraphs of WordprocessingML, and which styles they have."""

from typing import NamedTuple

from qa.formats.markup.assembly import GAP
from qa.formats.xml.scanning import Scanner
from qa.model import SegmentKind

# Moved and deleted text, readings above characters, and the older form of what stands beside it.
_LEFT_OUT = frozenset(("moveFrom", "del", "rt", "mc:Fallback"))
_READINGS = {
    "tab": "\t",
    "ptab": "\t",
    # A line break in a paragraph ends no line here: lines are paragraphs.
    "br": "\u2028",
    "cr": "\u2028",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "sym": GAP,
    "m:oMath": GAP,
}
_KINDS = {
    "heading": SegmentKind.HEADING,
    "title": SegmentKind.HEADING,
    "subtitle": SegmentKind.HEADING,
    "caption": SegmentKind.CAPTION,
    "quote": SegmentKind.QUOTATION,
    "intense": SegmentKind.QUOTATION,
    "list": SegmentKind.ITEM,
}
# Tables of contents only repeat the headings.
_CONTENTS = "toc"
_OFF = frozenset(("0", "false", "off"))


class Paragraph(NamedTuple):
    """The text of a paragraph, without line ends, and what it is on the page."""

    text: str
    kind: SegmentKind


class Styles(Scanner):
    """The styles of a document: what paragraphs of each are, and which of them are hidden."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.kinds: dict[str, SegmentKind] = {}
        self.hidden: set[str] = set()
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note the name of a style, which is English in every language, and whether it hides."""
        if name == "style":
            self._style = _value(attributes, "w:styleId")
        elif name == "name" and self.stack[-2] == "style":
            first = _value(attributes).lower().partition(" ")[0]
            if first in _KINDS:
                self.kinds[self._style] = _KINDS[first]
            elif first == _CONTENTS:
                self.hidden.add(self._style)
        elif name == "vanish" and _value(attributes) not in _OFF:
            self.hidden.add(self._style)


class Paragraphs(Scanner):
    """The paragraphs of a part of a document, in the order of their ends."""

    def __init__(self, path: str, styles: Styles) -> None:
        super().__init__(path)
        self.found: list[Paragraph] = []
        self._styles = styles
        self._left_out: int | None = None
        # Of the paragraphs that are open: a text box has paragraphs inside of one.
        self._texts: list[list[str]] = []
        self._kinds: list[SegmentKind] = []
        self._hidden_paragraphs: list[bool] = []
        self._hidden = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        if self._left_out is not None:
            return
        if name in _LEFT_OUT and self.stack[-2] != "rPr":
            self._left_out = len(self.stack)
        elif name == "p":
            self._begin()
        elif self._texts:
            self._inside(name, attributes)

    def end(self, name: str) -> None:
        """Take an end tag."""
        if self._left_out is not None:
            if len(self.stack) < self._left_out:
                self._left_out = None
        elif name == "t":
            self.hear(None)
        elif name == "p" and self._texts:
            text = "".join(self._texts.pop()).replace("\r", " ").replace("\n", " ")
            self.found.append(Paragraph(text, self._kinds.pop()))
            self._hidden_paragraphs.pop()

    def _begin(self) -> None:
        cell = "tc" in self.stack
        self._texts.append([])
        self._kinds.append(SegmentKind.CELL if cell else SegmentKind.PARAGRAPH)
        self._hidden_paragraphs.append(False)

    def _inside(self, name: str, attributes: dict[str, str]) -> None:
        if name == "r":
            self._hidden = self._hidden_paragraphs[-1]
        elif self.stack[-2] == "rPr" or self.stack[-2] == "pPr":
            self._property(name, attributes)
        elif self._hidden:
            return
        elif name == "t":
            self.hear(self._take)
        elif name in _READINGS:
            self._take(_READINGS[name])

    def _take(self, text: str) -> None:
        self._texts[-1].append(text)

    def _property(self, name: str, attributes: dict[str, str]) -> None:
        value = _value(attributes)
        if name == "pStyle":
            self._kinds[-1] = self._styles.kinds.get(value, self._kinds[-1])
            self._hidden_paragraphs[-1] = value in self._styles.hidden
        elif name == "numPr" and self._kinds[-1] is SegmentKind.PARAGRAPH:
            self._kinds[-1] = SegmentKind.ITEM
        elif name == "rStyle":
            self._hidden = self._hidden or value in self._styles.hidden
        elif name == "vanish":
            self._hidden = value not in _OFF


def _value(attributes: dict[str, str], name: str = "w:val") -> str:
    return attributes.get(name, "")
