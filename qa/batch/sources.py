"""What is checked: a file, or a line of a JSONL file, with the number of its settings."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from qa import formats
from qa.errors import QAError
from qa.findings import Failure
from qa.formats import decoding, jsonl
from qa.model import Document

_HELD = 4_000_000  # bytes of a file that comes in parts


class Source(Struct, frozen=True, array_like=True):
    """One document to be.

    Attributes:
        path: of the file, in the bytes of the system, which need not be valid UTF-8.
        settings: the number of its configuration in the run.
        content: what was read of it already; None for a file that is to be read.
        line: the number of the line if it is one, from 1; 0 for a whole file.
    """

    path: bytes
    settings: int = 0
    content: bytes | None = None
    line: int = 0

    @property
    def name(self) -> str:
        """What to call it in messages and reports."""
        return shown(self.path)

    def read(self) -> bytes | None:
        """Return its content; None for a large file that is read in parts.

        Raises:
            QAError: it cannot be read.
        """
        if self.content is not None:
            return self.content
        path = os.fsdecode(self.path)
        return None if _is_large(path) else decoding.raw(path)

    def parts(self, content: bytes | None, language: str | None) -> Iterator[Document]:
        """Yield the documents of its parts, mostly one.

        Args:
            content: what ``read`` returned.
            language: of the text, where that was told.

        Raises:
            QAError: the content is no text of its format.
        """
        if content is None:
            yield from formats.parts(os.fsdecode(self.path), language)
        elif self.line:
            yield jsonl.document(content, f"{self.name}:{self.line}")
        else:
            yield formats.read_bytes(content, self.name)


def shown(path: bytes) -> str:
    """Return a path in characters; bytes that are no UTF-8 become escapes."""
    return path.decode("utf-8", "backslashreplace")


def _is_large(path: str) -> bool:
    """Tell whether a file is to be read in parts and not to be held as a whole."""
    try:
        return formats.comes_in_parts(path) and Path(path).stat().st_size > _HELD
    except OSError:
        return False


def of_files(paths: list[str | QAError], settings: list[int]) -> Iterator[Source | Failure]:
    """Yield a source for each file, in order."""
    for path, number in zip(paths, settings, strict=True):
        if isinstance(path, QAError):
            yield failure("", path)
        else:
            yield _of_file(path, number)


def of_lines(paths: list[str | QAError], settings: list[int]) -> Iterator[Source | Failure]:
    """Yield a source for each line of each JSONL file, as they come."""
    for path, number in zip(paths, settings, strict=True):
        try:
            if isinstance(path, QAError):
                raise path
            for line, content in jsonl.lines(path):
                yield Source(os.fsencode(path), number, content, line)
        except QAError as error:
            yield failure(str(path), error)


def failure(name: str, error: QAError) -> Failure:
    """Return what to report of a source that could not be checked."""
    return Failure(name, error.message, error.hint)


def _of_file(path: str, number: int) -> Source | Failure:
    source = Source(os.fsencode(path), number)
    if path != decoding.STANDARD_INPUT:
        return source
    try:
        return Source(source.path, number, source.read())
    except QAError as error:
        return failure(path, error)
