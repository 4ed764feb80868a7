"""Where notes on the text of a document can stand in its main file.

Word has comments in the main text only: it ignores their ranges in headers, footers, text boxes and
notes (https://learn.microsoft.com/openspecs/office_standards/ms-oi29500, 2.1.315). So those on
foot- and endnotes stand where the text refers to them, and those on text boxes around the box.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa.formats.notes import Note
from qa.formats.office.documents import Outline
from qa.formats.office.package import Package
from qa.formats.office.paragraphs import Paragraphs, Styles
from qa.formats.office.places import Places, Spot, Wanted
from qa.formats.office.roots import attribute

BECAUSE = "as Word has no comments in headers and footers"
_NOTES = frozenset(("footnote", "endnote"))


class Located(NamedTuple):
    """A note, and where its first and last character stand; None where no comment can stand."""

    note: Note
    first: Spot | None
    last: Spot | None

    @property
    def is_found(self) -> bool:
        """Tell whether a comment can stand there."""
        return self.first is not None and self.last is not None


def located(
    notes: Sequence[Note], content: str, outline: Outline, package: Package, path: str
) -> Iterator[Located]:
    """Yield the notes on a document with their places.

    Args:
        notes: on the text that ``documents.read`` finds in the document.
        content: of its main file, in which the places are.
        outline: of the document.
        package: in which the other files are.
        path: of the package, for messages.
    """
    wanted = Wanted({offset for note in notes for offset in (note.offset, note.end - 1)})
    places = Places(path, outline.styles, content, wanted)
    places.feed(content, final=True)
    at = places.length
    for story in outline.stories[1:]:
        found = _NoteParagraphs(path, outline.styles)
        package.scan(story.target, found)
        for paragraph, number in zip(found.found, found.numbers, strict=True):
            item = places.references.get((story.kind, number))
            for offset in wanted.within(at, at + len(paragraph.text)):
                wanted.found[offset] = Spot(item) if item else None
            at += len(paragraph.text) + 1
    for note in notes:
        yield Located(note, wanted.found.get(note.offset), wanted.found.get(note.end - 1))


class _NoteParagraphs(Paragraphs):
    """The paragraphs of a file of notes, with the ``numbers`` of the notes that they stand in."""

    def __init__(self, path: str, styles: Styles) -> None:
        super().__init__(path, styles)
        self.numbers: list[str] = []
        self._number = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        if name in _NOTES:
            self._number = attribute(attributes, "id")
        super().start(name, attributes)

    def end(self, name: str) -> None:
        """Take an end tag."""
        super().end(name)
        self.numbers += [self._number] * (len(self.found) - len(self.numbers))
