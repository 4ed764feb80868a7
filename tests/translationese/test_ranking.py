from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.translationese.ranking import (
    Scored,
    area,
    difference,
    exceeded,
    expected_calibration_error,
)

SCORES = st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=2, max_size=30)


@given(SCORES)
def test_the_area_is_the_share_of_pairs_in_the_right_order(scores: list[tuple[int, bool]]) -> None:
    native = [score for score, translated in scores if not translated]
    foreign = [score for score, translated in scores if translated]
    pairs = list(product(native, foreign))
    won = sum((low < high) + (low == high) / 2 for low, high in pairs)
    found = area(
        [Scored(score, translated, str(i)) for i, (score, translated) in enumerate(scores)]
    )
    assert found.auc == pytest.approx(won / len(pairs) if pairs else 0.5, abs=1e-4)
    assert found.low <= found.high
    assert (found.native, found.translated) == (len(native), len(foreign))


def test_honest_probabilities_have_no_error() -> None:
    stated = [(0.2, False)] * 4 + [(0.2, True)] + [(0.8, True)] * 4 + [(0.8, False)]
    assert expected_calibration_error(stated) == pytest.approx(0.0, abs=1e-9)
    assert expected_calibration_error([(1.0, False), (0.0, True)]) == 1.0


def test_a_share_of_the_scores_reaches_the_threshold() -> None:
    scores = [float(number) for number in range(10)]
    threshold = exceeded(scores, 0.8)
    assert sum(score > threshold for score in scores) == 8


def test_an_interval_is_of_documents_and_not_of_their_pieces() -> None:
    """Ten copies of a piece say no more than one; as texts of their own they would."""
    scores = [(0.1, False), (0.3, False), (0.6, False), (0.2, True), (0.7, True), (0.9, True)] * 3
    texts = [Scored(score, kind, str(place)) for place, (score, kind) in enumerate(scores)]
    pieces = [one for one in texts for _ in range(10)]
    apart = [Scored(one.score, one.translated, str(place)) for place, one in enumerate(pieces)]
    clustered, naive = area(pieces), area(apart)
    assert (clustered.low, clustered.high) == (area(texts).low, area(texts).high)
    assert clustered.high - clustered.low > 2 * (naive.high - naive.low)


def test_two_scores_of_the_same_texts_are_compared_text_by_text() -> None:
    truth = [(number, number % 3 == 0) for number in range(60)]
    good = [Scored(number + 40 * kind, kind, str(number)) for number, kind in truth]
    poor = [Scored(number, kind, str(number)) for number, kind in truth]
    found = difference(good, poor)
    assert found.mean == pytest.approx(area(good).auc - area(poor).auc, abs=1e-3)
    assert found.low <= found.mean <= found.high
    same = difference(good, good)
    assert (same.mean, same.low, same.high) == (0.0, 0.0, 0.0)
