"""Closed classes of words in patterns: ``@number``, ``@weekday``, ``@country``.

A finder takes the words of a text, an index and the language, and returns the index after the
longest member of the class that stands there, or the index itself.
"""

from collections.abc import Callable, Iterable
from functools import cache

from qa import resources
from qa.language import Language, language
from qa.text.words import Words

Finder = Callable[[Words, int, Language], int]
Members = dict[str, list[tuple[str, ...]]]
_NAME_AT_MOST = 4


def _number(words: Words, index: int, language: Language) -> int:
    end = index
    while end < len(words) and (end == index or words.between(end - 1) in (".", ",")):
        if not words.keys[end][0].isdigit():
            break
        end += 1
    return end if end > index else _NUMBER_WORDS(words, index, language)


def _listed(kind: str) -> Finder:
    """Return the finder of a class that is a word list, entries of several words included."""

    def find(words: Words, index: int, language: Language) -> int:
        return _longest(words, index, _members(language.tag, kind))

    return find


def _named(attribute: str) -> Finder:
    """Return the finder of a class whose members stand in the language file."""

    def find(words: Words, index: int, language: Language) -> int:
        end = _longest(words, index, _names(language.tag, attribute))
        written = words.content[words.spans[index][0] : words.spans[end - 1][1]]
        return end if written in getattr(language, attribute) else index

    return find


def _longest(words: Words, index: int, members: Members) -> int:
    """Return the index after the longest member that stands at ``index``."""
    return max(
        (
            index + len(member)
            for member in members.get(words.keys[index], ())
            if tuple(words.keys[index : index + len(member)]) == member
        ),
        default=index,
    )


def _participle(words: Words, index: int, language: Language) -> int:
    key = words.keys[index]
    regular = language.tag == "en" and key.endswith("ed")
    return index + (regular or key in _members(language.tag, "participles"))


def _capitalised(words: Words, index: int, _language: Language) -> int:
    end = index
    while end < len(words) and end - index < _NAME_AT_MOST and words.text(end)[0].isupper():
        end += 1
        if words.between(end - 1).strip(" -"):
            break
    return end


@cache
def _members(tag: str, kind: str) -> Members:
    name = f"{tag}/{kind}.txt"
    return _by_first(resources.lines(name) if resources.exists(name) else (), tag)


@cache
def _names(tag: str, attribute: str) -> Members:
    return _by_first(getattr(language(tag), attribute), tag)


def _by_first(entries: Iterable[str], tag: str) -> Members:
    """Return the keys of entries by the first of them."""
    by_first: Members = {}
    for entry in entries:
        keys = tuple(Words(entry, elision=language(tag).elision).keys)
        by_first.setdefault(keys[0], []).append(keys)
    return by_first


_NUMBER_WORDS = _listed("numbers")


def has_members(name: str, language: Language) -> bool:
    """Tell whether a class has members in a language."""
    kind = _LISTS.get(name)
    return resources.exists(f"{language.tag}/{kind}.txt") if kind else name in CLASSES


_LISTS = {
    "country": "countries",
    "determiner": "determiners",
    "participle": "participles",
    "reporting": "reporting-verbs",
    "title": "titles",
}

CLASSES: dict[str, Finder] = {
    "number": _number,
    "weekday": _named("weekdays"),
    "month": _named("months"),
    **{name: _listed(kind) for name, kind in _LISTS.items()},
    "participle": _participle,
    "name": _capitalised,
}
