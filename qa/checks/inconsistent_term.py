"""One term of the glossary by two of its names in one text.

What it finds
: Terms of the tables given with ``--glossary`` that have several allowed translations, where the
  text uses more than one of them for the same term. The rarer one is marked, or the later one.

Why it matters
: All of them are right, and readers still ask whether two words are two things.

Flagged
: [en > de] The gangway is new. | Die Gangway ist neu. ¶ The gangway is wet. | Die Landungsbrücke
  ist nass.

Clean
: [en > de] The gangway is new. | Die Gangway ist neu. ¶ The gangway is wet. | Die Gangway ist nass.
: [en > de] The gangway is new. | Die Gangway ist neu. ¶ The pier is wet. | Die Landungsbrücke ist
  nass.

Sources
: MQM, terminology > inconsistent use of terminology (https://themqm.org)
"""

from collections import Counter
from collections.abc import Iterator

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.demands import demands
from qa.glossary.renderings import Rendering, strict
from qa.glossary.terms import Term
from qa.model import Document, Pair

_Used = tuple[Pair, Rendering]


@document_check("inconsistent-term", Category.TERMINOLOGY, Severity.NOTE)
def inconsistent_term(document: Document, context: Context) -> SegmentMarks:
    """Mark every name of a term that is not the usual one of the text."""
    used: dict[Term, list[_Used]] = {}
    for pair in document.source.pairs if document.source and context.terms else ():
        for term, rendering in _renderings(pair, context):
            used.setdefault(term, []).append((pair, rendering))
    for found in used.values():
        counts = Counter(rendering.term for _, rendering in found)
        usual = max(counts, key=counts.__getitem__)
        for pair, rendering in found:
            if rendering.term != usual:
                yield pair.target, _mark(pair, rendering, usual, context)


def _renderings(pair: Pair, context: Context) -> Iterator[tuple[Term, Rendering]]:
    """Yield the terms of a pair that have several translations, with the one that is used."""
    if context.terms is None or context.source is None:
        return
    source, tag = context.source, context.language.tag
    for demand in demands(context.terms, source.words(pair.source), source.language.tag):
        if len(demand.term.targets) > 1:
            words = context.words(pair.target)
            found = [one for name in demand.term.targets if (one := strict(words, name, tag))]
            if len(found) == 1:
                yield demand.term, found[0]


def _mark(pair: Pair, rendering: Rendering, usual: str, context: Context) -> Mark:
    words = context.words(pair.target)
    return Mark(
        words.spans[min(rendering.places)][0],
        words.spans[max(rendering.places)][1],
        f"called '{usual}' elsewhere in this text",
        suggestions=(usual,),
        confidence=Confidence.CONTEXT,
    )
