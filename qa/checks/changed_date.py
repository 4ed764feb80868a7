"""Another month or another day of the week than in the source.

What it finds
: The name of a month or of a day that the translation has in the place of another one. The night
  that two days share may be named after either.

Why it matters
: Readers turn up on the wrong day.

Flagged
: [de > en] Die Messe beginnt am 5. März. | The fair begins on 5 May.
: [en > ru] She spoke on Sunday. | Она выступила в субботу.
: [fr > zh] Il partira en juin. | 他将于七月离开。

Clean
: [de > en] Die Messe beginnt am 5. März. | The fair begins on March 5.
: [en > ja] She arrived on May 1. | 彼女は5月1日に着いた。
: [de > en] In der Nacht zum Sonntag brannte es. | There was a fire on Saturday night.
: [de > en] Am 5.3. beginnt die Messe, am Freitag. | On Friday, March 5, the fair begins.

Sources
: MQM, accuracy > mistranslation (https://themqm.org)
: Unicode CLDR, dates (https://cldr.unicode.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.quantity_comparison import compare


@bilingual_check("changed-date", Category.ACCURACY, Severity.WARNING)
def changed_date(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the name of the month or of the day."""
    source, target = pair.source.text.content, pair.target.text.content
    compared = compare(source, target, context.origin or "und", context.language.tag)
    for change in compared.dates:
        written = source[change.source.start : change.source.end]
        yield Mark(
            change.target.start,
            change.target.end,
            f"the source has '{written}' here",
            source_text=written,
        )
