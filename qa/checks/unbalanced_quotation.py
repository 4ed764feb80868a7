"""A quotation that is opened and not closed, or closed and not opened.

What it finds
: A double quotation mark without its partner. A quotation may run over several paragraphs, each
  opening anew, and be closed in the last one. Feet and inches, apostrophes and single marks are
  left alone, and so are texts whose marks belong to another language's convention.

Why it matters
: The reader cannot tell where the quoted words end and the author's begin.

Flagged
: He said: “We will go home now. ¶ Then he said “goodbye” and left.
: We will go home now,” he said.
: The "good news came late.
: [de] Sie sagte: „Wir gehen jetzt nach Hause.

Clean
: He said: “We will go home now. ¶ “It is late.”
: "We go," he said. "It is 5'10" tall, the 27" screen."
: ’Tis the dogs’ turn, rock ’n’ roll.
: He said: “We go. ¶ It is late,” and he went.
: [de] „Wir gehen“, sagte er im „Spiegel“-Gespräch, »es ist spät«, «sehr spät».

Sources
: Chicago Manual of Style, 13.30, quotations of more than one paragraph
"""

from msgspec import Struct

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Mark, Severity
from qa.language import Language
from qa.model import Document, Segment
from qa.regex import lazy
from qa.text.quotation import Role, double_marks

# 12" wide, or the end of a quotation: there is no telling.
_INCHES = lazy(r'" (?<=\d" )(?=[^\W\d_])')
# A Slavic habit: one mark closes both quotations.
_NESTED = lazy("«[^«»]{0,200}«")
_SENTENCE_END = lazy(r"[.!?…:][”“’»')]*\s*\Z")
_KINDS = {mark: kind for kind in ('"', "“”„‟", "«»") for mark in kind}

_Conventions = dict[tuple[str, Role], Role]


class _Place(Struct, frozen=True):
    """A mark and what it does there."""

    segment: Segment
    offset: int
    role: Role

    @property
    def character(self) -> str:
        return self.segment.text.content[self.offset]

    @property
    def kind(self) -> str:
        """All the marks of its kind: straight, curly or angular."""
        return _KINDS[self.character]

    def is_sign(self) -> bool:
        """Tell whether the mark may stand for inches, or be an arrow before a line."""
        before = self.before()
        return before[-1:].isdigit() or not before.strip()

    def goes_on(self) -> bool:
        """Tell whether the mark stands where a new paragraph of a speech may begin."""
        before = self.before()
        return not before.strip(" –—-") or bool(_SENTENCE_END.search(before))

    def before(self) -> str:
        """Return a few characters of the segment before the mark."""
        return self.segment.text.content[max(0, self.offset - 4) : self.offset]


@document_check("unbalanced-quotation", Category.FLUENCY, Severity.WARNING)
def unbalanced_quotation(document: Document, context: Context) -> SegmentMarks:
    """Mark every quotation mark that lacks its partner, or has one of another kind."""
    conventions = _conventions(context.language) if context.language.spaced else {}
    opened: list[_Place] = []
    is_clear = True
    for segment in document.segments:
        places = _places(segment, conventions)
        if places is None:
            opened.clear()
            is_clear = False
        for place in places or ():
            if place.role is Role.OPENING:
                yield from _open(place, opened)
            elif opened or (is_clear and not place.is_sign()):
                yield from _close(place, opened)
            is_clear = True
    yield from map(_lonely, opened)


def _conventions(language: Language) -> _Conventions:
    """Return what a mark that seems to do one thing really does in a language."""
    roles: dict[str, set[Role]] = {}
    for opening, closing in language.quotes:
        roles.setdefault(opening, set()).add(Role.OPENING)
        roles.setdefault(closing, set()).add(Role.CLOSING)
    certain = {(mark, one): one for mark, possible in roles.items() for one in possible}
    only = {(mark, Role.UNCLEAR): min(some) for mark, some in roles.items() if len(some) == 1}
    return {**certain, **only}


def _places(segment: Segment, conventions: _Conventions) -> list[_Place] | None:
    """Return the marks of a segment, None where it is not clear what they do."""
    content = segment.text.content
    marks = double_marks(content)
    roles = [conventions.get((content[offset], seen)) for offset, seen in marks]
    if None in roles or (marks and (_INCHES.search(content) or _NESTED.search(content))):
        return None
    return [
        _Place(segment, offset, role)
        for (offset, _), role in zip(marks, roles, strict=True)
        if role is not None
    ]


def _open(place: _Place, opened: list[_Place]) -> SegmentMarks:
    """Open a quotation; one of the same kind must be closed, or go on in a new paragraph."""
    same = [other for other in opened if other.kind == place.kind]
    if same and not place.goes_on():
        yield from map(_lonely, same)
    opened[:] = [*(other for other in opened if other not in same), place]


def _close(place: _Place, opened: list[_Place]) -> SegmentMarks:
    """Close the last quotation of the same kind, else the last of all."""
    same = [index for index, other in enumerate(opened) if other.kind == place.kind]
    if not opened:
        yield _lonely(place)
    elif not same:
        yield _mismatched(opened[-1], place)
    del opened[same[-1] if same else -1 :]


def _lonely(place: _Place) -> tuple[Segment, Mark]:
    what = "opened and not closed" if place.role is Role.OPENING else "closed and not opened"
    message = f"a quotation is {what}: {place.character}"
    return place.segment, Mark(place.offset, place.offset + 1, message)


def _mismatched(opening: _Place, closing: _Place) -> tuple[Segment, Mark]:
    message = f"a quotation is opened with {opening.character} and closed with {closing.character}"
    mark = Mark(closing.offset, closing.offset + 1, message, severity=Severity.NOTE)
    return closing.segment, mark
