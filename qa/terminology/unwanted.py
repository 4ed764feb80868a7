"""The terms that are not to be used, as entries that text is searched for.

A term that may be used, and has one that may not within it ("climate crisis", "climate"), becomes
an entry too: the longest match counts, so nothing is said of a part of it.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from qa.findings import Category, Confidence
from qa.glossary.phrases import Match
from qa.language import language, primary
from qa.terminology.model import Concept, Status, Term, TermEntry
from qa.terminology.surveying import key
from qa.terminology.term_phrases import RETIRED, can_match, literal, pattern

_OF_BRACES = frozenset("{}*")
_SUGGESTED_AT_MOST = 3
_SEVERAL = 2


class _Use(NamedTuple):
    concept: Concept
    tag: str
    term: Term
    key: str


def entries(concepts: Iterable[Concept], tag: str) -> tuple[TermEntry, ...]:
    """Return the terms of a language that are not to be used, and those that have one within them.

    Drafts are left out; so are terms that are out of date for one subject and in use for another,
    since nobody can tell which is meant. What a region does not use says nothing of another.

    Args:
        concepts: of one glossary.
        tag: language of the text.
    """
    uses = list(_uses(concepts, tag))
    inside = [one for one in uses if one.term.status not in RETIRED]
    usable = {one.key for one in inside}
    unwanted = [one for one in uses if _is_unwanted(one, usable)]
    parts = {one.key for one in unwanted}
    words = {word for part in parts for word in part.split()}
    longer = [one for one in inside if _has_within(one.key.split(), parts, words)]
    found = (one for one in (*unwanted, *longer) if one.key and can_match(one.term, tag))
    return tuple(_entry(one, tag) for one in found)


def found(matches: Iterable[Match]) -> list[tuple[Match, TermEntry]]:
    """Return what matched terms that are not to be used."""
    entered = ((match, match.phrase.entry) for match in matches)
    return [
        (match, entry)
        for match, entry in entered
        if isinstance(entry, TermEntry) and entry.status in RETIRED
    ]


def said(concepts: Iterable[Concept], tag: str) -> Iterator[tuple[str, str]]:
    """Yield the concepts and the keys of the terms that a glossary has in a language."""
    return ((one.concept.id, one.key) for one in _uses(concepts, tag))


def key_of(entry: TermEntry) -> str:
    """Return what the entry shares with terms that differ in case, hyphens and spaces alone."""
    return key(entry.term)


def _uses(concepts: Iterable[Concept], tag: str) -> Iterator[_Use]:
    for concept in concepts:
        for spoken, terms in concept.terms.items() if not concept.draft else ():
            if _is_spoken(spoken, tag):
                yield from (_Use(concept, spoken, term, key(term.text)) for term in terms)


@cache
def _is_spoken(tag: str, other: str) -> bool:
    """Tell whether text in one of two languages may be in the other: pt in pt-BR, not pt-PT."""
    return f"{tag}-".startswith(f"{other}-") or f"{other}-".startswith(f"{tag}-")


def _is_unwanted(one: _Use, usable: set[str]) -> bool:
    status = one.term.status
    return status is Status.FORBIDDEN or (status in RETIRED and one.key not in usable)


def _has_within(name: list[str], parts: set[str], words: set[str]) -> bool:
    """Tell whether a part of a term, but not all of it, is one of ``parts``.

    Args:
        name: the words of the term.
        parts: terms.
        words: of the parts.
    """
    if len(name) < _SEVERAL or words.isdisjoint(name):
        return False
    return any(
        " ".join(name[first:last]) in parts
        for first in range(len(name))
        for last in range(first + 1, len(name) + 1)
        if last - first < len(name)
    )


def _entry(one: _Use, tag: str) -> TermEntry:
    term, concept = one.term, one.concept
    unwanted = term.status in RETIRED
    return TermEntry(
        id=concept.id,
        match=(pattern(term),),
        origin="",
        why=(term.note or concept.note or concept.definition) if unwanted else "",
        suggest=tuple(_suggestions(one, tag)) if unwanted else (),
        confidence=Confidence.NEARLY_ALWAYS,
        flagged=(),
        clean=(),
        category=Category.TERMINOLOGY,
        only_written=(term.text,) if literal(term) else (),
        status=term.status,
        term=term.text,
    )


def _suggestions(one: _Use, tag: str) -> Iterator[str]:
    """Yield what to write instead, in braces where it takes the form of what it replaces."""
    spoken = sorted(
        (found for found in one.concept.terms if _is_spoken(found, tag)),
        key=lambda found: found != one.tag,
    )
    preferred = (
        term.text
        for found in spoken
        for term in one.concept.terms[found]
        if term.status is Status.PREFERRED
    )
    for text in list(dict.fromkeys(preferred))[:_SUGGESTED_AT_MOST]:
        yield text if literal(one.term) else _inflected(text, one.term.text, tag)


def _inflected(text: str, replaced: str, tag: str) -> str:
    """Return a suggestion whose last word takes the form of what it replaces, if that is safe.

    The head of an English term is its last word, as long as no preposition stands in it; in other
    languages only a word in the place of a word is safe.
    """
    *before, last = text.split()
    common = language(tag).words("function-words")
    english = primary(tag) == "en" and common.isdisjoint(word.lower() for word in before)
    fits = english or not (before or " " in replaced.strip())
    if not fits or not _OF_BRACES.isdisjoint(text):
        return text
    return " ".join((*before, f"{{{last}*}}"))
