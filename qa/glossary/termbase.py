"""Glossary files: suspect phrases with origin, reason, replacement and examples."""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field

from qa import resources
from qa.errors import QAError
from qa.findings import Category, Confidence
from qa.glossary import toml
from qa.glossary.blocks import Block, blocks, rest
from qa.regex import lazy

# A word of a replacement that takes the form of the first inflected word, or of the last.
BRACES = lazy(r"\{(?P<word>[^{}*]+)(?P<last>\*)?\}")


_BOM = b"\xef\xbb\xbf"


class Scope(StrEnum):
    """Whom a glossary is for, the widest first; what a narrower one says counts."""

    HOUSE = "house"
    DESK = "desk"
    ARTICLE = "article"

    @property
    def rank(self) -> int:
        """Return 0, 1 or 2."""
        return list(Scope).index(self)


class Entry(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One suspect phrase.

    Attributes:
        id: unique in its file, in kebab-case.
        match: patterns in the language of ``qa.glossary.parsing``; any of them matches.
        origin: the source-language expression behind the phrase.
        why: why it reads oddly, one or two sentences.
        suggest: one to three replacements; ``{word}`` takes the form of the first inflected word
            of the pattern, ``{word*}`` that of the last.
        confidence: how often the entry is right when it fires.
        flagged: sentences in which it must be found.
        clean: sentences in which it must not.
        category: what MQM would call it.
        unless_before: patterns that excuse the phrase when they stand right before it.
        unless_after: patterns that excuse it when they stand right after it.
        unless_near: patterns that excuse it anywhere in the same segment.
        unless_topic: patterns that excuse it anywhere in the document.
        only_near: patterns, one of which must stand in the same segment.
        only_across: patterns, one of which must match across the phrase, sharing words with it.
        only_written: spellings, capitals included, one of which it must have; none for any.
        draft: not looked for until somebody has filled in what is missing.
    """

    id: str
    match: tuple[str, ...]
    origin: str
    why: str
    suggest: tuple[str, ...]
    confidence: Confidence
    flagged: tuple[str, ...]
    clean: tuple[str, ...]
    category: Category = Category.FLUENCY
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    unless_topic: tuple[str, ...] = ()
    only_near: tuple[str, ...] = ()
    only_across: tuple[str, ...] = ()
    only_written: tuple[str, ...] = ()
    draft: bool = False

    @property
    def surroundings(self) -> tuple[str, ...]:
        """The patterns of what may or must stand around the phrase."""
        excuses = self.unless_before + self.unless_after + self.unless_near + self.unless_topic
        return excuses + self.only_near + self.only_across

    @property
    def inflected(self) -> list[str]:
        """The words of the replacements that take the form of what they replace."""
        return [found["word"] for text in self.suggest for found in BRACES.finditer(text)]


class Glossary(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A glossary file without its concepts: entries for text in ``language`` from ``origin``.

    ``name`` stands before the ids in reports; ``de-en`` for the built-in one. ``also`` are further
    languages that leave the same phrases behind: Ukrainian beside Russian. A file of concepts alone
    names no languages. Of several glossaries the one of the narrower
    ``scope`` wins.
    """

    name: str
    origin: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = field(name="entry", default=())
    also: tuple[str, ...] = ()
    scope: Scope = Scope.HOUSE

    @property
    def origins(self) -> tuple[str, ...]:
        """The languages of the sources, the one named in messages first."""
        return (self.origin, *self.also)


def load(path: Path) -> Glossary:
    """Read a glossary file, its concepts left out.

    Raises:
        QAError: the file is not there, not TOML or not of this shape.
    """
    return decode(path, resources.content(path))


def decode(path: Path, content: bytes) -> Glossary:
    """Decode what stands in a glossary file besides its concepts.

    Raises:
        QAError: it is not TOML or not of this shape; the message has path and line.
    """
    plain = content.replace(b"\r\n", b"\n")
    return around(path, plain, blocks(plain))


def around(path: Path, text: bytes, concepts: list[Block]) -> Glossary:
    """Decode what stands around the concepts of a glossary file.

    Args:
        path: for messages.
        text: of the file, lines ended by a line feed alone.
        concepts: where they stand in it.

    Raises:
        QAError: it is not TOML or not of this shape; the message has path and line.
    """
    outside = b"".join(part for _, part in rest(text, concepts)).removeprefix(_BOM)
    try:
        found = toml.decode(path, outside, 1, Glossary)
    except QAError:
        # Once more, with empty lines for the concepts, so that lines are numbered as in the file.
        found = toml.decode(path, _blanked(text, concepts).removeprefix(_BOM), 1, Glossary)
    if bool(found.language) != bool(found.origin) or (found.entries and not found.language):
        raise QAError(
            f"{path}: has suspect phrases, and does not say of which languages",
            "write 'origin' and 'language' at its head",
        )
    return found


def _blanked(text: bytes, concepts: list[Block]) -> bytes:
    parts, place = [], 0
    for block in concepts:
        parts += [text[place : block.start], b"\n" * text.count(b"\n", block.start, block.end)]
        place = block.end
    return b"".join((*parts, text[place:]))
