"""Segments that say the same again and again, as neural systems do when they lose the thread."""

from collections.abc import Sequence
from itertools import groupby

# A word three times, a run of words twice; of characters without spaces more, because words of
# Japanese and Chinese are made by saying a syllable or two again.
_SPACED = (3, 2)
_UNSPACED = (5, 4)


def repeats(keys: Sequence[str], *, spaced: bool = True) -> bool:
    """Tell whether a word stands three times in a row, or a run of words twice.

    Args:
        keys: the words of a segment (``Words.keys``).
        spaced: False where the words are characters: one five times, or a run of four twice.
    """
    times, shortest = _SPACED if spaced else _UNSPACED
    if len(set(keys)) == len(keys):
        return False
    return _stutters(keys, times) or any(
        _doubles(keys, length) for length in sorted(_distances(keys)) if length >= shortest
    )


def _stutters(keys: Sequence[str], times: int) -> bool:
    return any(len([*run]) >= times and not key.isdigit() for key, run in groupby(keys))


def _distances(keys: Sequence[str]) -> set[int]:
    """Return how far apart a word stands from where it stood last: the periods that may be."""
    last: dict[str, int] = {}
    found = set()
    for at, key in enumerate(keys):
        if key in last:
            found.add(at - last[key])
        last[key] = at
    return found


def _doubles(keys: Sequence[str], length: int) -> bool:
    same = (
        one == other and not one.isdigit() for one, other in zip(keys, keys[length:], strict=False)
    )
    return any(equal and len([*run]) >= length for equal, run in groupby(same))
