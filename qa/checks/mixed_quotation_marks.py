"""Straight and curly quotation marks in one article.

What it finds
: An article with both "…" and “…” or „…“; the first mark of the rarer kind stands for them all.

Why it matters
: Two kinds of marks show that the text was put together from two sources, or that only part of it
  was edited.

Flagged
: “We won,” she said. ¶ Her coach called it "a good day" for the club.
: [de] „Wir haben gewonnen“, sagte sie. Der Trainer sprach von einem "guten Tag".
: [fr] Elle a crié « gagné ». ¶ Son entraîneur parle d'un "bon jour".

Clean
: “We won,” she said. ¶ “It’s 5'10" tall and 12" wide,” he said.
: "We won," she said. "It's a good day."
: [de] „Wir haben gewonnen“, sagte sie, „und es war ein ‚guter Tag‘.“

Sources
: Chicago Manual of Style, 6.115, quotation marks: "smart" or directional
"""

import re
from collections.abc import Iterable

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Mark, Severity
from qa.model import Document, Segment
from qa.regex import lazy

# After a figure the straight mark means inches or seconds.
_STRAIGHT = lazy(r'(?<!\d)"')
_CURLY = lazy("[“”„«»]")

Places = list[tuple[Segment, int]]


@document_check("mixed-quotation-marks", Category.STYLE, Severity.NOTE)
def mixed_quotation_marks(document: Document, _context: Context) -> SegmentMarks:
    """Mark once in a document the kind that has fewer marks, if it has a pair at least."""
    with_straight = [one for one in document.segments if '"' in one.text.content]
    if not with_straight:
        return
    curly = _places(_CURLY, document.segments)
    straight = _places(_STRAIGHT, with_straight) if curly else []
    rarer, usual = sorted((straight, curly), key=len)
    if len(rarer) > 1:
        segment, offset = rarer[0]
        yield segment, _mark(segment.text.content[offset], offset, len(rarer), len(usual))


def _places(pattern: re.Pattern[str], segments: Iterable[Segment]) -> Places:
    return [
        (segment, match.start())
        for segment in segments
        for match in pattern.finditer(segment.text.content)
    ]


def _mark(character: str, offset: int, rarer: int, usual: int) -> Mark:
    kind, other = ("straight", "curly") if character == '"' else ("curly", "straight")
    return Mark(
        offset,
        offset + 1,
        f"{rarer} {kind} quotation marks here, but {usual} {other} ones in the article",
    )
