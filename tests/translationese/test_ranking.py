from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.translationese.ranking import Scored, area, exceeded, expected_calibration_error

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
