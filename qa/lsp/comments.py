"""A ``qa:ignore`` comment for a finding, where the format of the text has comments."""

from collections.abc import Iterator

from msgspec import Struct

from qa import formats
from qa.findings import Finding
from qa.lsp.checking import Checked
from qa.model import Document
from qa.phrasing import name
from qa.regex import lazy

_NEXT_LINE_END = lazy(r"[^\r\n]*")


class Insertion(Struct, frozen=True):
    """Characters to put into a text, and the offset to put them at."""

    offset: int
    text: str


def ignoring(checked: Checked, finding: Finding) -> Insertion | None:
    """Return a comment that ignores a finding and leaves the rest of the text as it reads.

    None where the format has no comments, or none that does this.
    """
    before = formats.read_text(checked.content, checked.path, checked.suffix)
    for insertion in _candidates(checked.content, finding):
        if _works(insertion, before, checked.suffix, finding):
            return insertion
    return None


def _candidates(content: str, finding: Finding) -> Iterator[Insertion]:
    """Yield comments: at the end of the line, behind the words, or on a line of its own above."""
    comment = f"<!-- qa:ignore {name(finding)} -->"
    yield Insertion(_end_of_line(content, finding.start), f" {comment}")
    yield Insertion(finding.end, f" {comment}")
    start = finding.start - finding.column + 1
    yield Insertion(start, f"{comment}\n")


def _end_of_line(content: str, offset: int) -> int:
    """Return where the words of a line end: white space and a backslash may break a line."""
    line = _NEXT_LINE_END.match(content, offset)
    end = line.end() if line else len(content)
    return offset + len(content[offset:end].rstrip(" \t\\"))


def _works(insertion: Insertion, before: Document, suffix: str, finding: Finding) -> bool:
    """Tell whether a comment covers a finding, and the text reads as it did before."""
    content = before.content
    changed = content[: insertion.offset] + insertion.text + content[insertion.offset :]
    after = formats.read_text(changed, before.path, suffix)
    moved = finding.start + len(insertion.text) * (insertion.offset <= finding.start)
    covered = any(
        name(finding) in ignore.checks and ignore.scope.start <= moved < ignore.scope.end
        for ignore in after.ignores
    )
    return covered and _words(before) == _words(after)


def _words(document: Document) -> list[list[str]]:
    return [segment.text.content.split() for segment in document.segments]
