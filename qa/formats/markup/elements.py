"""Reading the elements of HTML: which text belongs together, and what of it is seen.

Shared by the readers of HTML and of Markdown, which may contain HTML.
"""

from dataclasses import dataclass, field

from msgspec import Struct

from qa.formats.markup import tags, vocabulary
from qa.formats.markup.assembly import GAP, Passage, Source
from qa.formats.markup.ignores import Comment
from qa.formats.markup.tags import Kind, Token
from qa.model import Segment, SegmentKind
from qa.regex import lazy

_LANGUAGE = lazy(r"[A-Za-z]{2,8}(?:(?>-[A-Za-z0-9]{1,8}))*+")
_EFFECTIVE = lazy(r"(?i)lang|hidden|translate")


class _Element(Struct, frozen=True):
    """An open element; ``language`` and ``kind`` hold for the text in it."""

    name: str
    start: int
    language: str | None
    kind: SegmentKind


@dataclass(slots=True)
class Page:
    """What was read so far.

    ``language`` is that of the ``html`` element.
    """

    segments: list[Segment] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    language: str | None = None


def read(source: Source, content: str, page: Page, kind: SegmentKind) -> None:
    """Add to ``page`` what stands in ``content``, an HTML file or a part of one.

    Args:
        source: where ``content`` stands in the file.
        content: what to read.
        page: is added to.
        kind: of the text outside of elements that have a kind of their own.
    """
    reader = _Reader(source, content, page, [_Element("", 0, None, kind)])
    for token in tags.tokens(content):
        reader.take(token)
    reader.flush()


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens once; all that it looks up is looked up in constant time."""

    source: Source
    content: str
    page: Page
    stack: list[_Element]
    places: dict[str, list[int]] = field(default_factory=dict)
    blocks: list[int] = field(default_factory=list)
    hidden: int | None = None
    passage: Passage = field(init=False)

    def __post_init__(self) -> None:
        self.passage = Passage(self.source)

    def take(self, token: Token) -> None:
        if token.kind is Kind.START:
            self._open(token)
        elif token.kind is Kind.END:
            self._close(token)
        elif self.hidden is None:
            self._read(token)

    def flush(self) -> None:
        """End the segment."""
        if self.passage:
            language = self._leave_out_foreign()
            text = self.passage.text()
            if text:
                number, kind = len(self.page.segments), self.stack[-1].kind
                self.page.segments.append(Segment(number, text, kind, language))
            self.passage = Passage(self.source)

    def _read(self, token: Token) -> None:
        language = self.stack[-1].language
        if token.kind is Kind.COMMENT:
            self._comment(token)
        elif token.kind is Kind.REFERENCE:
            self.passage.replace(token.value, token.start, token.end, language)
        elif self.passage or not self.content[token.start : token.end].isspace():
            self.passage.copy(token.start, token.end, language)

    def _comment(self, token: Token) -> None:
        content = self.content[token.start : token.end]
        span = self.source.span(token.start, token.end)
        self.page.comments.append(Comment(content, span))

    def _open(self, token: Token) -> None:
        name = token.value
        if name in vocabulary.BLOCKS:
            self.flush()
            self._end_implied(name)
        if name in vocabulary.VOID or token.attributes.endswith("/"):
            self._void(token)
        else:
            self._push(token)

    def _void(self, token: Token) -> None:
        if self.hidden is not None:
            return
        if token.value == "br":
            self.passage.replace("\n", token.start, token.end, self.stack[-1].language)
        elif token.value in vocabulary.OPAQUE:
            self.passage.replace(GAP, token.start, token.end, self.stack[-1].language)

    def _end_implied(self, name: str) -> None:
        ended = vocabulary.IMPLIED_ENDS[name]
        while self.blocks and self.stack[self.blocks[-1]].name in ended:
            self._pop(self.blocks[-1])

    def _push(self, token: Token) -> None:
        name, index = token.value, len(self.stack)
        found = tags.attributes(token.attributes) if _EFFECTIVE.search(token.attributes) else {}
        self.stack.append(self._element(token, found))
        self.places.setdefault(name, []).append(index)
        if name in vocabulary.BLOCKS:
            self.blocks.append(index)
        if self.hidden is None and _hides(name, found):
            self.hidden = index

    def _element(self, token: Token, found: dict[str, str]) -> _Element:
        name, parent = token.value, self.stack[-1]
        language = _language(found)
        if name == "html":
            self.page.language = self.page.language or language
            language = None
        inherited = language or parent.language
        return _Element(name, token.start, inherited, _kind(name, parent.kind))

    def _close(self, token: Token) -> None:
        block = token.value in vocabulary.BLOCKS
        if block:
            self.flush()
        places = self.places.get(token.value)
        if places and (block or self._closes(places[-1])):
            self._leave(token, places[-1])

    def _closes(self, index: int) -> bool:
        """Tell whether an inline element may end: not beyond the block around the text."""
        return index == self.hidden or not self.blocks or self.blocks[-1] < index

    def _leave(self, token: Token, index: int) -> None:
        start = self.stack[index].start
        opaque = self.hidden == index and token.value not in vocabulary.INVISIBLE
        self._pop(index)
        if opaque and token.value not in vocabulary.BLOCKS:
            self.passage.replace(GAP, start, token.end, self.stack[-1].language)

    def _pop(self, index: int) -> None:
        for element in reversed(self.stack[index:]):
            self.places[element.name].pop()
        del self.stack[index:]
        while self.blocks and self.blocks[-1] >= index:
            self.blocks.pop()
        if self.hidden is not None and self.hidden >= index:
            self.hidden = None

    def _leave_out_foreign(self) -> str | None:
        """Leave out words marked as another language than most; return that of most."""
        sizes = self.passage.languages()
        language = max(sizes, key=sizes.__getitem__)
        if len(sizes) > 1:
            own = {None, language, _primary(language or self.page.language)}
            self.passage.leave_out(lambda tag: tag not in own and _primary(tag) not in own)
        return language


def _hides(name: str, found: dict[str, str]) -> bool:
    if name in vocabulary.INVISIBLE or name in vocabulary.OPAQUE or name in vocabulary.SKIPPED:
        return True
    return "hidden" in found or found.get("translate", "").lower() == "no"


def _kind(name: str, inherited: SegmentKind) -> SegmentKind:
    quoted = inherited is SegmentKind.QUOTATION and name == "li"
    return inherited if quoted else vocabulary.KINDS.get(name, inherited)


def _language(found: dict[str, str]) -> str | None:
    declared = (found.get("lang") or found.get("xml:lang") or "").strip().replace("_", "-")
    return declared if _LANGUAGE.fullmatch(declared) else None


def _primary(language: str | None) -> str | None:
    return language.split("-")[0].lower() if language else None
