"""How a text renders a term: as it is listed, in another form, in a compound, or in words apart.

A translator seldom repeats what a glossary lists letter for letter: "Paketquellen" renders "Quelle
für Pakete", and "waschen Sie sich die Hände" renders "Hände waschen". What needs no lemma table is
tried first, since loading one takes a second.
"""

import unicodedata
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache, partial
from itertools import pairwise, takewhile

from msgspec import Struct

from qa.glossary.terms import exact, inflected, occurrences
from qa.language import language
from qa.text.words import Words

# Fewer letters are the same at the beginning or the end of two words by chance.
_SHORTEST_STEM, _SHARED = 4, 0.6
_LONG_STEM, _SHARED_OF_LONG = 5, 0.5
# A word as short as Spanish "tos" is the stem of what is not much longer: "toser".
_SHORTEST_WORD, _LONGEST_ENDING = 3, 3
# Letters of a compound that its parts need not account for: "Viren-" is "Virus".
_LINKING_AT_MOST = 3
_SHORTEST_COMPOUND = 8
_TWO = 2


class Manner(StrEnum):
    """How a term stands in a text."""

    EXACT = "as listed"
    INFLECTED = "another form"
    COMPOUND = "a compound"
    APART = "words apart"


class Rendering(Struct, frozen=True):
    """Words of a text, by index, that stand for a term; ``parts`` are those of a compound."""

    term: str
    manner: Manner
    places: tuple[int, ...]
    parts: tuple[str, ...] = ()

    def explained(self, words: Words) -> str:
        """Say why the words count as the term: ``'Paketquellen' = Paket + Quelle``."""
        written = _written(words, sorted(set(self.places)))
        if self.manner is Manner.COMPOUND:
            return f"'{written}' = {' + '.join(self.parts)}"
        if written == self.term:
            return f"'{written}' stands here"
        return f"'{written}' is '{self.term}', {self.manner}"


def _written(words: Words, places: Sequence[int]) -> str:
    """Return words of a text, with dots for what was left out between them."""
    gaps = (" " if after == before + 1 else " … " for before, after in pairwise(places))
    texts = [words.text(index) for index in places]
    return texts[0] + "".join(gap + text for gap, text in zip(gaps, texts[1:], strict=True))


# Tells whether a word of a text stands for a word of a term.
_Fits = Callable[[str, str], bool]


def rendering(words: Words, term: str, tag: str) -> Rendering | None:
    """Return how a text renders a term, generously: words of the same stems will do.

    Args:
        words: those of the text.
        term: as the glossary lists it.
        tag: the language of both.
    """
    return (
        _listed(words, term, tag)
        or _apart(words, term, tag, is_akin)
        or _taken_apart(words, term, tag)
        or _inflected(words, term, tag)
        or _apart(words, term, tag, partial(_is_form, tag=tag))
        or _parted(words, term, tag)
    )


def strict(words: Words, term: str, tag: str) -> Rendering | None:
    """Return where a text has a term in one of its forms or as a compound, None if nowhere."""
    return _listed(words, term, tag) or _inflected(words, term, tag) or _compound(words, term, tag)


@lru_cache(maxsize=4096)
def content_words(term: str, tag: str) -> tuple[str, ...]:
    """Return the words by which a term is known, in lower case; all, where all are common."""
    keys = tuple(Words(term, elision=language(tag).elision).keys)
    common = language(tag).words("function-words")
    return tuple(key for key in keys if key not in common) or keys


def is_akin(key: str, part: str) -> bool:
    """Tell whether a word has the stem of another, or has this in a compound."""
    key, part = folded(key), folded(part)
    shared = shared_start(key, part)
    if shared >= _SHORTEST_STEM and shared >= _SHARED * len(part):
        return True
    if shared >= _LONG_STEM and shared >= _SHARED_OF_LONG * len(part):
        return True
    shorter, longer = sorted((len(key), len(part)))
    if shared == shorter >= _SHORTEST_WORD:
        return longer - shorter <= _LONGEST_ENDING
    return len(part) >= _SHORTEST_STEM and part in key


