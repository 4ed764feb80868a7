"""JSON lines: pairs to check, or texts to detect.

``{"source": "…", "target": "…"}`` is a pair, and a text is
``{"id": "a1", "text": "…", "language": "en"}``.
"""

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from qa import formats
from qa.errors import QAError
from qa.formats import decoding
from qa.model import Document

if TYPE_CHECKING:
    from qa.formats.bilingual import Row


SUFFIXES = (".jsonl", ".ndjson")

_HINT = 'a line is an object such as {"id": "a1", "text": "…", "language": "en"}'


class _Line(Struct, frozen=True):
    """One text; ``id`` becomes the path of its document."""

    id: str | int
    text: str
    language: str | None = None


def rows(blocks: Iterator[str], path: str, _language: str | None = None) -> Iterator["Row"]:
    """Yield the objects of a file with a source and a target a line.

    Raises:
        QAError: a line is no object, or has no source and target.
    """
    from qa.formats.bilingual import json_lines

    return json_lines.rows(blocks, path)


def lines(path: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that have something in them, with their numbers from 1, as they come.

    Args:
        path: of a file of any size, ``-`` for standard input.

    Raises:
        QAError: the file cannot be read, has nothing in it, or has a line that is too large.
    """
    number = 0
    with decoding.opened(path) as file:
        for number, line in enumerate(_read(file), 1):
            if len(line) > decoding.LIMIT:
                raise QAError(
                    f"{path}:{number}: is larger than {decoding.LIMIT // 1_000_000} MB",
                    "the lines after it were not read; split it into several texts",
                )
            if line.strip():
                yield number, line.removeprefix(BOM_UTF8)
    if not number:
        raise QAError(f"{path}: is empty", "there is nothing to check")


def document(line: bytes, place: str) -> Document:
    """Return the document in a line.

    Args:
        line: the bytes of it.
        place: where it stands, for messages.

    Raises:
        QAError: it is not JSON of this shape.
    """
    try:
        read = json.decode(line, type=_Line)
    except DecodeError as error:
        raise QAError(f"{place}: {error}", _HINT) from error
    except UnicodeDecodeError as error:
        raise QAError(f"{place}: is not valid UTF-8: {error.reason}", _HINT) from error
    return replace(formats.read_text(read.text, str(read.id)), language=read.language)


def _read(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.readline(decoding.LIMIT + 1), b"")
