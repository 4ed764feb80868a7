"""The tags, references and text of an HTML file, and where they stand.

Follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/#tokenization) as far as
what a reader sees depends on it. It is used in place of ``html.parser`` because that gives no
offsets, takes time that grows with the square of some malformed files, and raises on others.
"""

import html
import re
from collections.abc import Iterator
from enum import Enum, auto
from html.entities import html5

from msgspec import Struct

from qa.regex import lazy

# A quotation mark belongs to a value only after "="; a tag that is never closed takes the rest of
# the file, as it does in browsers. Every loop is possessive, so that nothing is read twice.
_ATTRIBUTES = r"(?P<{}>(?:(?>[^>\"'=]++|=[ \t\n\f\r]*+(?:\"[^\"]*+\"|'[^']*+')|[\"'=]))*+)"
_TOKEN = lazy(
    r"(?P<text>[^<&]++)"
    r"|(?P<reference>&(?:\#[0-9]{1,12}+;?|\#[xX][0-9A-Fa-f]{1,8}+;?|[A-Za-z][A-Za-z0-9]{1,31}+;?))"
    r"|(?P<comment><!--(?:-?>|(?:(?>[^-]++|-(?!-!?>)))*+(?:--!?>)?))"
    r"|(?P<raw><(?P<rawname>(?i:script|style|textarea|iframe|noembed|noframes|xmp))(?=[\s/>])"
    + _ATTRIBUTES.format("rawattributes")
    + r"(?<!/)>(?:(?>[^<]++|<(?!/(?i:(?P=rawname))[\s/>])))*+)"
    r"|(?P<start><(?P<name>[A-Za-z][^ \t\n\f\r/>]*+)" + _ATTRIBUTES.format("attributes") + r">?)"
    r"|(?P<end></(?P<endname>[A-Za-z][^ \t\n\f\r/>]*+)[^>]*+>?)"
    r"|(?P<markup><!\[CDATA\[(?:(?>[^\]]++|\](?!\]>)))*+(?:\]\]>)?|<[!?/][^>]*+>?)"
    r"|(?P<literal>[<&])"
)
_ATTRIBUTE = lazy(
    r"(?P<name>[^\s\"'>/=]++)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?"
)


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    REFERENCE = auto()
    START = auto()
    END = auto()
    COMMENT = auto()


_KINDS = {
    "comment": Kind.COMMENT,
    "end": Kind.END,
    "literal": Kind.TEXT,
    "raw": Kind.START,
    "start": Kind.START,
}


class Token(Struct, frozen=True, gc=False):
    """A token between two offsets of the file.

    ``value`` is the name of a tag in lower case or what a reference stands for; ``attributes`` is
    what stands between the name of a start tag and its end.
    """

    kind: Kind
    start: int
    end: int
    value: str = ""
    attributes: str = ""


def tokens(content: str) -> Iterator[Token]:
    """Yield the tokens in order; declarations and the like are left out."""
    for match in _TOKEN.finditer(content):
        group = match.lastgroup or ""
        if group == "text":
            yield Token(Kind.TEXT, match.start(), match.end())
        elif group == "reference":
            yield from _reference(match[0], match.start())
        elif group in _KINDS:
            yield _markup(match, _KINDS[group])


def attributes(source: str) -> dict[str, str]:
    """Return the attributes of a start tag by name in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), html.unescape(value))
    return found


def _markup(match: re.Match[str], kind: Kind) -> Token:
    name = match["name"] or match["rawname"] or match["endname"] or ""
    source = match["attributes"] or match["rawattributes"] or ""
    return Token(kind, match.start(), match.end(), name.lower(), source)


def _reference(source: str, start: int) -> Iterator[Token]:
    """Yield what a reference stands for, then what follows a name that lacks its semicolon."""
    size = len(source) if source[1] == "#" else _known(source)
    if size:
        yield Token(Kind.REFERENCE, start, start + size, html.unescape(source[:size]))
    if size < len(source):
        yield Token(Kind.TEXT, start + size, start + len(source))


def _known(source: str) -> int:
    """Return the length of the longest known reference that ``source`` starts with, 0 for none."""
    return next((size for size in range(len(source), 2, -1) if source[1:size] in html5), 0)
