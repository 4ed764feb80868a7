"""The terms of a source, and how certain it is that each is meant there."""

from collections.abc import Iterator

from msgspec import Struct

from qa.glossary.terms import Term, Terms, exact
from qa.language import language, primary
from qa.text.inflection import Feature, features
from qa.text.words import Words

_OF_NOUNS = {Feature.BASE, Feature.S, Feature.POSSESSIVE}


class Demand(Struct, frozen=True):
    """A term as the source has it; ``certain`` unless it may be a name or another word."""

    term: Term
    written: str
    certain: bool


def demands(terms: Terms, words: Words, tag: str) -> Iterator[Demand]:
    """Yield each different term of a source in the language ``tag``, where it stands first."""
    seen: set[Term] = set()
    for term, place in terms.places(words.keys):
        written = words.content[words.spans[place.start][0] : words.spans[place.stop - 1][1]]
        if term not in seen and _is_written_like(written, term.source):
            seen.add(term)
            certain = not _in_name(words, place, term, tag) and _is_listed(words, place, term, tag)
            yield Demand(term, written, certain)


def _is_written_like(written: str, source: str) -> bool:
    """Tell AIDS from aids and Turkey from turkey; at the start of a sentence both may be meant."""
    if source.isupper():
        return written[: len(source)].isupper()
    return not source[:1].isupper() or written[:1].isupper()


def _in_name(words: Words, place: range, term: Term, tag: str) -> bool:
    """Tell whether a term has a capital letter that is not its own, as in 'British Airways'."""
    first = place.start
    if language(tag).capitals or term.source[:1].isupper() or not words.text(first)[0].isupper():
        return False
    following = words.text(place.stop)[0].isupper() if place.stop < len(words) else False
    return first > 0 or following


def _is_listed(words: Words, place: range, term: Term, tag: str) -> bool:
    """Tell whether the source has a term as it is listed, or in the plural: not 'infected'."""
    if primary(tag) != "en":
        return True
    listed = (next(iter(keys)) for keys in exact(term.source, tag))
    return all(
        words.keys[at] == key or not _OF_NOUNS.isdisjoint(features(words.keys[at], key, tag))
        for at, key in zip(place, listed, strict=False)
    )
