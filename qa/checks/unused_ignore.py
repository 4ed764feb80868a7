"""A ``qa:ignore`` comment that ignores nothing.

What it finds
: Comments that suppress no finding of the checks that ran, and comments that name a check
  that does not exist.

Why it matters
: The phrase they stood for was rewritten, or the id has a slip in it; left behind, such a comment
  hides the next finding in its place.

Flagged
: <!-- qa:ignore repeated-word --> The minister left the room.
: <!-- qa:ignore repeated-wrod --> The minister left the the room.

Clean
: <!-- qa:ignore repeated-word --> The minister left the the room.

Sources
: The manual of this project: comments work line by line and in blocks (README.md)
"""

from qa.check import Context, SegmentMarks, ignores_check
from qa.findings import Category, Mark, Severity
from qa.model import Document, Segment, Text


@ignores_check("unused-ignore", Category.OTHER, Severity.WARNING)
def unused_ignore(document: Document, context: Context) -> SegmentMarks:
    """Mark the comments that suppressed nothing."""
    for ignore in context.unused_ignores:
        start, end = ignore.comment.start, ignore.comment.end
        comment = Segment(-1, Text.verbatim(document.content[start:end], start))
        names = ", ".join(ignore.checks) or "any check"
        yield comment, Mark(0, end - start, f"no finding of {names} stands here any more")
