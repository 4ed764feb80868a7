"""Plain text: paragraphs, headings and list items.

Blank lines separate. In a block of lines without blank lines between them, a line break is a soft
wrap if the next word would have made its line longer than the longest line of the block, or if
the sentence plainly goes on; otherwise it ends a paragraph. A block with a line of more than 120
characters is not wrapped at all: every line is a paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import add

from qa.model import Document, Segment, SegmentKind, Text
from qa.regex import lazy

SUFFIXES = (".txt", ".text")

# Code points; wider lines come from an editor that does not wrap, narrower ones from lists.
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_HEADING_WORDS = 12
_HEADING_SIZE = 100  # code points; the limit where no spaces stand between words

_LONE_CARRIAGE_RETURN = lazy(r"\r(?!\n)")
_BLANK_LINES = lazy(r"\n(?:(?>[^\S\n]*+\n))++")
_BULLET = lazy(r"\s*+(?P<marker>[-*•]|(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")
_RULE = lazy(r"[-=_*~#+ \t]{3,}")
_MARKER_ENDS = "-*•.)=_~#+"
_FINAL_PUNCTUATION = tuple(".!?…:;,。！？：；，、؟।")
_CLOSING_MARKS = "\"'”’»›)]」』"
# Chinese and Japanese: a line may be broken at any character.
_UNSPACED = (
    ("\u2e80", "\ua4cf"),
    ("\uf900", "\ufaff"),
    ("\uff00", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)
_LEAST_UNSPACED = "\u2e80"
_KINSOKU = 3  # code points that a full line may lack, as some may not begin or end one


def read(content: str, path: str) -> Document:
    """Return the document in a decoded plain-text file."""
    segments = (
        Segment(number, Text.verbatim(content[start:end], start), kind)
        for number, (start, end, kind) in enumerate(_segments(content))
    )
    return Document(path, content, tuple(segments))


_Stretch = tuple[int, int, SegmentKind]


def _segments(content: str) -> Iterator[_Stretch]:
    text = _LONE_CARRIAGE_RETURN.sub("\n", content) if "\r" in content else content
    size = len(text.rstrip())
    for start, end in _blocks(text, size):
        block = text[start:end]
        if "\n" in block:
            yield from _paragraphs(start, block)
        else:
            yield from _line(start, block, last=end == size)


def _blocks(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of the stretches between blank lines."""
    start = size - len(text[:size].lstrip())
    for blank in _BLANK_LINES.finditer(text, start, size):
        yield start, blank.start()
        start = blank.end()
    if start < size:
        yield start, size


def _line(start: int, line: str, *, last: bool) -> Iterator[_Stretch]:
    words = line.strip()
    # A heading has something below it.
    heading = not last and len(words) <= _HEADING_SIZE and _is_heading(words)
    return _stretch(start, line, SegmentKind.HEADING if heading else SegmentKind.PARAGRAPH)


def _is_heading(words: str) -> bool:
    short = words[0].isalnum() and len(words.split()) <= _HEADING_WORDS
    return short and not _is_final(words)


def _paragraphs(start: int, block: str) -> Iterator[_Stretch]:
    lines = block.split("\n")
    stops = list(accumulate(map(len, lines)))
    opening = 0
    for last in _ends(lines):
        closing = stops[last] + last
        yield from _stretch(start + opening, block[opening:closing], SegmentKind.PARAGRAPH)
        opening = closing + 1


def _ends(lines: list[str]) -> list[int]:
    """Return the numbers of the lines that end a paragraph, in order."""
    words = [line.split(None, 1)[0] for line in lines]
    ends = _unwrapped(lines, words)
    marked = [
        number
        for number, word in enumerate(words)
        if word[-1] in _MARKER_ENDS and (word[0] in _MARKER_ENDS or word[0].isdigit())
    ]
    return _ends_of_items(lines, marked, ends) if marked else ends


