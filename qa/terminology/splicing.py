"""Where concepts and suspect phrases stand in a glossary file, and changes that leave the rest."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import fields

from qa.errors import QAError
from qa.glossary.blocks import Block, body_end
from qa.glossary.termbase import Entry
from qa.regex import lazy
from qa.terminology import writing
from qa.terminology.document import concepts, pieces
from qa.terminology.model import Concept

_HEADER = lazy(r"(?m)^[ \t]*\[\[[ \t]*(?P<kind>concept|entry)[ \t]*\]\]")
_LINE_END = lazy(r"\n")
_COMMENTS_ABOVE = lazy(r"(?m)(?:^[ \t]*#[^\n]*\n)+\Z")
_COMMENT_AT_MOST = 4_000

Item = Concept | Entry


class Change(NamedTuple):
    """What a table says now, and what it is to say; None for nothing."""

    before: Item
    after: Item | None


# By kind of table and its number among those of its kind.
Changes = dict[tuple[str, int], Change]


class Layout:
    """The tables ``[[concept]]`` and ``[[entry]]`` of a file, each kind numbered from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._offsets: dict[str, list[int]] = {"concept": [], "entry": []}
        for header in _HEADER.finditer(text):
            self._offsets[header["kind"]].append(header.start())
        self._starts = sorted(offset for found in self._offsets.values() for offset in found)
        self._lines = [match.start() for match in _LINE_END.finditer(text)]

    def line(self, kind: str, number: int, needle: str = "") -> int:
        """Return the line of a table, or of the text ``needle`` in it; 1 where there is none."""
        offsets = self._offsets[kind]
        if number >= len(offsets):
            return 1
        start = offsets[number]
        quoted = msgspec.json.encode(needle).decode()
        found = self.text.find(quoted, start, self._end(start)) if needle else start
        return bisect_right(self._lines, max(found, start) - 1) + 1

    def rewritten(self, changes: Changes, added: Sequence[Item] = ()) -> str:
        """Return the text with some tables changed, or removed, and others appended.

        Comments stay with the table that they stand in or right above.
        """
        starting = {
            self._offsets[kind][number]: change for (kind, number), change in changes.items()
        }
        parts, end = [], 0
        for start, change in sorted(starting.items(), key=lambda one: one[0]):
            last = self._end(start)
            first = start if change.after else start - len(self._comment(start))
            parts += [self.text[end:first], _spliced(self.text[start:last], change)]
            end = last
        return _appended("".join((*parts, self.text[end:])), added)

    def _end(self, start: int) -> int:
        """Return where a table ends: before the comments above the next one."""
        after = bisect_right(self._starts, start)
        if after == len(self._starts):
            return len(self.text)
        return self._starts[after] - len(self._comment(self._starts[after]))

    def _comment(self, start: int) -> str:
        above = _COMMENTS_ABOVE.search(self.text[max(0, start - _COMMENT_AT_MOST) : start])
        return above[0] if above else ""


def _spliced(table: str, change: Change) -> str:
    """Return the lines of a table after a change, and what stands below them apart."""
    encoded = table.encode()
    size = body_end(encoded, Block(0, 0, len(encoded)))
    body, rest = encoded[:size].decode(), encoded[size:].decode()
    if change.after is None:
        return rest.lstrip("\n")
    if isinstance(change.before, Concept) and isinstance(change.after, Concept):
        return _concept(body, change.before, change.after) + rest
    return rendered(change.after) + rest


def _concept(body: str, before: Concept, after: Concept) -> str:
    """Return the lines of a concept with what differs changed, if that can be done."""
    ended = body if body.endswith("\n") else f"{body}\n"
    made = pieces.changed(ended, before, after).encode()
    try:
        right = concepts.one(Path(), made, Block(0, 0, len(made))) == after
    except QAError:
        right = False
    return made.decode() if right else pieces.rewritten(ended, after)


def _appended(text: str, added: Sequence[Item]) -> str:
    if not added:
        return text
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    return text + gap + "\n".join(map(rendered, added))


def rendered(item: Item) -> str:
    """Return a concept or an entry as a table of TOML, fields of their default value left out."""
    if isinstance(item, Concept):
        return writing.concept(item)
    said = ((known.encode_name, getattr(item, known.name), known.default) for known in fields(item))
    lines = (f"{key} = {_value(value)}\n" for key, value, default in said if value != default)
    return "".join(("[[entry]]\n", *lines))


def _value(value: Any) -> str:  # noqa: ANN401 - text, truth or several texts
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
