"""Glossary files: suspect phrases with origin, reason, replacement and examples."""

from pathlib import Path

from msgspec import Struct, field

from qa import resources
from qa.findings import Category, Confidence


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


class Glossary(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A file of entries for text in ``language`` that was translated from ``origin``.

    ``name`` stands before the entries' ids in reports; ``de-en`` for the built-in one.
    """

    name: str
    origin: str
    language: str
    entries: tuple[Entry, ...] = field(name="entry")


def load(path: Path) -> Glossary:
    """Read a glossary file.

    Raises:
        QAError: the file is not there, not TOML or not of this shape.
    """
    return resources.decode(path, Glossary)
