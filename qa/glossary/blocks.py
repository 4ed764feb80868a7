"""Where the concepts of a glossary file stand in it, found without decoding the file."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from qa.regex import lazy

# A header may stand in a multi-line string only, so strings matter only where there are such.
_NAME = rb'(\[?)[ \t]*"?([A-Za-z0-9_-]*)"?[ \t]*([\].])'
_HEADER = lazy(rb"\n[ \t]*\[" + _NAME)
# Three times as fast, for what begins with two characters is looked for as such.
_HEADER_IN_FRONT = lazy(rb"\n\[" + _NAME)
_TOKEN = lazy(
    rb'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    rb"|'''(?:[^']|'(?!''))*'{3,5}"
    rb'|"(?:[^"\\\n]|\\.)*"'
    rb"|'[^'\n]*'"
    rb"|#[^\n]*",
    re.DOTALL,
)
_QUOTES = (b'"""', b"'''")


class Block(NamedTuple):
    """One ``[[concept]]``, as offsets in bytes.

    Attributes:
        start: of the comments that stand right above it.
        header: of the line ``[[concept]]``.
        end: where the next table starts, its comments included.
    """

    start: int
    header: int
    end: int


def blocks(content: bytes) -> list[Block]:
    """Return the concepts of a file in their order."""
    headers = list(_headers(content))
    starts = [_above(content, offset) for offset, _ in headers] + [len(content)]
    return [
        Block(starts[index], offset, starts[index + 1])
        for index, (offset, is_concept) in enumerate(headers)
        if is_concept
    ]


def rest(content: bytes, found: list[Block]) -> Iterator[tuple[int, bytes]]:
    """Yield what stands before, between and behind the concepts, with its offset."""
    place = 0
    for block in found:
        if block.start > place:
            yield place, content[place : block.start]
        place = block.end
    yield place, content[place:]


def body_end(content: bytes, block: Block) -> int:
    """Return where a concept ends, without the lines that a blank line parts from it."""
    text = content[block.header : block.end]
    lines = text.splitlines(keepends=True)
    last = len(lines)
    while last and _is_idle(lines[last - 1]):
        last -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return block.header + sum(map(len, lines[:last]))


def line_of(content: bytes, offset: int) -> int:
    """Return the number of the line with the byte at ``offset``."""
    return content.count(b"\n", 0, offset) + 1


def _headers(content: bytes) -> Iterator[tuple[int, bool]]:
    """Yield where tables start, and whether it is a concept; parts of one are not told apart."""
    for found in _outside(content, _lines_of_headers(content)):
        bracket, name, end = found.groups()
        if name != b"concept":
            yield found.start(), False
        elif bracket and end == b"]":
            yield found.start(), True


def _lines_of_headers(content: bytes) -> Iterator[re.Match[bytes]]:
    text = b"\n" + content
    indented = text.count(b"[[") != text.count(b"\n[[")
    return (_HEADER if indented else _HEADER_IN_FRONT).finditer(text)


def _outside(content: bytes, found: Iterator[re.Match[bytes]]) -> Iterator[re.Match[bytes]]:
    """Return those that do not stand in a multi-line string."""
    strings = _multi_line_strings(content)
    if not strings:
        return found
    starts = [start for start, _ in strings]
    ends = [0, *(end for _, end in strings)]
    return (one for one in found if one.start() >= ends[bisect_right(starts, one.start())])


def _multi_line_strings(content: bytes) -> list[tuple[int, int]]:
    if not any(quotes in content for quotes in _QUOTES):
        return []
    return [one.span() for one in _TOKEN.finditer(content) if one[0].startswith(_QUOTES)]


def _above(content: bytes, offset: int) -> int:
    """Return where the comments right above a line start."""
    while offset and content[offset - 2 : offset] != b"\n\n":
        start = content.rfind(b"\n", 0, offset - 1) + 1
        line = content[start:offset].lstrip()
        if not line.startswith(b"#") or any(quotes in line for quotes in _QUOTES):
            break
        offset = start
    return offset


def _is_idle(line: bytes) -> bool:
    return not line.strip() or line.lstrip().startswith(b"#")
