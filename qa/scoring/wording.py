"""Words and marks of a segment as they are written, and where two segments differ."""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from qa.language import language
from qa.text.words import Words

Spans = tuple[tuple[int, int], ...]

# difflib takes time in the square of the length, unless it may leave out what is everywhere.
_LONG = 1000


def words(content: str, tag: str) -> Words:
    """Return the words of a segment in a language; characters where no spaces stand between."""
    return Words(content, elision=language(tag).elision)


def tokens(content: str, tag: str) -> list[tuple[int, int]]:
    """Return the spans of words and of every other character that is no space, in code points."""
    found: list[tuple[int, int]] = []
    end = 0
    for start, stop in words(content, tag).spans:
        if content[end:start].strip():
            found.extend(_marks(content, end, start))
        found.append((start, stop))
        end = stop
    found.extend(_marks(content, end, len(content)))
    return found


def written(content: str, tag: str) -> list[str]:
    """Return the words and marks of a segment as they are written."""
    return _cut(content, tokens(content, tag))


def differences(left: str, right: str, tag: str) -> tuple[Spans, Spans]:
    """Return what only ``left`` and what only ``right`` has, as half-open code points.

    Neighbouring words make one span. Letters in upper and lower case differ, as the metrics see it.
    """
    spans = tokens(left, tag), tokens(right, tag)
    texts = _cut(left, spans[0]), _cut(right, spans[1])
    matcher = SequenceMatcher(None, *texts, autojunk=max(map(len, texts)) > _LONG)
    changed = [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        _covered(spans[0], ((start, end) for start, end, _, _ in changed)),
        _covered(spans[1], ((start, end) for _, _, start, end in changed)),
    )


def frequencies(lines: Iterable[str], tag: str) -> Counter[str]:
    """Return how often every word (``Words.keys``) occurs in a reference corpus."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(words(line, tag).keys)
    return counts


def _cut(content: str, spans: list[tuple[int, int]]) -> list[str]:
    return [content[start:end] for start, end in spans]


def _marks(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((at, at + 1) for at in range(start, end) if not content[at].isspace())


def _covered(spans: list[tuple[int, int]], runs: Iterable[tuple[int, int]]) -> Spans:
    return tuple((spans[first][0], spans[end - 1][1]) for first, end in runs if first < end)
