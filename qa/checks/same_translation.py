"""Two different sources with one translation.

What it finds
: Segments with the same target of four words or more whose sources differ by more than letters in
  upper and lower case, numbers and marks. It is a note where the sources have most words in common.

Why it matters
: A translation memory or a slip of the hand put the wrong sentence in; readers get one twice and
  miss the other.

Flagged
: [en > de] The ferry sails at dawn. | Die Fähre legt bei Sonnenaufgang ab. ¶ Nobody has seen the
  captain. | Die Fähre legt bei Sonnenaufgang ab.

Clean
: [en > de] The ferry sails at dawn. | Die Fähre legt früh ab. ¶ The ferry sails at dawn! | Die
  Fähre legt früh ab.
: [en > de] Yes, of course. | Ja, natürlich. ¶ Sure thing. | Ja, natürlich.

Sources
: MQM, accuracy > mistranslation (https://themqm.org)
: Okapi Framework, Inconsistency Check Step
"""

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Document, Pair
from qa.text.words import Words

_FEWEST_WORDS = 4
_FEWEST_CHARACTERS = 10
_SHOWN = 60
# Sources with more words in common than this say nearly the same.
_COMMON = 0.5


@document_check("same-translation", Category.ACCURACY, Severity.WARNING)
def same_translation(document: Document, context: Context) -> SegmentMarks:
    """Mark every target that another source has had before."""
    first: dict[tuple[str, ...], Pair] = {}
    least = _FEWEST_WORDS if context.language.spaced else _FEWEST_CHARACTERS
    for pair in document.source.pairs if document.source else ():
        target = tuple(context.words(pair.target).keys)
        before = first.setdefault(target, pair)
        if len(target) >= least and before is not pair:
            common = _common(before, pair)
            if common < 1:
                yield pair.target, _mark(pair, before, is_close=common > _COMMON)


def _common(left: Pair, right: Pair) -> float:
    """Return what share of their words two sources have in common, numbers left out."""
    sides = (left.source.text.content, right.source.text.content)
    one, other = ({key for key in Words(side).keys if not key.isdigit()} for side in sides)
    return len(one & other) / max(1, len(one | other)) if one or other else 1.0


def _mark(pair: Pair, before: Pair, *, is_close: bool) -> Mark:
    source = before.source.text.content
    shown = source if len(source) <= _SHOWN else f"{source[:_SHOWN].rstrip()} …"
    return Mark(
        0,
        len(pair.target.text.content),
        f"translates another source as well: {shown}",
        severity=Severity.NOTE if is_close else None,
        confidence=Confidence.CONTEXT if is_close else Confidence.NEARLY_ALWAYS,
        others=(before.target.text.span(0, len(before.target.text.content)),),
        source_text=pair.source.text.content,
    )
