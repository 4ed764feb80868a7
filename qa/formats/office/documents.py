"""The paragraphs of a text document (ECMA-376, part 1, WordprocessingML)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa.errors import QAError
from qa.formats.bilingual.rows import verbatim
from qa.formats.office.package import Package, Relationship
from qa.formats.office.paragraphs import Paragraph, Paragraphs, Styles
from qa.model import Document, Segment

_MAIN = "officeDocument"
_FURTHER = ("footnotes", "endnotes", "header", "footer")


class Outline(NamedTuple):
    """What a text document is made of.

    ``stories`` are the files with text in the order of reading, of which the first is ``main``;
    ``related`` is what that refers to.
    """

    main: Relationship
    stories: Sequence[Relationship]
    related: Sequence[Relationship]
    styles: Styles


def read(data: bytes, path: str) -> Document:
    """Return the document in a package: a line for every paragraph.

    Raises:
        QAError: the package is damaged, encrypted, too large, or has no text document.
    """
    paragraphs = list(_paragraphs(Package(data, path), path))
    content = "".join(f"{paragraph.text}\n" for paragraph in paragraphs)
    return Document(path, content, tuple(_segments(paragraphs, content)))


def outline(package: Package, path: str) -> Outline:
    """Return what the text document of a package is made of.

    Raises:
        QAError: the package is damaged, encrypted, too large, or has no text document.
    """
    main = next((one for one in package.relationships() if one.kind == _MAIN), None)
    if main is None:
        raise QAError(f"{path}: is no text document", "save it as .docx with a word processor")
    related = package.relationships(main.target)
    styles = Styles(path)
    for one in related:
        if one.kind == "styles":
            package.scan(one.target, styles)
    stories = {main.target: main}
    for one in (one for kind in _FURTHER for one in related if one.kind == kind):
        stories.setdefault(one.target, one)
    return Outline(main, tuple(stories.values()), related, styles)


def _paragraphs(package: Package, path: str) -> Iterator[Paragraph]:
    found = outline(package, path)
    for story in found.stories:
        scanner = Paragraphs(path, found.styles)
        package.scan(story.target, scanner)
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
