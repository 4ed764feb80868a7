"""Another number than in the source.

What it finds
: A number that the translation lacks where it has another one that the source lacks. Numbers in
  words count too.

Why it matters
: A wrong figure is the error that readers write in about.

Flagged
: [de > en] Es kostet 40 Euro. | It costs 14 euros.
: [en > de] The fund holds $1.5 billion. | Der Fonds hält 1,5 Millionen Dollar.
: [fr > en] Douze personnes ont été arrêtées. | Two people were arrested.
: [en > ja] 799 people came. | 779人が来た。

Clean
: [de > en] Es kostet 40 Euro. | It costs forty euros.
: [en > de] The fund holds $1.5 billion. | Der Fonds hält 1,5 Milliarden Dollar.
: [en > es] It reached 90 degrees after two decades. | Llegó a 32 grados después de 20 años.
: [hi > en] 14 लाख | 14 lakh

Sources
: MQM, accuracy > mistranslation (https://themqm.org)
: Unicode CLDR, numbers (https://cldr.unicode.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.quantity_comparison import compare


@bilingual_check("changed-number", Category.ACCURACY, Severity.WARNING)
def changed_number(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the number of the translation."""
    source, target = pair.source.text.content, pair.target.text.content
    compared = compare(source, target, context.origin or "und", context.language.tag)
    for change in compared.changed:
        written = source[change.source.start : change.source.end]
        yield Mark(
            change.target.start,
            change.target.end,
            f"the source has '{written}' here",
            source_text=written,
        )
