"""Words of a text and where they stand."""

import re
import unicodedata
from bisect import bisect_left
from functools import cached_property

# Marks that combine with the letter before them; Python's \w leaves them out.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u20d0-\u20ff\ufe00-\ufe0f"
)
# Scripts that put no spaces between words: every character is a word of its own.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
# Patterns are strings: `re` compiles them when they are first needed, and keeps them.
_ASCII_WORD = r"\w+(?:'\w+)*"
_LETTERS = rf"\w[\w{_MARKS}]*"
_WORD = rf"{_LETTERS}(?:['’]{_LETTERS})*"
_ELIDED_WORD = rf"{_LETTERS}['’]?"
_MIXED_WORD = rf"[{_UNSPACED}][{_MARKS}]*|(?:(?![{_UNSPACED}])\w[{_MARKS}]*)+"


class Words:
    """The words of one text: keys to compare and, on demand, spans.

    A key is the word in lower case, NFC, with a straight apostrophe. ``keys[i]`` stands at
    ``spans[i]`` of the text. In Chinese, Japanese and Thai every character is a word.
    """

    def __init__(self, content: str, *, elision: bool = False) -> None:
        self.content = content
        self._pattern = _pattern(content, elision=elision)
        self.keys = self._pattern.findall(normalise(content))

    def __len__(self) -> int:
        return len(self.keys)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Start and end of every word, in code points of the text."""
        return [match.span() for match in self._pattern.finditer(self.content)]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For every key, the indexes of the words that have it."""
        found: dict[str, list[int]] = {}
        for index, key in enumerate(self.keys):
            found.setdefault(key, []).append(index)
        return found

    def text(self, index: int) -> str:
        """Return word ``index`` as it is written."""
        start, end = self.spans[index]
        return self.content[start:end]

    def between(self, index: int) -> str:
        """Return what stands between word ``index`` and the next one, or the end."""
        end = self.spans[index][1]
        following = self.spans[index + 1][0] if index + 1 < len(self.keys) else len(self.content)
        return self.content[end:following]

    def at(self, offset: int) -> int:
        """Return the index of the first word that starts at ``offset`` or later."""
        return bisect_left(self.spans, (offset, 0))


def normalise(content: str) -> str:
    """Return the text in lower case, NFC, with straight apostrophes: what keys are cut from."""
    lowered = content.lower()
    if lowered.isascii():
        return lowered
    # Turkish İ falls apart into i and a dot when it is put into lower case.
    return unicodedata.normalize("NFC", lowered).replace("’", "'").replace("i\u0307", "i")


def written(content: str) -> list[tuple[int, int]]:
    """Return where the words stand that a person would count.

    What white space divides is a word; where none is written between words, every character.
    """
    unspaced = not content.isascii() and re.search(f"[{_UNSPACED}]", content)
    pattern = rf"[{_UNSPACED}][^\w\s]*|[^\s{_UNSPACED}]+" if unspaced else r"\S+"
    return [match.span() for match in re.finditer(pattern, content)]


def _pattern(content: str, *, elision: bool) -> re.Pattern[str]:
    if not content.isascii() and re.search(f"[{_UNSPACED}]", content):
        return re.compile(_MIXED_WORD)
    if elision:
        return re.compile(_ELIDED_WORD)
    return re.compile(_ASCII_WORD if content.isascii() else _WORD)
