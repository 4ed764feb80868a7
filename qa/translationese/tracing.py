"""Learning to guess the source language; imported only where scikit-learn is."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from qa.translationese import fitting
from qa.translationese.calibration import moderator
from qa.translationese.features.ngrams import Gram, name
from qa.translationese.fitting import Numbers
from qa.translationese.learning import FOLDS, Design
from qa.translationese.origins import Origins

_FEWEST_DOCUMENTS = 40
_MOST_FEATURES = 2000
_SCALES = np.geomspace(0.1, 4.0, 60)
# Next year's texts are on other topics: what the same year makes sure is less sure then. Measured
# with a model of 2021 on the translations of 2022.
_CAUTION = 0.7
_DIGITS = 4


def trace(
    training: Design, judged: dict[int, Design], runs: Sequence[Gram], columns: Sequence[int]
) -> Origins | None:
    """Fit the languages that translations in the corpus come from.

    Args:
        training: the pieces to learn from.
        judged: pieces of every length in tokens, for the scale.
        runs: the run of every column.
        columns: those that may count.

    Returns:
        None where fewer than two languages have forty documents.
    """
    languages = _languages(training)
    if len(languages) < 2:  # noqa: PLR2004 - one language leaves nothing to guess
        return None
    pieces = training.of_origins(languages)
    kept = _strongest(pieces, columns)
    weights, biases = fitting.multinomial(pieces.matrix[:, kept], pieces.origins, _sizes(pieces))
    tests = {length: design.of_origins(languages) for length, design in judged.items()}
    return Origins(
        languages=tuple(languages),
        biases=tuple(round(bias, _DIGITS) for bias in biases.tolist()),
        scale=_scale(pieces, tests, kept, languages),
        weights={
            name(runs[column]): tuple(round(one, _DIGITS) for one in weights[:, place].tolist())
            for place, column in enumerate(kept)
        },
    )


def _languages(training: Design) -> list[str]:
    documents = {(piece.sample.origin, piece.sample.document) for piece in training.pieces}
    found = Counter(origin for origin, _ in documents)
    return sorted(one for one in found if one and found[one] >= _FEWEST_DOCUMENTS)


def _sizes(pieces: Design) -> Numbers:
    """Weigh languages the same, and the kinds of translation of each source within them."""
    keys = [(one.sample.origin, one.sample.source, one.sample.kind) for one in pieces.pieces]
    counts = Counter(keys)
    strata = Counter(origin for origin, _, _ in counts)
    sizes = np.array([1 / counts[key] / strata[key[0]] for key in keys])
    mean: Numbers = sizes / sizes.mean()
    return mean


def _strongest(pieces: Design, columns: Sequence[int]) -> list[int]:
    weights, _ = fitting.multinomial(pieces.matrix[:, columns], pieces.origins, _sizes(pieces))
    effect = np.abs(weights).max(axis=0)
    chosen = fitting.strongest(pieces.matrix[:, columns], effect, _MOST_FEATURES)
    return [columns[index] for index in chosen.tolist()]


def _scale(
    pieces: Design, tests: dict[int, Design], kept: Sequence[int], languages: Sequence[str]
) -> tuple[float, float, float]:
    """Find for every length what makes the probabilities of unseen documents likeliest."""
    found = {length: np.zeros(len(_SCALES)) for length in tests}
    for held in range(FOLDS):
        seen = pieces.part(np.flatnonzero(pieces.folds != held))
        weights, biases = fitting.multinomial(seen.matrix[:, kept], seen.origins, _sizes(seen))
        for length, design in tests.items():
            test = design.part(np.flatnonzero(design.folds == held))
            if test.pieces:
                scores = test.matrix[:, kept] @ weights.T + biases
                found[length] += _losses(scores, test, languages)
    lengths = [moderator(length) for length in found]
    best = [_CAUTION * float(_SCALES[int(np.argmin(losses))]) for losses in found.values()]
    square, linear, constant = np.polyfit(lengths, best, 2).tolist()
    return round(constant, _DIGITS), round(linear, _DIGITS), round(square, _DIGITS)


def _losses(scores: Numbers, test: Design, languages: Sequence[str]) -> Numbers:
    """Return the weighted log loss at every scale."""
    rows = np.arange(len(scores))
    truth = np.array([languages.index(origin) for origin in test.origins])
    sizes = _sizes(test)
    return np.array(
        [-(sizes @ fitting.log_softmax(scale * scores)[rows, truth]) for scale in _SCALES]
    )
