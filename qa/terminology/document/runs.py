"""Concepts that follow each other in the usual form, decoded many at once.

Two thirds of the time that finding every concept by itself and decoding it would take.
"""

import re

from qa.glossary.blocks import Block
from qa.regex import lazy
from qa.terminology.document.concepts import AT_ONCE, PLAIN, decoded_at_once
from qa.terminology.model import Concept

_ODD = lazy(rb'^[ \t]*\[\[?[ \t]*"?concept', re.MULTILINE)
_IDLE = lazy(rb"(?:[ \t]*(?:#[^\n]*)?\n)*")


def runs(content: bytes) -> list[Block] | None:
    """Return where concepts in the usual form follow each other, None where others are there too.

    Args:
        content: of a file, lines ended by a line feed alone.
    """
    if b'"""' in content or b"'''" in content:
        return None
    found = _runs(content)
    ends = [0, *(run.end for run in found)]
    starts = [*(run.start for run in found), len(content)]
    gaps = [content[end:start] for end, start in zip(ends, starts, strict=True)]
    return found if all(map(_parts, gaps[1:])) and not any(map(_ODD.search, gaps)) else None


def decoded(content: bytes, found: list[Block]) -> tuple[Concept, ...] | None:
    """Decode the concepts of runs; None where that cannot be done at once."""
    several = [decoded_at_once(content[run.start : run.end]) for run in found]
    if None in several:
        return None
    return tuple(concept for known in several if known for concept in known)


def _runs(content: bytes) -> list[Block]:
    found: list[Block] = []
    start, end, count = -1, -2, 0
    for match in PLAIN.finditer(content):
        first, last = match.span()
        if first == end + 1 and content[end] == ord("\n") and count < AT_ONCE:
            end, count = last, count + 1
            continue
        found.append(Block(start, start, end))
        start, end, count = first, last, 1
    return [*found[1:], Block(start, start, end)] if start >= 0 else []


def _parts(gap: bytes) -> bool:
    """Tell whether what stands behind a concept is no part of it."""
    idle = _IDLE.match(gap)
    return gap[idle.end() if idle else 0 :].lstrip()[:1] in (b"", b"[")
