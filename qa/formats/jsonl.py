"""JSON lines: pairs to check, or texts to detect.

``{"source": "…", "target": "…"}`` is a pair, and a text is
``{"id": "a1", "text": "…", "language": "en"}``.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from qa import formats
from qa.errors import QAError
from qa.formats import decoding
from qa.model import Document

if TYPE_CHECKING:
    from qa.formats.bilingual import Row


SUFFIXES = (".jsonl", ".ndjson")


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


def documents(path: str) -> Iterator[Document | QAError]:
    """Yield the document of each line of a file, or what is wrong with the line.

    Raises:
        QAError: the file cannot be read or decoded.
    """
    for number, line in enumerate(decoding.load(path).splitlines(), 1):
        if line.strip():
            yield _document(f"{path}:{number}", line)


def _document(place: str, line: str) -> Document | QAError:
    try:
        read = json.decode(line, type=_Line)
    except DecodeError as error:
        hint = 'a line is an object such as {"id": "a1", "text": "…", "language": "en"}'
        return QAError(f"{place}: {error}", hint)
    return replace(formats.read_text(read.text, str(read.id)), language=read.language)
