"""A glossary file as it is judged: its text, its concepts and its suspect phrases."""

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from qa import resources
from qa.errors import QAError
from qa.glossary.reading import path_of
from qa.glossary.termbase import Entry, Glossary
from qa.terminology.document import concepts, contents
from qa.terminology.document.blocks import blocks
from qa.terminology.document.contents import Head
from qa.terminology.document.saving import Edit
from qa.terminology.model import Concept, Termbase

_BOM = b"\xef\xbb\xbf"


class Worlds(Struct, frozen=True):
    """What one file holds; there is no glossary where it has no suspect phrases."""

    termbase: Termbase
    glossary: Glossary | None = None

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts, in the order of the file."""
        return self.termbase.concepts

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The suspect phrases, in the order of the file."""
        return self.glossary.entries if self.glossary else ()


class Loaded(Struct, frozen=True, dict=True):
    """A glossary file: where it is, what stands in it, and what that means."""

    path: Path
    content: bytes
    worlds: Worlds

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

    Other than ``qa.terminology.keeping`` it takes files in which an id stands twice.

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
    try:
        plain.decode()
    except UnicodeDecodeError as error:
        line = plain.count(b"\n", 0, error.start) + 1
        raise QAError(f"{path}:{line}: is not UTF-8", "save the file as UTF-8") from error
    found = blocks(plain)
    head = contents.head(path, plain, found)
    termbase = Termbase(head.name, concepts.concepts(path, plain, found), head.scope)
    return Loaded(path, content, Worlds(termbase, _glossary(path, head)))


def _glossary(path: Path, head: Head) -> Glossary | None:
    if not (head.entries or head.language):
        return None
    if not (head.origin and head.language):
        raise QAError(
            f"{path}: has suspect phrases, and does not say of which languages",
            "write 'origin' and 'language' at its head",
        )
    return Glossary(head.name, head.origin, head.language, head.entries, head.also)
