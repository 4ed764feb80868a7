"""Documents of word processors (``.docx``): a line a paragraph, as the public reads it.

The lines are the paragraphs of the text in order, empty ones too, so that a line is the number of
a paragraph; those of foot- and endnotes, headers and footers follow. Deleted and hidden text is
left out.
"""

from qa.model import Document

SUFFIXES = (".docx", ".docm")


def read_bytes(data: bytes, path: str) -> Document:
    """Return the document in a file of Office Open XML.

    Raises:
        QAError: it is damaged, encrypted, no text document, or too large when unpacked.
    """
    from qa.formats.office import documents

    return documents.read(data, path)
