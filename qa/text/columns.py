"""Text on a screen of fixed-width cells."""

import unicodedata
from itertools import accumulate

from qa.findings import Excerpt
from qa.regex import lazy

_ELLIPSIS = "…"
# Line ends and tabs would break the layout; escape sequences from a file could do worse.
_CONTROL = lazy(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def width(text: str) -> int:
    """Return the number of cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def fitted(excerpt: Excerpt, cells: int) -> Excerpt:
    """Return flagged words with as much of their line around them as fits into ``cells``."""
    flagged = clipped(flat(excerpt.flagged), cells)
    room = cells - width(flagged)
    left, right = flat(excerpt.before).lstrip(), flat(excerpt.after).rstrip()
    before = _tail(left, max(room // 2, room - width(right)))
    return Excerpt(before, flagged, clipped(right, room - width(before)))


def flat(text: str) -> str:
    """Return ``text`` with control characters as spaces."""
    return _CONTROL.sub(" ", text)


def clipped(text: str, cells: int) -> str:
    """Return ``text``, or as much of its beginning as fits, with an ellipsis."""
    return text if width(text) <= cells else _fitting(text, cells - 1) + _ELLIPSIS[:cells]


def _tail(text: str, cells: int) -> str:
    if width(text) <= cells:
        return text
    return _ELLIPSIS[:cells] + _fitting(text[::-1], cells - 1)[::-1]


def _fitting(text: str, cells: int) -> str:
    """Return the longest beginning of ``text`` that takes at most ``cells``."""
    ends = accumulate(map(_cells, text))
    return text[: sum(end <= cells for end in ends)]


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
