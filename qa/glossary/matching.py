"""Finding glossary entries in text."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from qa.glossary.compiled import Compiled
from qa.glossary.phrases import Match, Phrase
from qa.text.words import Words

Likelihood = Callable[[Phrase], float]


def _certain(_phrase: Phrase) -> float:
    return 1.0


class Matcher:
    """All entries of several glossaries, found in one pass over the words of a text.

    A phrase's patterns are compiled when a word of it is first seen.
    """

    def __init__(self, glossaries: Iterable[Compiled]) -> None:
        self._sources = [_Source(one, {}) for one in glossaries]
        self._anchors = frozenset().union(*(one.compiled.hints.anchors for one in self._sources))
        self._sources_of = cache(self._having)

    def find(self, words: Words, likelihood: Likelihood = _certain) -> list[Match]:
        """Return the matches in a text, in order.

        Where they overlap the longest wins, of those as long a house's own, then the likeliest.

        Args:
            words: the text.
            likelihood: of a phrase, from 0 to 1; what is not likely at all is not looked for.
        """
        anchors = self._anchors
        places = [place for place, key in enumerate(words.keys) if key in anchors]
        likely = [
            (chance, match)
            for place in places
            for phrase in self._phrases(words, place)
            if (chance := likelihood(phrase))
            for match in _around(phrase, words, place)
        ]
        return _disjoint(one for one in likely if not one[1].phrase.excused(words, one[1]))

    def find_in_whole(self, words: Words) -> list[Match]:
        """Return the matches in a whole text, whose topic excuses phrases too."""
        return [
            match
            for match in self.find(words)
            if not any(True for topic in match.phrase.topics for _ in topic.search(words))
        ]

    def _phrases(self, words: Words, place: int) -> Iterator[Phrase]:
        """Yield the phrases that may have an anchor at ``place``, each made when first needed."""
        for source in self._sources_of(words.keys[place]):
            for number in source.compiled.hints.around(words, place):
                if number not in source.compiled.without:
                    yield source.phrase(number)

    def _having(self, anchor: str) -> list["_Source"]:
        return [one for one in self._sources if anchor in one.compiled.hints.anchors]


class _Source(NamedTuple):
    """A glossary, and those of its phrases that were needed until now."""

    compiled: Compiled
    made: dict[int, Phrase]

    def phrase(self, number: int) -> Phrase:
        if number not in self.made:
            self.made[number] = Phrase(self.compiled.glossary.entries[number], self.compiled)
        return self.made[number]


def _around(phrase: Phrase, words: Words, place: int) -> Iterator[Match]:
    key = words.keys[place]
    for variant in phrase.variants[key]:
        if variant.fits(words.keys, place):
            for first, last in variant.match_around(words, place):
                yield Match(phrase, first, last, variant)


def _disjoint(matches: Iterable[tuple[float, Match]]) -> list[Match]:
    chosen: list[Match] = []
    taken: set[int] = set()
    for _, match in sorted(matches, key=_precedence):
        covered = range(match.first, match.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.first)


def _precedence(likely: tuple[float, Match]) -> tuple[object, ...]:
    likelihood, match = likely
    phrase = match.phrase
    rank = (not phrase.house, -likelihood, phrase.certainty)
    return (match.first - match.last, *rank, match.first, phrase.id)
