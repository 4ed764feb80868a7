"""The expression behind a suspect phrase, looked for in the source of a translation.

An entry's ``origin`` is written for readers: "laut Polizei, nach Angaben der Polizei" names two
expressions, "gut 40 Prozent" stands for any figure. What counts of each are the words that carry
its meaning, in any form, as part of a compound or, of a German verb, without its particle.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from qa.glossary.renderings import is_akin, parted
from qa.language import Language, language
from qa.regex import lazy
from qa.text.inflection import forms
from qa.text.words import Words

_DIVISION = lazy(r"\s*[,/;()،؛，、（）]\s*|\s+(?:oder|or|ou|o)\s+")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_GAP = lazy(r"\.\.\.|[…～~]+")
# Stand for whatever is said there.
_ANYTHING = {"one", "one's", "sb", "sth", "etwas", "jemand", "jemandem", "jemanden", "x"}
_ENOUGH = 0.5
# Words with no more than two others between them are shown with these.
_NEAR = 3


class Origin(Struct, frozen=True):
    """Words of a source, by index, that are those of an expression, and whether all of them are."""

    places: tuple[int, ...]
    whole: bool

    def written(self, words: Words) -> str:
        """Return the words as they are written; those that stand apart with an ellipsis between."""
        pieces: list[str] = []
        for run in _runs(self.places):
            start, end = words.spans[run[0]][0], words.spans[run[-1]][1]
            pieces.append(words.content[start:end])
        return " … ".join(pieces)


def find(expression: str, words: Words, tag: str) -> Origin | None:
    """Return where a source has an expression, the most complete of several; None if nowhere.

    Args:
        expression: an entry's ``origin``.
        words: those of the source.
        tag: the language of both.
    """
    found = (_found(telling, words, tag) for telling in wanted(expression, tag))
    return max(
        (one for one in found if one), key=lambda one: (one.whole, len(one.places)), default=None
    )


@lru_cache(maxsize=4096)
def wanted(expression: str, tag: str) -> tuple[tuple[str, ...], ...]:
    """Return the words that carry the meaning of each expression."""
    alternatives = (_meaningful(one, tag) for one in _DIVISION.split(expression))
    return tuple(one for one in alternatives if one)


def _meaningful(expression: str, tag: str) -> tuple[str, ...]:
    known = language(tag)
    if not known.spaced:
        pieces = _GAP.split(re.sub(r"\d+", "…", expression))
        # Longer expressions are abbreviated and varied: two characters are a word.
        return tuple(piece[at : at + 2] for piece in pieces for at in range(0, len(piece), 2))
    words = Words(expression, elision=known.elision)
    keys = [words.text(at) for at, key in enumerate(words.keys) if key not in _ANYTHING]
    telling = [key for key in keys if not key.isdigit()]
    rare = [key for key in telling if key.lower() not in known.words("function-words")]
    return tuple(rare or telling)


def _found(telling: tuple[str, ...], words: Words, tag: str) -> Origin | None:
    """Return the words that the source has, None if they are too few."""
    known = language(tag)
    places = [place for one in telling if (place := next(_having(one, words, known), None))]
    if len(places) < _ENOUGH * len(telling):
        return None
    together = sorted({at for place in places for at in place})
    return Origin(tuple(together), len(places) == len(telling))


def _having(word: str, words: Words, known: Language) -> Iterator[tuple[int, ...]]:
    """Yield the places of a word, the surest first; a verb has two where its particle is apart."""
    if not known.spaced:
        # Full-width letters are as long as the others.
        offset = words.content.translate(_FULL_WIDTH).find(word)
        yield from [_covered(offset, offset + len(word), words)] if offset >= 0 else []
        return
    yield from ((at,) for at, key in enumerate(words.keys) if is_akin(key, word))
    if word in known.weekdays:
        yield from ((at,) for at in range(len(words)) if words.text(at) in known.weekdays)
    yield from ((at,) for at in _forms(word, words, known.tag))
    rest = parted(word, words.keys, known.tag)
    if rest:
        yield from ((at, rest[1]) for at in _forms(rest[0], words, known.tag))


def _covered(start: int, end: int, words: Words) -> tuple[int, ...]:
    return tuple(range(words.at(start), words.at(end)))


def _forms(word: str, words: Words, tag: str) -> Iterator[int]:
    possible = forms(word, tag)
    return (at for at, key in enumerate(words.keys) if key in possible)


def _runs(places: tuple[int, ...]) -> Iterator[list[int]]:
    """Yield the places in order, those with no more than two words between them together."""
    run: list[int] = []
    for place in places:
        if run and place - run[-1] > _NEAR:
            yield run
            run = []
        run.append(place)
    yield run
