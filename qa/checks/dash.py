"""A hyphen where a dash belongs.

What it finds
: Hyphens between spaces, and double hyphens, in an article that has curly quotation marks or true
  dashes elsewhere; once in an article, at the first place. A text typed without any such signs,
  datelines, ranges and fixtures are left alone.

Why it matters
: A hyphen joins and a dash parts. A mixture shows that the text comes from two hands.

Flagged
: It’s late - and nobody came.
: “We go--now,” she said.
: The first house – the red one – is old. ¶ The second house - the blue one - is new.
: [de] Er sagte „nein“ - und ging.

Clean
: It's late - and nobody came--or "so it seems".
: MOSCOW (Reuters) - The “big” day. ¶ Moscow/Ankara - in the “small” town.
: “Open Monday - Friday”, score 2 - 1, run it with --help, Frankfurt - Leverkusen.
: A well-known “so-and-so” – that’s me – came.

Sources
: The Chicago Manual of Style, 6.75 to 6.91, hyphens and dashes; Duden, Gedankenstrich
"""

import re
from collections.abc import Iterator

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Mark, Severity
from qa.model import Document, Segment
from qa.regex import lazy

_TYPOGRAPHIC = lazy("[“”„«»’–—]")
_SPACED = r""" -(?<=[\w,.“”"’)!?] -)-?(?= ["“‘(]?[^\W\d_A-ZÄÖÜ])"""
_CLOSED = r"""--(?<=[^\W\d_]--)(?=[^\W\d_“"‘])"""
_HYPHEN = lazy(f"{_SPACED}|{_CLOSED}")
_LONGEST_DATELINE = 60


@document_check("dash", Category.STYLE, Severity.NOTE, languages=("de", "en"))
def dash(document: Document, _context: Context) -> SegmentMarks:
    """Mark the first hyphen that stands for a dash, with the number of all of them."""
    places = list(_places(document))
    if places and any(_TYPOGRAPHIC.search(one.text.content) for one in document.segments):
        segment, match = places[0]
        yield segment, _mark(match, len(places))


def _places(document: Document) -> Iterator[tuple[Segment, re.Match[str]]]:
    for segment in document.segments:
        content = segment.text.content
        if " -" in content or "--" in content:
            for match in _HYPHEN.finditer(content):
                if not _ends_dateline(content, match.start()):
                    yield segment, match


def _ends_dateline(content: str, offset: int) -> bool:
    """Tell whether only names stand before, as in "MOSCOW (Reuters) - The" and in headlines."""
    names = content[:offset].split() if offset <= _LONGEST_DATELINE else ["in"]
    return not any(name[0].islower() for name in names)


def _mark(match: re.Match[str], count: int) -> Mark:
    is_spaced = match[0].startswith(" ")
    times = f"; {count} in the article, the first here" if count > 1 else ""
    return Mark(
        match.start() + is_spaced,
        match.end(),
        f"a hyphen stands for a dash{times}",
        suggestions=("–" if is_spaced else "—",),
    )
