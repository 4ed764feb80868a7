"""Sentences and clauses that a text has twice."""

from collections.abc import Iterator

from qa.regex import lazy

_SENTENCE = lazy(r"[^.!?。！？…\n]+")
_NOT_WORDS = lazy(r"[\W_]+")
_LEAST_LETTERS = 12
_LEAST_CHARACTERS = 6


def newly_doubled(source: str, target: str) -> list[tuple[int, int]]:
    """Return the doubled sentences of a translation; none where the source has one, too."""
    found = list(doubled(target))
    return found if found and not any(doubled(source)) else []


def doubled(content: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence that stood there before."""
    seen: set[str] = set()
    for match in _SENTENCE.finditer(content):
        words = _NOT_WORDS.sub(" ", match[0].lower()).strip()
        least = _LEAST_LETTERS if words.isascii() or " " in words else _LEAST_CHARACTERS
        if len(words) < least:
            continue
        if words in seen:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield start, match.start() + len(match[0].rstrip())
        seen.add(words)
