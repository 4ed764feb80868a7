"""TOML decoded strictly, with the line that a mistake is in."""

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from qa.errors import QAError
from qa.glossary.blocks import line_of
from qa.regex import lazy

T = TypeVar("T")
_HINT = "see 'Keep a glossary' in README.md, and corpora/README.md for suspect phrases"
_PLACE = lazy(r"at line (\d+)")
_VALUE = lazy(r"^Invalid enum value '([^']+)'")
_UNKNOWN = lazy(r"unknown field `([^`]+)`")
_KEY = lazy(r"([a-z-]+)(?:\[[^\]]*\])*`$")


def decode(path: Path, content: bytes, first: int, shape: type[T]) -> T:
    """Decode a part of a file strictly.

    Args:
        path: for messages.
        content: the part.
        first: number of its first line in the file.
        shape: what it decodes to.

    Raises:
        QAError: it is not TOML, or not of that shape; the message has path and line.
    """
    try:
        return msgspec.toml.decode(content, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        line = first - 1 + _line(content, error)
        raise QAError(f"{path}:{line}: {_reason(error)}", _HINT) from error


def _line(content: bytes, error: Exception) -> int:
    """Return the line that a message is about: the one it names, or that of the key it names."""
    if isinstance(error, UnicodeDecodeError):
        return line_of(content, error.start)
    place = _PLACE.search(str(error))
    if place:
        return int(place[1])
    value, key = _VALUE.search(str(error)), _UNKNOWN.search(str(error)) or _KEY.search(str(error))
    if value:
        return _line_with(content, re.escape(value[1].encode()))
    return _line_with(content, rb"%b[ \t]*[.=\]]" % re.escape(key[1].encode())) if key else 1


def _line_with(content: bytes, pattern: bytes) -> int:
    found = re.search(rb"(?<![A-Za-z0-9_-])%b" % pattern, content)
    return line_of(content, found.end()) if found else 1


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8"
    message = str(error)
    value, key = _VALUE.search(message), _UNKNOWN.search(message)
    if value:
        place = _KEY.search(message)
        return f"'{value[1]}' is none of the values of '{place[1]}'" if place else message
    if key:
        return f"there is no key '{key[1]}'"
    return _PLACE.sub("", message).replace(" (, column", " (column").strip()
