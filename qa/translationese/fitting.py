"""The numerical part of training: the one module that needs scikit-learn and NumPy."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

from qa.translationese.calibration import Curve, moderator
from qa.translationese.features import ngrams
from qa.translationese.features.ngrams import Gram
from qa.translationese.models import PER

Numbers = NDArray[np.float64]
# A sparse matrix of SciPy, which has no types.
Matrix: TypeAlias = Any

# The inverse strength of the ridge penalty; found on 2016 and 2017 of news-de-en.
_PENALTY = 0.003
_WEAK_PENALTY = 1000.0
_ITERATIONS = 500


def rates(streams: Sequence[Sequence[str]], columns: dict[Gram, int]) -> Matrix:
    """Return a sparse matrix, texts by runs, of rates per hundred tokens."""
    counter = CountVectorizer(analyzer=ngrams.runs, vocabulary=columns, dtype=np.float64)
    lengths = np.array([len(stream) for stream in streams])
    return counter.transform(streams).multiply(PER / lengths[:, None]).tocsr()


def linear(matrix: Matrix, translated: Sequence[bool], weights: Numbers) -> tuple[Numbers, float]:
    """Fit a logistic regression with a ridge penalty.

    A rate is divided by the square root of its standard deviation first: halfway between raw rates,
    where common words decide, and standard scores, where the rarest do.

    Returns:
        The weight of every column, and the bias.
    """
    scale = _scale(matrix, weights)
    fitted = LogisticRegression(C=_PENALTY, max_iter=_ITERATIONS)
    fitted.fit(matrix.multiply(scale).tocsr(), np.array(translated), sample_weight=weights)
    return fitted.coef_[0] * scale, float(fitted.intercept_[0])


def multinomial(matrix: Matrix, labels: Sequence[str], weights: Numbers) -> tuple[Numbers, Numbers]:
    """Fit a multinomial logistic regression, with rates scaled as in ``linear``.

    Returns:
        The weights, labels in alphabetical order by columns, and the biases.
    """
    scale = _scale(matrix, weights)
    fitted = LogisticRegression(C=_PENALTY, max_iter=_ITERATIONS)
    fitted.fit(matrix.multiply(scale).tocsr(), np.array(labels), sample_weight=weights)
    if len(fitted.classes_) == 2:  # noqa: PLR2004 - two classes share one row of weights
        half = np.vstack([-fitted.coef_[0], fitted.coef_[0]]) / 2
        return half * scale, np.array([-fitted.intercept_[0], fitted.intercept_[0]]) / 2
    return fitted.coef_ * scale, fitted.intercept_


def log_softmax(scores: Numbers) -> Numbers:
    """Return log-probabilities by rows."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Numbers = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result


def strongest(matrix: Matrix, coefficients: Numbers, most: int) -> NDArray[np.int64]:
    """Return the columns whose weights move the scores of the texts most, in their order."""
    mean = _mean(matrix, np.ones(matrix.shape[0]))
    square = _mean(matrix.multiply(matrix), np.ones(matrix.shape[0]))
    effect = np.abs(coefficients) * np.sqrt(np.maximum(square - mean**2, 0))
    return np.sort(np.argsort(-effect, kind="stable")[:most])


def platt(
    scores: Numbers, tokens: Sequence[int], translated: Sequence[bool], weights: Numbers
) -> Curve:
    """Fit log-odds that are linear in the score, with the length as a moderator."""
    length = np.array([moderator(one) for one in tokens])
    powers = np.stack([np.ones_like(length), length, length**2], axis=1)
    design = np.hstack([powers, powers * scores[:, None]])
    fitted = LogisticRegression(C=_WEAK_PENALTY, max_iter=_ITERATIONS, fit_intercept=False)
    fitted.fit(design, np.array(translated), sample_weight=weights)
    return Curve(_three(fitted.coef_[0][:3]), _three(fitted.coef_[0][3:]))


def _three(values: Numbers) -> tuple[float, float, float]:
    constant, linear, square = (round(float(value), 5) for value in values)
    return constant, linear, square


def _scale(matrix: Matrix, weights: Numbers) -> Numbers:
    mean = _mean(matrix, weights)
    variance = np.maximum(_mean(matrix.multiply(matrix), weights) - mean**2, 1e-12)
    scale: Numbers = variance**-0.25
    return scale


def _mean(matrix: Matrix, weights: Numbers) -> Numbers:
    mean: Numbers = np.asarray(matrix.T @ weights, dtype=np.float64) / weights.sum()
    return mean
