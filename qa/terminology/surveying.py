"""All terms of a termbase side by side: which concepts use the same word."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from qa.language import language, primary
from qa.terminology.loading import Contents
from qa.terminology.model import Concept, Term
from qa.terminology.term_phrases import RETIRED

# Of a word that very many concepts share, not every pair is looked at.
_COMPARED_AT_MOST = 12
_CONCEPT = "concept"


class Found(NamedTuple):
    """Something wrong with a concept or an entry.

    ``rule`` names what is wrong in general; ``kind`` and ``number`` say with which block of the
    file, ``needle`` with which text in it; ``safe`` tells that ``qa glossary lint --fix`` puts it
    right.
    """

    rule: str
    number: int
    what: str
    fix: str
    needle: str = ""
    safe: bool = False
    kind: str = _CONCEPT


class Use(Struct, frozen=True, gc=False):
    """A term where it stands: the number of its concept, and the language without region."""

    number: int
    concept: Concept
    tag: str
    term: Term

    @property
    def retired(self) -> bool:
        """Whether the term is not to be used."""
        return self.term.status in RETIRED


Uses = dict[str, dict[str, list[Use]]]


def survey(contents: Contents) -> Uses:
    """Return the uses of every term, by language without region, and by key."""
    found: Uses = {}
    for number, concept in contents.accepted:
        for tag, terms in concept.terms.items():
            name, cased = _told(tag)
            by_key = found.setdefault(name, {})
            for term in terms:
                use = Use(number, concept, name, term)
                by_key.setdefault(key(term.text, cased=cased), []).append(use)
    return found


@cache
def _told(tag: str) -> tuple[str, bool]:
    return primary(tag), language(tag).capitals


def key(text: str, *, cased: bool = False) -> str:
    """Return what two terms share that are the same but for hyphens, spaces and case.

    Where capitals tell nouns from verbs (``cased``), case counts.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("’", "'")
    plain = text if cased else text.lower()
    return plain if plain.isalnum() else " ".join(plain.replace("-", " ").split())


def shared(uses: Uses) -> Iterator[list[Use]]:
    """Yield the uses of every term that stands in the file more than once."""
    for by_key in uses.values():
        yield from (found for found in by_key.values() if len(found) > 1)


def pairs(found: list[Use]) -> Iterator[tuple[Use, Use]]:
    """Yield the uses of one term by different concepts, two at a time."""
    for one, other in combinations(found[:_COMPARED_AT_MOST], 2):
        if one.number != other.number and same(one.term, other.term):
            yield one, other


def same(one: Term, other: Term) -> bool:
    """Tell whether two terms of the same key are one word: not Polish and polish, noun and verb."""
    kinds = {one.part_of_speech, other.part_of_speech} - {None}
    exact = one.case_sensitive or other.case_sensitive or one.text.isupper() != other.text.isupper()
    return len(kinds) < 2 and (one.text == other.text or not exact)  # noqa: PLR2004 - a pair
