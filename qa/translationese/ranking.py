"""How well scores tell two classes apart, and how honest probabilities are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from msgspec import Struct

_RESAMPLES = 200
_BINS = 10
_TAIL = 0.025


class Scored(Struct, frozen=True):
    """A text's score, whether it is a translation, and the document it was cut from."""

    score: float
    translated: bool
    document: str


class Area(Struct, frozen=True):
    """Area under the ROC curve, its 95 % interval, and the texts behind it."""

    auc: float
    low: float
    high: float
    native: int
    translated: int


class Difference(Struct, frozen=True):
    """How much larger one area is than another, and the 95 % interval of that."""

    mean: float
    low: float
    high: float


def area(scored: Sequence[Scored], seed: int = 1) -> Area:
    """Return the area under the curve with an interval from resampled documents.

    The bootstrap draws whole documents, since pieces of one are alike (Efron and Tibshirani 1993).
    """
    whole, *resampled = _areas(scored, seed)
    low, high = _interval(resampled)
    translated = sum(one.translated for one in scored)
    return Area(round(whole, 4), low, high, len(scored) - translated, translated)


def auc(scored: Sequence[Scored]) -> float:
    """Return the area under the curve alone."""
    return next(_areas(scored, seed=0))


def difference(first: Sequence[Scored], second: Sequence[Scored], seed: int = 1) -> Difference:
    """Return how much larger the area of ``first`` is than that of ``second``.

    Both must score the same texts: the bootstrap draws the same documents for both.
    """
    whole, *resampled = (
        left - right for left, right in zip(_areas(first, seed), _areas(second, seed), strict=True)
    )
    return Difference(round(whole, 4), *_interval(resampled))


def _areas(scored: Sequence[Scored], seed: int) -> Iterator[float]:
    """Yield the area of all documents, then those of documents drawn with replacement."""
    ordered = sorted(scored, key=lambda one: one.score)
    documents = sorted({one.document for one in ordered})
    generator = Random(seed)  # noqa: S311 - resampling is no secret
    yield _auc(ordered, Counter(documents))
    for _ in range(_RESAMPLES):
        yield _auc(ordered, Counter(generator.choices(documents, k=len(documents))))


def _interval(resampled: Iterable[float]) -> tuple[float, float]:
    ordered = sorted(resampled)
    low, high = (ordered[round(share * (_RESAMPLES - 1))] for share in (_TAIL, 1 - _TAIL))
    return round(low, 4), round(high, 4)


def _auc(ordered: Sequence[Scored], copies: Counter[str]) -> float:
    """Return the share of pairs in which the translation has the higher score; ties are half."""
    below = won = translated = tied = 0.0
    previous: float | None = None
    held = 0.0
    for one in ordered:
        if one.score != previous:
            below, held, tied, previous = below + held, 0.0, 0.0, one.score
        copy = copies[one.document]
        if one.translated:
            won += copy * (below + held / 2)
            tied += copy
            translated += copy
        else:
            won += copy * tied / 2
            held += copy
    native = below + held
    return won / (native * translated) if native and translated else 0.5


def expected_calibration_error(probabilities: Sequence[tuple[float, bool]]) -> float:
    """Return the mean distance of stated from observed shares in ten bins (Naeini et al. 2015).

    Native and translated texts weigh the same in all, as in training.
    """
    sizes = Counter(translated for _, translated in probabilities)
    bins = [[0.0, 0.0, 0.0] for _ in range(_BINS)]
    for stated, translated in probabilities:
        weight = 0.5 / sizes[translated]
        cell = bins[min(int(stated * _BINS), _BINS - 1)]
        cell[0] += weight
        cell[1] += weight * stated
        cell[2] += weight * translated
    return round(sum(abs(stated - observed) for _, stated, observed in bins), 4)


def exceeded(scores: Sequence[float], share: float) -> float:
    """Return the score that ``share`` of ``scores`` reach."""
    ordered = sorted(scores, reverse=True)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]
