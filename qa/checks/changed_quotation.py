"""A quotation that lost its marks in translation, or got some.

What it finds
: Four words or more in double quotation marks of any kind where only one of source and target has
  marks. Shorter ones may be a title, which stands in italics elsewhere.

Why it matters
: Without marks, what somebody said is what the text says.

Flagged
: [en > de] "It is far too late," she said. | Es sei viel zu spät, sagte sie.
: [de > en] Sie nannte ihn von allen guten Geistern verlassen. | She called him "out of his mind
  completely".

Clean
: [en > de] The "reform" begins on Monday. | Die »Reform« beginnt am Montag.
: [en > de] 'It is late,' he said. | „Es ist spät“, sagte er.
: [en > ja] "The reform begins today," he said. | 「改革は今日始まる」と彼は言った。
: [ru > en] Он играет за «Локомотив». | He plays for Lokomotiv.
: [en > de] He is 6'2" tall. | Er ist 1,88 Meter groß.

Sources
: MQM, fluency > punctuation (https://themqm.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language
from qa.model import Pair
from qa.regex import lazy
from qa.text.passages import quoted
from qa.text.quotation import DOUBLE
from qa.text.words import Words

_DOUBLE = lazy(f"[{DOUBLE}]")
_ANY = lazy(f"[{DOUBLE}‚‘’‹›'《〈＂`]")
# Fewer words may be a title, which Russian puts in marks and English in italics.
_SPEECH = 4


@bilingual_check("changed-quotation", Category.FLUENCY, Severity.NOTE)
def changed_quotation(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the first quotation that is new, or the target where they are missing."""
    source, target = pair.source.text.content, pair.target.text.content
    if not _ANY.search(target) and context.source and _speech(source, context.source.language):
        message = "the source has quotation marks that are missing here"
        yield Mark(0, len(target), message, confidence=Confidence.CONTEXT)
    elif not _ANY.search(source):
        for start, end in _speech(target, context.language)[:1]:
            message = "the source has no quotation marks"
            yield Mark(start, end, message, confidence=Confidence.CONTEXT)


def _speech(content: str, known: Language) -> list[tuple[int, int]]:
    """Return what stands in double quotation marks and is longer than a title."""
    if not _DOUBLE.search(content):
        return []
    least = _SPEECH if known.spaced else 3 * _SPEECH
    return [span for span in quoted(content) if len(Words(content[slice(*span)])) >= least]
