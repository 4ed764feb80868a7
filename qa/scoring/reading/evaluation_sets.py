"""Test sets of the WMT kind: XML since 2021, SGML before.

XML has documents with ``src``, ``ref translator="…"`` and ``hyp system="…"``; SGML has one of
``srcset``, ``refset`` and ``tstset`` a file, whose markup is that of NIST's mteval: text may have
a bare ``&`` or ``<``, and references are told apart by the ``sysid`` of documents.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qa.errors import QAError
from qa.regex import lazy
from qa.safe_xml import text
from qa.scoring.reading.opening import content, named
from qa.scoring.reading.tables import Rows, Table, folded

_TAG = lazy(
    r"<(?P<end>/?)(?P<name>srcset|refset|tstset|doc|seg)\b(?P<told>[^<>]*+)>", re.IGNORECASE
)
_TOLD = lazy(
    r"""(?<![\w-])(?P<name>[\w-]++)\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s"'>]++))"""
)
_REFERENCE = lazy(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_ROLES = {
    "srcset": "source",
    "refset": "reference",
    "tstset": "hypothesis",
    "src": "source",
    "ref": "reference",
    "hyp": "hypothesis",
}
_MAKERS = ("translator", "system", "sysid")


class _Segment(NamedTuple):
    document: str
    number: str
    column: str
    text: str


def table(root: Element, path: str, _target_language: str | None = None) -> Table:
    """Return ``document``, ``source``, ``reference:…`` and ``hypothesis:…`` of a parsed file."""
    sides = [side for document in root.iter("doc") for side in document if side.tag != "src"]
    languages = (side.get("lang") or side.get("language") for side in sides)
    return _table(_xml_segments(root), path, next(filter(None, languages), None))


def read(path: str, _target_language: str | None = None) -> Table:
    """Return the columns of an SGML file, as of an XML file.

    Raises:
        QAError: the file cannot be read, or has no segments.
    """
    source = content(path)
    told = {}
    for tag in _TAG.finditer(source):
        if tag["name"].lower() in _ROLES:
            told = _attributes(tag["told"])
            break
    return _table(_sgml_segments(source), path, told.get("trglang"))


def _table(segments: Iterator[_Segment], path: str, language: str | None) -> Table:
    """Join what segments of the same number in the same document say, or refuse repeated ones."""
    joined: dict[tuple[str, str], dict[str, str | None]] = {}
    for one in segments:
        row = joined.setdefault((one.document, one.number), {"document": one.document})
        if one.column in row:
            raise QAError(
                f"{named(path)}: segment {one.number!r} of document {one.document!r} stands twice",
                "documents, and segments in a document, are told apart by their ids",
            )
        row[one.column] = one.text
    if not joined:
        raise QAError(f"{named(path)}: has no segments", "is it a test set of the WMT kind?")
    rows = Rows()
    for row in joined.values():
        rows.add(row)
    return rows.table(path, language)


def _xml_segments(root: Element) -> Iterator[_Segment]:
    for order, document in enumerate(root.iter("doc"), 1):
        name = document.get("id") or document.get("docid") or str(order)
        for side in document:
            column = _column(_ROLES.get(side.tag, side.tag), side.attrib)
            for number, segment in enumerate(side.iter("seg"), 1):
                yield _Segment(name, segment.get("id", str(number)), column, text(segment) or "")


def _sgml_segments(source: str) -> Iterator[_Segment]:
    role, column, document, number = "", "", "", 0
    opened: re.Match[str] | None = None
    for tag in _TAG.finditer(source):
        name, told = tag["name"].lower(), _attributes(tag["told"])
        if name in _ROLES:
            role = _ROLES[name]
        elif name == "doc":
            column, document, number = _column(role, told), told.get("docid", ""), 0
        elif not tag["end"]:
            opened, number = tag, number + 1
        elif opened:
            told = _attributes(opened["told"])
            content = _unescaped(source[opened.end() : tag.start()])
            yield _Segment(document, told.get("id", str(number)), column, folded(content.strip()))
            opened = None


def _column(role: str, told: dict[str, str]) -> str:
    maker = next((told[name] for name in _MAKERS if told.get(name)), "")
    return f"{role}:{maker}" if maker and role != "source" else role


def _attributes(told: str) -> dict[str, str]:
    found = _TOLD.finditer(told)
    return {
        one["name"].lower(): _unescaped(one["double"] or one["single"] or one["bare"] or "")
        for one in found
    }


def _unescaped(source: str) -> str:
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), source)
