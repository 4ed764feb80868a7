"""Sentences of a text, by Wikimedia's sentencex (about 300 languages)."""

import re
from collections.abc import Iterator

from qa.language import primary
from qa.model import Span

# sentencex takes time in the square of a text of unclosed quotation marks.
_AT_ONCE = 2000
_LAST_STOP = r".*[.!?…。][\"'”’»)\]]*\s|.*\s"


def split(content: str, tag: str) -> list[Span]:
    """Return the sentences of ``content`` as spans without the white space around them.

    Texts longer than 2,000 characters are cut there after a full stop, or else at a space.
    """
    from sentencex import get_sentence_boundaries  # not every run needs it

    spans = (
        _stripped(content, start + one["start_index"], start + one["end_index"])
        for start, piece in _pieces(content)
        for one in get_sentence_boundaries(primary(tag), piece)
    )
    return [span for span in spans if span.start < span.end]


def _pieces(content: str) -> Iterator[tuple[int, str]]:
    start = 0
    while len(content) - start > _AT_ONCE:
        last = re.match(_LAST_STOP, content[start : start + _AT_ONCE], re.DOTALL)
        end = start + (last.end() if last else _AT_ONCE)
        yield start, content[start:end]
        start = end
    yield start, content[start:]


def _stripped(content: str, start: int, end: int) -> Span:
    sentence = content[start:end]
    start += len(sentence) - len(sentence.lstrip())
    return Span(start, start + len(sentence.strip()))
