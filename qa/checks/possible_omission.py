"""A sentence of the source that has no translation.

What it finds
: Sentences of the source that no sentence of the translation stands for, and segments of a
  bilingual file whose target is empty. Where the source is a file of its own, only what is long
  enough to be missed, and the mark is where the translation would stand; in a bilingual file it is
  the source.

Why it matters
: A reader never learns what was left out, and an editor cannot see it without the source.

Flagged
: [de > en] Der Hafen ist zu. | The port is closed. ¶ Die Polizei sucht noch zwei Zeugen. |
: [fr > de] Le pont est fermé. | ¶ Le maire s'excuse. | Der Bürgermeister entschuldigt sich.

Clean
: [de > en] Der Hafen ist zu. | The port is closed. ¶ Niemand ist verletzt. | Nobody is hurt.
: [de > en] Der Hafen ist zu. | The port is closed. ¶ *** |

Sources
: MQM, accuracy > omission (https://themqm.org)
: Gale and Church, A program for aligning sentences in bilingual corpora (1993)
"""

from qa.check import Context, SegmentMarks, source_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Document, Omission, Segment, Source
from qa.text.sizes import size

# Letters of an alphabet: less may be a by-line or "read more"; more is a whole sentence.
_LEAST = 30
_PLAIN = 70


@source_check("possible-omission", Category.ACCURACY, Severity.WARNING)
def possible_omission(document: Document, context: Context) -> SegmentMarks:
    """Flag the places where something of the source is missing."""
    source = document.source
    if source is None:
        return
    inferred = source.path != document.path
    for omission in source.omitted:
        content = omission.source.text.content
        if not any(map(str.isalpha, content)):
            continue
        if not inferred:
            yield omission.source, _empty(content)
        elif omission.near and size(content) >= _LEAST:
            yield omission.near, _mark(omission, omission.near, source, context)


def _empty(content: str) -> Mark:
    """Mark the source itself, which stands in the same file."""
    return Mark(0, len(content), "this has no translation", confidence=Confidence.NEARLY_ALWAYS)


def _mark(omission: Omission, near: Segment, source: Source, context: Context) -> Mark:
    content = omission.source.text.content
    ahead = _stands_ahead(omission, near, source)
    start, end = _word(near, context, first=ahead)
    return Mark(
        start,
        end,
        f"{'before' if ahead else 'after'} this, something of the source may be missing",
        why="Nothing here stands for it.",
        severity=None if size(content) >= _PLAIN else Severity.NOTE,
        confidence=Confidence.CONTEXT,
        source_text=content,
    )


def _stands_ahead(omission: Omission, near: Segment, source: Source) -> bool:
    place = omission.source.text.locate(0)
    partners = (pair.source for pair in source.pairs if pair.target.number == near.number)
    return any(partner.text.locate(0) > place for partner in partners)


def _word(near: Segment, context: Context, *, first: bool) -> tuple[int, int]:
    spans = context.words(near).spans
    if not spans:
        return 0, len(near.text.content)
    return spans[0] if first else spans[-1]
