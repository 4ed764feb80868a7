"""A ``qa:ignore`` comment for a finding, where the format of the text has comments."""

from collections.abc import Iterator

from msgspec import Struct

from qa import formats
from qa.findings import Finding
from qa.lsp.checking import Checked
from qa.model import Document
from qa.phrasing import name
from qa.regex import lazy

_LINE_BREAK = lazy(r"[\r\n]")


class Insertion(Struct, frozen=True):
    """Characters to put into a text, and the offset to put them at."""

    offset: int
    text: str


def ignoring(checked: Checked, finding: Finding) -> Insertion | None:
    """Return a comment that ignores a finding and leaves the rest of the text as it reads.

    None where the format has no comments, or none that does this.
    """
    for insertion in _candidates(checked.document.content, finding):
        if _works(insertion, checked, finding):
            return insertion
    return None


def _candidates(content: str, finding: Finding) -> Iterator[Insertion]:
    """Yield comments: at the end of the line, as people write them, or else behind the words."""
    comment = f"<!-- qa:ignore {name(finding)} -->"
    yield Insertion(_end_of_line(content, finding.start), f" {comment}")
    yield Insertion(finding.end, f" {comment}")


def _end_of_line(content: str, offset: int) -> int:
    """Return where the words of a line end: white space and a backslash may break a line."""
    following = _LINE_BREAK.search(content, offset)
    end = following.start() if following else len(content)
    return offset + len(content[offset:end].rstrip(" \t\\"))


def _works(insertion: Insertion, checked: Checked, finding: Finding) -> bool:
    """Tell whether a comment covers a finding, and the text reads as it did before."""
    before = checked.document
    head, tail = before.content[: insertion.offset], before.content[insertion.offset :]
    after = formats.read_text(f"{head}{insertion.text}{tail}", before.path, checked.suffix)
    covered = any(
        name(finding) in ignore.checks and ignore.scope.start <= finding.start < ignore.scope.end
        for ignore in after.ignores
    )
    return covered and _words(before) == _words(after)


def _words(document: Document) -> list[list[str]]:
    return [segment.text.content.split() for segment in document.segments]
