"""The paragraphs of a text document (ECMA-376, part 1, WordprocessingML)."""

from collections.abc import Iterator

from qa.errors import QAError
from qa.formats.bilingual.rows import verbatim
from qa.formats.office.package import Package
from qa.formats.office.paragraphs import Paragraph, Paragraphs, Styles
from qa.model import Document, Segment

_MAIN = "officeDocument"
_FURTHER = ("footnotes", "endnotes", "header", "footer")


def read(data: bytes, path: str) -> Document:
    """Return the document in a package: a line for every paragraph.

    Raises:
        QAError: the package is damaged, encrypted, too large, or has no text document.
    """
    paragraphs = list(_paragraphs(Package(data, path), path))
    content = "".join(f"{paragraph.text}\n" for paragraph in paragraphs)
    return Document(path, content, tuple(_segments(paragraphs, content)))


def _paragraphs(package: Package, path: str) -> Iterator[Paragraph]:
    main = [one.target for one in package.relationships() if one.kind == _MAIN]
    if not main:
        raise QAError(f"{path}: is no text document", "save it as .docx with a word processor")
    related = package.relationships(main[0])
    styles = Styles(path)
    for one in related:
        if one.kind == "styles":
            package.scan(one.target, styles)
    further = [one.target for kind in _FURTHER for one in related if one.kind == kind]
    for name in dict.fromkeys((*main[:1], *further)):
        scanner = Paragraphs(path, styles)
        package.scan(name, scanner)
        yield from scanner.found


def _segments(paragraphs: list[Paragraph], content: str) -> Iterator[Segment]:
    start = number = 0
    for paragraph in paragraphs:
        end = start + len(paragraph.text)
        text = verbatim(content, start, end)
        if text:
            yield Segment(number, text, paragraph.kind)
            number += 1
        start = end + 1
