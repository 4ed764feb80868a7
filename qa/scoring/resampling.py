"""Sums of segments drawn again and again, the very draws that sacrebleu makes.

sacrebleu sums 32-bit numbers row by row for the bootstrap (Koehn 2004), and numbers of 64 bits for
approximate randomisation (Riezler and Maxwell 2005). Wherever no sum can be rounded, a product of
matrices gives the same from one drawing for all systems; elsewhere it is done as sacrebleu does.
However many segments there are, only so many are looked at in one go.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
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
# Segments that are looked at in one go.
PORTION = 32_768


class Shuffled(NamedTuple):
    """For every trial the sum of the segments drawn, and of the others."""

    drawn: "Numbers"
    others: "Numbers"


def portions(rows: "Numbers") -> "Iterator[Numbers]":
    """Yield rows some thousands at a time."""
    for start in range(0, len(rows), PORTION):
        yield rows[start : start + PORTION]


def total(rows: "Numbers") -> "Numbers":
    """Return the sum of rows, added one after the other as sacrebleu adds them."""
    import numpy as np

    found = np.zeros(rows.shape[1])
    for part in portions(rows):
        found = np.cumsum(np.vstack((found, part)), axis=0, dtype=np.float64)[-1]
    return found


def bootstrapped(rows: "Sequence[Numbers]", resamples: int, seed: int) -> "list[Numbers]":
    """Return the sums of resamples with replacement, ``(resamples, statistics)``, of 32 bits.

    Args:
        rows: statistics of the same segments, ``(segments, statistics)``, by system or metric.
        resamples: how many.
        seed: of numpy's generator.
    """
    import numpy as np

    size = len(rows[0])
    if all(_of_halves(one) and total(one).max() < EXACT for one in rows):
        products = _products(rows, _multiplicities(size, resamples, seed))
        if all(product.max() < EXACT for product in products):
            return [product.astype(np.float32) for product in products]
    sums = [[_added(one, drawn) for one in rows] for drawn in _drawn(size, resamples, seed)]
    return [np.array(found) for found in zip(*sums, strict=True)]


def shuffled(rows: "Sequence[Numbers]", trials: int, seed: int) -> list[Shuffled]:
    """Return the sums of the halves that every trial divides the segments into, of 64 bits.

    Args:
        rows: statistics of the same segments, ``(segments, statistics)``, by system or metric.
        trials: how many.
        seed: of numpy's generator.
    """
    if not all(map(_of_halves, rows)):
        return [_halves(one, trials, seed) for one in rows]
    products = _products(rows, _selections(len(rows[0]), trials, seed))
    return [Shuffled(drawn, total(one) - drawn) for one, drawn in zip(rows, products, strict=True)]


def _products(rows: "Sequence[Numbers]", weights: "Iterator[Numbers]") -> "list[Numbers]":
    import numpy as np

    parts = [_weighted(rows, some) for some in weights]
    return [np.concatenate(part) for part in zip(*parts, strict=True)]


def _weighted(rows: "Sequence[Numbers]", weights: "Numbers") -> "list[Numbers]":
    """Return by system the sums of rows, each as often as ``weights`` says, of 64 bits."""
    import numpy as np

    sums = [np.zeros((len(weights), one.shape[1])) for one in rows]
    for start in range(0, weights.shape[1], PORTION):
        part = slice(start, start + PORTION)
        times = weights[:, part].astype(np.float64)
        sums = [
            found + times @ one[part].astype(np.float64)
            for found, one in zip(sums, rows, strict=True)
        ]
    return sums


def _of_halves(rows: "Numbers") -> bool:
    """Tell whether all numbers are of halves and above 0, so that 64 bits hold any sum of them."""
    return all(bool((part >= 0).all() and ((2.0 * part) % 1 == 0).all()) for part in portions(rows))


def _multiplicities(segments: int, resamples: int, seed: int) -> "Iterator[Numbers]":
    """Yield, for some resamples at a time, how often each segment is in them."""
    import numpy as np

    drawn = _drawn(segments, resamples, seed)
    while some := [
        np.bincount(one, minlength=segments).astype(np.int32)
        for one in islice(drawn, max(DRAWN // segments, 1))
    ]:
        yield np.stack(some)


def _drawn(segments: int, resamples: int, seed: int) -> "Iterator[Numbers]":
    """Yield the segments of every resample."""
    import numpy as np

    generator = np.random.default_rng(seed)
    for _ in range(resamples):
        yield generator.choice(segments, size=segments, replace=True)


def _added(rows: "Numbers", drawn: "Numbers") -> "Numbers":
    """Return the sum of the rows drawn, of 32 bits, added one after the other."""
    import numpy as np

    found = np.zeros(rows.shape[1], dtype=np.float32)
    for part in portions(drawn):
        some = rows[part].astype(np.float32)
        some[0] += found
        found = some.sum(0)
    return found


def _selections(segments: int, trials: int, seed: int) -> "Iterator[Numbers]":
    """Yield, for some trials at a time, which segments are drawn."""
    import numpy as np

    generator = np.random.default_rng(seed)
    portion = max(DRAWN // segments // ROWS, 1) * ROWS
    for start in range(0, trials, portion):
        yield generator.integers(2, size=(min(portion, trials - start), segments), dtype=bool)


def _halves(rows: "Numbers", trials: int, seed: int) -> Shuffled:
    import numpy as np

    drawn = np.random.default_rng(seed).integers(2, size=(trials, len(rows)), dtype=bool)
    numbers = rows.astype(np.float64)
    return Shuffled(drawn @ numbers, ~drawn @ numbers)
