"""A translation that the glossary advises against.

What it finds
: Translations that a table given with ``--glossary`` calls forbidden, deprecated or superseded,
  in any form and as a compound, where the source has the term that they are not to be used for.
  What a concept of a glossary forbids whatever the source is for the check unwanted-term.

Why it matters
: The word was given up for a reason, and somebody has to search for it again later.

Flagged
: [en > de] The ferry needs a new gangway. | Die Fähre braucht einen neuen Laufsteg.
: [en > de] All package sources were checked. | Alle Quellpakete wurden geprüft.

Clean
: [en > de] The models walked down the runway. | Die Models schritten über den Laufsteg.
: [en > de] The ferry needs a new gangway. | Die Fähre braucht eine neue Landungsbrücke.

Sources
: MQM, terminology > inconsistent with terminology resource (https://themqm.org)
: ISO 30042, TermBase eXchange: the administrative status of terms
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.demands import Demand, demands
from qa.glossary.renderings import Rendering, strict
from qa.model import Pair
from qa.terminology import unwanted
from qa.text.words import Words


@bilingual_check("forbidden-term", Category.TERMINOLOGY, Severity.WARNING)
def forbidden_term(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the words that stand for the term."""
    if context.terms is None or context.source is None:
        return
    source, tag = context.source, context.language.tag
    words = context.words(pair.target)
    said = [
        range(match.first, match.last) for match, _ in unwanted.found(context.matches(pair.target))
    ]
    for demand in demands(context.terms, source.words(pair.source), source.language.tag):
        allowed = [
            found.places for one in demand.term.targets if (found := strict(words, one, tag))
        ]
        for avoided in demand.term.avoided:
            found = strict(words, avoided, tag)
            if found and not any(set(found.places) <= set(places) for places in (*allowed, *said)):
                yield _mark(demand, found, words)


def _mark(demand: Demand, found: Rendering, words: Words) -> Mark:
    start, end = words.spans[min(found.places)][0], words.spans[max(found.places)][1]
    return Mark(
        start,
        end,
        f"{found.explained(words)}; the glossary does not want it for '{demand.written}'",
        suggestions=demand.term.targets,
        confidence=Confidence.NEARLY_ALWAYS,
        source_text=demand.written,
    )
