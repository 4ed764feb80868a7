"""Sums of segments drawn again and again, the very draws that sacrebleu makes.

sacrebleu sums 32-bit numbers row by row for the bootstrap (Koehn 2004), and numbers of 64 bits for
approximate randomisation (Riezler and Maxwell 2005). Wherever no sum can be rounded, a product of
matrices gives the same from one drawing for all systems; elsewhere it is done as sacrebleu does.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers: TypeAlias = NDArray[Any]

SEED = 12345
RESAMPLES = 1_000
TRIALS = 10_000
# Two references of TER make halves; up to here 32 bits hold every half.
EXACT = 2.0**23
# Segments drawn at a time; a multiple of 32 rows leaves numpy's stream of random bits whole.
DRAWN = 4_000_000
ROWS = 32


class Shuffled(NamedTuple):
    """For every trial the sum of the segments drawn, and of the others."""

    drawn: "Numbers"
    others: "Numbers"


def total(rows: "Numbers") -> "Numbers":
    """Return the sum of rows, added one after the other as sacrebleu adds them."""
    import numpy as np

    return np.asarray(np.cumsum(rows, axis=0, dtype=np.float64)[-1])


def bootstrapped(rows: "Sequence[Numbers]", resamples: int, seed: int) -> "list[Numbers]":
    """Return the sums of resamples with replacement, ``(resamples, statistics)``, of 32 bits.

    Args:
        rows: statistics of the same segments, ``(segments, statistics)``, by system or metric.
        resamples: how many.
        seed: of numpy's generator.
    """
    products = _products(rows, _multiplicities(len(rows[0]), resamples, seed))
    return [
        product if _exact(one, product) else _added(one, resamples, seed)
        for one, product in zip(rows, products, strict=True)
    ]


def shuffled(rows: "Sequence[Numbers]", trials: int, seed: int) -> list[Shuffled]:
    """Return the sums of the halves that every trial divides the segments into, of 64 bits.

    Args:
        rows: statistics of the same segments, ``(segments, statistics)``, by system or metric.
        trials: how many.
        seed: of numpy's generator.
    """
    products = _products(rows, _selections(len(rows[0]), trials, seed))
    return [
        _remainders(one, product) if _exact(one, product) else _halves(one, trials, seed)
        for one, product in zip(rows, products, strict=True)
    ]


def _products(rows: "Sequence[Numbers]", weights: "Iterator[Numbers]") -> "list[Numbers]":
    import numpy as np

    short = [one.astype(np.float32, copy=False) for one in rows]
    parts = [[some @ one for one in short] for some in weights]
    return [np.concatenate(part) for part in zip(*parts, strict=True)]


def _exact(rows: "Numbers", sums: "Numbers") -> bool:
    """Tell whether sums of 32 bits cannot have been rounded: of halves, and none too great."""
    return bool((rows >= 0).all() and ((2 * rows) % 1 == 0).all() and sums.max() < EXACT)


def _multiplicities(segments: int, resamples: int, seed: int) -> "Iterator[Numbers]":
    """Yield, for some resamples at a time, how often each segment is in them."""
    import numpy as np

    for drawn in _drawn(segments, resamples, seed):
        starts = segments * np.arange(len(drawn))[:, None]
        counts = np.bincount((drawn + starts).ravel(), minlength=drawn.size)
        yield counts.reshape(drawn.shape).astype(np.float32)


def _drawn(segments: int, resamples: int, seed: int) -> "Iterator[Numbers]":
    import numpy as np

    generator = np.random.default_rng(seed)
    for rows in _portions(segments, resamples, 1):
        yield generator.choice(segments, size=(rows, segments), replace=True)


def _portions(segments: int, rows: int, multiple: int) -> Iterator[int]:
    portion = max(DRAWN // segments // multiple, 1) * multiple
    for start in range(0, rows, portion):
        yield min(portion, rows - start)


def _added(rows: "Numbers", resamples: int, seed: int) -> "Numbers":
    import numpy as np

    short = rows.astype(np.float32)
    drawn = (one for some in _drawn(len(rows), resamples, seed) for one in some)
    return np.array([short[one].sum(0) for one in drawn])


def _selections(segments: int, trials: int, seed: int) -> "Iterator[Numbers]":
    """Yield, for some trials at a time, which segments are drawn: 1 or 0."""
    import numpy as np

    generator = np.random.default_rng(seed)
    for rows in _portions(segments, trials, ROWS):
        yield generator.integers(2, size=(rows, segments), dtype=bool).astype(np.float32)


def _remainders(rows: "Numbers", drawn: "Numbers") -> Shuffled:
    import numpy as np

    return Shuffled(drawn.astype(np.float64), total(rows) - drawn)


def _halves(rows: "Numbers", trials: int, seed: int) -> Shuffled:
    import numpy as np

    drawn = np.random.default_rng(seed).integers(2, size=(trials, len(rows)), dtype=bool)
    numbers = rows.astype(np.float64)
    return Shuffled(drawn @ numbers, ~drawn @ numbers)
