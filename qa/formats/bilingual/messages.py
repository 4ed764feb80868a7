"""The messages of a catalogue of GNU gettext, and where their texts stand.

The format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from qa.errors import QAError
from qa.formats.bilingual.lines import Line, lines
from qa.formats.bilingual.rows import Side, Unit, verbatim, within
from qa.formats.markup.assembly import Passage, Source
from qa.formats.notes import OWN, Edit, Note, by_place, edited
from qa.language import canonical
from qa.model import Span, Text
from qa.regex import lazy

# Message catalogues of Okapi's kind have a line that names a domain.
_LINE = lazy(
    r'\s*+(?:(?P<comment>#(?P<mark>.?))|(?P<keyword>msg[a-z_]+(?:\[\d{1,3}\])?)?\s*+"'
    r'(?P<text>(?:(?>[^"\\]++|\\.))*+)"\s*+\Z|domain\s|\Z)'
)
_FUZZY = lazy(r"[,\s]fuzzy\b")
_ESCAPE = lazy(r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "v": "\v", "f": "\f"}
_LANGUAGE = lazy(r"^Language: *([-\w]+) *\\n", re.MULTILINE)
_SOURCE_LANGUAGE = lazy(r"^X-Source-Language: *([-\w]+) *\\n", re.MULTILINE)
_OWN = lazy(rf"^# {OWN}: [^\n]*+(?:\n|\Z)", re.MULTILINE)
_SINGULAR = ("msgstr", "msgstr[0]")


class Languages(NamedTuple):
    """What the head of a catalogue says of its languages."""

    source: str | None = None
    target: str | None = None


_UNKNOWN = Languages()


@dataclass(slots=True)
class Message:
    """A message; ``texts`` are the strings of each keyword without quotation marks.

    ``start`` is where its first line starts, comments included, ``line`` the number of the line
    with its first keyword, and ``body`` where the first line stands that is no comment of a
    translator.
    """

    start: int
    line: int = 0
    body: int | None = None
    end: int = 0
    fuzzy: bool = False
    languages: Languages = _UNKNOWN
    texts: dict[str, list[Span]] = field(default_factory=dict)

    def units(self, content: str, offset: int) -> Iterator[Unit]:
        """Yield a unit for each form of the translation."""
        forms = [keyword for keyword in self.texts if keyword.startswith("msgstr")]
        for form in forms:
            plural = "msgid_plural" in self.texts and (form not in _SINGULAR or len(forms) == 1)
            source = self._text("msgid_plural" if plural else "msgid", content, offset)
            target = self._text(form, content, offset)
            yield Unit(
                Side(source, language=self.languages.source),
                Side(target, language=self.languages.target),
                unfinished=self.fuzzy,
            )

    def _text(self, keyword: str, content: str, offset: int) -> Text | None:
        spans = [within(span, offset) for span in self.texts.get(keyword, ())]
        if len(spans) == 1 and content.find("\\", spans[0].start, spans[0].end) < 0:
            return verbatim(content, spans[0].start, spans[0].end)
        passage = Passage(Source.whole(content))
        for span in spans:
            at, end = span.start, span.end
            for escape in _ESCAPE.finditer(content, at, end):
                passage.copy(at, escape.start())
                passage.replace(_unescaped(escape[0][1:]), *escape.span())
                at = escape.end()
            passage.copy(at, end)
        return passage.text()


def rows(blocks: Iterator[str], path: str) -> Iterator[Message]:
    """Yield the messages of a catalogue; its head is none.

    Raises:
        QAError: a line is none of a catalogue.
    """
    reading = _Reading(path)
    for line in lines(blocks):
        if finished := reading.take(line):
            yield finished
    if finished := reading.taken():
        yield finished


def annotated(content: str, notes: Sequence[Note], path: str) -> str:
    """Return a catalogue with a comment for each note, without those of another time.

    Raises:
        QAError: a line is none of a catalogue.
    """
    end = "\r\n" if "\r\n" in content else "\n"
    edits = [Edit(*found.span(), "") for found in _OWN.finditer(content)]
    for message, said in by_place(notes, list(rows(iter([content]), path))):
        if said:
            at = message.body or message.start
            comments = (f"# {OWN}: {' '.join(note.text.split())}{end}" for note in said)
            edits.append(Edit(at, at, "".join(comments)))
    return edited(content, edits)


class _Reading:
    """Puts messages together from lines."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._message = Message(0)
        self._keyword = ""
        self._languages = _UNKNOWN
        # The lines of the message that may be the head of the catalogue.
        self._head: list[str] = []

    def take(self, line: Line) -> Message | None:
        """Read a line; return the message that ended before it."""
        found = _LINE.match(line.text)
        if not found:
            raise QAError(
                f"{self._path}:{line.number}: is no line of a message catalogue",
                'a text is written msgstr "so"',
            )
        begins = found["comment"] or found["keyword"] in {"msgctxt", "msgid"}
        finished = self.taken(line.start) if begins and "msgid" in self._message.texts else None
        if found["comment"]:
            self._comment(line, found["mark"])
        elif found["text"] is not None:
            self._text(line, found)
        return finished

    def taken(self, following: int = 0) -> Message | None:
        """Return the message that was read, None for the head or for nothing; begin another."""
        message, self._message = self._message, Message(following)
        if self._is_head(message):
            text = "\n".join(self._head)
            found = [pattern.search(text) for pattern in (_SOURCE_LANGUAGE, _LANGUAGE)]
            self._languages = Languages(*(canonical(one[1]) if one else None for one in found))
            return None
        message.languages = self._languages
        return message if "msgid" in message.texts else None

    def _is_head(self, message: Message) -> bool:
        empty = all(span.start == span.end for span in message.texts.get("msgid", ()))
        return empty and "msgid" in message.texts and "msgctxt" not in message.texts

    def _comment(self, line: Line, mark: str) -> None:
        if mark == "~":
            # What stood before belongs to an obsolete message.
            self._message = Message(line.start + len(line.text))
        elif mark == "," and _FUZZY.search(line.text):
            self._message.fuzzy = True
        if mark in {".", ":", ",", "|"}:
            self._body(line)

    def _body(self, line: Line) -> None:
        if self._message.body is None:
            self._message.body = line.start

    def _text(self, line: Line, found: re.Match[str]) -> None:
        self._body(line)
        message = self._message
        if not message.texts:
            message.line, self._head = line.number, []
        self._keyword = found["keyword"] or self._keyword
        start, end = found.span("text")
        spans = message.texts.setdefault(self._keyword, [])
        spans.append(Span(line.start + start, line.start + end))
        message.end = line.start + len(line.text)
        if self._keyword == "msgstr" and self._is_head(message):
            self._head.append(found["text"])


def _unescaped(escape: str) -> str:
    if escape[0] == "x" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    if escape[0] in "01234567":
        return chr(int(escape, 8) % 256)
    return _ESCAPED.get(escape, escape)