def parted(word: str, keys: Sequence[str], tag: str) -> tuple[str, int] | None:
    """Return what is left of a verb that its particle has left, and where this stands."""
    for particle in language(tag).particles:
        if word.startswith(particle) and len(word) > len(particle) and particle in keys:
            return word.removeprefix(particle), keys.index(particle)
    return None


@lru_cache(maxsize=16384)
def folded(key: str) -> str:
    """Return a word in lower case without accents."""
    if key.isascii():
        return key.lower()
    letters = unicodedata.normalize("NFD", key.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def shared_start(left: str, right: str) -> int:
    """Return how many letters two words have in common at their beginning."""
    pairs = zip(left, right, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _listed(words: Words, term: str, tag: str) -> Rendering | None:
    found = occurrences(words.keys, [exact(term, tag)])
    return Rendering(term, Manner.EXACT, tuple(found[0])) if found else None


def _inflected(words: Words, term: str, tag: str) -> Rendering | None:
    if not language(tag).spaced:
        return None
    found = occurrences(words.keys, [inflected(term, tag)])
    return Rendering(term, Manner.INFLECTED, tuple(found[0])) if found else None


def _apart(words: Words, term: str, tag: str, fits: _Fits) -> Rendering | None:
    """Find a word for each content word of a term, in any order, or a compound of them."""
    if not language(tag).spaced:
        return None
    parts = content_words(term, tag)
    found = (_first(words.keys, part, fits) for part in parts)
    places = tuple(place for place in found if place is not None)
    if not parts or len(places) < len(parts):
        return None
    if len(set(places)) == len(parts):
        return Rendering(term, Manner.APART, places)
    return Rendering(term, Manner.COMPOUND, places, parts)


def _first(keys: Sequence[str], part: str, fits: _Fits) -> int | None:
    return next((at for at, key in enumerate(keys) if fits(key, part)), None)


def _parted(words: Words, term: str, tag: str) -> Rendering | None:
    """Find a verb in a main clause, where its particle is apart: "nimmt … fest"."""
    rest = parted(term, words.keys, tag)
    verb = _first(words.keys, rest[0], partial(_is_form, tag=tag)) if rest else None
    return Rendering(term, Manner.APART, (verb, rest[1])) if rest and verb is not None else None


def _is_form(key: str, part: str, tag: str) -> bool:
    return key in inflected(part, tag)[0]


def _taken_apart(words: Words, term: str, tag: str) -> Rendering | None:
    """Find the parts of a term that is a compound: "Ausbruch des Virus" for "Virusausbruch"."""
    whole = folded(term)
    if not language(tag).linking or len(whole) < _SHORTEST_COMPOUND or not whole.isalpha():
        return None
    keys = [folded(key) for key in words.keys]
    starts = [shared_start(key, whole) for key in keys]
    ends = [_shared_end(key, whole) for key in keys]
    first, last = starts.index(max(starts)), ends.index(max(ends))
    sizes = starts[first], ends[last]
    if min(sizes) < _SHORTEST_WORD or sum(sizes) < len(whole) - _LINKING_AT_MOST or first == last:
        return None
    return Rendering(term, Manner.APART, (first, last))


def _shared_end(key: str, whole: str) -> int:
    """Return how many letters of a word, but for its ending, a compound ends with."""
    stems = (key[: len(key) - size] for size in range(min(_LONGEST_ENDING, len(key))))
    return next((len(stem) for stem in stems if whole.endswith(stem)), 0)


def _compound(words: Words, term: str, tag: str) -> Rendering | None:
    """Find a term of two words that the text writes as one, with what links them."""
    parts, linking = content_words(term, tag), language(tag).linking
    if not linking or len(parts) != _TWO:
        return None
    firsts, lasts = (inflected(part, tag)[0] for part in parts)
    whole = {first + link + last for first in firsts for link in linking for last in lasts}
    place = next((at for at, key in enumerate(words.keys) if key in whole), None)
    return Rendering(term, Manner.COMPOUND, (place,), parts) if place is not None else None
