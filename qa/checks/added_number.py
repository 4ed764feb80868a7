"""A number of the translation that the source does not have.

What it finds
: A number in digits that the source has in no form: not with other separators, in words, as a
  Roman numeral, on another clock, in another unit, as a decade, in 万, lakh or milliard.

Why it matters
: A number that nobody gave is an invention, or belongs to another sentence.

Flagged
: [de > en] Das Stadion hat viele Plätze. | The stadium has 41,000 seats.
: [es > en] El puente cerró por obras. | The bridge closed for 18 weeks.

Clean
: [de > en] Anderthalb Millionen Menschen kamen um 19.30 Uhr. | Some 1.5 million people came at
  7:30.
: [ja > en] 令和3年に開いた。 | It opened in 2021.
: [en > de] Ten thousand came on the Fourth of July. | Am 4. Juli kamen 10.000.
: [ru > en] За сутки умерли трое. | In the past 24 hours, 3 people died.

Sources
: MQM, accuracy > addition (https://themqm.org)
: Unicode CLDR, numbers (https://cldr.unicode.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.quantity_comparison import compare


@bilingual_check("added-number", Category.ACCURACY, Severity.WARNING)
def added_number(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the number; a small one, and a year, which editors like to add, are notes."""
    source, target = pair.source.text.content, pair.target.text.content
    for number in compare(source, target, context.origin or "und", context.language.tag).added:
        yield Mark(
            number.start,
            number.end,
            "the source does not have this number",
            severity=Severity.NOTE if number.is_small or number.is_year else None,
        )
