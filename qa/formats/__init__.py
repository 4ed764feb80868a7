"""Readers: a file becomes a document whose segments know where they stand.

A reader is a module with ``SUFFIXES``, a tuple such as ``(".md",)``, and one of three functions:

- ``read(content: str, path: str) -> Document`` gets the decoded content;
- ``read_bytes(data: bytes, path: str) -> Document`` is for formats that are no text;
- ``rows(blocks: Iterator[str], path: str, language: str | None) -> Iterator[Row]`` is for files of
  any size with a source beside its translation (``qa.formats.bilingual``); it gets the decoded
  content in blocks and the language of the translation, where that was told.

Notes on findings are written into formats whose reader also has ``annotated(content: str, notes:
Sequence[Note], path: str) -> str`` or, for formats that are no text, ``annotated_bytes(data: bytes,
notes: Sequence[Note], path: str) -> Annotated``, which change nothing else.

Ours are the modules here that have ``SUFFIXES``; other people's are named by entry points of the
group ``qa.formats``.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import PurePath
from types import ModuleType
from typing import Any

from qa import plugins
from qa.errors import QAError
from qa.formats import decoding, rewriting
from qa.formats.notes import Annotated, Note
from qa.model import Document
from qa.regex import lazy

_DEFAULT = ".txt"
_HTML = lazy(r"\s*+(?:<!doctype\s++html|<html)\b", re.IGNORECASE)


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
    suffix = suffix_of(path)
    from_bytes = _function("read_bytes", suffix)
    if from_bytes:
        found: Document = from_bytes(decoding.bounded(data, path), path)
        return found
    content = decoding.decode(data, path)
    if path == decoding.STANDARD_INPUT and _HTML.match(content):
        suffix = ".html"
    return read_text(content, path, suffix)


def suffix_of(path: str) -> str:
    """Return what tells the format of a file."""
    return PurePath(path).suffix.lower()


def parts(path: str, language: str | None = None) -> Iterator[Document]:
    """Yield the documents of the parts of a file: of one with translations many, of others one.

    Args:
        path: of the file; as for ``read``.
        language: of the translations, where that was told.

    Raises:
        QAError: the file cannot be read or decoded.
    """
    rows = _function("rows", suffix_of(path))
    if rows is None:
        yield read(path)
        return
    from qa.formats import bilingual, incremental

    yield from bilingual.parts(
        incremental.read(path), lambda found: rows(found, path, language), path
    )


def comes_in_parts(path: str) -> bool:
    """Tell whether a file is of a format that is read in parts."""
    return _function("rows", suffix_of(path)) is not None


def is_text(path: str) -> bool:
    """Tell whether the content of a document is what stands in its file, decoded."""
    return _function("read_bytes", suffix_of(path)) is None


def annotate(data: bytes, notes: Sequence[Note], path: str) -> Annotated:
    """Return a file with notes in it, otherwise unchanged.

    Notes that were written before are replaced.

    Args:
        data: the content of the file.
        notes: on what is read of it.
        path: of the file.

    Raises:
        QAError: the format has no notes, or the file cannot be written again.
    """
    suffix = suffix_of(path)
    from_bytes = _function("annotated_bytes", suffix)
    if from_bytes:
        found: Annotated = from_bytes(data, notes, path)
        return found
    annotated = _function("annotated", suffix)
    if annotated is None:
        able = [known for known in readers() if _has_notes(known)]
        raise QAError(
            f"{path}: notes are not written into files of this format",
            f"they are into {', '.join(able)}",
        )
    file = rewriting.opened(data, path)
    return Annotated(file.written(annotated(file.content, notes, path)))


def _has_notes(suffix: str) -> bool:
    return any(_function(name, suffix) for name in ("annotated", "annotated_bytes"))


def read_text(content: str, path: str = "<text>", suffix: str = _DEFAULT) -> Document:
    """Return the document in a text.

    Args:
        content: the text.
        path: what to call it.
        suffix: of a file of its format, in lower case: ``".md"``, ``".html"``.
    """
    rows = _function("rows", suffix)
    if rows:
        from qa.formats import bilingual

        return bilingual.whole(content, lambda found: rows(found, path, None), path)
    found: Document = (_function("read", suffix) or readers()[_DEFAULT].read)(content, path)
    return found


def _function(name: str, suffix: str) -> Callable[..., Any] | None:
    return getattr(readers().get(suffix), name, None)


@cache
def readers() -> dict[str, ModuleType]:
    """Return the reader of every suffix; of two for one, the first found, which is ours."""
    found: dict[str, ModuleType] = {}
    for module in plugins.modules(sys.modules[__name__], "qa.formats"):
        for suffix in getattr(module, "SUFFIXES", ()):
            found.setdefault(suffix, module)
    return found
