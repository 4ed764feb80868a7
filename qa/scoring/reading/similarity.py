"""How much alike two lines are, cheaply, in one language or in two.

Words count by their length, as longer ones are rarer, and by their first letters, so that forms of
a word and cognates are the same; digits count more, as they are translated to themselves. The
lengths of two lines that match are alike too (Gale and Church 1993, https://aclanthology.org/J93-1004).
"""

from collections.abc import Sequence

from qa.regex import lazy

_TOKEN = lazy(r"\d+|[^\W\d_]+")
_STEM = 5
_DIGITS = 4
_UNSPACED = "\u0e00"  # Thai; the scripts that come after it mostly have no spaces between words
_LENGTH = 0.4
_LONGEST = 400  # characters of a line whose words are looked at
_KEPT = 4_000  # lines whose features are kept
_SAMPLE = 500
_Features = tuple[frozenset[str], int, float]


class Similarity:
    """Compares lines of two streams; what was computed of a line is kept while it is near."""

    def __init__(self, left: Sequence[str], right: Sequence[str]) -> None:
        self._left = _Side(left)
        self._right = _Side(right)

    def of(self, left: int, right: int) -> float:
        """Return 0 for lines that have nothing in common, or one is not there, to 1.4."""
        if not (self._left.has(left) and self._right.has(right)):
            return 0.0
        words, weight, length = self._left.features(left)
        others, other_weight, other_length = self._right.features(right)
        total = weight + other_weight
        shared = 2 * _weight(words & others) / total if total else 0.0
        lengths = min(length, other_length) / max(length, other_length)
        return shared + _LENGTH * lengths * lengths


class _Side:
    """One stream and the features of its lines: words, their weight, length to the usual one."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._kept: dict[int, _Features] = {}
        sample = lines[:: 1 + len(lines) // _SAMPLE]
        self._usual = 1 + sum(map(len, sample)) / max(1, len(sample))

    def has(self, index: int) -> bool:
        return 0 <= index < len(self._lines)

    def features(self, index: int) -> _Features:
        found = self._kept.get(index)
        if not found:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            found = self._kept[index] = self._computed(self._lines[index])
        return found

    def _computed(self, line: str) -> _Features:
        words = _words(line[:_LONGEST].casefold())
        return words, _weight(words), (1 + len(line)) / self._usual


def _words(line: str) -> frozenset[str]:
    tokens = _TOKEN.findall(line)
    if max(line, default="") < _UNSPACED:
        return frozenset([token[:_STEM] for token in tokens])
    return frozenset(
        token[at : at + 2]
        for token in tokens
        for at in range(max(1, len(token) - 1) if token[0] >= _UNSPACED else 1)
    ) | frozenset(token[:_STEM] for token in tokens if token[0] < _UNSPACED)


def _weight(words: frozenset[str]) -> int:
    return sum(map(len, words)) + _DIGITS * sum(map(str.isdecimal, words))
