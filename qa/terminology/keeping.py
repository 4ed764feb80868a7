"""Glossary files read and changed; what a change is not about stays byte for byte.

A file may hold suspect phrases beside its concepts. Every change returns an ``Edit``, which shows
itself as a diff and is written with ``save()``.
"""

import re
from collections.abc import Callable
from pathlib import Path

from qa.errors import QAError
from qa.glossary.blocks import Block, blocks, body_end, line_of, rest
from qa.glossary.saving import Edit
from qa.glossary.termbase import Entry, Scope
from qa.terminology import amending, writing
from qa.terminology.amending import Amendment, Named, Retirement
from qa.terminology.document import concepts, pieces
from qa.terminology.document.opening import (
    decoded,
    encoded,
    index_of,
    inserted,
    open_file,
    replaced,
)
from qa.terminology.loading import load
from qa.terminology.model import Concept, Termbase

_BLANK = re.compile(rb"(?:[ \t]*\r?\n)*")


def read(path: Path) -> Termbase:
    """Read the concepts of a glossary file.

    Raises:
        QAError: it cannot be read, is not TOML or not of this shape; the message has path and line.
    """
    return load(path).contents.termbase


def find(path: Path, name: str) -> Concept | Entry:
    """Return the concept or suspect phrase of an id, without decoding the other concepts.

    Raises:
        QAError: there is none.
    """
    file = open_file(path)
    entries = {entry.id: entry for entry in file.head.entries}
    if name in entries and name not in file.ids:
        return entries[name]
    return concepts.one(path, file.content, file.blocks[index_of(file, name)])


def start(path: Path, name: str, scope: str = Scope.HOUSE) -> Edit:
    """Make a new glossary file.

    Raises:
        QAError: there is one already, or there is no such scope.
    """
    if scope not in list(Scope):
        raise QAError(f"there is no scope '{scope}'", f"say {', '.join(Scope)}")
    if path.exists():
        raise QAError(f"{path}: is there already", "name another file, or add to this one")
    return Edit(path, b"", writing.head(name, Scope(scope)).encode())


def add(path: Path, concept: Concept) -> Edit:
    """Add a concept: in its place where the file is in the order of ids, else behind the others.

    Raises:
        QAError: the file has a concept of that id, or cannot be read.
    """
    file = open_file(path)
    if concept.id in file.ids:
        line = line_of(file.content, file.blocks[file.ids.index(concept.id)].header)
        raise QAError(f"{path}:{line}: '{concept.id}' is there already", "change it with `edit`")
    text = encoded(writing.concept(concept), file.content)
    return replaced(file, *inserted(file, concept.id, text))


def change(path: Path, concept_id: str, amendment: Amendment) -> Edit:
    """Change a concept, and leave alone what is written of it otherwise.

    Raises:
        QAError: there is no such concept, or it has no term that is to go.
    """
    return _changed(path, concept_id, lambda concept: amending.amended(concept, amendment))


def retire(path: Path, concept_id: str, how: Retirement, terms: tuple[Named, ...] = ()) -> Edit:
    """Give terms of a concept, or all, a status that says they are past, with a dated note.

    Raises:
        QAError: there is no such concept or term.
    """
    return _changed(path, concept_id, lambda concept: amending.retired(concept, terms, how))


def remove(path: Path, concept_id: str) -> Edit:
    """Remove a concept with the comments right above it.

    Raises:
        QAError: there is no such concept.
    """
    file = open_file(path)
    block = file.blocks[index_of(file, concept_id)]
    end = body_end(file.content, block)
    blank = _BLANK.match(file.content, end, block.end)
    return replaced(file, block.start, blank.end() if blank else end, b"")


def source(path: Path, concept_id: str) -> str:
    """Return a concept as it is written, with the comments right above it.

    Raises:
        QAError: there is no such concept.
    """
    file = open_file(path)
    block = file.blocks[index_of(file, concept_id)]
    return decoded(file.content[block.start : body_end(file.content, block)])


