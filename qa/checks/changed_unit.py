"""The same number with another unit or currency.

What it finds
: A number with kilometres that the source has with miles, euros for dollars, per cent for
  percentage points. A measure that was converted has another number, and is left alone.

Why it matters
: The figure looks right, so nobody checks it, and it is wrong by the size of the unit.

Flagged
: [en > de] The trail is 40 miles long. | Der Weg ist 40 Kilometer lang.
: [de > en] Das Haus kostet 300.000 Euro. | The house costs $300,000.
: [en > fr] Turnout rose by 5 percentage points. | La participation a augmenté de 5 %.

Clean
: [en > de] The trail is 40 miles long. | Der Weg ist 64 Kilometer lang.
: [de > en] Das Haus kostet 300.000 Euro. | The house costs €300,000.
: [en > cs] A 24-hour strike cost 5 percent. | Čtyřiadvacetihodinová stávka stála 5 %.

Sources
: MQM, accuracy > mistranslation (https://themqm.org)
: Bureau international des poids et mesures, The International System of Units
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.quantity_comparison import compare


@bilingual_check("changed-unit", Category.ACCURACY, Severity.WARNING)
def changed_unit(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the number of the translation."""
    source, target = pair.source.text.content, pair.target.text.content
    compared = compare(source, target, context.origin or "und", context.language.tag)
    for change in compared.units:
        units = " or ".join(change.source.units)
        yield Mark(
            change.target.start,
            change.target.end,
            f"the source has this number with another unit: {units}",
            source_text=source[change.source.start : change.source.end],
        )
