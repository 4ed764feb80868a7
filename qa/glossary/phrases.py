"""A glossary entry at work: its patterns, what excuses it, and what to write instead."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

from qa.findings import Confidence
from qa.glossary.compiled import Compiled
from qa.glossary.parsing import parse
from qa.glossary.patterns import Pattern, Variant, Word, joined, starts_sentence
from qa.glossary.termbase import BRACES, Entry
from qa.language import Language, language, primary
from qa.regex import lazy
from qa.text.inflection import Feature, features, indefinite_article, inflect, like
from qa.text.words import Words

# After these "be" stays "be"; elsewhere a verb without ending is the present of a plural.
_BARE_INFINITIVE = frozenset(
    ("to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not")
)
_ARTICLES = ("a", "an")
# Katakana runs on where a word goes on: nothing begins or ends within it.
_WITHIN_KATAKANA = lazy(r"[\u30a1-\u30fa\u30fc]{2}")


# Entries that are more often right go before others.
_CERTAINTY = list(Confidence)


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

    Attributes:
        entry: what it is made of.
        id: the names of the glossary and of the entry.
        rate: how often it was found in native and in translated text, if that was measured.
        house: whether it comes from somebody's own glossary.

    Raises:
        QAError: a pattern is malformed; the message names the entry.
    """

    def __init__(self, entry: Entry, source: Compiled) -> None:
        self.entry = entry
        self.id = f"{source.glossary.name}/{entry.id}"
        self.rate = source.rates.rate(entry.id) if source.rates else None
        self.house = source.house
        self._glossary = source.glossary

    @property
    def language(self) -> Language:
        """The language of the text."""
        return language(self._glossary.language)

    @property
    def origin(self) -> Language:
        """The language behind the phrase."""
        return language(self._glossary.origin)

    @property
    def origins(self) -> tuple[str, ...]:
        """The tags of all languages that leave the phrase behind."""
        return self._glossary.origins

    @property
    def certainty(self) -> int:
        """The place of the phrase among others: 0 for what is nearly always wrong."""
        return _CERTAINTY.index(self.entry.confidence)

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
            not self._required(words, match)
            or any(pattern.follows(words, match.last) for pattern in self._after)
            or any(_precedes(pattern, words, match) for pattern in self._before)
            or any(_found(pattern, words) for pattern in self._near)
            or _cuts_katakana(words, match)
            or not self._written(words, match)
        )

    def _written(self, words: Words, match: Match) -> bool:
        """Tell whether a match has one of the spellings that the entry asks for, if it does."""
        asked = self.entry.only_written
        found = words.content[words.spans[match.first][0] : words.spans[match.last - 1][1]]
        return not asked or _plain(found) in map(_plain, asked)

    def _required(self, words: Words, match: Match) -> bool:
        """Tell whether what the phrase asks for stands across it and near it."""
        near, across = self._only_near, self._only_across
        return (
            not across or any(one.crosses(words, match.first, match.last) for one in across)
        ) and (not near or any(_found(pattern, words) for pattern in near))

    def replacement(self, words: Words, match: Match) -> "Replacement":
        """Return what to write instead, fitted to the matched words.

        ``{word}`` takes the form of the first inflected word of the pattern, ``{word*}`` that of
        the last; at the start of a sentence it begins with a capital letter. Where "a" or "an"
        stands before the match and has to change, it is replaced too.
        """
        texts = [
            BRACES.sub(lambda brace: self._fitted(brace, words, match), text)
            for text in self.entry.suggest
        ]
        first = match.first
        article = words.keys[first - 1] if first and self.language.tag == "en" else ""
        if article in _ARTICLES and any(indefinite_article(text) != article for text in texts):
            first -= 1
            texts = [f"{indefinite_article(text)} {text}" for text in texts]
        if words.text(first)[0].isupper() and starts_sentence(words, first):
            texts = [text[:1].upper() + text[1:] for text in texts]
        return Replacement(words.spans[first][0], words.spans[match.last - 1][1], tuple(texts))

    def _fitted(self, brace: re.Match[str], words: Words, match: Match) -> str:
        tag = self.language.tag
        found = _inflected(words, match, tag, last=bool(brace["last"]))
        if found and primary(tag) != "en":
            return like(brace["word"], words.keys[found.place], found.lemma, tag)
        feature = _feature(words, match, found)
        if brace["word"] == "be" and feature is Feature.BASE:
            return "be" if words.keys[max(0, match.first - 1)] in _BARE_INFINITIVE else "are"
        return inflect(brace["word"], feature, tag)

    def _compiled(self, sources: Iterable[str]) -> list[Pattern]:
        return [parse(source, self.language, self.id) for source in sources]


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("’", "'")


def _precedes(pattern: Pattern, words: Words, match: Match) -> bool:
    begins = joined(words, match.first, match.variant.atoms[0]) if match.first else False
    return begins and pattern.precedes(words, match.first)


def _cuts_katakana(words: Words, match: Match) -> bool:
    edges = words.spans[match.first][0], words.spans[match.last - 1][1]
    return any(_WITHIN_KATAKANA.match(words.content, max(0, edge - 1), edge + 1) for edge in edges)


def _found(pattern: Pattern, words: Words) -> bool:
    return any(True for _ in pattern.search(words))


_PERFECT = frozenset({"have", "has", "had", "having", "be", "is", "are", "was", "were", "been"})
_AUXILIARY_REACH = 3


class _Inflected(NamedTuple):
    """A word of a match that is a form of ``lemma``, and the features that it may have."""

    place: int
    lemma: str
    features: list[Feature]


def _inflected(words: Words, match: Match, tag: str, *, last: bool) -> _Inflected | None:
    """Return the first or last word that a match inflects."""
    inflected = [atom.lemmas for atom in match.variant.atoms if isinstance(atom, Word)]
    step = -1 if last else 1
    lemmas = next((found for found in inflected[::step] if found), frozenset())
    for place in range(match.first, match.last)[::step]:
        for lemma in lemmas:
            possible = features(words.keys[place], lemma, tag)
            if possible:
                return _Inflected(place, lemma, possible)
    return None


def _feature(words: Words, match: Match, found: _Inflected | None) -> Feature:
    if found is None:
        return Feature.BASE
    before = set(words.keys[max(0, match.first - _AUXILIARY_REACH) : match.first])
    if Feature.PARTICIPLE in found.features and before & _PERFECT:
        return Feature.PARTICIPLE
    return found.features[0]
