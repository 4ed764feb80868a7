"""A placeholder that is missing in the translation, was added, or was changed.

What it finds
: Variables of a template ({name}, {0}, %s, %1$d, ${price}, #PRODUCT#) that source and target do
  not have the same number of times. Their order may change.

Why it matters
: The program puts a value in its place: without it readers miss the figure or the name, and a
  changed one can stop the program.

Flagged
: [en > de] Hello {name}, you have %d messages. | Hallo {name}, Sie haben Nachrichten.
: [en > de] Hello {name}! | Hallo {Name}!
: [en > fr] Remove the file? | Supprimer le fichier %s ?
: [en > es] Page {0} of {1} | Página {0} de {0}

Clean
: [en > de] {0} of {1} files | {1} Dateien, davon {0}
: [en > fr] It grew by 20% daily. | Il a augmenté de 20 %de plus chaque jour.
: [en > de] The set {a, b} is 50 % stable. | Die Menge {a, b} ist zu 50 % stabil.

Sources
: MQM, design and markup > markup and placeholders (https://themqm.org)
: Unicode MessageFormat; printf of ISO/IEC 9899
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Pair
from qa.text.codes import PLACEHOLDER, differences

_HINTS = ("{", "%", "#", "<<")


@bilingual_check("changed-placeholder", Category.DESIGN, Severity.ERROR)
def changed_placeholder(pair: Pair, _context: Context) -> Iterator[Mark]:
    """Mark the placeholder that the source has not, or the target where it lacks one."""
    source, target = pair.source.text.content, pair.target.text.content
    if any(hint in source or hint in target for hint in _HINTS):
        for one in differences(source, target, PLACEHOLDER):
            yield Mark(
                one.start,
                one.end or len(target),
                one.described("placeholder"),
                suggestions=one.correction,
                confidence=Confidence.NEARLY_ALWAYS,
                source_text=one.missing,
            )
