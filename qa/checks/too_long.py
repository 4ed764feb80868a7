"""A translation that is too long for its source.

What it finds
: A translation that has far more characters than others of sources as long, between the same two
  languages. A few words more or less do not count; a sentence does, unless it stands there twice:
  that is for the check doubled-sentence.

Why it matters
: What is too long by a sentence often has one that nobody wrote, or the next one's text.

Flagged
: [de > en] Die Brücke wurde 1974 gebaut. | The bridge was built in 1974 and has been closed
  since Monday. On Friday, the city could not say when it will open again.
: [ja > en] 橋は閉鎖されている。 | The old stone bridge over the river has been closed for some
  weeks now, and on Friday nobody in the town hall could say when it will open to traffic again.

Clean
: [de > en] Die Brücke wurde 1974 gebaut und ist seit Montag gesperrt. | The bridge of 1974 has
  been closed since Monday.
: [en > de] Nine-year-olds bike. | Neunjährige fahren mit dem Fahrrad.
: [xx > en] Ipsi. | The bridge was built in 1974 and has been closed since Monday.
: [de > en] Die Brücke ist zu. | The old bridge over the river has been closed. The old bridge
  over the river has been closed.

Sources
: MQM, accuracy > addition (https://themqm.org)
: Gale and Church 1993, A program for aligning sentences in bilingual corpora
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.doubling import newly_doubled
from qa.text.length_ratio import excess


@bilingual_check("too-long", Category.ACCURACY, Severity.WARNING)
def too_long(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the whole translation."""
    source, target = pair.source.text.content, pair.target.text.content
    excessive = excess(source, target, context.origin or "und", context.language.tag) > 0
    if excessive and not newly_doubled(source, target):
        yield Mark(
            0,
            len(target),
            f"too long for its source: {len(target)} characters for {len(source)}",
            why="is something there that the source does not say?",
        )
