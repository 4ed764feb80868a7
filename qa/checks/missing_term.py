"""A term of the source without any of the translations that the glossary lists.

What it finds
: Terms of the tables given with ``--glossary`` that stand in the source, where the target has none
  of their translations: not as listed, nor inflected, in a compound, as its parts, or in another
  word of the same stem. One of several translations is enough. Where the source may mean something
  else, as in a name or with a verb of the same form, it is a note. A translation that the glossary
  advises against is for the checks forbidden-term and unwanted-term.

Why it matters
: Readers take two words for two things, and somebody has decided which word it is to be.

Flagged
: [en > de] The ferry needs a new gangway. | Die Fähre braucht eine neue Treppe.
: [en > de] The old package sources are gone. | Die alten Verzeichnisse sind fort.

Clean
: [en > de] The ferry needs a new gangway. | Die Fähre braucht einen neuen Laufsteg.
: [en > de] The ferry needs a new gangway. | Die Fähre braucht eine neue Gangway.
: [en > de] Two gangways were lost. | Zwei Landungsbrücken gingen verloren.
: [en > de] The old package sources are gone. | Die alten Quellen der Pakete sind fort.
: [en > de] The plan needs money. | Der Plan braucht Geld.

Sources
: MQM, terminology > inconsistent with terminology resource (https://themqm.org)
: ISO 30042, TermBase eXchange: the administrative status of terms
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.demands import Demand, demands
from qa.glossary.renderings import rendering, strict
from qa.glossary.terms import Term
from qa.model import Pair
from qa.text.words import Words


@bilingual_check("missing-term", Category.TERMINOLOGY, Severity.WARNING)
def missing_term(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the target, once for each term that it lacks."""
    if context.terms is None or context.source is None:
        return
    source, tag = context.source, context.language.tag
    words = context.words(pair.target)
    for demand in demands(context.terms, source.words(pair.source), source.language.tag):
        if not demand.term.kept and _lacks(words, demand.term, tag):
            yield _mark(demand, len(pair.target.text.content))


def _lacks(words: Words, term: Term, tag: str) -> bool:
    """Tell whether a target has no translation of a term, not even one that is advised against."""
    if not term.targets or any(rendering(words, target, tag) for target in term.targets):
        return False
    return not any(strict(words, one, tag) for one in (*term.avoided, *term.retired))


def _mark(demand: Demand, end: int) -> Mark:
    term = demand.term
    wanted = " or ".join(f"'{target}'" for target in term.targets)
    return Mark(
        0,
        end,
        f"has no {wanted} for '{demand.written}'",
        why="the glossary lists it as the translation",
        suggestions=term.targets,
        severity=None if demand.certain else Severity.NOTE,
        confidence=Confidence.NEARLY_ALWAYS if demand.certain else Confidence.CONTEXT,
        source_text=demand.written,
    )
