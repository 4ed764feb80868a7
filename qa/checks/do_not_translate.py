"""A name that the glossary keeps as it is, changed in translation.

What it finds
: Terms of the tables given with ``--glossary`` whose translation is the term itself, where the
  source has them as they are written and the target has not. Endings of an inflected language and
  quotation marks are no change.

Why it matters
: Titles, products and institutions that go by one name everywhere cannot be found under another.

Flagged
: [en > de] The Harbour Gazette reported it. | Die Hafenzeitung berichtete darüber.
: [en > de] The Harbour Gazette reported it. | Die Harbor Gazette berichtete darüber.

Clean
: [en > de] The Harbour Gazette reported it. | Die „Harbour Gazette“ berichtete darüber.
: [en > de] The story is the Harbour Gazette's. | Die Meldung ist die der Harbour Gazettes.
: [en > de] Every harbour has a gazette. | Jeder Hafen hat ein Amtsblatt.

Sources
: MQM, accuracy > do not translate (https://themqm.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.demands import demands
from qa.model import Pair


@bilingual_check("do-not-translate", Category.TERMINOLOGY, Severity.WARNING)
def do_not_translate(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the target, once for each name that it lacks."""
    if context.terms is None or context.source is None:
        return
    content, source = pair.target.text.content, context.source
    for demand in demands(context.terms, source.words(pair.source), source.language.tag):
        kept = demand.term.kept and demand.term.source in pair.source.text.content
        if kept and demand.term.source not in content:
            yield Mark(
                0,
                len(content),
                f"'{demand.term.source}' stays as it is, says the glossary",
                suggestions=demand.term.targets,
                confidence=Confidence.NEARLY_ALWAYS,
                source_text=demand.written,
            )
