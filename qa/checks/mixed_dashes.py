"""Two kinds of dashes in one article.

What it finds
: An article that parts phrases with – between spaces in one place and with — in another, or with
  — that has spaces and — that has none. The dash of a dateline, of a range or at the start of a
  line does not count.

Why it matters
: Each is right in its own house style; both together show that the text comes from two hands.

Flagged
: The old house – it was built in 1812 – is gone. ¶ The new one—it cost a million—leaks.
: He came—at last—and left – at once.
: [de] Das alte Haus – gebaut 1812 – ist weg. Das neue — teuer — ist undicht.

Clean
: The old house – it was built in 1812 – is gone. ¶ The new one – it cost a million – leaks.
: MOSCOW — The old house – it was built in 1812 – is gone. ¶ — Anna
: It was open 10–12 and 1812–1850—or so—on the Rome–Milan line.
: [de] Moskau — Das alte Haus – gebaut 1812 – ist weg.

Sources
: The Chicago Manual of Style, 6.85, em dashes; New Hart's Rules, 4.11, dashes
"""

import re
from collections.abc import Iterator

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Mark, Severity
from qa.model import Document, Segment
from qa.regex import lazy

_DASH = lazy(r"(?: –(?<=\S [–]) | —(?<=\S [—]) |—(?<=[^\W\d_][—])(?!\d))(?=\S)")
_LONGEST_DATELINE = 60


@document_check("mixed-dashes", Category.STYLE, Severity.NOTE, languages=("de", "en"))
def mixed_dashes(document: Document, _context: Context) -> SegmentMarks:
    """Mark once in a document the first dash of the rarest kind."""
    places: dict[str, list[tuple[Segment, int]]] = {}
    for segment in document.segments:
        for match in _dashes(segment.text.content):
            places.setdefault(match[0], []).append((segment, match.start()))
    kinds = sorted(places, key=lambda kind: len(places[kind]))
    if len(kinds) > 1:
        rarest, usual = kinds[0], kinds[-1]
        segment, start = places[rarest][0]
        message = f"the article has '{usual}' {len(places[usual])} times, but '{rarest}' here"
        yield segment, Mark(start, start + len(rarest), message, suggestions=(usual,))


def _dashes(content: str) -> Iterator[re.Match[str]]:
    if "–" in content or "—" in content:
        for match in _DASH.finditer(content):
            if not _ends_dateline(content, match.start()):
                yield match


def _ends_dateline(content: str, offset: int) -> bool:
    """Tell whether only names stand before, as in "MOSCOW (Reuters) — The" and in headlines."""
    names = content[:offset].split() if offset <= _LONGEST_DATELINE else ["in"]
    return not any(name[0].islower() for name in names)
