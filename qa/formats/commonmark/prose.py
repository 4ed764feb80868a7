"""The prose of Markdown: which tokens are read, and as what."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it.token import Token

from qa.formats.commonmark.parser import parse
from qa.formats.markup import elements, tags, vocabulary
from qa.formats.markup.assembly import GAP, Passage, Source
from qa.formats.markup.elements import Page
from qa.formats.markup.ignores import Comment
from qa.formats.markup.tags import Kind
from qa.model import Segment, SegmentKind

_HIDDEN = vocabulary.OPAQUE | vocabulary.INVISIBLE

# By the tag of the element that a block is in; the first that is open decides.
_KINDS = (
    *((f"h{level}", SegmentKind.HEADING) for level in range(1, 7)),
    ("th", SegmentKind.CELL),
    ("td", SegmentKind.CELL),
    ("blockquote", SegmentKind.QUOTATION),
    ("li", SegmentKind.ITEM),
)


def read(content: str, start: int) -> Page:
    """Return what stands in ``content`` from ``start`` on."""
    reader = _Reader()
    for token in parse(content, start):
        reader.take(token)
    return reader.page


@dataclass(slots=True)
class _Reader:
    """Goes through the blocks; ``open`` counts the elements around the present one by tag."""

    page: Page = field(default_factory=Page)
    open: Counter[str] = field(default_factory=Counter)

    def take(self, token: Token) -> None:
        self.open[token.tag] += token.nesting
        cut = token.meta.get("cut")
        if cut and token.type == "html_block":
            elements.read(cut.source, cut.content, self.page, self._kind())
        elif cut and token.children:
            start = cut.content.index(token.content)
            block = _Block(cut.source, start, token.content, self._kind(), self.page)
            block.read(token.children)

    def _kind(self) -> SegmentKind:
        kinds = (kind for tag, kind in _KINDS if self.open[tag])
        return next(kinds, SegmentKind.PARAGRAPH)


class _Block:
    """The inline content of a block, which stands at ``start`` of its source."""

    def __init__(
        self, source: Source, start: int, content: str, kind: SegmentKind, page: Page
    ) -> None:
        self.source = source
        self.start = start
        self.content = content
        self.kind = kind
        self.page = page
        self.passage = Passage(source)
        self.images: list[Token] = []

    def read(self, tokens: list[Token]) -> None:
        """Add the segment in ``tokens`` to the page, then the descriptions of its images."""
        hidden_ends = _hidden_ends(tokens)
        position = 0
        while position < len(tokens):
            last = hidden_ends.get(position, position)
            if last > position:
                self._leave_out(tokens[position], tokens[last])
            else:
                self._take(tokens[position])
            position = last + 1
        self._add()

    def _add(self) -> None:
        text = self.passage.text()
        if text:
            self.page.segments.append(Segment(len(self.page.segments), text, self.kind))
        for image in self.images:
            start = self.start + image.meta["start"] + len("![")
            caption = _Block(self.source, start, image.content, SegmentKind.CAPTION, self.page)
            caption.read(image.children or [])

    def _take(self, token: Token) -> None:
        take = _TAKES.get(token.type)
        if take:
            take(self, token)

    def _start_of(self, token: Token) -> int:
        start: int = token.meta["start"]
        return self.start + start

    def _leave_out(self, first: Token, last: Token) -> None:
        end = self._start_of(last) + len(last.content)
        self.passage.replace(GAP, self._start_of(first), end)

    def text(self, token: Token) -> None:
        start = self._start_of(token)
        self.passage.copy(start, start + len(token.content))

    def special(self, token: Token) -> None:
        """Read an entity, or a character without the backslash before it."""
        start = self._start_of(token)
        end = start + len(token.markup)
        if token.info == "escape":
            self.passage.copy(end - len(token.content), end)
        else:
            self.passage.replace(token.content, start, end)

    def line_break(self, token: Token) -> None:
        """Read a line break, without the backslash before it."""
        start = self.start + self.content.index("\n", token.meta["start"])
        self.passage.copy(start, start + 1)

    def gap(self, token: Token) -> None:
        self.passage.replace(GAP, self._start_of(token), self.start + token.meta["end"])

    def image(self, token: Token) -> None:
        self.gap(token)
        self.images.append(token)

    def html(self, token: Token) -> None:
        tag, start = _tag(token), self._start_of(token)
        end = start + len(token.content)
        if tag and tag.kind is Kind.COMMENT:
            comment = Comment(token.content, self.source.span(start, end))
            self.page.comments.append(comment)
        elif tag and tag.value == "br":
            self.passage.replace("\n", start, end)
        elif tag and tag.value in vocabulary.OPAQUE & vocabulary.VOID:
            self.passage.replace(GAP, start, end)


_TAKES: dict[str, Callable[[_Block, Token], None]] = {
    "text": _Block.text,
    "text_special": _Block.special,
    "softbreak": _Block.line_break,
    "hardbreak": _Block.line_break,
    "code_inline": _Block.gap,
    "gap": _Block.gap,
    "image": _Block.image,
    "html_inline": _Block.html,
}


def _tag(token: Token) -> tags.Token | None:
    return next(tags.tokens(token.content), None) if token.type == "html_inline" else None


def _hidden_ends(tokens: list[Token]) -> dict[int, int]:
    """Return by the start of every HTML element that is no prose where it ends."""
    found: dict[int, int] = {}
    closing: dict[str, int] = {}
    for number in range(len(tokens) - 1, -1, -1):
        tag = _tag(tokens[number])
        if tag and tag.kind is Kind.END:
            closing[tag.value] = number
        elif tag and tag.value in _HIDDEN and tag.value in closing:
            found[number] = closing[tag.value]
    return found
