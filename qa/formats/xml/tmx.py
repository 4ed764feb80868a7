"""The units of a translation memory (TMX 1.4, https://www.gala-global.org/tmx-14b)."""

from collections.abc import Iterator
from typing import NamedTuple

from qa.errors import QAError
from qa.formats.bilingual.rows import Side, Unit, within
from qa.formats.xml import inline
from qa.formats.xml.scanning import Scanner
from qa.language import canonical, primary
from qa.model import Span

_LEFT_OUT = inline.Reading()


class Languages(NamedTuple):
    """Which of the languages of a memory is the source, and which the target."""

    source: str
    target: str


class UnitRow(NamedTuple):
    """A ``tu``: the ``seg`` of each language that is wanted of it."""

    languages: Languages
    elements: dict[str, Span]
    end: int

    def units(self, content: str, offset: int) -> Iterator[Unit]:
        """Yield the unit."""
        source, target = (self._side(language, content, offset) for language in self.languages)
        yield Unit(source, target)

    def _side(self, language: str, content: str, offset: int) -> Side:
        place = self.elements.get(language)
        found = inline.read(content, within(place, offset)) if place else _LEFT_OUT
        return Side(*found, language)


def rows(blocks: Iterator[str], path: str, language: str | None = None) -> Iterator[UnitRow]:
    """Yield the units of a memory.

    Args:
        blocks: of the decoded file.
        path: of the file.
        language: of the target; None where there is only one besides the source language.

    Raises:
        QAError: it is not well-formed, no TMX, or it is not clear which language is the target.
    """
    scanner = _Units(path)
    sides = _Sides(path, canonical(language))
    for block in blocks:
        scanner.feed(block)
        for unit in scanner.taken():
            languages = sides.of(unit, scanner.source)
            if languages:
                yield UnitRow(languages, unit.elements, unit.end)
    scanner.feed("", final=True)
    sides.require_found()


class _Found(NamedTuple):
    elements: dict[str, Span]
    end: int
    line: int


class _Sides:
    """Finds out which languages are wanted, from the units that were read so far."""

    def __init__(self, path: str, target: str | None) -> None:
        self._path = path
        self._told = target
        self._languages: Languages | None = None
        self._seen: set[str] = set()

    def require_found(self) -> None:
        """Refuse a memory without a translation.

        Raises:
            QAError: it has none, or none into the language that was told.
        """
        if self._languages is None:
            wanted = f" into '{self._told}'" if self._told else ""
            there = ", ".join(sorted(self._seen)) or "none"
            raise QAError(
                f"{self._path}: has no translation{wanted}; its languages: {there}",
                "name the language of the translation with --language, or export it too",
            )

    def of(self, unit: _Found, source: str | None) -> Languages | None:
        """Return the languages of a unit; None where it has no other than the source.

        Raises:
            QAError: it has several others, and nobody told which is the target.
        """
        known = self._languages
        if known and unit.elements.keys() <= {*known}:
            return known
        found = list(unit.elements)
        self._seen.update(found)
        origin = _nearest(found, source) or (None if source else next(iter(found), None))
        others = [tag for tag in found if tag != origin]
        target = _nearest(others, self._told) if self._told else self._only(others, unit)
        if origin and target:
            self._languages = Languages(origin, target)
        return self._languages

    def _only(self, others: list[str], unit: _Found) -> str | None:
        known = self._languages.target if self._languages else None
        if len({primary(tag) for tag in (*others, known) if tag}) > 1:
            there = ", ".join(sorted({*unit.elements, *filter(None, [known])}))
            raise QAError(
                f"{self._path}:{unit.line}: which language is the target is not clear: there are"
                f" {there}",
                "name it with --language (--target-language for scores)",
            )
        return next(iter(others), known)


def _nearest(languages: list[str], wanted: str | None) -> str | None:
    """Return the language that is the one wanted, or a variant of it."""
    if wanted in languages:
        return wanted
    alike = (tag for tag in languages if wanted and primary(tag) == primary(wanted))
    return next(alike, None)


class _Units(Scanner):
    """Finds the units and where their segments stand; ``source`` is what the header names."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.source: str | None = None
        self._found: list[_Found] = []
        self._elements: dict[str, Span] = {}
        self._language: str | None = None
        self._opened = 0
        self._line = 1

    def taken(self) -> list[_Found]:
        """Return the units that were found since the last time."""
        found, self._found = self._found, []
        return found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note where a segment starts, and in which language it is."""
        if name == "seg":
            self._opened = self.offset()
        elif name == "tuv":
            self._language = canonical(attributes.get("xml:lang") or attributes.get("lang"))
        elif name == "tu":
            self._elements, self._line = {}, self.line
        elif name == "header":
            self.source = canonical(attributes.get("srclang", ""))
        elif len(self.stack) == 1 and name != "tmx":
            raise self.refuse(f"its root element is {name!r}, not 'tmx'")

    def end(self, name: str) -> None:
        """Note where a segment ends, or the unit."""
        if name == "seg" and self._language and self.stack[-1] == "tuv":
            self._elements.setdefault(self._language, Span(self._opened, self.offset()))
        elif name == "tu":
            self._found.append(_Found(self._elements, self.offset(), self._line))
