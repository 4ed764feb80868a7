"""What tests of bilingual readers share."""

from collections.abc import Iterator

from conformance import assert_conforms

from qa.formats import bilingual, read_text, readers
from qa.model import Document


def document_of(content: str, suffix: str) -> Document:
    document = read_text(content, f"x{suffix}", suffix)
    assert_conforms(document)
    return document


def pairs_of(content: str, suffix: str) -> list[tuple[str, str]]:
    return pairs(document_of(content, suffix))


def pairs(document: Document) -> list[tuple[str, str]]:
    assert document.source
    return [(pair.source.text.content, pair.target.text.content) for pair in document.source.pairs]


def omitted(document: Document) -> list[str]:
    assert document.source
    return [one.source.text.content for one in document.source.omitted]


def in_parts(content: str, suffix: str, size: int, block: int) -> Iterator[Document]:
    """Read a text in blocks of so many code points, in parts of so many rows."""
    blocks = (content[at : at + block] for at in range(0, len(content), block))
    path = f"x{suffix}"
    rows = readers()[suffix].rows
    for part in bilingual.parts(blocks, lambda found: rows(found, path, None), path, size):
        assert_conforms(part)
        yield part


def places(document: Document) -> list[tuple[str, int]]:
    """Return the targets with where they start in the file."""
    offset = document.start.offset
    return [(one.text.content, offset + one.text.locate(0)) for one in document.segments]
