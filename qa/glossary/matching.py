"""Finding glossary entries in text."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from qa.glossary.compiled import Compiled
from qa.glossary.parsing import parse
from qa.glossary.patterns import Pattern, Variant, Word, joined, starts_sentence
from qa.glossary.termbase import Entry, Glossary
from qa.language import language
from qa.regex import lazy
from qa.text.inflection import Feature, features, indefinite_article, inflect
from qa.text.words import Words

# After these "be" stays "be"; elsewhere a verb without ending is the present of a plural.
_BARE_INFINITIVE = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not")
)
_ARTICLES = ("a", "an")
_BRACES = lazy(r"\{(?P<word>[^{}*]+)(?P<last>\*)?\}")


class Match(Struct, frozen=True):
    """An entry that matched words ``first`` to ``last`` (one past) of a text."""

    phrase: "Phrase"
    first: int
    last: int
    variant: Variant


class Replacement(NamedTuple):
    """Texts that may stand in the place of ``content[start:end]``."""

    start: int
    end: int
    texts: tuple[str, ...]


class Phrase:
    """An entry with its patterns compiled when first needed.

    Raises:
        QAError: a pattern is malformed; the message names the entry.
    """

    def __init__(self, entry: Entry, glossary: Glossary) -> None:
        self.entry = entry
        self.id = f"{glossary.name}/{entry.id}"
        self.language = language(glossary.language)
        self.origin = language(glossary.origin)

    @cached_property
    def variants(self) -> dict[str, list[Variant]]:
        """The variants of the phrase's patterns by each of their anchors."""
        found: dict[str, list[Variant]] = {}
        for pattern in self._compiled(self.entry.match):
            for variant in pattern.variants:
                for word in variant.anchors:
                    found.setdefault(word, []).append(variant)
        return found

    @cached_property
    def topics(self) -> list[Pattern]:
        """The patterns that excuse it anywhere in the document."""
        return self._compiled(self.entry.unless_topic)

    @cached_property
    def _before(self) -> list[Pattern]:
        return self._compiled(self.entry.unless_before)

    @cached_property
    def _after(self) -> list[Pattern]:
        return self._compiled(self.entry.unless_after)

    @cached_property
    def _near(self) -> list[Pattern]:
        return self._compiled(self.entry.unless_near)

    @cached_property
    def _only_near(self) -> list[Pattern]:
        return self._compiled(self.entry.only_near)

    @cached_property
    def _only_across(self) -> list[Pattern]:
        return self._compiled(self.entry.only_across)

    def excused(self, words: Words, match: Match) -> bool:
        """Tell whether the words around a match make it harmless."""
        return (
            any(_precedes(pattern, words, match) for pattern in self._before)
            or any(pattern.follows(words, match.last) for pattern in self._after)
            or any(_found(pattern, words) for pattern in self._near)
            or not self._required(words, match)
        )

    def _required(self, words: Words, match: Match) -> bool:
        """Tell whether what the phrase asks for stands near it and across it."""
        near, across = self._only_near, self._only_across
        return (not near or any(_found(pattern, words) for pattern in near)) and (
            not across or any(_overlaps(pattern, words, match) for pattern in across)
        )

    def replacement(self, words: Words, match: Match) -> "Replacement":
        """Return what to write instead, fitted to the matched words.

        ``{word}`` takes the form of the first inflected word of the pattern, ``{word*}`` that of
        the last; at the start of a sentence it begins with a capital letter. Where "a" or "an"
        stands before the match and has to change, it is replaced too.
        """
        texts = [
            _BRACES.sub(lambda brace: self._fitted(brace, words, match), text)
            for text in self.entry.suggest
        ]
        first = match.first
        article = words.keys[first - 1] if first else ""
        if article in _ARTICLES and any(indefinite_article(text) != article for text in texts):
            first -= 1
            texts = [f"{indefinite_article(text)} {text}" for text in texts]
        if words.text(first)[0].isupper() and starts_sentence(words, first):
            texts = [text[:1].upper() + text[1:] for text in texts]
        return Replacement(words.spans[first][0], words.spans[match.last - 1][1], tuple(texts))

    def _fitted(self, brace: re.Match[str], words: Words, match: Match) -> str:
        tag = self.language.tag
        feature = _feature(words, match, tag, last=bool(brace["last"]))
        if brace["word"] == "be" and feature is Feature.BASE:
            return "be" if words.keys[max(0, match.first - 1)] in _BARE_INFINITIVE else "are"
        return inflect(brace["word"], feature, tag)

    def _compiled(self, sources: Iterable[str]) -> list[Pattern]:
        return [parse(source, self.language, self.id) for source in sources]


class Matcher:
    """All entries of several glossaries, found in one pass over the words of a text.

    A phrase's patterns are compiled when a word of it is first seen.
    """

    def __init__(self, glossaries: Iterable[Compiled]) -> None:
        self._index: dict[str, list[Phrase]] = {}
        for one in glossaries:
            phrases = [Phrase(entry, one.glossary) for entry in one.glossary.entries]
            for word, numbers in one.anchors.items():
                self._index.setdefault(word, []).extend(phrases[number] for number in numbers)

    def find(self, words: Words) -> list[Match]:
        """Return the matches in a text, in order; the longest wins where they overlap."""
        index = self._index
        places = [place for place, key in enumerate(words.keys) if key in index]
        found = [match for place in places for match in self._around(words, place)]
        return _disjoint(match for match in found if not match.phrase.excused(words, match))

    def _around(self, words: Words, place: int) -> Iterator[Match]:
        key = words.keys[place]
        for phrase in self._index[key]:
            for variant in phrase.variants[key]:
                if variant.fits(words.keys, place):
                    for first, last in variant.match_around(words, place):
                        yield Match(phrase, first, last, variant)


def _disjoint(matches: Iterable[Match]) -> list[Match]:
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.first, m.phrase.id)):
        covered = range(match.first, match.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.first)


def _precedes(pattern: Pattern, words: Words, match: Match) -> bool:
    return any(end == match.first for _, end in pattern.search(words)) and joined(
        words, match.first, match.variant.atoms[0]
    )


def _overlaps(pattern: Pattern, words: Words, match: Match) -> bool:
    return any(first < match.last and match.first < last for first, last in pattern.search(words))


def _found(pattern: Pattern, words: Words) -> bool:
    return any(True for _ in pattern.search(words))


_PERFECT = frozenset({"have", "has", "had", "having", "be", "is", "are", "was", "were", "been"})
_AUXILIARY_REACH = 3


def _feature(words: Words, match: Match, tag: str, *, last: bool) -> Feature:
    """Return the form in which the first or last inflected word of the pattern was matched."""
    inflected = [atom.lemmas for atom in match.variant.atoms if isinstance(atom, Word)]
    step = -1 if last else 1
    lemmas = next((found for found in inflected[::step] if found), frozenset())
    for index in range(match.first, match.last)[::step]:
        for lemma in lemmas:
            possible = features(words.keys[index], lemma, tag)
            if possible:
                return _past_or_participle(words, match.first, possible)
    return Feature.BASE


def _past_or_participle(words: Words, first: int, possible: list[Feature]) -> Feature:
    before = set(words.keys[max(0, first - _AUXILIARY_REACH) : first])
    if Feature.PARTICIPLE in possible and before & _PERFECT:
        return Feature.PARTICIPLE
    return possible[0]
