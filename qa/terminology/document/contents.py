"""What stands in a glossary file: concepts, and suspect phrases beside them."""

from collections import Counter
from pathlib import Path

from msgspec import Struct, field

from qa import resources
from qa.errors import QAError
from qa.glossary.termbase import Entry
from qa.terminology.document import concepts, runs
from qa.terminology.document.blocks import Block, blocks, line_of, rest
from qa.terminology.model import Termbase

_BOM = b"\xef\xbb\xbf"


class Head(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a file holds besides concepts; the languages are those of its suspect phrases."""

    name: str
    scope: str = "house"
    origin: str = ""
    language: str = ""
    also: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = field(name="entry", default=())


class Contents(Struct, frozen=True):
    """All that a glossary file holds."""

    termbase: Termbase
    head: Head


def contents(path: Path) -> Contents:
    """Read a glossary file with its suspect phrases.

    Raises:
        QAError: it cannot be read, is not TOML or not of this shape, or has an id twice; the
            message has path and line.
    """
    return decode(path, resources.content(path))


def decode(path: Path, content: bytes) -> Contents:
    """Decode what stands in a glossary file; ``path`` is for messages.

    Raises:
        QAError: it cannot be read, is not TOML or not of this shape, or has an id twice; the
            message has path and line.
    """
    text = content.removeprefix(_BOM).replace(b"\r\n", b"\n")
    together = runs.runs(text)
    known = None if together is None else runs.decoded(text, together)
    if together is None or known is None:
        together = blocks(text)
        known = concepts.concepts(path, text, together)
    around = head(path, text, together)
    ids = [concept.id for concept in known]
    if len(set(ids)) < len(ids):
        require_unique(path, text, blocks(text), ids)
    return Contents(Termbase(around.name, known, around.scope), around)


def require_unique(path: Path, content: bytes, found: list[Block], ids: list[str]) -> None:
    """Refuse a file that has an id twice.

    Raises:
        QAError: it has; the message has path and line of the second.
    """
    if len(set(ids)) == len(ids):
        return
    twice = next(name for name, count in Counter(ids).items() if count > 1)
    places = [line_of(content, found[at].header) for at, name in enumerate(ids) if name == twice]
    raise QAError(
        f"{path}:{places[1]}: the id '{twice}' is taken by the concept in line {places[0]}",
        "give one of them another id, or join them",
    )


def head(path: Path, text: bytes, found: list[Block]) -> Head:
    """Decode what stands in a file besides its concepts.

    Raises:
        QAError: it is not TOML or not of this shape; the message has path and line.
    """
    around = b"".join(part for _, part in rest(text, found)).removeprefix(_BOM)
    try:
        return concepts.toml(path, around, 1, Head)
    except QAError:
        return concepts.toml(path, _blanked(text, found).removeprefix(_BOM), 1, Head)


def _blanked(text: bytes, found: list[Block]) -> bytes:
    """Return a file with empty lines for its concepts, so that lines are numbered as in it."""
    parts, place = [], 0
    for block in found:
        parts += [text[place : block.start], b"\n" * text.count(b"\n", block.start, block.end)]
        place = block.end
    return b"".join((*parts, text[place:]))
