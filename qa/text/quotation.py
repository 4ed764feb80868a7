"""Quotation marks of a text: which way each one points, and the pairs they make.

Single high marks are left out: they cannot be told from apostrophes.
"""

import re
from enum import StrEnum

from msgspec import Struct

from qa.regex import lazy

DOUBLE = '"„“”‟«»「」『』'
SINGLE = "‚‹›"
# Which marks may close which, in any convention; Finnish and Swedish use one mark for both.
_CLOSERS = {
    "„": "“”",
    "“": "”“",
    "”": "”",
    "‟": "”",
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
}
_MARK = lazy(f"[{''.join(_CLOSERS)}」』‘’]")
_OPENS = r"""(?:(?<=[\s(\[{—–/„“”«»‚‘‹›"'¿¡-].)|(?<!..))"""
_CLOSES = r"""(?=[\s.,;:!?…)\]}—–/„“”«»’‹›"'-]|\Z)"""
_POINTING = f"(?:(?P<opening>{_OPENS}(?!{_CLOSES}))|(?P<closing>(?!{_OPENS}){_CLOSES}))?"
_ONE = lazy(f".{_POINTING}", re.DOTALL)
# Not 5'10", which is a height.
_DOUBLE_MARK = lazy(rf"""["„“”‟«»](?<!['’′]\d")(?<!['’′]\d\d"){_POINTING}""", re.DOTALL)
_STRAIGHT_MARK = lazy(rf"""\"(?<!['’′]\d")(?<!['’′]\d\d"){_POINTING}""", re.DOTALL)


class Role(StrEnum):
    """What a mark does, judged by the characters beside it."""

    OPENING = "opening"
    CLOSING = "closing"
    UNCLEAR = "unclear"


_ROLES = {"opening": Role.OPENING, "closing": Role.CLOSING, None: Role.UNCLEAR}


class Quotation(Struct, frozen=True):
    """A quoted text; ``content[start:end]`` includes both marks."""

    start: int
    end: int
    opening: str
    closing: str


def role(content: str, offset: int) -> Role:
    """Return which way the mark at ``offset`` points: away from the space beside it."""
    match = _ONE.match(content, offset)
    return _ROLES[match.lastgroup if match else None]


def double_marks(content: str) -> list[tuple[int, Role]]:
    """Return offset and direction of every double mark but those that measure feet and inches."""
    pattern = _STRAIGHT_MARK if content.isascii() else _DOUBLE_MARK
    return [(match.start(), _ROLES[match.lastgroup]) for match in pattern.finditer(content)]


def quotations(content: str) -> list[Quotation]:
    """Return the quoted texts, outer ones after those inside them, in any convention."""
    found: list[Quotation] = []
    opened: list[tuple[int, str]] = []
    for match in _MARK.finditer(content):
        offset, mark = match.start(), match[0]
        if opened and _closes(content, offset, opened[-1][1]):
            start, opening = opened.pop()
            found.append(Quotation(start, offset + 1, opening, mark))
        elif mark in _CLOSERS and _opens(content, offset):
            opened.append((offset, mark))
    return found


def _opens(content: str, offset: int) -> bool:
    pointing = role(content, offset)
    if content[offset] == "«":
        # In French it stands between spaces, and after an apostrophe.
        return True
    return pointing is Role.OPENING or (pointing is Role.UNCLEAR and content[offset] not in "»›”")


def _closes(content: str, offset: int, opening: str) -> bool:
    if content[offset] not in _CLOSERS[opening]:
        return False
    pointing = role(content, offset)
    # Between two letters ’ is an apostrophe; between two spaces « opens in French.
    return pointing is Role.CLOSING or (pointing is Role.UNCLEAR and content[offset] not in "‘’«")