def _unwrapped(lines: list[str], words: list[str]) -> list[int]:
    """Return the numbers of the lines that end with no soft wrap."""
    sizes = list(map(len, map(str.rstrip, lines)))
    widest, last = max(sizes), len(lines) - 1
    if widest > _WIDEST_WRAP:
        return list(range(len(lines)))
    needs = [
        _KINSOKU if word[0] >= _LEAST_UNSPACED and _is_unspaced(word[0]) else len(word) + 1
        for word in words[1:]
    ]
    sizes.pop()
    fitting = (number for number, size in enumerate(map(add, sizes, needs)) if size <= widest)
    ends = [n for n in fitting if not _goes_on(lines[n].rstrip(), words[n + 1], widest)]
    return [*ends, last]


def _is_unspaced(character: str) -> bool:
    return any(first <= character <= last for first, last in _UNSPACED)


def _is_final(words: str) -> bool:
    """Tell whether the words end with punctuation, before closing marks."""
    return words.rstrip(_CLOSING_MARKS).endswith(_FINAL_PUNCTUATION)


def _goes_on(line: str, word: str, widest: int) -> bool:
    """Tell whether ``word``, which stands below ``line``, goes on with its sentence.

    Text that was edited after it was wrapped has some lines that are too short.
    """
    wrapped = widest >= _NARROWEST_WRAP and 2 * len(line) > widest
    unfinished = line[-1] == "," or (word[0].islower() and not _is_final(line))
    return wrapped and unfinished


def _ends_of_items(lines: list[str], marked: list[int], ends: list[int]) -> list[int]:
    """Return ``ends`` with those of list items and rules, without those inside of items."""
    items = list(_items(lines, marked, ends))
    rules = [number for number in marked if _RULE.fullmatch(lines[number])]
    starts = {*items, *rules, *(number + 1 for number in rules)}
    inside = {number - 1 for item in items for number in _indented(lines, item + 1, starts)}
    found = {*ends, *(number - 1 for number in starts)} - inside
    return sorted(number for number in found if 0 <= number < len(lines))


def _indented(lines: list[str], number: int, starts: set[int]) -> Iterator[int]:
    while number < len(lines) and lines[number][0].isspace() and number not in starts:
        yield number
        number += 1


def _items(lines: list[str], marked: list[int], ends: list[int]) -> Iterator[int]:
    """Yield the numbers of the lines that start a list item.

    A line that starts like an item may be the next line of a wrapped paragraph, in which a dash
    or a date stood there by chance. It is an item if the line above it ends with no soft wrap or
    belongs to the item before it in the same list.
    """
    item, start, starts = "", -1, set(marked)
    for number in marked:
        bullet = _BULLET.match(lines[number])
        if bullet and (
            _holds(ends, number - 1, number)
            or (_follows(item, bullet) and not _holds(ends, start, number))
        ):
            item = bullet["marker"]
            start = max(_indented(lines, number + 1, starts), default=number)
            yield number


def _holds(numbers: list[int], first: int, end: int) -> bool:
    """Tell whether the sorted ``numbers`` hold one from ``first`` up to, not including, ``end``."""
    return first < 0 or bisect_left(numbers, first) < bisect_left(numbers, end)


def _follows(item: str, bullet: re.Match[str]) -> bool:
    """Tell whether ``bullet`` is what comes after ``item`` in a list."""
    numbered = item[:-1].isdigit()
    if numbered and bullet["number"]:
        return int(item[:-1]) + 1 == int(bullet["number"])
    return bool(item) and not numbered and not bullet["number"]


def _stretch(start: int, content: str, kind: SegmentKind) -> Iterator[_Stretch]:
    """Yield where the words of a segment stand, without a bullet; nothing for a rule."""
    words = content.strip()
    if words[0] not in _MARKER_ENDS and not words[0].isdigit():
        opening = start + len(content) - len(content.lstrip())
        yield opening, opening + len(words), kind
    elif not _RULE.fullmatch(words):
        bullet = _BULLET.match(content)
        opening = bullet.end() if bullet else len(content) - len(content.lstrip())
        end = start + len(content.rstrip())
        yield start + opening, end, SegmentKind.ITEM if bullet else kind
