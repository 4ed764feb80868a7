"""Readers: a file becomes a document whose segments know where they stand.

A reader is a module with ``SUFFIXES``, a tuple such as ``(".md",)``, and
``read(content: str, path: str) -> Document``, which gets the decoded content. Ours are the modules
here that have ``SUFFIXES``; other people's are named by entry points of the group ``qa.formats``.
"""

import re
import sys
from functools import cache
from pathlib import PurePath
from typing import Protocol, cast

from qa import plugins
from qa.formats import decoding
from qa.model import Document
from qa.regex import lazy

_DEFAULT = ".txt"
_HTML = lazy(r"\s*+(?:<!doctype\s++html|<html)\b", re.IGNORECASE)


class Reader(Protocol):
    """A module that reads one format."""

    SUFFIXES: tuple[str, ...]

    def read(self, content: str, path: str) -> Document:
        """Return the document in a decoded file."""


def read(path: str) -> Document:
    """Return the document in a file; a suffix that nobody knows means plain text.

    Args:
        path: of the file, ``-`` for standard input, which is HTML if it starts as HTML does, and
            plain text otherwise.

    Raises:
        QAError: the file cannot be read or decoded.
    """
    return read_bytes(decoding.raw(path), path)


def read_bytes(data: bytes, path: str) -> Document:
    """Return the document in a file that was read already; otherwise as ``read``."""
    content = decoding.decode(data, path)
    suffix = suffix_of(path)
    if path == decoding.STANDARD_INPUT and _HTML.match(content):
        suffix = ".html"
    return read_text(content, path, suffix)


def suffix_of(path: str) -> str:
    """Return what tells the format of a file."""
    return PurePath(path).suffix.lower()


def read_text(content: str, path: str = "<text>", suffix: str = _DEFAULT) -> Document:
    """Return the document in a text.

    Args:
        content: the text.
        path: what to call it.
        suffix: of a file of its format, in lower case: ``".md"``, ``".html"``.
    """
    known = readers()
    return known.get(suffix, known[_DEFAULT]).read(content, path)


@cache
def readers() -> dict[str, Reader]:
    """Return the reader of every suffix; of two for one, the first found, which is ours."""
    found: dict[str, Reader] = {}
    for module in plugins.modules(sys.modules[__name__], "qa.formats"):
        for suffix in getattr(module, "SUFFIXES", ()):
            found.setdefault(suffix, cast("Reader", module))
    return found
