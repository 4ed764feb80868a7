"""The ranges of comments in a text document: those of ours taken out, and others put in.

A comment has a mark where its words start, one where they end, and a run that refers to it. These
stand beside runs; a run is divided, with a copy of its properties, where words start or end in it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from qa.formats.notes import Edit, Note, edited, insertion
from qa.formats.office.places import Item, Run, Spot
from qa.formats.office.roots import Dialect, Root, attribute
from qa.formats.xml.tags import after_element

_REFERENCE = "commentReference"
_MARKS = frozenset(("commentRangeStart", "commentRangeEnd", _REFERENCE))
_WHITE_SPACE = " \t\r\n"  # of XML
_PRESERVED = 'xml:space="preserve"'


class Range(NamedTuple):
    """Where the first and the last character stand that a comment is about."""

    number: int
    note: Note
    first: Spot
    last: Spot

    @property
    def exact(self) -> bool:
        """Tell whether the range has these words and no others."""
        return self.first.exact and self.last.exact


@dataclass(slots=True)
class _Referring:
    """A run with, perhaps, references to comments."""

    depth: int
    start: int
    references: list[Edit] = field(default_factory=list)
    has_more: bool = False


@dataclass(slots=True)
class _Boundary:
    """What is put in one place: the end of a divided element, marks, and its other half."""

    before: str
    after: str
    ending: list[str] = field(default_factory=list)
    starting: list[str] = field(default_factory=list)


class Marks(Root):
    """Finds the marks of comments; ``removals`` take out those of ``own`` comments."""

    def __init__(self, path: str, content: str, own: Collection[str]) -> None:
        super().__init__(path, content)
        self.others: set[str] = set()
        self.removals: list[Edit] = []
        self._own = own
        self._opened = 0
        self._is_own = False
        self._runs: list[_Referring] = []
        self.feed(content, final=True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        super().start(name, attributes)
        self._is_own = False
        if name == "r":
            self._runs.append(_Referring(len(self.stack), self.offset()))
        if name in _MARKS:
            number = attribute(attributes, "id")
            self._opened, self._is_own = self.offset(), number in self._own
            if not self._is_own:
                self.others.add(number)
        if name != "rPr" and not self._is_own and self._in_run(len(self.stack)):
            self._runs[-1].has_more = True

    def end(self, name: str) -> None:
        """Take an end tag."""
        super().end(name)
        if self._is_own:
            found = self._removal(self._opened)
            in_run = name == _REFERENCE and self._in_run(len(self.stack) + 1)
            (self._runs[-1].references if in_run else self.removals).append(found)
            self._is_own = False
        elif name == "r":
            run = self._runs.pop()
            whole = run.references and not run.has_more
            self.removals += [self._removal(run.start)] if whole else run.references

    def _in_run(self, depth: int) -> bool:
        return bool(self._runs) and self._runs[-1].depth == depth - 1

    def _removal(self, start: int) -> Edit:
        return Edit(start, after_element(self._content, start, self.offset()), "")


def inserted(content: str, ranges: Iterable[Range], dialect: Dialect) -> str:
    """Return a document with the ranges in it, and nothing else changed.

    Args:
        content: of its file.
        ranges: whose places are in this content.
        dialect: of the file.
    """
    writing = _Writing(content, dialect)
    for one in ranges:
        writing.add(one)
    return edited(content, writing.edits())


class _Writing:
    """Collects the marks by the place where they are put."""

    def __init__(self, content: str, dialect: Dialect) -> None:
        self._content = content
        self._dialect = dialect
        self._boundaries: dict[int, _Boundary] = {}
        self._divided: dict[int, Item] = {}

    def add(self, one: Range) -> None:
        """Put the marks of a range where it starts and ends."""
        prefix, prefix_of_attributes, _ = self._dialect
        told = f'{prefix_of_attributes}id="{one.number}"/>'
        self._before(one.first).starting.append(f"<{prefix}commentRangeStart {told}")
        self._after(one.last).ending.append(
            f"<{prefix}commentRangeEnd {told}<{prefix}r><{prefix}{_REFERENCE} {told}</{prefix}r>"
        )

    def edits(self) -> Iterator[Edit]:
        """Yield what is put into the file."""
        for at, one in self._boundaries.items():
            # A comment ends before another starts.
            yield insertion(at, "".join((one.before, *one.ending, *one.starting, one.after)))
        for item in self._divided.values():
            words = self._content[item.first : item.last].strip(_WHITE_SPACE)
            if words and "xml:space" not in item.tag:
                yield from self._kept(item)

    def _kept(self, item: Item) -> Iterator[Edit]:
        """Yield what keeps the white space of a text: in it all counts, at its ends none did."""
        text, prefix = self._content[item.first : item.last], self._dialect.elements
        start = item.last - len(text.lstrip(_WHITE_SPACE))
        end = item.first + len(text.rstrip(_WHITE_SPACE))
        if start == item.first:
            yield insertion(item.first - 1, f" {_PRESERVED}")
        elif start not in self._boundaries:
            yield insertion(start, f"</{prefix}t><{prefix}t {_PRESERVED}>")
        if end < item.last and end not in self._boundaries:
            yield insertion(end, f"</{prefix}t>{item.tag}")

    def _before(self, spot: Spot) -> _Boundary:
        item = spot.item
        if spot.own and spot.own.start > item.first:
            return self._in_text(spot.own.start, item)
        if item.run is None:
            return self._beside(item.start)
        if self._content[item.run.first : item.start].strip():
            return self._in_run(item.start, item.run)
        return self._beside(item.run.start)

    def _after(self, spot: Spot) -> _Boundary:
        item = spot.item
        if spot.own and spot.own.end < item.last:
            return self._in_text(spot.own.end, item)
        if item.run is None:
            return self._beside(item.end)
        if self._content[item.end : item.run.last].strip():
            return self._in_run(item.end, item.run)
        return self._beside(item.run.end)

    def _beside(self, at: int) -> _Boundary:
        return self._boundaries.setdefault(at, _Boundary("", ""))

    def _in_run(self, at: int, run: Run) -> _Boundary:
        after = run.tag + run.properties
        return self._boundaries.setdefault(at, _Boundary(f"</{self._dialect.elements}r>", after))

    def _in_text(self, at: int, item: Item) -> _Boundary:
        if item.run is None:  # only runs have text
            return self._beside(item.start)
        self._divided[item.first] = item
        prefix = self._dialect.elements
        boundary = self._in_run(at, item.run)
        boundary.before = f"</{prefix}t></{prefix}r>"
        counts = self._content[at : item.last].strip(_WHITE_SPACE)
        tag = f"<{prefix}t {_PRESERVED}>" if counts else item.tag
        boundary.after = f"{item.run.tag}{item.run.properties}{tag}"
        return boundary
