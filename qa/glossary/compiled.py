"""Glossaries made ready for matching."""

from collections.abc import Iterator
from typing import NamedTuple

from qa.errors import QAError
from qa.glossary.parsing import parse
from qa.glossary.patterns import Variant
from qa.glossary.rates import Rates
from qa.glossary.termbase import Entry, Glossary
from qa.language import Language, language
from qa.text import inflection
from qa.text.words import Words

# The number of an entry, and which words must stand how far from the anchor for it to be worth a
# look; a distance of 0 asks for none.
Hint = tuple[int, int, int]


class Index(NamedTuple):
    """What tells which entries a text may have, without the patterns.

    ``anchors`` has the hints for every word that a match must contain; the last number of a hint
    is a place in ``neighbours``.
    """

    anchors: dict[str, list[Hint]]
    neighbours: list[frozenset[str]]

    def around(self, words: Words, place: int) -> Iterator[int]:
        """Yield the numbers of the entries that the words around an anchor allow."""
        keys, before = words.keys, -1
        for number, distance, index in self.anchors.get(keys[place], ()):
            there = place + distance
            allowed = not distance or (
                0 <= there < len(keys) and keys[there] in self.neighbours[index]
            )
            if allowed and number != before:
                before = number
                yield number


class Compiled(NamedTuple):
    """A glossary, made ready.

    ``rates`` are what was measured of it; ``house`` tells whether it is somebody's own.
    """

    glossary: Glossary
    hints: Index
    rates: Rates | None = None
    house: bool = False


def compiled(glossary: Glossary) -> Compiled:
    """Make a glossary ready; its drafts are left out.

    Raises:
        QAError: a pattern is malformed; the message names the entry.
    """
    index, known = Index({}, []), language(glossary.language)
    places: dict[frozenset[str], int] = {}
    entries = [(number, one) for number, one in enumerate(glossary.entries) if not one.draft]
    for number, entry in entries:
        hints = {
            (word, *_nearest(variant))
            for variant in _variants(f"{glossary.name}/{entry.id}", entry, known)
            for word in variant.anchors
        }
        for word, distance, near in sorted(hints, key=lambda hint: (hint[:2], sorted(hint[2]))):
            place = places.setdefault(near, len(places))
            index.anchors.setdefault(word, []).append((number, distance, place))
    index.neighbours.extend(places)
    return Compiled(glossary, index)


def _nearest(variant: Variant) -> tuple[int, frozenset[str]]:
    return variant.neighbours[0] if variant.neighbours else (0, frozenset())


def _variants(name: str, entry: Entry, known: Language) -> Iterator[Variant]:
    """Yield the variants of the patterns, and look up all forms that the entry needs."""
    for source in entry.surroundings:
        parse(source, known, name)
    for word in entry.inflected:
        inflection.forms(word, known.tag)
    for source in entry.match:
        for variant in parse(source, known, name).variants:
            if not variant.anchors:
                raise QAError(f"{name}: the pattern '{source}' can match without a word of its own")
            yield variant
