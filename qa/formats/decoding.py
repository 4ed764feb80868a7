"""Bytes to text, without guessing.

A byte order mark decides, then what an HTML or XML file declares in its first 1024 bytes or a
message catalogue in its head, then UTF-8. What does not decode is an error that says where. Line
ends stay as they are.
"""

import codecs
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import BinaryIO

from qa.errors import QAError

LIMIT = 100_000_000  # bytes; a book has one million
STANDARD_INPUT = "-"

_HEAD = 1024  # bytes in which HTML must declare its encoding
_SAMPLE = 8192  # bytes looked at for control characters
_MOST_CONTROLS = 0.1  # share of the sample

# The marks of UTF-32 start like those of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKUP = re.compile(rb"\s*+<")
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATION = re.compile(
    rb"<\?xml[^>]*?\sencoding\s*=\s*[\"'](?P<xml>[^\"'>]+)"
    rb"|<meta\s[^>]*?\bcharset\s*=\s*[\"']?\s*(?P<meta>[^\s\"'>;/]+)",
    re.IGNORECASE,
)
# The head of a catalogue of messages (gettext), whose first message is empty.
_CATALOGUE = re.compile(
    rb'^msgid ""\s++(?:msgstr\s++)?(?:"[^"\r\n]*+"\s++)*?"Content-Type:[^"\r\n]*?charset=([-\w]++)',
    re.MULTILINE,
)
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))
# What browsers take these declarations for (https://encoding.spec.whatwg.org/#names-and-labels).
_MEANT = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    # A file in which the declaration can be read is not UTF-16.
    "utf-16": "utf-8",
    "utf-16-be": "utf-8",
    "utf-16-le": "utf-8",
}
# Python's own, which no file is written in.
_NOT_FOR_FILES = frozenset(
    ("idna", "mbcs", "oem", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
)


def raw(path: str) -> bytes:
    """Return the content of a file, or more than ``LIMIT`` bytes of one that is too large.

    Args:
        path: of the file, ``-`` for standard input.

    Raises:
        QAError: it cannot be read.
    """
    with opened(path) as file:
        return file.read(LIMIT + 1)


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``.

    Raises:
        QAError: it cannot be opened, or cannot be read while it is open.
    """
    with explained(path):
        if path == STANDARD_INPUT:
            yield sys.stdin.buffer
        else:
            with Path(path).open("rb") as file:
                yield file


def decode(data: bytes, path: str) -> str:
    """Return ``data`` as text, without a byte order mark.

    Args:
        data: the content of a file.
        path: of the file, for messages.

    Raises:
        QAError: it is too large, is no text, has nothing in it, or does not decode.
    """
    mark, encoding = encoded(bounded(data, path), path)
    content = _decode(data[len(mark) :], encoding, _name(path))
    if not content.strip():
        raise QAError(f"{_name(path)}: is empty", hint="there is nothing to check")
    return content


def encode(content: str, like: bytes, path: str) -> bytes:
    """Return a text as bytes, with the byte order mark and the encoding of the file ``like``.

    Raises:
        QAError: the encoding lacks a character of the text.
    """
    name = _name(path)
    mark, encoding = encoded(like, path)
    try:
        return mark + content.encode(encoding)
    except UnicodeEncodeError as error:
        raise QAError(
            f"{name}: {encoding.upper()} has no {content[error.start]!r}", hint="save it as UTF-8"
        ) from error


def encoded(data: bytes, path: str) -> tuple[bytes, str]:
    """Return the byte order mark that a file starts with, if it does, and its encoding.

    Args:
        data: its content, or at least the first 8192 bytes.
        path: of the file, for messages.

    Raises:
        QAError: it is no text, or declares an encoding that nobody knows.
    """
    name = _name(path)
    mark, encoding = next((known for known in _MARKS if data.startswith(known[0])), (b"", ""))
    encoding = encoding or _declared(data, name) or _of_catalogue(data) or "utf-8"
    if not encoding.startswith(("utf-16", "utf-32")):
        _refuse_binary(data, name)
    return mark, encoding


def bounded(data: bytes, path: str) -> bytes:
    """Return the content of a file.

    Raises:
        QAError: it is too large.
    """
    if len(data) > LIMIT:
        raise _too_large(_name(path))
    return data


def _name(path: str) -> str:
    return "standard input" if path == STANDARD_INPUT else path


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Say in the user's words why a file cannot be read."""
    try:
        yield
    except FileNotFoundError as error:
        raise QAError(f"{path}: there is no such file", hint="check the path") from error
    except IsADirectoryError as error:
        raise QAError(f"{path}: is a directory", hint="name the files in it") from error
    except PermissionError as error:
        hint = "change its permissions, or run as a user who may read it"
        raise QAError(f"{path}: no permission to read it", hint=hint) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise QAError(f"{path}: cannot be read: {reason}", hint="check the path") from error


def _too_large(name: str) -> QAError:
    return QAError(
        f"{name}: is larger than {LIMIT // 1_000_000} MB", hint="split it into smaller files"
    )


def _declared(data: bytes, name: str) -> str | None:
    """Return the encoding that an HTML or XML file declares, by its name in Python."""
    head = _COMMENT.sub(b"", data[:_HEAD]) if _MARKUP.match(data) else b""
    declaration = _DECLARATION.search(head)
    if not declaration:
        return None
    label = (declaration["xml"] or declaration["meta"]).decode("latin-1").strip()
    known = _lookup(label)
    if not known:
        hint = "declare the encoding that the file is written in, or save it as UTF-8"
        raise QAError(f"{name}: declares the unknown encoding {label!r}", hint=hint)
    return _MEANT.get(known, known)


def _of_catalogue(data: bytes) -> str | None:
    """Return the encoding of a catalogue; a template has a word in its place."""
    declared = _CATALOGUE.search(data, 0, _SAMPLE)
    return _lookup(declared[1].decode()) if declared else None


def _lookup(label: str) -> str | None:
    try:
        b" ".decode(label, "ignore")
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return None if name.replace("_", "-") in _NOT_FOR_FILES else name


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or controls > _MOST_CONTROLS * len(sample):
        raise QAError(
            f"{name}: is a binary file, not text",
            hint="save the document as text, Markdown or HTML (UTF-16 needs a byte order mark)",
        )


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise invalid(error, encoding, name) from error


def invalid(
    error: UnicodeDecodeError, encoding: str, name: str, offset: int = 0, line: int = 1
) -> QAError:
    """Return what to tell the user of bytes that do not decode.

    Args:
        error: of the decoder.
        encoding: of the file.
        name: of the file.
        offset: of the decoder's bytes in the file, from 0.
        line: on which they start, from 1.
    """
    line += error.object.count(b"\n", 0, error.start)
    byte = f"byte 0x{error.object[error.start]:02x} at offset {offset + error.start}"
    return QAError(
        f"{name}:{line}: is not valid {encoding.upper()}: {byte}: {error.reason}",
        hint=f"save it as UTF-8, for example: iconv -f WINDOWS-1252 -t UTF-8 {quote(name)}",
    )
