"""Aligned segments of a source text and its translation, for finding terms in them."""

from collections.abc import Callable, Iterator
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from qa import safe_xml
from qa.errors import QAError
from qa.formats import decoding
from qa.language import primary

_COLUMNS = 2


class Aligned(NamedTuple):
    """A segment in both languages."""

    source: str
    target: str


def lines(source: Path, target: Path) -> list[Aligned]:
    """Return the lines of two files, the first with the first and so on.

    Raises:
        QAError: a file cannot be read, or one has more lines than the other.
    """
    left, right = (decoding.load(str(path)).splitlines() for path in (source, target))
    if len(left) != len(right):
        raise QAError(
            f"{target}:{min(len(left), len(right)) + 1}: {len(left)} lines in {source}, "
            f"{len(right)} here",
            "line by line, the one has to be the translation of the other",
        )
    return _filled(zip_longest(left, right, fillvalue=""))


def read(path: Path, source: str, target: str) -> list[Aligned]:
    """Return the segments of a TMX, XLIFF or TSV file.

    Args:
        path: the file; its suffix tells the format.
        source: language of the source, to choose among those of a TMX file.
        target: language of the translation.

    Raises:
        QAError: it cannot be read, is malformed, or has no pair in these languages.
    """
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        raise QAError(f"{path}: is no file of pairs", f"they end in {', '.join(_READERS)}")
    found = _filled(_READERS[suffix](path, source, target))
    if not found:
        raise QAError(f"{path}: has no pair in {source} and {target}", "name its two languages")
    return found


def _filled(pairs: Any) -> list[Aligned]:  # noqa: ANN401 - any pairs of texts
    both = ((left.strip(), right.strip()) for left, right in pairs)
    return [Aligned(left, right) for left, right in both if left and right]


def _tabbed(path: Path, _source: str, _target: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(decoding.load(str(path)).splitlines(), 1):
        columns = line.split("\t")
        if line.strip() and len(columns) < _COLUMNS:
            raise QAError(f"{path}:{number}: has no tab", "source, tab, translation on every line")
        yield (columns[0], columns[1]) if columns[1:] else ("", "")


def _tmx(path: Path, source: str, target: str) -> Iterator[tuple[str, str]]:
    for unit in _elements(path, "tu"):
        texts: dict[str, str] = {}
        for variant in unit.findall("tuv"):
            tag = variant.get("xml:lang") or variant.get("lang") or ""
            spoken = primary(tag.lower().replace("_", "-"))
            texts.setdefault(spoken, safe_xml.text(variant.find("seg")) or "")
        yield texts.get(primary(source), ""), texts.get(primary(target), "")


def _xliff(path: Path, _source: str, _target: str) -> Iterator[tuple[str, str]]:
    """Yield the units of XLIFF 1.2 and the segments of XLIFF 2."""
    for unit in _elements(path, "trans-unit", "segment"):
        source, target = (safe_xml.text(unit.find(name)) for name in ("source", "target"))
        yield source or "", target or ""


def _elements(path: Path, *names: str) -> Iterator[Element]:
    found = safe_xml.elements(decoding.load(str(path)), str(path), names)
    return (element for _, element in islice(found, 1, None))


_Reader = Callable[[Path, str, str], Iterator[tuple[str, str]]]
_READERS: dict[str, _Reader] = {
    ".tmx": _tmx,
    ".tsv": _tabbed,
    ".xlf": _xliff,
    ".xliff": _xliff,
    ".sdlxliff": _xliff,
}
