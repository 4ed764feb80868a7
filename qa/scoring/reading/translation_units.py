"""XLIFF 1.2, with its dialects such as SDLXLIFF, and XLIFF 2.

Specifications: https://docs.oasis-open.org/xliff/xliff-core/xliff-core.html and
https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html. Units that are not to be
translated are left out, and so are those without text, and proposals of a translation memory.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from qa.safe_xml import text
from qa.scoring.reading.tables import Rows, Table


def table(root: Element, path: str, _target_language: str | None = None) -> Table:
    """Return the columns ``document``, ``source`` and ``target`` of a parsed file."""
    rows = Rows()
    for file in root.iter("file"):
        document = file.get("original") or file.get("id")
        for source, target in _segments(file):
            if source:
                rows.add({"document": document, "source": source, "target": target})
    return rows.table(path, _language(root))


def _language(root: Element) -> str | None:
    file = root.find("file")
    told = root.get("trgLang")
    return told or (None if file is None else file.get("target-language"))


def _segments(file: Element) -> Iterator[tuple[str | None, str | None]]:
    for unit in file.iter():
        if unit.get("translate") == "no":
            continue
        if unit.tag == "trans-unit":
            yield from _divided(unit)
        elif unit.tag == "unit":
            yield from (
                (text(segment.find("source")), text(segment.find("target")))
                for segment in unit.iter("segment")
            )


def _divided(unit: Element) -> Iterator[tuple[str | None, str | None]]:
    """Yield the segments that a unit of XLIFF 1.2 is divided into, or the unit as one."""
    target = unit.find("target")
    sources = _marked(unit.find("seg-source"))
    targets = _marked(target)
    if sources.keys() == targets.keys() or (sources and not text(target)):
        yield from ((text(mark), text(targets.get(name))) for name, mark in sources.items())
    if not sources or (sources.keys() != targets.keys() and text(target)):
        yield text(unit.find("source")), text(target)


def _marked(element: Element | None) -> dict[str, Element]:
    if element is None:
        return {}
    marks = (mark for mark in element.iter("mrk") if mark.get("mtype") == "seg")
    return {mark.get("mid", ""): mark for mark in marks}
