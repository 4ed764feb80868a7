"""From marks in a segment to findings in a file."""

from collections import Counter
from hashlib import blake2b

from qa.check import Check
from qa.config import Config
from qa.findings import Excerpt, Finding, Mark, Place, Suppressor
from qa.model import Document, Ignore, Lines, Segment, Span

# How much before and after a finding its fingerprint takes in: words, but no more code points than
# this, so that text without spaces has neighbours, too. White space within the reach is levelled.
_WORDS = 3
_CODE_POINTS = 24
_REACH = 256
# Code points of an excerpt: no screen shows more on either side, and a paragraph is cut.
_AROUND = 100
_FLAGGED = 300
# Columns up to which bytes are counted: a book on one line must not be read for every finding.
_COUNTED = 10_000


class Placer:
    """Places the marks of one document, counting those that look alike in ``alike``."""

    def __init__(
        self, document: Document, config: Config, alike: Counter[tuple[str, ...]] | None = None
    ) -> None:
        self._ignores = document.ignores
        self._content = document.content
        self._lines = Lines(document.content, document.start)
        self._offset = document.start.offset
        self._severity = config.severity
        self._ignored = frozenset(config.ignore)
        self._alike = Counter() if alike is None else alike
        self.used: set[Ignore] = set()

    def place(self, check: Check, segment: Segment, mark: Mark) -> Finding:
        """Return the finding for a mark, with its place in the file."""
        span = segment.text.span(mark.start, mark.end)
        start, end = self._lines.position(span.start), self._lines.position(span.end)
        own = self._severity.get(check.id, mark.severity or check.severity)
        return Finding(
            check=check.id,
            entry=mark.entry,
            severity=self._severity.get(mark.entry or "", own),
            category=mark.category or check.category,
            message=mark.message,
            why=mark.why,
            start=self._offset + span.start,
            end=self._offset + span.end,
            line=start.line,
            column=start.column,
            end_line=end.line,
            end_column=end.column,
            byte_column=self._bytes(span.start, start.column),
            end_byte_column=self._bytes(span.end, end.column),
            text=segment.text.content[mark.start : mark.end],
            source_text=mark.source_text,
            suggestions=mark.suggestions,
            confidence=mark.confidence,
            native_per_million=mark.native_per_million,
            translated_per_million=mark.translated_per_million,
            places=tuple(map(self._place, mark.others)),
            suppressed=self._suppressed(check, mark, span.start),
            fingerprint=self._fingerprint(check, segment, mark),
            excerpt=self._excerpt(span),
        )

    def _place(self, span: Span) -> Place:
        start = self._lines.position(span.start)
        offset = self._offset
        return Place(offset + span.start, offset + span.end, start.line, start.column)

    def _bytes(self, offset: int, column: int) -> int | None:
        if column > _COUNTED:
            return None
        line = self._content[offset - column + 1 : offset]
        return len(line.encode("utf-8", "surrogatepass")) + 1

    def _excerpt(self, span: Span) -> Excerpt:
        before = self._content[max(0, span.start - _AROUND) : span.start]
        after = self._content[span.end : span.end + _AROUND]
        flagged = self._content[span.start : min(span.end, span.start + _FLAGGED)]
        return Excerpt(before.rsplit("\n", 1)[-1], flagged, after.split("\n", 1)[0])

    def _suppressed(self, check: Check, mark: Mark, start: int) -> str | None:
        if mark.entry in self._ignored:
            return Suppressor.CONFIGURATION.value
        names = {check.id, mark.entry}
        for ignore in self._ignores:
            inside = ignore.scope.start <= start < ignore.scope.end
            if inside and (not ignore.checks or not names.isdisjoint(ignore.checks)):
                self.used.add(ignore)
                line = self._lines.position(ignore.comment.start).line
                return f"{Suppressor.COMMENT} on line {line}"
        return None

    def _fingerprint(self, check: Check, segment: Segment, mark: Mark) -> str:
        """Return a name for the finding that survives edits elsewhere in the file.

        It is made of the check, the entry, the flagged words and the few around them in their
        paragraph, however their lines are broken; findings that agree in all of these are numbered.
        """
        content = segment.text.content
        key = (
            check.id,
            mark.entry or "",
            " ".join(content[mark.start : mark.end].split()),
            _before(content, mark.start),
            _after(content, mark.end),
        )
        self._alike[key] += 1
        named = "\0".join((*key, str(self._alike[key])))
        return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _before(content: str, start: int) -> str:
    words = content[max(0, start - _REACH) : start].split()
    return " ".join(words[-_WORDS:])[-_CODE_POINTS:]


def _after(content: str, end: int) -> str:
    words = content[end : end + _REACH].split()
    return " ".join(words[:_WORDS])[:_CODE_POINTS]
