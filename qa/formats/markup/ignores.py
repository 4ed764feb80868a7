"""``qa:ignore`` comments: which findings the author of a file does not want to hear of.

``<!-- qa:ignore missing-number -->`` on a line with other text holds for that line; on a line of
its own it holds for the next segment. ``<!-- qa:ignore-start … -->`` holds up to
``<!-- qa:ignore-end -->``, or to the end of the file. Ids stand between spaces or commas; without
any, all checks are meant.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec import Struct

from qa.model import Ignore, Segment, Span
from qa.regex import lazy

_OPENING = lazy(r"<!--\s*+qa:ignore")
_END = "-->"
_DIRECTIVES = ("qa:ignore", "qa:ignore-start", "qa:ignore-end")
_LINE_BREAK = lazy(r"[\r\n]")
_MARKUP = lazy(r"<(?:!--(?:(?>[^-]++|-(?!->)))*+(?:-->)?|[^<>]*+>)")
_WORD = lazy(r"\w")


class Comment(Struct, frozen=True):
    """A comment of HTML, from ``<!--`` to ``-->``, and where it stands in the file."""

    content: str
    span: Span


class _Directive(Struct, frozen=True):
    name: str
    checks: tuple[str, ...]
    span: Span


def collect(
    content: str, comments: Iterable[Comment], segments: Sequence[Segment]
) -> tuple[Ignore, ...]:
    """Return what the comments of a file ask for, in the order of the file.

    Args:
        content: the decoded file.
        comments: all of its comments, those that ask for nothing too.
        segments: the segments that were read from it.
    """
    directives = sorted(_directives(comments), key=lambda directive: directive.span)
    if not directives:
        return ()
    found = [*_blocks(directives, len(content)), *_points(directives, _Page.of(content, segments))]
    return tuple(sorted(found, key=lambda ignore: ignore.comment))


def _directives(comments: Iterable[Comment]) -> Iterator[_Directive]:
    for comment in comments:
        if _OPENING.match(comment.content) and comment.content.endswith(_END):
            said = comment.content[len("<!--") : -len(_END)]
            name, *checks = said.replace(",", " ").split()
            if name.rstrip(":") in _DIRECTIVES:
                yield _Directive(name.rstrip(":"), tuple(checks), comment.span)


def _blocks(directives: Iterable[_Directive], size: int) -> Iterator[Ignore]:
    """Yield the blocks; an end closes the start nearest to it."""
    open_starts: list[_Directive] = []
    for directive in directives:
        if directive.name == "qa:ignore-start":
            open_starts.append(directive)
        if directive.name == "qa:ignore-end" and open_starts:
            yield _block(open_starts.pop(), directive.span.end)
    for start in open_starts:
        yield _block(start, size)


def _block(start: _Directive, end: int) -> Ignore:
    return Ignore(start.checks, start.span, Span(start.span.start, end))


def _points(directives: Iterable[_Directive], page: "_Page") -> Iterator[Ignore]:
    for directive in directives:
        if directive.name == "qa:ignore":
            yield Ignore(directive.checks, directive.span, page.scope(directive.span))


@dataclass(frozen=True, slots=True)
class _Page:
    """The file around the comments; ``spans`` are those of its segments, sorted."""

    content: str
    breaks: Sequence[int]
    spans: Sequence[Span]
    texts: dict[Span, bool]

    @classmethod
    def of(cls, content: str, segments: Iterable[Segment]) -> "_Page":
        breaks = [-1, *(found.start() for found in _LINE_BREAK.finditer(content)), len(content)]
        return cls(content, breaks, sorted(_extent(segment) for segment in segments), {})

    def scope(self, comment: Span) -> Span:
        line = self._line(comment)
        if line not in self.texts:
            self.texts[line] = self._has_text(line)
        return line if self.texts[line] else self._up_to_next(comment)

    def _line(self, comment: Span) -> Span:
        start = self.breaks[bisect_left(self.breaks, comment.start) - 1] + 1
        return Span(start, self.breaks[bisect_left(self.breaks, comment.end)])

    def _has_text(self, line: Span) -> bool:
        return bool(_WORD.search(_MARKUP.sub("", self.content[line.start : line.end])))

    def _up_to_next(self, comment: Span) -> Span:
        following = bisect_left(self.spans, Span(comment.end, 0))
        if following == len(self.spans):
            return comment
        return Span(comment.start, self.spans[following].end)


def _extent(segment: Segment) -> Span:
    first, last = segment.text.runs[0], segment.text.runs[-1]
    return Span(first.origin, last.origin + last.width)
