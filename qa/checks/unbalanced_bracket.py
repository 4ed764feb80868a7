"""A bracket that is opened and not closed, or closed and not opened.

What it finds
: A round, square or curly bracket without its partner in the paragraph or in the two next to it.
  Numbering such as "a)" and "2)" and faces such as ":-)" are left alone.

Why it matters
: The reader cannot tell where the aside ends; often words were lost together with the bracket.

Flagged
: The bridge (built in 1912 is closed.
: The bridge, built in 1912), is closed.
: She said “[the plan} was bold”.
: [de] Die Brücke (Baujahr 1912 ist gesperrt.

Clean
: The bridge (built in 1912) is closed [again].
: Bring a) bread and b) wine, or 1) tea and iv) cake.
: We won :-) and then we lost :( but it was fun ;).
: (The bridge is closed. ¶ It was built in 1912.)

Sources
: MQM, fluency > unpaired marks (https://themqm.org)
"""

from collections.abc import Iterator

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Mark, Severity
from qa.model import Document, Segment
from qa.regex import lazy

_PARTNERS = {")": "(（", "）": "(（", "]": "[", "}": "{", "】": "【"}
_BRACKET = lazy(r"[()\[\]{}（）【】]")
_FACE = lazy(r"[:;=8xX][-^'’o]?[()\[\]]|[()\[\]][-^'’o]?[:;=]")
_LABEL = lazy(r"(?<!\w)(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,5})\Z")
# An aside may run on over this many paragraphs.
_LONGEST = 3

_Place = tuple[Segment, int]


@document_check("unbalanced-bracket", Category.FLUENCY, Severity.WARNING)
def unbalanced_bracket(document: Document, _context: Context) -> SegmentMarks:
    """Mark every bracket that lacks its partner."""
    pending: list[_Place] = []
    for segment in document.segments:
        for offset in _alone(segment.text.content):
            if _closes(segment, offset, pending):
                pending.pop()
            else:
                pending.append((segment, offset))
    yield from map(_marked, pending)


def _alone(content: str) -> Iterator[int]:
    """Yield the offsets of brackets without a partner in ``content``."""
    opened: list[int] = []
    for match in _BRACKET.finditer(content):
        bracket, offset = match[0], match.start()
        if bracket not in _PARTNERS:
            opened.append(offset)
        elif opened and content[opened[-1]] in _PARTNERS[bracket]:
            opened.pop()
        elif not _is_label_or_face(content, offset):
            yield offset
    yield from (offset for offset in opened if not _is_label_or_face(content, offset))


def _is_label_or_face(content: str, offset: int) -> bool:
    """Tell whether the bracket belongs to "a)", "12)", ":-)" or "(;"."""
    if _FACE.search(content, max(0, offset - 3), offset + 3):
        return True
    return content[offset] == ")" and bool(_LABEL.search(content[max(0, offset - 6) : offset]))


def _closes(segment: Segment, offset: int, pending: list[_Place]) -> bool:
    """Tell whether the last bracket of all was opened shortly before and is closed here."""
    if not pending:
        return False
    other, place = pending[-1]
    is_near = 0 < segment.number - other.number <= _LONGEST
    return is_near and other.text.content[place] in _PARTNERS.get(segment.text.content[offset], "")


def _marked(place: _Place) -> tuple[Segment, Mark]:
    segment, offset = place
    bracket = segment.text.content[offset]
    what = "closed and not opened" if bracket in _PARTNERS else "opened and not closed"
    return segment, Mark(offset, offset + 1, f"a bracket is {what}: {bracket}")
