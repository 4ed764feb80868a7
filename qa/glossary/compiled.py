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

# The number of an entry, and twice how far from the anchor which words must stand for it to be
# worth a look; a distance of 0 asks for none.
Hint = tuple[int, int, int, int, int]
_NEIGHBOURS = 2


class Index(NamedTuple):
    """What tells which entries a text may have, without the patterns.

    ``anchors`` has the hints for every word that a match must contain; which words a hint asks for
    is a place in ``neighbours``.
    """

    anchors: dict[str, list[Hint]]
    neighbours: list[frozenset[str]]

    def around(self, words: Words, place: int) -> Iterator[int]:
        """Yield the numbers of the entries that the words around an anchor allow."""
        keys, neighbours, before = words.keys, self.neighbours, -1
        # A place before the first word counts from the end, which does no harm: the patterns
        # have the last say.
        last = len(keys)
        for number, distance, near, further, far in self.anchors.get(keys[place], ()):
            there, beyond = place + distance, place + further
            if (
                there < last
                and beyond < last
                and (not distance or keys[there] in neighbours[near])
                and (not further or keys[beyond] in neighbours[far])
                and number != before
            ):
                before = number
                yield number


class Compiled(NamedTuple):
    """A glossary, made ready.

    ``rates`` are what was measured of it; ``house`` tells whether it is somebody's own;
    ``without`` are the numbers of entries that another glossary speaks of instead.
    """

    glossary: Glossary
    hints: Index
    rates: Rates | None = None
    house: bool = False
    without: frozenset[int] = frozenset()


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
            (word, (number, *_near(variant, places)))
            for variant in _variants(f"{glossary.name}/{entry.id}", entry, known)
            for word in variant.anchors
        }
        for word, hint in sorted(hints):
            index.anchors.setdefault(word, []).append(hint)
    index.neighbours.extend(places)
    return Compiled(glossary, index)


def _near(variant: Variant, places: dict[frozenset[str], int]) -> tuple[int, int, int, int]:
    """Return distances and places of the nearest neighbours; a new one gets a place."""
    asked = [
        (distance, places.setdefault(forms, len(places)))
        for distance, forms in variant.neighbours[:_NEIGHBOURS]
    ]
    (near, further) = (*asked, (0, 0), (0, 0))[:_NEIGHBOURS]
    return (*near, *further)


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
