"""What stands in an element of text: words, references, and inline codes, which are no words.

The elements are those of TMX 1.4 (https://www.gala-global.org/tmx-14b), XLIFF 1.2
(https://docs.oasis-open.org/xliff/xliff-core/xliff-core.html) and XLIFF 2
(https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html). The XML is well-formed:
it has been read once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from qa.formats.bilingual.rows import verbatim
from qa.formats.markup.assembly import GAP, Passage, Source
from qa.model import Span, Text
from qa.regex import lazy

_ATTRIBUTES = r"(?:(?>[^\"'<>]++|\"[^\"]*+\"|'[^']*+'))*+"
_START_TAG = lazy(rf"<{_ATTRIBUTES}>")
_TOKEN = lazy(
    r"(?P<text>[^<&]++)"
    r"|(?P<reference>&[^;]++;)"
    r"|<!\[CDATA\[(?P<data>(?:(?>[^\]]++|\](?!\]>)))*+)\]\]>"
    r"|<!--(?:(?>[^-]++|-(?!->)))*+-->"
    r"|<\?(?:(?>[^?]++|\?(?!>)))*+\?>"
    r"|</(?P<end>[^\s>]++)\s*+>"
    rf"|<(?P<start>[^\s/>]++)(?P<attributes>{_ATTRIBUTES})>"
)
_ATTRIBUTE = lazy(
    r"(?P<name>[^\s=\"'/]++)\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')"
)
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

# They stand for something that is seen in the sentence.
_STANDALONE = frozenset(("cp", "ph", "ut", "x"))
# They start and end something in the sentence.
_OPENING = frozenset(("bpt", "bx", "sc"))
_CLOSING = frozenset(("ept", "ex", "ec"))
# What stands in codes is none of the text, but of the original file.
_CODES = _STANDALONE | _OPENING | _CLOSING | {"em", "it", "sm"}
_PAIRED = frozenset(("g", "pc"))
_IDENTITIES = ("id", "x", "startRef", "i")
_LINE_BREAKS = frozenset(("lb", "x-br", "xlf:lb"))
_DELETED = "x-sdl-deleted"


class Reading(NamedTuple):
    """What was read of an element: its words, and the names of its codes in order."""

    text: Text | None = None
    codes: tuple[str, ...] = ()


def read(content: str, element: Span) -> Reading:
    """Return what stands in an element.

    Args:
        content: of the file.
        element: from the start tag up to the end tag.
    """
    start = _inside(content, element)
    if start >= element.end:
        return Reading()
    if content.find("<", start, element.end) < 0 and content.find("&", start, element.end) < 0:
        return Reading(verbatim(content, start, element.end))
    return _Inline(content, Passage(Source.whole(content))).read(start, element.end)


def marks(content: str, element: Span) -> dict[str, Span]:
    """Return the segments that an element of XLIFF 1.2 is divided into, by their ``mid``."""
    found: dict[str, Span] = {}
    stack: list[tuple[str | None, int]] = []
    for token in _TOKEN.finditer(content, _inside(content, element), element.end):
        if token["end"]:
            mid, start = stack.pop()
            if mid is not None:
                found.setdefault(mid, Span(start, token.start()))
        elif token["start"] and not token["attributes"].endswith("/"):
            stack.append((_mid(token), token.start()))
    return found


def attributes(source: str) -> dict[str, str]:
    """Return the attributes in a start tag by name."""
    return {
        found["name"]: unescape(found["double"] or found["single"] or "")
        for found in _ATTRIBUTE.finditer(source)
    }


def _inside(content: str, element: Span) -> int:
    tag = _START_TAG.match(content, element.start)
    return tag.end() if tag else element.end


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _mid(token: re.Match[str]) -> str | None:
    if _local(token["start"]) != "mrk":
        return None
    told = attributes(token["attributes"])
    return told.get("mid", "") if told.get("mtype") == "seg" else None


@dataclass(slots=True)
class _Inline:
    """The words of one element while they are read.

    ``_hidden`` is how deep the element is nested in which nothing is read, and ``_opened`` where
    that starts and what is read in its place. ``_nothing`` tells that nothing came after a code
    that opens: where it is closed at once, the two stand for something that is filled in.
    """

    content: str
    passage: Passage
    codes: list[str] = field(default_factory=list)
    _depth: int = 0
    _hidden: int | None = None
    _opened: tuple[int, str] = (0, "")
    _nothing: bool = False

    def read(self, start: int, end: int) -> Reading:
        for token in _TOKEN.finditer(self.content, start, end):
            if token["start"]:
                self._start(token)
            elif token["end"]:
                self._end(token)
            elif self._hidden is None:
                self._text(token)
        return Reading(self.passage.text(), tuple(self.codes))

    def _text(self, token: re.Match[str]) -> None:
        self._nothing = False
        if token["text"]:
            self.passage.copy(token.start(), token.end())
        elif token["reference"]:
            self.passage.replace(_referred(token["reference"]), token.start(), token.end())
        elif token["data"]:
            self.passage.copy(*token.span("data"))

    def _start(self, token: re.Match[str]) -> None:
        told = attributes(token["attributes"])
        name = _local(token["start"])
        code = name in _CODES
        if self._hidden is None:
            if code or name in _PAIRED:
                self.codes.append(" ".join((name, *_identity(told))))
            if code or _is_left_out(told):
                self._hidden, self._opened = self._depth, (token.start(), self._read(name, told))
            self._nothing = name in _OPENING
        self._depth += 1
        if token["attributes"].endswith("/"):
            self._end(token)

    def _end(self, token: re.Match[str]) -> None:
        self._depth -= 1
        if self._hidden == self._depth:
            start, reading = self._opened
            self.passage.replace(reading, start, token.end())
            self._hidden = None

    def _read(self, name: str, told: dict[str, str]) -> str:
        return GAP if self._nothing and name in _CLOSING else _reading(name, told)


def _identity(told: dict[str, str]) -> Iterator[str]:
    return iter([told[name] for name in _IDENTITIES if name in told][:1])


def _is_left_out(told: dict[str, str]) -> bool:
    protected = told.get("translate") == "no" or told.get("mtype") == "protected"
    return protected or told.get("mtype") == _DELETED


def _reading(name: str, told: dict[str, str]) -> str:
    """Return what is read in the place of a code, or of words that are not to be translated."""
    if not _LINE_BREAKS.isdisjoint(told.get(kind) for kind in ("ctype", "type", "subType")):
        return "\n"
    if name in _STANDALONE:
        return GAP
    return "" if name in _CODES or told.get("mtype") == _DELETED else GAP


def _referred(reference: str) -> str:
    name = reference[1:-1]
    if name.startswith("#"):
        return chr(int(f"0{name[1:]}", 0) if name[1] == "x" else int(name[1:]))
    return _NAMED[name]
