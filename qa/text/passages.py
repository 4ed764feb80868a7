"""The surroundings of a place in a text: its sentence, its neighbours, quotation marks around it.

All look no further than they must, so that a text of any length takes time in proportion.
"""

import re
from bisect import bisect_right
from itertools import chain

from qa.text.quotation import quotations

_REACH = 400
_NEAR = 40
_NO_ABBREVIATION = r"(?<!\b[A-Z]\.)(?<!\b[DMS][rst]\.)(?<!\bMrs\.)(?<!\bProf\.)"
_END = rf"""[.!?…]{_NO_ABBREVIATION}["'”’»)\]]*(?=\s|\Z)|[。！？।؟]|\n\s*\n"""
# Quotations that are found by pairs: straight marks, single marks, and one left open at the end.
_PAIRED = (r'"[^"\n]*"', r"(?<!\w)['‘][^'‘’\n]{1,300}['’](?!\w)", r"(?<!\S)“(?=\S)[^“”]*\Z")


def sentence_around(content: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence of ``content[start:end]`` starts and ends.

    At most 400 characters on either side are looked at; the full stop belongs to the sentence.
    """
    first = max(0, start - _REACH)
    before = [match.end() for match in re.finditer(_END, content[first:start])]
    begin = first + before[-1] if before else first
    begin += len(content[begin:start]) - len(content[begin:start].lstrip())
    after = re.compile(_END).search(content, end, end + _REACH)
    return begin, after.end() if after else min(len(content), end + _REACH)


def quoted(content: str) -> list[tuple[int, int]]:
    """Return what stands in quotation marks of any kind: disjoint spans in order."""
    curved = ((found.start, found.end) for found in quotations(content))
    paired = (match.span() for pattern in _PAIRED for match in re.finditer(pattern, content))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(chain(curved, paired)):
        if merged and start < merged[-1][1]:
            merged.append((merged[-1][0], max(end, merged.pop()[1])))
        else:
            merged.append((start, end))
    return merged


def within(spans: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether ``offset`` lies inside one of ``spans``, which are disjoint and in order."""
    index = bisect_right(spans, offset, key=lambda span: span[0])
    return index > 0 and offset < spans[index - 1][1]


def neighbours(content: str, start: int, end: int) -> tuple[str, str]:
    """Return the words right before and after a place, empty where more than space is between."""
    before = re.search(r"([\w’'.]+)[\s-]+\Z", content[max(0, start - _NEAR) : start])
    after = re.match(r"[\s-]+([\w’']+)", content[end : end + _NEAR])
    return before[1] if before else "", after[1] if after else ""
