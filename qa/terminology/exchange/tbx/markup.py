"""The elements of a TBX file, whatever its version, style and dialect call them."""

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from qa.errors import QAError
from qa.regex import lazy

if TYPE_CHECKING:
    from lxml.etree import DTD, _Element

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
LIMIT = 200_000_000  # bytes; a hundred thousand concepts have half as many

_ROOTS = frozenset(("martif", "tbx", "TBX"))
_ENTRIES = ("{*}conceptEntry", "{*}termEntry", "{*}entry")
_TITLES = ("{*}title", "{*}header")
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


class Fact(NamedTuple):
    """A data category and its value."""

    name: str
    text: str


def entries(content: bytes, path: str) -> Iterator["_Element"]:
    """Yield the title and the concepts of a file, each forgotten when the next is asked for.

    Entities are never expanded, and no document type definition is loaded.

    Raises:
        QAError: it is too large, not well-formed, no TBX, or declares entities.
    """
    from lxml import etree

    if len(content) > LIMIT:
        raise QAError(f"{path}: is larger than {LIMIT // 1_000_000} MB", "split it")
    parser = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        tag=(*_ENTRIES, *_TITLES, *(f"{{*}}{root}" for root in _ROOTS)),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from _ended(parser, path)
    except etree.XMLSyntaxError as error:
        # The last error is what the parser stumbled over in the end, the first is the reason.
        first = next(iter(parser.error_log), None)
        line, what = (first.line, first.message) if first else (1, "it is empty")
        raise QAError(
            f"{path}:{line}: is not well-formed XML: {what}", "repair it there"
        ) from error
    if parser.root is None or local(parser.root) not in _ROOTS:
        raise _foreign(parser.root, path)


def _ended(parser: "Iterator[tuple[str, _Element]]", path: str) -> Iterator["_Element"]:
    started = False
    for event, element in parser:
        if event == "start" and not started:
            _refuse(element, path)
            started = True
        elif event == "end" and local(element) not in _ROOTS:
            yield element
            _forget(element)


def _refuse(element: "_Element", path: str) -> None:
    tree = element.getroottree()
    definition = tree.docinfo.internalDTD
    if definition is not None and _entities(definition):
        raise QAError(
            f"{path}:1: declares entities in its DOCTYPE, which are not expanded",
            "export it without a document type, or replace the entities by what they stand for",
        )
    if local(tree.getroot()) not in _ROOTS:
        raise _foreign(tree.getroot(), path)


def _entities(definition: "DTD") -> bool:
    return any(True for _ in definition.iterentities())  # type: ignore[attr-defined]


def _foreign(root: "_Element | None", path: str) -> QAError:
    if root is None:
        return QAError(f"{path}: has no concepts")
    return QAError(
        f"{path}:{root.sourceline}: is no TBX: it begins with <{local(root)}>",
        "a TBX file begins with <martif>, <tbx> or <TBX>",
    )


def _forget(element: "_Element") -> None:
    """Free what has been read: the element and its siblings before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: "_Element") -> str:
    """Return the name of an element without its namespace."""
    return _local(element.tag)


@cache
def _local(tag: str) -> str:
    return str(tag).rpartition("}")[2]


def language(element: "_Element") -> str | None:
    """Return what an element says is its language."""
    found = element.get(LANGUAGE) or element.get("lang")
    return None if found is None else str(found)


def parts(element: "_Element") -> tuple[list[Fact], list["_Element"]]:
    """Return what an element says itself, and the sections in it."""
    facts: list[Fact] = []
    sections: list[_Element] = []
    for child in element:
        name = _local(child.tag)
        if name in _SECTIONS:
            sections.append(child)
        elif name in _GROUPS:
            facts += parts(child)[0]
        else:
            facts.append(_fact(child, name))
    return facts, sections


def _fact(element: "_Element", name: str) -> Fact:
    if name in _TYPED:
        kind = element.get("type") or ("definition" if name == "descrip" else name)
        return Fact(str(kind), _linked(element) if name in _LINKS else _text(element))
    if name == "transacGrp":
        return Fact("transaction", " ".join(" ".join(map(str, element.itertext())).split()))
    return Fact(name, _linked(element) if name in _LINKS else _text(element))


def _linked(element: "_Element") -> str:
    """Return the text of a reference, and in angle brackets what it leads to."""
    text, target = _text(element), element.get("target")
    return f"{text} <{target}>".strip() if target else text


def _text(element: "_Element") -> str:
    """Return the text of an element; a line that was broken and indented is one line."""
    text = "".join(map(str, element.itertext())) if len(element) else element.text or ""
    text = str(text)
    return (_WRAPPED.sub(_unwrapped, text) if "\n" in text else text).strip()


def _unwrapped(found: re.Match[str]) -> str:
    return found[0] if not found[0].strip("\n") else " "
