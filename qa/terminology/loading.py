"""A glossary file as it is judged: its text, its concepts and its suspect phrases."""

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from qa import resources
from qa.glossary import termbase
from qa.glossary.blocks import Block, blocks
from qa.glossary.reading import path_of
from qa.glossary.saving import Edit
from qa.glossary.termbase import Entry, Glossary
from qa.terminology.document import concepts, runs
from qa.terminology.model import Concept, Termbase

_BOM = b"\xef\xbb\xbf"


class Contents(Struct, frozen=True):
    """What one file holds; there is no glossary where it has no suspect phrases."""

    termbase: Termbase
    glossary: Glossary | None = None

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the order of the file."""
        return self.termbase.concepts

    @property
    def accepted(self) -> list[tuple[int, Concept]]:
        """The concepts that are no drafts, with their numbers."""
        return [(number, one) for number, one in enumerate(self.concepts) if not one.draft]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The suspect phrases, in the order of the file."""
        return self.glossary.entries if self.glossary else ()


class Loaded(Struct, frozen=True, dict=True):
    """A glossary file: where it is, what stands in it, and what that means."""

    path: Path
    content: bytes
    contents: Contents

    @cached_property
    def text(self) -> str:
        """The text of the file, its lines ended by a line feed alone."""
        return self.content.removeprefix(_BOM).replace(b"\r\n", b"\n").decode()

    def changed(self, text: str, path: Path | None = None) -> Edit:
        """Return the edit that puts another text in its place, or into another file."""
        ended = text.replace("\n", "\r\n") if b"\r\n" in self.content else text
        mark = _BOM if self.content.startswith(_BOM) else b""
        there = path.read_bytes() if path and path.exists() else b""
        return Edit(path or self.path, there if path else self.content, mark + ended.encode())


def load(name: str | Path) -> Loaded:
    """Read a glossary file, or a built-in glossary by its name (``de-en``).

    An id may stand in it twice, which ``qa glossary lint`` tells.

    Raises:
        QAError: it cannot be read, is not TOML or not a glossary; the message has path and line.
    """
    path = path_of(str(name))
    return of_content(path, resources.content(path))


def of_content(path: Path, content: bytes) -> Loaded:
    """Decode what stands in a glossary file; ``path`` is for messages.

    Raises:
        QAError: it is not UTF-8, not TOML or not a glossary; the message has path and line.
    """
    plain = content.removeprefix(_BOM).replace(b"\r\n", b"\n")
    found, known = _concepts(path, plain)
    head = termbase.around(path, plain, found)
    contents = Contents(Termbase(head.name, known, head.scope), head if head.language else None)
    return Loaded(path, content, contents)


def _concepts(path: Path, text: bytes) -> tuple[list[Block], tuple[Concept, ...]]:
    together = runs.runs(text)
    known = None if together is None else runs.decoded(text, together)
    if together is not None and known is not None:
        return together, known
    found = blocks(text)
    return found, concepts.concepts(path, text, found)
