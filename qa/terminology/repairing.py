"""Repairs of a termbase that change nothing of what it says."""

from collections.abc import Sequence

from msgspec.structs import replace

from qa.language import canonical
from qa.terminology.model import Concept, Term
from qa.terminology.soundness import is_blank, tidied
from qa.terminology.splicing import Change, Changes


def repairs(found: Sequence[Concept]) -> Changes:
    """Return the concepts that change, by their place.

    Stray spaces, empty and repeated terms, blank definitions and language tags in unusual case
    are put right; a concept that stands in the file before, word for word, is removed.
    """
    changes: Changes = {}
    known: dict[str, Concept] = {}
    for number, concept in enumerate(found):
        first = known.setdefault(concept.id, concept)
        better = None if first is not concept and first == concept else repaired(concept)
        if better != concept:
            changes["concept", number] = Change(concept, better)
    return changes


def repaired(concept: Concept) -> Concept:
    """Return a concept with what can be put right without asking anybody."""
    definition = "" if is_blank(concept.definition) else concept.definition
    return replace(concept, terms=_terms(concept), definition=definition)


def _terms(concept: Concept) -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for tag, terms in concept.terms.items():
        right = canonical(tag) or tag
        name = right if right == tag or right not in concept.terms else tag
        kept = dict.fromkeys(_tidy(term) for term in terms if tidied(term.text))
        found[name] = tuple(kept) if name not in found else (*found[name], *kept)
    return {tag: terms for tag, terms in found.items() if terms}


def _tidy(term: Term) -> Term:
    text = tidied(term.text)
    return term if text == term.text else replace(term, text=text)
