"""JSON lines, an object with a source and a target a line, and where its strings stand."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import DecodeError, json

from qa.errors import QAError
from qa.formats.bilingual.columns import Columns, columns
from qa.formats.bilingual.lines import Line, lines
from qa.formats.bilingual.rows import Side, Unit, verbatim
from qa.formats.markup.assembly import Passage, Source
from qa.language import canonical
from qa.model import Span, Text
from qa.regex import lazy

_STRING = r'"(?:(?>[^"\\]++|\\.))*+"'
_TOKEN = lazy(rf"(?P<string>{_STRING})|(?P<open>[{{\[])|(?P<close>[}}\]])|(?P<colon>:)|,")
_ESCAPE = lazy(r"(?:(?>\\u[0-9a-fA-F]{4}))++|\\[^u]")


class RecordRow(NamedTuple):
    """The strings of an object, without quotation marks, by the index of their key."""

    columns: Columns
    strings: dict[int, Span]
    end: int

    def units(self, content: str, offset: int) -> Iterator[Unit]:
        """Yield the source and the target of the object."""
        told = self.columns
        before = self._language(told.source_language, content, offset) or told.languages[0]
        after = self._language(told.target_language, content, offset) or told.languages[1]
        yield Unit(
            Side(self._text(told.source, content, offset), language=before),
            Side(self._text(told.target, content, offset), language=after),
            self._plain(told.document, content, offset),
        )

    def _text(self, key: int | None, content: str, offset: int) -> Text | None:
        span = None if key is None else self.strings.get(key)
        if span is None:
            return None
        at, end = span.start - offset, span.end - offset
        if content.find("\\", at, end) < 0:
            return verbatim(content, at, end)
        passage = Passage(Source.whole(content))
        for escape in _ESCAPE.finditer(content, at, end):
            passage.copy(at, escape.start())
            passage.replace(json.decode(f'"{escape[0]}"'), *escape.span())
            at = escape.end()
        passage.copy(at, end)
        return passage.text()

    def _plain(self, key: int | None, content: str, offset: int) -> str | None:
        text = self._text(key, content, offset)
        return text.content if text else None

    def _language(self, key: int | None, content: str, offset: int) -> str | None:
        return canonical(self._plain(key, content, offset))


def rows(blocks: Iterator[str], path: str) -> Iterator[RecordRow]:
    """Yield the objects of a file.

    Raises:
        QAError: a line is no object, or has no source and target.
    """
    known: dict[tuple[str, ...], Columns] = {}
    for line in lines(blocks):
        if line.text.strip():
            place = f"{path}:{line.number}"
            names = _names(line, place)
            if names not in known:
                known[names] = columns(names, place)
            yield RecordRow(known[names], _strings(line), line.start + len(line.text))


def _names(line: Line, place: str) -> tuple[str, ...]:
    try:
        return tuple(json.decode(line.text, type=dict[str, object]))
    except (DecodeError, RecursionError) as error:
        hint = 'a line is an object such as {"source": "…", "target": "…"}'
        raise QAError(f"{place}: {error}", hint) from error


def _strings(line: Line) -> dict[int, Span]:
    """Return where the strings of an object stand that are values of its own keys."""
    found: dict[int, Span] = {}
    depth, key, value = 0, -1, False
    for token in _TOKEN.finditer(line.text):
        depth += (token["open"] is not None) - (token["close"] is not None)
        if depth != 1 or not token["string"]:
            value = token["colon"] is not None
        elif value:
            found[key] = Span(line.start + token.start() + 1, line.start + token.end() - 1)
        else:
            key += 1
    return found
