"""Texts as JSON lines: ``{"id": "a1", "text": "…", "language": "en"}``, one a line."""

from collections.abc import Iterator

from msgspec import DecodeError, Struct, json
from msgspec.structs import replace

from qa import formats
from qa.errors import QAError
from qa.formats import decoding
from qa.model import Document


class _Line(Struct, frozen=True):
    """One text; ``id`` becomes the path of its document."""

    id: str | int
    text: str
    language: str | None = None


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
