"""A glossary file opened for a change: its concepts found, hardly any of them decoded."""

from bisect import bisect
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from qa import resources
from qa.errors import QAError
from qa.glossary import termbase
from qa.glossary.blocks import Block, blocks, line_of
from qa.glossary.saving import Edit
from qa.glossary.termbase import Glossary
from qa.terminology.document import concepts

_GUESSED_AT_MOST = 10_000


class OpenFile(NamedTuple):
    """A file with its concepts found; ``ids`` and ``blocks`` go together."""

    path: Path
    content: bytes
    head: Glossary
    blocks: list[Block]
    ids: list[str]


def open_file(path: Path) -> OpenFile:
    """Read a glossary file and find its concepts.

    Raises:
        QAError: it cannot be read, or is no glossary.
    """
    content = resources.content(path)
    text = content.replace(b"\r\n", b"\n")
    found = blocks(text)
    head = termbase.around(path, text, found)
    ids = [concepts.id_of(path, text, block) for block in found]
    return OpenFile(
        path, content, head, found if len(text) == len(content) else blocks(content), ids
    )


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


def index_of(file: OpenFile, concept_id: str) -> int:
    """Return the place of a concept among those of a file.

    Raises:
        QAError: it has none of that id, or has an id twice.
    """
    if concept_id not in file.ids:
        from difflib import get_close_matches  # only to help after a mistake

        near = get_close_matches(concept_id, file.ids[:_GUESSED_AT_MOST], n=1)
        hint = f"did you mean '{near[0]}'?" if near else "`qa glossary list` shows the ids"
        raise QAError(f"{file.path}: has no concept '{concept_id}'", hint)
    require_unique(file.path, file.content, file.blocks, file.ids)
    return file.ids.index(concept_id)


def inserted(file: OpenFile, concept_id: str, text: bytes) -> tuple[int, int, bytes]:
    """Return where a new concept goes, and its lines with the blank ones that part it."""
    content, ids = file.content, file.ids
    blank = encoded("\n", content)
    index = bisect(ids, concept_id) if ids == sorted(ids) else len(ids)
    end = file.blocks[-1].end if ids else len(content)
    place = file.blocks[index].start if index < len(ids) else end
    if place < len(content):
        return place, place, text + blank
    ended = content.endswith(b"\n") or not content
    parted = content.endswith((b"\n\n", b"\n\r\n")) or not content
    return place, place, blank * (not ended) + blank * (not parted) + text


def replaced(file: OpenFile, start: int, end: int, text: bytes) -> Edit:
    """Return the edit that puts ``text`` in the place of ``content[start:end]``."""
    content = file.content
    return Edit(file.path, content, content[:start] + text + content[end:])


def encoded(text: str, like: bytes) -> bytes:
    """Encode a text, its lines ended as in the bytes that it goes into."""
    return (text.replace("\n", "\r\n") if b"\r\n" in like else text).encode()


def decoded(text: bytes) -> str:
    """Decode a text, its lines ended by a line feed alone."""
    return text.decode().replace("\r\n", "\n")
