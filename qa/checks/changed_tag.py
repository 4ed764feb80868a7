"""A tag or an inline code that is missing in the translation, was added, or was changed.

What it finds
: Tags such as <b>, </b>, <br/>, [url] and [/url] that source and target do not have the same
  number of times. Their order may change.

Why it matters
: A lost tag loses a link or a line break; a lone one breaks the page.

Flagged
: [en > de] Press <b>Save</b> now. | Drücken Sie jetzt <b>Speichern.
: [en > fr] First line<br/>second line | Première ligne, deuxième ligne
: [en > de] See [url=x]here[/url]. | Siehe [url=x]hier.
: [en > es] A plain line | Una línea <i>sencilla</i>

Clean
: [en > de] <b>Save</b> the <i>file</i>. | Die <i>Datei</i> <b>sichern</b>.
: [en > de] 3 < 5 and 7 > 5 [sic] | 3 < 5 und 7 > 5 [sic]

Sources
: MQM, design and markup > markup and placeholders (https://themqm.org)
: HTML Living Standard, 13.1 (tags)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Pair
from qa.text.codes import TAG, differences

_HINTS = ("<", "[")


@bilingual_check("changed-tag", Category.DESIGN, Severity.ERROR)
def changed_tag(pair: Pair, _context: Context) -> Iterator[Mark]:
    """Mark the tag that the source has not, or the target where it lacks one."""
    source, target = pair.source.text.content, pair.target.text.content
    if any(hint in source or hint in target for hint in _HINTS):
        for one in differences(source, target, TAG):
            yield Mark(
                one.start,
                one.end or len(target),
                one.described("tag"),
                suggestions=one.correction,
                confidence=Confidence.NEARLY_ALWAYS,
                source_text=one.missing,
            )