def rewrite(path: Path, concept_id: str, was: str, text: str) -> Edit:
    """Put other lines in the place of a concept: what somebody wrote in an editor.

    Args:
        path: the file.
        concept_id: of the concept before.
        was: its ``source`` when the editor was opened.
        text: the other lines.

    Raises:
        QAError: the lines are not one concept, or one whose id is taken, or somebody else has
            changed the concept in the meantime.
    """
    file = open_file(path)
    index = index_of(file, concept_id)
    block = file.blocks[index]
    end = body_end(file.content, block)
    if decoded(file.content[block.start : end]) != was:
        raise QAError(f"{path}: '{concept_id}' was changed by somebody else", "edit it again")
    said = _only(Path(f"{path} (edited)"), text.encode())
    if said.id in file.ids[:index] + file.ids[index + 1 :]:
        raise QAError(f"'{said.id}' is the id of another concept", "choose another one")
    ended = text if text.endswith("\n") else f"{text}\n"
    return replaced(file, block.start, end, encoded(ended, file.content))


def formatted(path: Path) -> Edit:
    """Put concepts in the order of ids and their keys in the usual one, comments with them.

    Comments that a blank line parts from every concept stay where they are, as do suspect phrases.

    Raises:
        QAError: the file cannot be read.
    """
    file = open_file(path)
    text = file.content.replace(b"\r\n", b"\n")
    found = file.blocks if len(text) == len(file.content) else blocks(text)
    plain = [concepts.plain_end(text, block) for block in found]
    ends = [end or body_end(text, block) for end, block in zip(plain, found, strict=True)]
    order = sorted(range(len(found)), key=file.ids.__getitem__)
    parts, place = [], 0
    for at, index in enumerate(order):
        block, moved = found[at], found[index]
        tidy = text[moved.start : ends[index]] if plain[index] else _tidy(path, text, moved)
        parts += [text[place : block.start], tidy]
        place = ends[at]
        if place == block.end < len(text):
            parts.append(b"\n")
    after = b"".join((*parts, text[place:]))
    windows = b"\r\n" in file.content
    return Edit(path, file.content, after.replace(b"\n", b"\r\n") if windows else after)


def _tidy(path: Path, content: bytes, block: Block) -> bytes:
    """Return the lines of a concept in the usual form."""
    concept = concepts.one(path, content, block)
    end = body_end(content, block)
    above, text = content[block.start : block.header], content[block.header : end]
    return above + _safe(text, concept, lambda lines: pieces.ordered(lines, concept))


def _changed(path: Path, concept_id: str, alter: Callable[[Concept], Concept]) -> Edit:
    file = open_file(path)
    block = file.blocks[index_of(file, concept_id)]
    end = body_end(file.content, block)
    before = concepts.one(path, file.content, block)
    after = alter(before)
    text = file.content[block.header : end]
    return replaced(
        file,
        block.header,
        end,
        _safe(text, after, lambda lines: pieces.changed(lines, before, after)),
    )


def _safe(text: bytes, wanted: Concept, make: Callable[[str], str]) -> bytes:
    """Return new lines that say what is wanted: those made, or else all of them written anew."""
    lines = decoded(text)
    lines = lines if lines.endswith("\n") else f"{lines}\n"
    made = make(lines)
    try:
        right = _only(Path(), made.encode()) == wanted
    except QAError:
        right = False
    return encoded(made if right else pieces.rewritten(lines, wanted), text)


def _is_comment(part: tuple[int, bytes]) -> bool:
    return all(line.strip()[:1] in (b"", b"#") for line in part[1].splitlines())


def _only(path: Path, content: bytes) -> Concept:
    """Return the one concept in a text."""
    found = blocks(content)
    if len(found) != 1 or not all(map(_is_comment, rest(content, found))):
        raise QAError(f"{path}: is not one concept", "leave one [[concept]] there")
    return concepts.one(path, content, found[0])
