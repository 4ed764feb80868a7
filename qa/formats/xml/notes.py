"""Notes in XLIFF: ``<note from="qa">`` of a ``trans-unit``, in XLIFF 2 of the ``notes`` of a unit.

They are written beside what is there, in the way in which that is indented; no other byte changes.
Notes that were written before are replaced.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from qa.formats.notes import OWN, Edit, Note, by_place, edited, insertion
from qa.formats.xml.scanning import Scanner
from qa.formats.xml.tags import after_element, escaped
from qa.model import Span

_UNITS = frozenset(("trans-unit", "unit"))
# A note stands after the last of these in XLIFF 1.2, and before the first of those in XLIFF 2.
_BEFORE = frozenset(("source", "seg-source", "target"))
_AFTER = frozenset(("originalData", "segment", "ignorable"))
_LEAST_PRIORITY = 3  # of 1, the highest, to 10


@dataclass(slots=True)
class _Unit:
    """A unit: where its elements stand that notes stand beside."""

    start: int
    version_2: bool
    anchor: Span | None = None
    following: int | None = None
    notes: Span | None = None
    own: list[Span] = field(default_factory=list)
    others: list[Span] = field(default_factory=list)


def annotated(content: str, notes: Sequence[Note], path: str) -> str:
    """Return a file with notes on its units, and without those of another time.

    Raises:
        QAError: it is not well-formed.
    """
    scanner = _Notes(path, content)
    scanner.feed(content, final=True)
    edits: list[Edit] = []
    for unit, said in by_place(notes, scanner.found):
        edits += _removals(content, unit)
        if said:
            elements = [_element(note, unit, scanner.prefix) for note in said]
            edits.append(_insertion(content, unit, elements, scanner.prefix))
    return edited(content, edits)


def _removals(content: str, unit: _Unit) -> Iterator[Edit]:
    spans = [unit.notes] if unit.notes and unit.own and not unit.others else unit.own
    for span in spans:
        yield Edit(span.start - len(_indentation(content, span.start)), span.end, "")


def _insertion(content: str, unit: _Unit, elements: list[str], prefix: str) -> Edit:
    anchor = unit.others[-1] if unit.others else unit.anchor
    if anchor:
        indentation = _indentation(content, anchor.start)
        return insertion(anchor.end, "".join(indentation + element for element in elements))
    following = unit.following or unit.start
    indentation = _indentation(content, following)
    deeper = indentation and indentation + "  "
    inside = "".join(deeper + element for element in elements)
    notes = f"{indentation}<{prefix}notes>{inside}{indentation}</{prefix}notes>"
    return insertion(following - len(indentation), notes)


def _indentation(content: str, offset: int) -> str:
    """Return the white space before an offset."""
    start = offset
    while content[start - 1 : start].isspace():
        start -= 1
    return content[start:offset]


def _element(note: Note, unit: _Unit, prefix: str) -> str:
    text = escaped(note.text)
    priority = _LEAST_PRIORITY - note.rank
    told = f'category="{OWN}" appliesTo="target"' if unit.version_2 else f'from="{OWN}"'
    return f'<{prefix}note {told} priority="{priority}">{text}</{prefix}note>'


class _Notes(Scanner):
    """Finds the units, their notes, and where further ones would stand."""

    def __init__(self, path: str, content: str) -> None:
        super().__init__(path)
        self.found: list[_Unit] = []
        self._content = content
        self._inside = False
        self._own = False
        self._opened: list[int] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note where an element starts."""
        if name in _UNITS:
            self.found.append(_Unit(self.offset(), name == "unit"))
            self._inside = True
        elif self._inside and _holds(self.stack[-2]):
            self._opened.append(self.offset())
            self._own = OWN in {attributes.get("from"), attributes.get("category")}
            unit = self.found[-1]
            if name in _AFTER and unit.following is None:
                unit.following = self._opened[-1]

    def end(self, name: str) -> None:
        """Note where an element ends."""
        if name in _UNITS:
            self._inside = False
        elif self._inside and _holds(self.stack[-1]):
            opened = self._opened.pop()
            end = after_element(self._content, opened, self.offset())
            self._place(name, Span(opened, end), self.found[-1])

    def _place(self, name: str, span: Span, unit: _Unit) -> None:
        if name == "note":
            (unit.own if self._own else unit.others).append(span)
        elif name == "notes":
            unit.notes = span
        elif name in _BEFORE and not unit.version_2:
            unit.anchor = span


def _holds(name: str) -> bool:
    return name in _UNITS or name == "notes"
