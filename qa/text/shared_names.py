"""Names in a text and in its translation, whatever the script and the inflection.

Between languages in Latin letters a name is compared by its letters without accents. Otherwise it
is compared by its skeleton: its consonants, those that languages render by one another put
together. "Трампом", トランプ and "Trump" have skeletons that begin alike.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from qa.language import language
from qa.regex import lazy

_LETTERS = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+"
_WORD = lazy(rf"{_LETTERS}(?:['’]{_LETTERS})*|[ァ-ヺー]{{3,}}")
_BEFORE_SENTENCE = lazy(r"(?:\A|[.!?:;…»«“”„\"'‘’()\[\]*•|/\\–—-]|\d\.?)\s*\Z")
_HAN = lazy(r"[\u3400-\u9fff]")
_KATAKANA = ("ァ", "ヿ")
_LAST_LATIN = "\u024f"
_SHORTEST = 4
_CONSONANTS = 3
_ENDING = 4
_SAME_PART = 0.75
_HEADLINE = 0.6
_WORDS_OF_HEADLINE = 4
_KEPT = 50_000
# How far apart, as shares of the texts, a name and the one in its place may stand.
_APART = 0.5
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
        word: the word in lower case without accents.
        key: what it is compared by.
        opening: whether it opens a sentence, so that its capital letter says nothing.
    """

    start: int
    end: int
    word: str
    key: str
    opening: bool


class Wording(Struct, frozen=True):
    """The words of a text: those that may be names, and the keys of all.

    ``lower`` are its words in lower case; ``spelled`` is the text in Latin letters if it has
    Chinese characters.
    """

    names: list[Name]
    keys: frozenset[str]
    lower: frozenset[str]
    spelled: str

    def has(self, name: Name) -> bool:
        """Tell whether the text has a name, in another script, spelling or case."""
        return (
            name.key in self.keys
            or any(are_alike(name.key, other) for other in self.keys if other[:1] == name.key[:1])
            or (bool(self.spelled) and name.word in self.spelled)
        )


@lru_cache(maxsize=4)
def wording(content: str, *, latin: bool) -> Wording:
    """Return the words of a text; ``latin`` tells whether letters are compared, not sounds.

    A headline in which nearly every word has a capital letter says nothing of names.
    """
    key = folded if latin else skeleton
    words = [(match, key(match[0])) for match in _WORD.finditer(content)]
    named = [
        Name(*one.span(), folded(one[0]), bones, _opens(content, one.start()))
        for one, bones in words
        if _is_name(one[0]) and len(bones) >= _CONSONANTS
    ]
    inside = sum(not one.opening for one in named)
    headline = len(words) >= _WORDS_OF_HEADLINE and inside > _HEADLINE * len(words)
    return Wording(
        [] if headline else named,
        frozenset(bones for _, bones in words),
        frozenset(folded(match[0]) for match, _ in words if match[0][0].islower()),
        _ascii(content).lower() if not latin and _HAN.search(content) else "",
    )


def _is_name(word: str) -> bool:
    if len(word) < _SHORTEST:
        return False
    first, last = _KATAKANA
    return (word[0].isupper() and not word[1].isupper()) or first <= word[0] <= last


def _opens(content: str, start: int) -> bool:
    return bool(_BEFORE_SENTENCE.search(content, max(0, start - 4), start)) or start == 0


def are_alike(one: str, other: str) -> bool:
    """Tell whether two keys begin alike and differ by an ending."""
    short = min(len(one), len(other))
    same = max(min(_SHORTEST, short), int(short * _SAME_PART + 0.5))
    return (
        short >= _CONSONANTS
        and one[:same] == other[:same]
        and abs(len(one) - len(other)) <= _ENDING
    )


@lru_cache(maxsize=_KEPT)
def folded(word: str) -> str:
    """Return a word in lower case, without accents, in Latin letters."""
    return _ascii(word).lower().removesuffix("'s")


@lru_cache(maxsize=_KEPT)
def skeleton(word: str) -> str:
    """Return the consonants of a word, in classes of those that stand for one another.

    >>> skeleton("Trump"), skeleton("Трампом"), skeleton("Müller"), skeleton("Muellers")
    ('trnp', 'trnpn', 'nr', 'nrs')
    """
    sounds = folded(word).replace("ph", "f").translate(_SOUNDS)
    return _DOUBLED.sub(r"\1", sounds.replace("ts", "s"))


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii  # its tables are read on demand

    return anyascii(text).replace("’", "'")


@cache
def listed(*tags: str) -> frozenset[str]:
    """Return how the countries, months, days and titles of languages begin, in Latin letters."""
    names = (
        name
        for tag in tags
        for known in (language(tag),)
        for kind in (known.words("countries"), known.words("titles"), known.months, known.weekdays)
        for name in kind
    )
    return frozenset(begun for name in names if len(begun := folded(name)[:_SHORTEST]) == _SHORTEST)


@cache
def is_latin(tag: str) -> bool:
    """Tell whether a language is written in Latin letters, as far as is known."""
    months = language(tag).months
    return not months or all(letter <= _LAST_LATIN for letter in months[0])


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
        self._latin = is_latin(source_tag) and is_latin(target_tag)
        self._excluded = listed(source_tag, target_tag)
        self._common: set[str] = set()
        self._names: set[str] = set()
        self._suspects: set[int] = set()
        for source, target in pairs:
            before, after = self._wording(source), self._wording(target)
            self._common |= before.lower | after.lower
            self._learn(before, after)
            if self._learn(after, before):
                self._suspects.add(hash((source, target)))

    def swaps(self, source: str, target: str) -> list[Swap]:
        """Return the names of a pair that stand in each other's place; the target's are known."""
        if hash((source, target)) not in self._suspects:
            return []
        before, after = self._wording(source), self._wording(target)
        lost = list(self._lone(before, after))
        gained = (name for name in self._lone(after, before) if name.key in self._names)
        sizes = len(source), len(target)
        return [
            Swap(near, name) for name in gained if (near := _nearest(name, lost, sizes)) is not None
        ]

    def _wording(self, content: str) -> Wording:
        return wording(content, latin=self._latin)

    def _learn(self, own: Wording, other: Wording) -> bool:
        """Keep the names that the other text has; tell whether there are any that it lacks."""
        lone = False
        for name in own.names:
            if not other.has(name):
                lone = True
            elif not name.opening:
                self._names.add(name.key)
        return lone

    def _lone(self, own: Wording, other: Wording) -> Iterator[Name]:
        return (
            name
            for name in own.names
            if (not name.opening or name.key in self._names)
            and name.word not in self._common
            and name.word[:_SHORTEST] not in self._excluded
            and not other.has(name)
        )


def _nearest(name: Name, lost: list[Name], sizes: tuple[int, int]) -> Name | None:
    """Return the name of the source that stands where ``name`` does, None if there is none."""
    source, target = sizes
    place = name.start / target
    apart = [(abs(one.start / source - place), at) for at, one in enumerate(lost)]
    distance, at = min(apart, default=(_APART + 1, 0))
    return lost[at] if distance <= _APART else None
