"""The units of XLIFF 1.2 and XLIFF 2.

Specifications: https://docs.oasis-open.org/xliff/xliff-core/xliff-core.html and
https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html.
"""

from collections.abc import Iterator
from typing import NamedTuple

from qa.formats.bilingual.rows import Side, Unit, within
from qa.formats.markup.vocabulary import KINDS
from qa.formats.xml import inline
from qa.formats.xml.scanning import Scanner
from qa.language import canonical
from qa.model import SegmentKind, Span

_HOLDERS = frozenset(("file", "group", "unit", "trans-unit"))
_UNITS = frozenset(("trans-unit", "segment"))
_SIDES = frozenset(("source", "seg-source", "target"))
_FILE = 2  # how deep a file is nested
_UNTRANSLATED = frozenset(("new", "needs-translation", "initial"))


class File(NamedTuple):
    """What holds for all units of a ``file``."""

    name: str | None = None
    source_language: str | None = None
    target_language: str | None = None


class UnitRow(NamedTuple):
    """A ``trans-unit`` of XLIFF 1.2 or a ``segment`` of XLIFF 2, and its elements."""

    file: File
    elements: dict[str, Span]
    state: str | None
    kind: SegmentKind
    end: int

    def units(self, content: str, offset: int) -> Iterator[Unit]:
        """Yield the segments that the unit is divided into, or the unit as one."""
        places = {name: within(span, offset) for name, span in self.elements.items()}
        source = places.get("source")
        target = places.get("target")
        for before, after in _divided(content, places.get("seg-source"), source, target):
            yield self._unit(_read(content, before), _read(content, after))

    def _unit(self, source: inline.Reading, target: inline.Reading) -> Unit:
        if self.state in _UNTRANSLATED and _words(source) == _words(target):
            target = inline.Reading()
        return Unit(
            Side(*source, self.file.source_language),
            Side(*target, self.file.target_language),
            self.file.name,
            self.kind,
        )


def rows(blocks: Iterator[str], path: str) -> Iterator[UnitRow]:
    """Yield the units of a file.

    Raises:
        QAError: it is not well-formed, no XLIFF, or declares entities.
    """
    scanner = _Units(path)
    for block in blocks:
        scanner.feed(block)
        yield from scanner.taken()
    scanner.feed("", final=True)


def _divided(
    content: str, divided: Span | None, source: Span | None, target: Span | None
) -> Iterator[tuple[Span | None, Span | None]]:
    sources = inline.marks(content, divided) if divided else {}
    targets = inline.marks(content, target) if sources and target else {}
    # A target that is divided otherwise belongs to the source as a whole.
    alike = sources.keys() == targets.keys()
    if not sources or (not alike and _read(content, target).text):
        yield source, target
    else:
        yield from ((before, targets.get(mid)) for mid, before in sources.items())


def _read(content: str, element: Span | None) -> inline.Reading:
    return inline.read(content, element) if element else inline.Reading()


def _words(reading: inline.Reading) -> str | None:
    return reading.text.content if reading.text else None


class _Units(Scanner):
    """Finds the units and where their elements stand."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._found: list[UnitRow] = []
        self._file = File()
        self._languages: tuple[str | None, str | None] = (None, None)
        self._left_out: int | None = None
        self._elements: dict[str, Span] = {}
        self._state: str | None = None
        self._kind = SegmentKind.PARAGRAPH
        self._opened = 0

    def taken(self) -> list[UnitRow]:
        """Return the units that were found since the last time."""
        found, self._found = self._found, []
        return found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note where an element of a unit starts, and what holds for it."""
        if self._left_out is None:
            if name in _HOLDERS and attributes.get("translate") == "no":
                self._left_out = len(self.stack)
            elif name in _SIDES:
                self._side(name, attributes)
            elif name in _UNITS:
                self._unit(attributes)
            elif len(self.stack) <= _FILE:
                self._around(name, attributes)

    def end(self, name: str) -> None:
        """Note where an element of a unit ends, or the unit."""
        if self._left_out is not None:
            if len(self.stack) < self._left_out:
                self._left_out = None
        elif name in _SIDES and self.stack[-1] in _UNITS:
            self._elements[name] = Span(self._opened, self.offset())
        elif name in _UNITS:
            row = UnitRow(self._file, self._elements, self._state, self._kind, self.offset())
            self._found.append(row)

    def _around(self, name: str, attributes: dict[str, str]) -> None:
        if name == "file":
            self._file = self._named(attributes)
        elif len(self.stack) == 1:
            if name != "xliff":
                raise self.refuse(f"its root element is {name!r}, not 'xliff'")
            told = attributes.get("srcLang"), attributes.get("trgLang")
            self._languages = canonical(told[0]), canonical(told[1])

    def _named(self, attributes: dict[str, str]) -> File:
        return File(
            attributes.get("original") or attributes.get("id"),
            self._languages[0] or canonical(attributes.get("source-language")),
            self._languages[1] or canonical(attributes.get("target-language")),
        )

    def _unit(self, attributes: dict[str, str]) -> None:
        self._elements = {}
        self._state = attributes.get("state")
        restype = attributes.get("restype", "").removeprefix("x-")
        self._kind = KINDS.get(restype, SegmentKind.PARAGRAPH)

    def _side(self, name: str, attributes: dict[str, str]) -> None:
        if self.stack[-2] in _UNITS:
            self._opened = self.offset()
            self._state = attributes.get("state") or self._state
            if name == "target" and not self._file.target_language:
                told = canonical(attributes.get("xml:lang"))
                self._file = self._file._replace(target_language=told)
