"""How the score is turned into a probability and a verdict, measured on unseen outlets."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from qa.translationese import fitting
from qa.translationese.calibration import Calibration, Deviation, Threshold
from qa.translationese.corpus import Kind
from qa.translationese.fitting import Numbers
from qa.translationese.learning import Judged
from qa.translationese.material import weights

_FALSE_ALARMS = 0.05
_MISSES = 0.1
_FEWEST_PIECES = 60


def calibrate(judged: Sequence[Judged]) -> Calibration:
    """Fit the probability to native text against translations by people and machines.

    Round trips help the score to see what translation does, but nobody publishes them: they have
    no part in the probability.
    """
    real = [one for one in judged if one.piece.sample.kind is not Kind.ROUND_TRIP]
    lengths = sorted({one.length for one in real})
    parts = [[one for one in real if one.length == length] for length in lengths]
    intercept, slope = fitting.platt(
        np.array([one.score for part in parts for one in part]),
        [len(one.piece.stream) for part in parts for one in part],
        [one.piece.translated for part in parts for one in part],
        np.concatenate([weights([one.piece for one in part]) for part in parts]),
    )
    return Calibration(intercept, slope, (), ())


def thresholds(calibration: Calibration, judged: Sequence[Judged]) -> tuple[Threshold, ...]:
    """Return from where on a text is called translated or native, by length.

    At most one native piece in twenty of any source is called translated, and at most one
    translation in ten native.
    """
    return tuple(
        Threshold(
            length,
            round(min(0.0, *_quantiles(calibration, part, _MISSES, native=False)), 3),
            round(max(0.0, *_quantiles(calibration, part, 1 - _FALSE_ALARMS, native=True)), 3),
        )
        for length, part in _by_length(judged).items()
    )


def deviations(
    calibration: Calibration, judged: Sequence[Judged], refits: dict[int, Numbers]
) -> tuple[Deviation, ...]:
    """Return how far the log-odds move between pieces of a document and between refits.

    Args:
        calibration: the map to log-odds.
        judged: all pieces with their scores.
        refits: for every length, the scores of pieces by refits, NaN where not measured.
    """
    return tuple(
        Deviation(
            length,
            round(_within(calibration, part), 3),
            round(calibration.scale(length) * _between(refits[length]), 3),
        )
        for length, part in _by_length(judged).items()
    )


def log_odds(calibration: Calibration, one: Judged) -> float:
    """Return the log-odds of a piece."""
    tokens = len(one.piece.stream)
    return calibration.bias(tokens) + calibration.scale(tokens) * one.score


def _by_length(judged: Sequence[Judged]) -> dict[int, list[Judged]]:
    found: dict[int, list[Judged]] = defaultdict(list)
    for one in judged:
        if len(one.piece.stream) == one.length:
            found[one.length].append(one)
    return dict(sorted(found.items()))


def _quantiles(
    calibration: Calibration, judged: Sequence[Judged], share: float, *, native: bool
) -> list[float]:
    """Return the quantile of the log-odds in each source that has enough pieces."""
    found: dict[str, list[float]] = defaultdict(list)
    for one in judged:
        kind = one.piece.sample.kind
        if kind is not Kind.ROUND_TRIP and (kind is Kind.NATIVE) == native:
            found[one.piece.sample.source].append(log_odds(calibration, one))
    large = [values for values in found.values() if len(values) >= _FEWEST_PIECES]
    return [float(np.quantile(values, share)) for values in large or found.values()]


def _within(calibration: Calibration, judged: Sequence[Judged]) -> float:
    """Return the standard deviation of pieces of one version of one document."""
    versions: dict[tuple[str, str], list[float]] = defaultdict(list)
    for one in judged:
        sample = one.piece.sample
        versions[sample.document, sample.system].append(log_odds(calibration, one))
    several = [values for values in versions.values() if len(values) > 1]
    degrees = sum(len(values) - 1 for values in several)
    squares = sum(float(np.var(values)) * len(values) for values in several)
    return float((squares / max(degrees, 1)) ** 0.5)


def _between(refits: Numbers) -> float:
    """Return the standard deviation of the score of one piece between refits."""
    several = refits[:, (~np.isnan(refits)).sum(axis=0) > 1]
    if not several.size:
        return 0.0
    return float(np.sqrt(np.nanmean(np.nanvar(several, axis=0, ddof=1))))
