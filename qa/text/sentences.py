"""Sentences of a text, by Wikimedia's sentencex (about 300 languages)."""

from qa.language import primary
from qa.model import Span


def split(content: str, tag: str) -> list[Span]:
    """Return the sentences of ``content`` as spans without the white space around them."""
    from sentencex import get_sentence_boundaries  # not every run needs it

    found = get_sentence_boundaries(primary(tag), content)
    spans = (_stripped(content, one["start_index"], one["end_index"]) for one in found)
    return [span for span in spans if span.start < span.end]


def _stripped(content: str, start: int, end: int) -> Span:
    sentence = content[start:end]
    start += len(sentence) - len(sentence.lstrip())
    return Span(start, start + len(sentence.strip()))
