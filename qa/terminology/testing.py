"""Whether a glossary finds what it should, and nothing in clean text."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from qa import resources
from qa.glossary import validation
from qa.language import language
from qa.terminology import scoping
from qa.terminology.loading import Contents, Loaded
from qa.terminology.model import Concept, Term
from qa.terminology.searching import Hit, Searcher, articles, language_of
from qa.terminology.term_phrases import Terms, literal
from qa.terminology.wording import named, shown
from qa.text.words import Words

_OF_EXAMPLES = ("misses", "flags")


class Failure(NamedTuple):
    """An example that a glossary does not do right, and whose it is."""

    id: str
    what: str


def failures(contents: Contents) -> Iterator[Failure]:
    """Yield the flagged examples that are missed, the clean ones that are flagged, and so on.

    An example of a term has to have the term in it, in any inflection.
    """
    if contents.glossary:
        for fault in validation.faults(contents.glossary):
            if fault.reason.startswith(_OF_EXAMPLES):
                yield Failure(fault.entry, fault.reason)
    for concept, tag, term in _illustrated(contents):
        if not _has(concept, tag, term):
            sure = " as it is written" if literal(term) else ""
            what = f"{named(tag)} {shown(term.text)} is not{sure} in its example"
            yield Failure(concept.id, f"{what}: {term.example}")


def _illustrated(contents: Contents) -> Iterator[tuple[Concept, str, Term]]:
    """Yield the terms that have an example, with concept and language."""
    for concept in contents.concepts:
        for tag, terms in concept.terms.items():
            yield from ((concept, tag, term) for term in terms if term.example)


def _has(concept: Concept, tag: str, term: Term) -> bool:
    words = Words(term.example, elision=language(tag).elision)
    return any(True for _ in Terms([(concept, term)], tag).find(words))


def examples(contents: Contents) -> int:
    """Return how many examples a glossary has to do right; drafts do not count."""
    phrases = sum(len(one.flagged) + len(one.clean) for one in contents.entries if not one.draft)
    return phrases + sum(1 for _ in _illustrated(contents))


def clean_corpus(loaded: Loaded) -> Path | None:
    """Return the clean text that comes with qa in the language of the glossary, if there is any."""
    glossary = loaded.contents.glossary
    tag = glossary.language if glossary else "en"
    place = resources.root() / "evaluation" / f"clean.{tag}.txt"
    return place if place.is_file() else None


def hits(contents: Contents, clean: Path) -> Iterator[Hit]:
    """Yield what the whole glossary finds in clean text, all of which are false alarms.

    Raises:
        QAError: a file cannot be read.
    """
    searcher = Searcher(partial(scoping.ready, contents))
    spoken = contents.glossary.language if contents.glossary else None
    for document in articles(clean):
        tag = language_of(document) or spoken
        yield from searcher.hits(document, tag) if tag else ()
