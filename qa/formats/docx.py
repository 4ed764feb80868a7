"""Documents of word processors (``.docx``): a line a paragraph, as the public reads it.

The lines are the paragraphs of the text in order, empty ones too, so that a line is the number of
a paragraph; those of foot- and endnotes, headers and footers follow. Deleted and hidden text is
left out.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.model import Document

if TYPE_CHECKING:
    from qa.formats.notes import Annotated, Note

SUFFIXES = (".docx", ".docm")


def read_bytes(data: bytes, path: str) -> Document:
    """Return the document in a file of Office Open XML.

    Raises:
        QAError: it is damaged, encrypted, no text document, or too large when unpacked.
    """
    from qa.formats.office import documents

    return documents.read(data, path)


def annotated_bytes(data: bytes, notes: Sequence["Note"], path: str) -> "Annotated":
    """Return a document with comments at the words of notes, in place of those of another time.

    Raises:
        QAError: it cannot be read, or not be written again.
    """
    from qa.formats.office import commenting

    return commenting.annotated(data, notes, path)
