"""Names in a text and in its translation, whatever the script and the inflection.

A name is compared by its skeleton: its consonants, those that languages render by one another put
together. "Трампом", トランプ and "Trump" have skeletons that begin alike.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from qa.regex import lazy

_NAME = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_KATAKANA = lazy(r"[ァ-ヺー]{3,}")
_BEFORE_SENTENCE = lazy(r"(?:\A|[.!?:;…»«“”„\"'‘’()\[\]*•|/\\–—-]|\d\.?)\s*\Z")
_HAN = lazy(r"[㐀-鿿]")
_SHORTEST = 4
_LEAST = 3
_ENDING = 2
_HEADLINE = 0.6
_WORDS_OF_HEADLINE = 4
_SOUNDS = (
    ("tsch|tch|sch|sh|ch|cz|sz|zh|dz|ts|tz|c(?=[eiy])|z|ß", "s"),
    ("ph|b|v|w", "f"),
    ("x", "ks"),
    ("q|c|g", "k"),
    ("l", "r"),
    ("m", "n"),
    ("d", "t"),
    ("[aeiouyjh']", ""),
)
_COMPILED: list[tuple[re.Pattern[str], str]] = []
_DOUBLED = lazy(r"(.)\1+")


class Name(Struct, frozen=True):
    """A word of a text that may be a name: where it stands, and its skeleton."""

    start: int
    end: int
    written: str
    skeleton: str


def names(content: str) -> list[Name]:
    """Return the words that may be names: with a capital letter inside a sentence, or katakana.

    A headline in which nearly every word has a capital letter says nothing.
    """
    found, words = [], 0
    for match in _NAME.finditer(content):
        words += 1
        if _is_capitalised(match[0]) and not _opens_sentence(content, match.start()):
            found.append(_name(match))
    if words >= _WORDS_OF_HEADLINE and len(found) > _HEADLINE * words:
        return []
    found += map(_name, _KATAKANA.finditer(content))
    return [one for one in found if len(one.skeleton) >= _LEAST]


def _is_capitalised(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper() and not word[1:3].isupper()


def _opens_sentence(content: str, start: int) -> bool:
    return bool(_BEFORE_SENTENCE.search(content, max(0, start - 4), start)) or start == 0


def _name(match: re.Match[str]) -> Name:
    return Name(*match.span(), match[0], skeleton(match[0]))


class Names:
    """All words of a text, to look names of another text up in."""

    def __init__(self, content: str) -> None:
        words = [*_NAME.findall(content), *_KATAKANA.findall(content)]
        self._skeletons = {skeleton(word) for word in words}
        self._content = content

    def have(self, name: Name) -> bool:
        """Tell whether the text has a name, in another script, spelling or case."""
        own = name.skeleton
        return (
            own in self._skeletons
            or any(_are_alike(own, other) for other in self._skeletons)
            or self._have_characters(name)
        )

    def _have_characters(self, name: Name) -> bool:
        """Tell whether Chinese characters of the text are read as a name is spelled."""
        read = _spelled(self._content) if _HAN.search(self._content) else ""
        return name.written.lower() in read


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two skeletons differ by an ending."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST and long.startswith(short) and len(long) - len(short) <= _ENDING


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return the consonants of a word, in classes of those that stand for one another.

    >>> skeleton("Trump"), skeleton("Трампом"), skeleton("Müller"), skeleton("Muellers")
    ('trnp', 'trnpn', 'nrr', 'nrrs')
    """
    sounds = _ascii(word).lower()
    for pattern, sound in _sounds():
        sounds = pattern.sub(sound, sounds)
    return _DOUBLED.sub(r"\1", sounds)


@cache
def _sounds() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), sound) for pattern, sound in _SOUNDS]


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii  # its tables are read on demand

    return anyascii(text)


@lru_cache(maxsize=4)
def _spelled(content: str) -> str:
    return _ascii(content).lower()


class Swap(Struct, frozen=True):
    """A name of the source that the target lacks, and the one that it has instead."""

    source: Name
    target: Name


def matched(source: str, target: str) -> frozenset[str]:
    """Return the skeletons of the names that a text and its translation share."""
    words, others = Names(source), Names(target)
    return frozenset(
        one.skeleton
        for found, there in ((names(source), others), (names(target), words))
        for one in found
        if there.have(one)
    )


def unmatched(content: str, other: str) -> list[Name]:
    """Return the names of a text that the other one lacks."""
    found = names(content)
    words = Names(other) if found else None
    return [one for one in found if words and not words.have(one)]
