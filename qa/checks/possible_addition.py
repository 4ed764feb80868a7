"""A sentence of the translation that the source does not have.

What it finds
: Sentences that stand for no sentence of the source. Where the source is a file of its own, only
  what is long enough to be more than a by-line.

Why it matters
: What the source does not say, its author did not say; or the sentence belongs to another text.

Flagged
: [de > en] Der Hafen ist zu. | The port is closed. ¶ | Two witnesses are still being sought.

Clean
: [de > en] Der Hafen ist zu. | The port is closed. ¶ Niemand ist verletzt. | Nobody is hurt.
: [de > en] Der Hafen ist zu. | The port is closed. ¶ | * * *

Sources
: MQM, accuracy > addition (https://themqm.org)
: Gale and Church, A program for aligning sentences in bilingual corpora (1993)
"""

from qa.check import Context, SegmentMarks, source_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Document
from qa.text.sizes import size

# Letters of an alphabet: less may be a by-line or "read more"; more is a whole sentence.
_LEAST = 30
_PLAIN = 70


@source_check("possible-addition", Category.ACCURACY, Severity.WARNING)
def possible_addition(document: Document, _context: Context) -> SegmentMarks:
    """Flag what nothing in the source stands for."""
    source = document.source
    inferred = source is not None and source.path != document.path
    for segment in source.added if source else ():
        content = segment.text.content
        if any(map(str.isalpha, content)) and (not inferred or size(content) >= _LEAST):
            yield segment, _mark(content, inferred=inferred)


def _mark(content: str, *, inferred: bool) -> Mark:
    return Mark(
        0,
        len(content),
        "nothing in the source says this",
        severity=Severity.NOTE if inferred and size(content) < _PLAIN else None,
        confidence=Confidence.CONTEXT,
    )
