"""How the score is turned into a probability and a verdict, measured on unseen outlets."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from qa.corpus import Kind
from qa.errors import QAError
from qa.translationese import fitting, learning, selection, tracing
from qa.translationese.calibration import Calibration, Curve, Deviation, Threshold
from qa.translationese.fitting import Numbers
from qa.translationese.learning import Design, Judged
from qa.translationese.material import Learnt, Material, weights
from qa.translationese.models import Head

# Half of what is promised: outlets that are not in the corpus raise more false alarms.
_FALSE_ALARMS = 0.025
_SUREST = 1.0
_MISSES = 0.1
_FEWEST_PIECES = 60
_LENGTHS = (60, 120, 240, 480, 960)
_REFITS = 8

Progress = Callable[[str], None]


def learn(material: Material, seed: int, progress: Progress) -> Learnt:
    """Fit the scores and calibrate them on outlets and years that they were not fitted to.

    Raises:
        QAError: there is too little text, or too few outlets or years to hold any back.
    """
    if not material.evidence:
        raise QAError(
            f"no run of words stands in {selection.FEWEST_DOCUMENTS} documents: too little text",
            hint="a model needs some hundred different articles of each kind",
        )
    training = learning.design(material)
    if not learning.divisible(training):
        raise QAError(
            "too few outlets or years: some are held back to calibrate on",
            hint="bring native and translated text of ten or more of either",
        )
    judged = {length: learning.design(material, [length]) for length in _LENGTHS}
    score = learning.fit(training)
    progress("calibrating on unseen outlets")
    unseen = learning.cross_validate(training, judged)
    line = curve(unseen)
    progress(f"refitting {_REFITS} times")
    refits = learning.refit(training, judged, _REFITS, seed)
    progress("telling machines from people")
    columns = np.flatnonzero(score.weights).tolist()
    machine, machine_weights = _machine(training, judged, columns)
    progress("tracing source languages")
    origins = tracing.trace(training, judged, list(material.evidence), columns)
    return Learnt(
        bias=score.bias,
        weights=score.weights.tolist(),
        means=training.means(),
        calibration=Calibration(line, deviations(line, unseen, refits), thresholds(line, unseen)),
        machine=machine,
        machine_weights=machine_weights,
        origins=origins,
    )


def _machine(
    training: Design, judged: dict[int, Design], columns: Sequence[int]
) -> tuple[Head | None, Sequence[float]]:
    """Fit machine against human translation on the runs that the first score uses."""
    kinds = (Kind.HUMAN, Kind.MACHINE)
    pieces = training.of_kinds(*kinds)
    if not pieces.pieces or not learning.divisible(pieces, Kind.HUMAN):
        return None, [0.0] * training.matrix.shape[1]
    tests = {length: design.of_kinds(*kinds) for length, design in judged.items()}
    fitted = learning.fit(pieces, Kind.HUMAN, columns)
    unseen = learning.cross_validate(pieces, tests, Kind.HUMAN, columns)
    return Head(round(fitted.bias, 5), curve(unseen, Kind.HUMAN)), fitted.weights.tolist()


def curve(judged: Sequence[Judged], negative: Kind = Kind.NATIVE) -> Curve:
    """Fit the probability of the other kinds against ``negative``, by length.

    Round trips help the score to see what translation does, but nobody publishes them: they have
    no part in the probability. Nor have sources of one kind only, where they can be spared: there
    a source is told from another, which is too easy.
    """
    real = _contrasted(judged, negative)
    lengths = sorted({one.length for one in real})
    parts = [[one for one in real if one.length == length] for length in lengths]
    return fitting.platt(
        np.array([one.score for part in parts for one in part]),
        [len(one.piece.stream) for part in parts for one in part],
        [one.piece.sample.kind is not negative for part in parts for one in part],
        np.concatenate([weights([one.piece for one in part], negative) for part in parts]),
    )


def _contrasted(judged: Sequence[Judged], negative: Kind) -> list[Judged]:
    """Return the pieces, but round trips, of the sources that have both classes, or else all."""
    real = [one for one in judged if one.piece.sample.kind is not Kind.ROUND_TRIP]
    classes: dict[str, set[bool]] = defaultdict(set)
    for one in real:
        classes[one.piece.sample.source].add(one.piece.sample.kind is negative)
    both = [one for one in real if len(classes[one.piece.sample.source]) > 1]
    return both or real


def thresholds(curve: Curve, judged: Sequence[Judged]) -> tuple[Threshold, ...]:
    """Return from where on a text is called translated or native, by length.

    At most one native piece in forty of any source is called translated, and never one with a
    probability under .73; at most one translation in ten is called native.
    """
    found = []
    for length, part in _by_length(judged).items():
        alarms = _quantiles(curve, part, 1 - _FALSE_ALARMS, native=True)
        misses = _quantiles(curve, part, _MISSES, native=False)
        if alarms and misses:
            lowest, highest = min(0.0, *misses), max(_SUREST, *alarms)
            found.append(Threshold(length, round(lowest, 3), round(highest, 3)))
    return tuple(found)


def deviations(
    curve: Curve, judged: Sequence[Judged], refits: dict[int, Numbers]
) -> tuple[Deviation, ...]:
    """Return how far the log-odds move between pieces of a document and between refits.

    Args:
        curve: the map to log-odds.
        judged: all pieces with their scores.
        refits: for every length, the scores of pieces by refits, NaN where not measured.
    """
    return tuple(
        Deviation(
            length,
            round(_within(curve, part), 3),
            round(curve.scale(length) * _between(refits[length]), 3),
        )
        for length, part in _by_length(judged).items()
    )


def log_odds(curve: Curve, one: Judged) -> float:
    """Return the log-odds of a piece."""
    tokens = len(one.piece.stream)
    return curve.bias(tokens) + curve.scale(tokens) * one.score


def _by_length(judged: Sequence[Judged]) -> dict[int, list[Judged]]:
    found: dict[int, list[Judged]] = defaultdict(list)
    for one in judged:
        if len(one.piece.stream) == one.length:
            found[one.length].append(one)
    return dict(sorted(found.items()))


def _quantiles(
    curve: Curve, judged: Sequence[Judged], share: float, *, native: bool
) -> list[float]:
    """Return the quantile of the log-odds in each source that has enough pieces."""
    found: dict[str, list[float]] = defaultdict(list)
    for one in judged:
        kind = one.piece.sample.kind
        if kind is not Kind.ROUND_TRIP and (kind is Kind.NATIVE) == native:
            found[one.piece.sample.source].append(log_odds(curve, one))
    large = [values for values in found.values() if len(values) >= _FEWEST_PIECES]
    return [float(np.quantile(values, share)) for values in large or found.values()]


def _within(curve: Curve, judged: Sequence[Judged]) -> float:
    """Return the standard deviation of pieces of one version of one document."""
    versions: dict[tuple[str, str], list[float]] = defaultdict(list)
    for one in judged:
        sample = one.piece.sample
        versions[sample.document, sample.system].append(log_odds(curve, one))
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
