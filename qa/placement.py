"""From marks in a segment to findings in a file."""

from collections import Counter
from hashlib import blake2b

from qa.check import Check
from qa.config import Config
from qa.findings import Finding, Mark, Place
from qa.model import Document, Ignore, Lines, Segment, Span

_CONTEXT = 24


class Placer:
    """Places the marks of one document, counting those that look alike in ``alike``."""

    def __init__(
        self, document: Document, config: Config, alike: Counter[tuple[str, ...]] | None = None
    ) -> None:
        self._ignores = document.ignores
        self._lines = Lines(document.content, document.start)
        self._offset = document.start.offset
        self._severity = config.severity
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
            text=segment.text.content[mark.start : mark.end],
            source_text=mark.source_text,
            suggestions=mark.suggestions,
            confidence=mark.confidence,
            native_per_million=mark.native_per_million,
            translated_per_million=mark.translated_per_million,
            places=tuple(map(self._place, mark.others)),
            suppressed=self._suppressed(check, mark, span.start),
            fingerprint=self._fingerprint(check, segment, mark),
        )

    def _place(self, span: Span) -> Place:
        start = self._lines.position(span.start)
        offset = self._offset
        return Place(offset + span.start, offset + span.end, start.line, start.column)

    def _suppressed(self, check: Check, mark: Mark, start: int) -> str | None:
        names = {check.id, mark.entry}
        for ignore in self._ignores:
            inside = ignore.scope.start <= start < ignore.scope.end
            if inside and (not ignore.checks or not names.isdisjoint(ignore.checks)):
                self.used.add(ignore)
                return f"comment on line {self._lines.position(ignore.comment.start).line}"
        return None

    def _fingerprint(self, check: Check, segment: Segment, mark: Mark) -> str:
        """Return a name for the finding that survives edits elsewhere in the file.

        It is made of the check, the flagged words and those around them; findings that agree in
        all of these are numbered.
        """
        content = segment.text.content
        around = content[max(0, mark.start - _CONTEXT) : mark.end + _CONTEXT]
        phrase = content[mark.start : mark.end]
        key = (check.id, mark.entry or "", " ".join(phrase.split()), " ".join(around.split()))
        self._alike[key] += 1
        named = "\0".join((*key, str(self._alike[key])))
        return blake2b(named.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
