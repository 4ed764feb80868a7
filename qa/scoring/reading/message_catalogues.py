"""Message catalogues of GNU gettext (``.po``): what they translate, and into what.

The format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. Each plural form
is a segment. Obsolete messages are left out, unfinished ("fuzzy") ones are taken as they stand.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from qa.errors import QAError
from qa.formats import decoding
from qa.regex import lazy
from qa.scoring.reading.opening import data, named
from qa.scoring.reading.tables import Rows, Table, folded

_HEAD = 8192  # bytes in which the catalogue says its encoding
_CHARSET = re.compile(rb"charset=([-\w]+)")
_LINE = lazy(r'\s*+(?P<keyword>msg\w+(?:\[\d+\])?)?\s*+"(?P<text>(?:[^"\\]|\\.)*+)"\s*+')
_NO_TEXT = ("#", "domain ")
_ESCAPE = lazy(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_LANGUAGE = lazy(r"^Language: *([A-Za-z]{2,3}(?:[-_][A-Za-z]+)?)\s*$", re.MULTILINE)
_Message = dict[str, str]


def read(path: str, _target_language: str | None = None) -> Table:
    """Return the messages of a catalogue as the columns ``source`` and ``target``.

    Raises:
        QAError: the file cannot be read, or a line is none of a catalogue.
    """
    rows = Rows()
    language = None
    for number, message in _messages(_content(path), path):
        if message.get("msgid") == "" and "msgctxt" not in message:
            language = _language(message.get("msgstr", ""))
            continue
        for keyword in sorted(word for word in message if word.startswith("msgstr")):
            rows.add(_row(message, keyword), number)
    return rows.table(path, language)


def _content(path: str) -> str:
    """Return the decoded catalogue: by what it declares, or else as any file."""
    content = data(path)
    declared = _CHARSET.search(content, 0, _HEAD)
    if declared and not content.startswith(b"\xef\xbb\xbf"):
        with suppress(LookupError, UnicodeError):
            return content.decode(declared[1].decode())
    return decoding.decode(content, path)


def _messages(content: str, path: str) -> Iterator[tuple[int, _Message]]:
    """Yield the line that each message starts on, and its texts by keyword."""
    message: _Message = {}
    keyword, start = "", 1
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith(_NO_TEXT):
            continue
        found = _matched(line, f"{named(path)}:{number}")
        if found["keyword"] in {"msgctxt", "msgid"} and "msgid" in message:
            yield start, message
            message = {}
        if not message:
            start = number
        keyword = found["keyword"] or keyword
        message[keyword] = message.get(keyword, "") + _unescaped(found["text"])
    if message:
        yield start, message


def _matched(line: str, place: str) -> re.Match[str]:
    found = _LINE.fullmatch(line)
    if not found:
        raise QAError(
            f"{place}: is no line of a message catalogue", 'a text is written msgstr "so"'
        )
    return found


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), text)


def _language(header: str) -> str | None:
    found = _LANGUAGE.search(header)
    return found[1].replace("_", "-") if found else None


def _row(message: _Message, keyword: str) -> dict[str, str | None]:
    single = keyword in {"msgstr", "msgstr[0]"}
    source = message.get("msgid" if single else "msgid_plural", "")
    return {"source": folded(source), "target": folded(message[keyword])}
