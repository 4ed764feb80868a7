"""A number of the source that the translation lacks.

What it finds
: A number in digits that the translation has in no form: not with other separators, in words,
  as a
  Roman numeral, on another clock, in another unit, as a decade, in 万, lakh or milliard.

Why it matters
: Readers cannot miss what they never saw. A lost number is a lost fact, or a lost sentence.

Flagged
: [de > en] Das Stadion hat 41.000 Plätze. | The stadium has many seats.
: [en > fr] The bridge of 1974 closed for repairs. | Le pont a fermé pour travaux.
: [ja > en] 市は2億5000万円を支払った。 | The city paid.

Clean
: [de > en] Es kostet 3,5 Milliarden Euro. | It costs 3.5 billion euros.
: [en > zh] About 1.5 million people live here. | 这里约有150万人。
: [ru > en] В XX веке, в 80-е годы, ушли 12 поездов. | In the 20th century, in the 1980s, twelve
  trains left.
: [en > de] Doors open at 8 pm on March 5. | Einlass ist am 5. März um 20 Uhr.
: [en > fr] The 21st of June is 10 miles away. | Le vingt et un juin est à 16 kilomètres.
: [de > en] Nach 24 Stunden war COVID-19 besiegt. | A day later the virus was beaten.

Sources
: MQM, accuracy > omission (https://themqm.org)
: Unicode CLDR, numbers (https://cldr.unicode.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.quantity_comparison import compare


@bilingual_check("missing-number", Category.ACCURACY, Severity.WARNING)
def missing_number(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the whole translation; a small number, which may hide in another word, is a note."""
    source, target = pair.source.text.content, pair.target.text.content
    for number in compare(source, target, context.origin or "und", context.language.tag).missing:
        written = source[number.start : number.end]
        yield Mark(
            0,
            len(target),
            f"the source has '{written}', which is missing here",
            severity=Severity.NOTE if number.is_small else None,
            source_text=written,
        )
