"""The elements of a TBX file, whatever its version, style and dialect call them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qa import safe_xml
from qa.errors import QAError
from qa.formats import decoding
from qa.regex import lazy

_ROOTS = frozenset(("martif", "tbx", "TBX"))
_TITLES = frozenset(("title", "header"))
_ENTRIES = frozenset(("conceptEntry", "termEntry", "entry"))
_GROUPS = frozenset(
    ("descripGrp", "adminGrp", "termNoteGrp", "termGrp", "termCompList", "termCompGrp")
)
_SECTIONS = frozenset(("langSec", "langSet", "langGroup", "termSec", "termGroup", "tig", "ntig"))
# Meta data-categories, whose type says what they hold; DCT elements say it by their name.
_TYPED = frozenset(
    ("admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "termComp", "xref", "hi")
)
_LINKS = frozenset(("ref", "xref", "crossReference", "externalCrossReference", "xGraphic"))
_WRAPPED = lazy(r"[ \t]*\n[ \t\n]*")
_local = cache(safe_xml.local)


class Fact(NamedTuple):
    """A data category and its value."""

    name: str
    text: str


def entries(content: bytes, path: str) -> Iterator[tuple[int, Element]]:
    """Yield the titles and the concepts of a file with their lines, each emptied thereafter.

    Raises:
        QAError: it is too large, does not decode, is not well-formed, no TBX, or declares entities.
    """
    found = safe_xml.elements(decoding.decode(content, path), path, _TITLES | _ENTRIES)
    line, root = next(found)
    if _local(root.tag) not in _ROOTS:
        raise QAError(
            f"{path}:{line}: is no TBX: it begins with <{_local(root.tag)}>",
            "a TBX file begins with <martif>, <tbx> or <TBX>",
        )
    yield from found


def is_title(element: Element) -> bool:
    """Tell whether an element has the name of the termbase, and is no concept."""
    return _local(element.tag) in _TITLES


def title(element: Element) -> str:
    """Return the title of a file; that of the first TBX-Min is the id in its header."""
    if _local(element.tag) == "title":
        return " ".join("".join(element.itertext()).split())
    named = (child.text or "" for child in element if _local(child.tag) == "id")
    return " ".join(next(named, "").split())


def language(element: Element) -> str | None:
    """Return what an element says is its language."""
    return element.get("xml:lang") or element.get("lang")


def parts(element: Element) -> tuple[list[Fact], list[Element]]:
    """Return what an element says itself, and the sections in it."""
    facts: list[Fact] = []
    sections: list[Element] = []
    for child in element:
        name = _local(child.tag)
        if name in _SECTIONS:
            sections.append(child)
        elif name in _GROUPS:
            facts += parts(child)[0]
        else:
            facts.append(_fact(child, name))
    return facts, sections


def _fact(element: Element, name: str) -> Fact:
    if name in _TYPED:
        kind = element.get("type") or ("definition" if name == "descrip" else name)
        return Fact(kind, _linked(element) if name in _LINKS else _text(element))
    if name == "transacGrp":
        return Fact("transaction", " ".join(" ".join(element.itertext()).split()))
    return Fact(name, _linked(element) if name in _LINKS else _text(element))


def _linked(element: Element) -> str:
    """Return the text of a reference, and in angle brackets what it leads to."""
    text, target = _text(element), element.get("target")
    return f"{text} <{target}>".strip() if target else text


def _text(element: Element) -> str:
    """Return the text of an element; a line that was broken and indented is one line."""
    text = "".join(element.itertext()) if len(element) else element.text or ""
    return (_WRAPPED.sub(_unwrapped, text) if "\n" in text else text).strip()


def _unwrapped(found: re.Match[str]) -> str:
    return found[0] if not found[0].strip("\n") else " "
