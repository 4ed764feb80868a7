"""Names in a text and in its translation, whatever the script and the inflection.

A name is compared by its skeleton: its consonants, those that languages render by one another put
together. "Трампом", トランプ and "Trump" have skeletons that begin alike.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from qa.language import language
from qa.regex import lazy

_LETTERS = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+"
_WORD = lazy(rf"{_LETTERS}(?:['’]{_LETTERS})*|[ァ-ヺー]{{3,}}")
_BEFORE_SENTENCE = lazy(r"(?:\A|[.!?:;…»«“”„\"'‘’()\[\]*•|/\\–—-]|\d\.?)\s*\Z")
_HAN = lazy(r"[\u3400-\u9fff]")
_KATAKANA = ("ァ", "ヿ")
_SHORTEST = 4
_LEAST = 3
_ENDING = 2
_STEM = 3
_HEADLINE = 0.6
_WORDS_OF_HEADLINE = 4
_KEPT = 50_000
# Vowels, h, j and y fall away; the others are put together with those that render them.
_CLASSES = {"f": "bvwf", "s": "szckqgx", "t": "td", "r": "rl", "n": "nm", "p": "p"}
_SOUNDS = dict.fromkeys(map(ord, "aeiouyjh'-")) | {
    ord(letter): sound for sound, letters in _CLASSES.items() for letter in letters
}
_DOUBLED = lazy(r"(.)\1+")


class Name(Struct, frozen=True):
    """A word of a text that may be a name.

    Attributes:
        start: offset of its first code point.
        end: offset behind its last one.
        skeleton: its consonants.
        opening: whether it opens a sentence, so that its capital letter says nothing.
    """

    start: int
    end: int
    skeleton: str
    opening: bool = False


class Wording(Struct, frozen=True):
    """The words of a text: those that may be names, and the skeletons of all.

    ``lower`` are the skeletons of its words in lower case; ``spelled`` is the text in Latin
    letters if it has Chinese characters.
    """

    names: list[Name]
    skeletons: frozenset[str]
    lower: frozenset[str]
    spelled: str

    def has(self, skeleton: str, written: str) -> bool:
        """Tell whether the text has a name, in another script, spelling or case."""
        return (
            skeleton in self.skeletons
            or any(_are_alike(skeleton, other) for other in self.skeletons)
            or (bool(self.spelled) and written.lower() in self.spelled)
        )


@lru_cache(maxsize=4)
def wording(content: str) -> Wording:
    """Return the words of a text.

    A headline in which nearly every word has a capital letter says nothing of names.
    """
    words = [(match, skeleton(match[0])) for match in _WORD.finditer(content)]
    named = [Name(*one.span(), bones, _opens(content, one.start())) for one, bones in words if _is_name(one[0], bones)]
    inside = sum(not one.opening for one in named)
    headline = len(words) >= _WORDS_OF_HEADLINE and inside > _HEADLINE * len(words)
    return Wording(
        [] if headline else named,
        frozenset(bones for _, bones in words),
        frozenset(bones for match, bones in words if match[0][0].islower()),
        _ascii(content).lower() if _HAN.search(content) else "",
    )


def _is_name(word: str, bones: str) -> bool:
    if len(bones) < _LEAST or len(word) < _SHORTEST:
        return False
    return (word[0].isupper() and not word[1].isupper()) or _is_katakana(word)


def _is_katakana(word: str) -> bool:
    first, last = _KATAKANA
    return first <= word[0] <= last


def _opens(content: str, start: int) -> bool:
    return start == 0 or bool(_BEFORE_SENTENCE.search(content, max(0, start - 4), start))


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two skeletons differ by an ending."""
    short, long = (one, other) if len(one) < len(other) else (other, one)
    ending = _ENDING if len(short) == _LEAST else 2 * _ENDING
    return len(short) >= _LEAST and len(long) - len(short) <= ending and long.startswith(short)


@lru_cache(maxsize=_KEPT)
def skeleton(word: str) -> str:
    """Return the consonants of a word, in classes of those that stand for one another.

    >>> skeleton("Trump"), skeleton("Трампом"), skeleton("Müller"), skeleton("Muellers")
    ('trnp', 'trnpn', 'nr', 'nrs')
    """
    sounds = _ascii(word).lower().removesuffix("'s").replace("ph", "f").translate(_SOUNDS)
    return _DOUBLED.sub(r"\1", sounds.replace("ts", "s"))


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii  # its tables are read on demand

    return anyascii(text)


@cache
def listed(*tags: str) -> frozenset[str]:
    """Return how the countries, months and days of languages begin: they have a name in each."""
    names = (
        name
        for tag in tags
        for known in (language(tag),)
        for name in (*known.words("countries"), *known.months, *known.weekdays)
    )
    return frozenset(bones[:_STEM] for name in names if len(bones := skeleton(name)) >= _STEM)


class Swap(Struct, frozen=True):
    """A name of the source that the target lacks, and the one that it has in its place."""

    source: Name
    target: Name


class SharedNames:
    """The names that a source and its translation share, in any of their pairs.

    What a whole text and its translation have in common is a name that keeps its form between
    the two languages. A word that either text has in lower case too is none, nor is the name of a
    country.
    """

    def __init__(self, pairs: Iterable[tuple[str, str]], source_tag: str, target_tag: str) -> None:
        self._common: set[str] = set()
        self._names: set[str] = set()
        self._suspects: set[int] = set()
        self._excluded = listed(source_tag, target_tag)
        for source, target in pairs:
            before, after = wording(source), wording(target)
            self._common |= before.lower | after.lower
            lost, gained = self._sorted(source, before, after), self._sorted(target, after, before)
            if lost and gained:
                self._suspects.add(hash((source, target)))
        self._names -= self._common

    def _sorted(self, content: str, own: Wording, other: Wording) -> bool:
        """Keep the names that the other text has; tell whether there are any that it lacks."""
        lone = False
        for name in own.names:
            if not other.has(name.skeleton, content[name.start : name.end]):
                lone = True
            elif not name.opening:
                self._names.add(name.skeleton)
        return lone

    def swaps(self, source: str, target: str) -> list[Swap]:
        """Return the names of a pair that stand in each other's place, in order.

        Both are names; the one of the target keeps its form elsewhere.
        """
        if hash((source, target)) not in self._suspects:
            return []
        before, after = wording(source), wording(target)
        gained = self._lone(target, after, before)
        lost = self._lone(source, before, after) if gained else []
        swaps = [Swap(*both) for both in zip(lost, gained, strict=False)]
        return [swap for swap in swaps if swap.target.skeleton in self._names]

    def _lone(self, content: str, own: Wording, other: Wording) -> list[Name]:
        return [
            name
            for name in own.names
            if (not name.opening or name.skeleton in self._names)
            and name.skeleton not in self._common
            and name.skeleton[:_STEM] not in self._excluded
            and not other.has(name.skeleton, content[name.start : name.end])
        ]

