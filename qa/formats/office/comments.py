"""The file of comments in a package: which are ours, and ours written anew.

They bear the date of the document, so that the same findings make the same file; without any,
LibreOffice gives them one that is no date.
"""

from collections.abc import Iterable
from typing import NamedTuple

from qa.formats.notes import OWN, Edit, Note
from qa.formats.office.roots import Dialect, Root, attribute
from qa.formats.xml.scanning import Scanner
from qa.formats.xml.tags import after_element, escaped

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class _Comment(NamedTuple):
    """A comment; others answer the last of its paragraphs."""

    number: str
    is_own: bool
    start: int


class Comments(Root):
    """The comments of a document; those of ours that somebody answered count as somebody's."""

    def __init__(self, path: str, content: str, answered: Iterable[str] = ()) -> None:
        super().__init__(path, content)
        self.own: set[str] = set()
        self.others: set[str] = set()
        self.removals: list[Edit] = []
        self._answered = set(answered)
        self._comment = _Comment("", is_own=False, start=0)
        self._paragraph = ""
        self.feed(content, final=True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        super().start(name, attributes)
        if name == "comment":
            told = {attribute(attributes, key) for key in ("author", "initials")}
            number = attribute(attributes, "id")
            self._comment, self._paragraph = _Comment(number, told == {OWN}, self.offset()), ""
        elif name == "p":
            self._paragraph = attribute(attributes, "paraId")

    def end(self, name: str) -> None:
        """Take an end tag."""
        super().end(name)
        if name != "comment":
            return
        if self._comment.is_own and self._paragraph not in self._answered:
            self.own.add(self._comment.number)
            end = after_element(self._content, self._comment.start, self.offset())
            self.removals.append(Edit(self._comment.start, end, ""))
        else:
            self.others.add(self._comment.number)


class Answers(Scanner):
    """The file of threads; ``answered`` are the paragraphs at the ends of answered comments."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.answered: set[str] = set()

    def start(self, _name: str, attributes: dict[str, str]) -> None:
        """Note what an answer belongs to."""
        parent = attribute(attributes, "paraIdParent")
        if parent:
            self.answered.add(parent)


def empty(namespace: str) -> str:
    """Return the file of a document without comments."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{declaration}\n<w:comments xmlns:w="{namespace}"></w:comments>'


class Form(NamedTuple):
    """What all comments have alike: the prefixes of their file, and the date and time in UTC."""

    dialect: Dialect
    date: str


def comment(number: int, note: Note, form: Form, *, exact: bool) -> str:
    """Return a comment; one that does not stand at the very words has them in it."""
    first, *others = note.paragraphs
    prefix, prefix_of_attributes, _ = form.dialect
    told = {"id": str(number), "author": OWN, "date": form.date, "initials": OWN}
    attributes = "".join(f' {prefix_of_attributes}{key}="{told[key]}"' for key in told)
    head = _paragraph(first if exact else f"{first}: “{note.words}”", prefix, bold=True)
    body = "".join(_paragraph(one, prefix) for one in others)
    return f"<{prefix}comment{attributes}>{head}{body}</{prefix}comment>"


def _paragraph(text: str, prefix: str, *, bold: bool = False) -> str:
    properties = f"<{prefix}rPr><{prefix}b/></{prefix}rPr>" if bold else ""
    words = escaped(" ".join(text.split()))
    run = f'{properties}<{prefix}t xml:space="preserve">{words}</{prefix}t>'
    return f"<{prefix}p><{prefix}r>{run}</{prefix}r></{prefix}p>"
