"""Closed classes of words in patterns: ``@number``, ``@weekday``, ``@country``.

A finder takes the words of a text, an index and the language, and returns the index after the
longest member of the class that stands there, or the index itself.
"""

from collections.abc import Callable
from functools import cache

from qa import resources
from qa.language import Language
from qa.text.words import Words

Finder = Callable[[Words, int, Language], int]
_NAME_AT_MOST = 4


def _number(words: Words, index: int, language: Language) -> int:
    end = index
    while end < len(words) and (end == index or words.between(end - 1) in (".", ",")):
        if not words.keys[end][0].isdigit():
            break
        end += 1
    if end > index:
        return end
    return index + (words.keys[index] in language.words("numbers"))


def _listed(kind: str) -> Finder:
    """Return the finder of a class that is a word list, entries of several words included."""

    def find(words: Words, index: int, language: Language) -> int:
        members = _members(language.tag, kind)
        return max(
            (
                index + len(member)
                for member in members.get(words.keys[index], ())
                if tuple(words.keys[index : index + len(member)]) == member
            ),
            default=index,
        )

    return find


def _named(attribute: str) -> Finder:
    """Return the finder of a class whose members stand in the language file."""

    def find(words: Words, index: int, language: Language) -> int:
        names: tuple[str, ...] = getattr(language, attribute)
        return index + (words.text(index) in names)

    return find


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
def _members(tag: str, kind: str) -> dict[str, list[tuple[str, ...]]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in resources.lines(f"{tag}/{kind}.txt"):
        keys = tuple(Words(entry).keys)
        by_first.setdefault(keys[0], []).append(keys)
    return by_first


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
