import pytest

from qa.translationese.calibration import Calibration, Curve, Deviation, Threshold, probability

CALIBRATION = Calibration(
    curve=Curve(intercept=(0.0, 0.0, 0.0), slope=(1.0, 0.5, 0.0)),
    deviations=(Deviation(60, 0.3, 0.4), Deviation(240, 0.6, 0.8)),
    thresholds=(Threshold(60, -1.0, 2.0), Threshold(240, 0.0, 1.0)),
)


def test_the_same_score_says_more_of_a_longer_text() -> None:
    assert (
        CALIBRATION.curve.scale(100) < CALIBRATION.curve.scale(200) < CALIBRATION.curve.scale(400)
    )
    assert CALIBRATION.curve.scale(5_000) == CALIBRATION.curve.scale(50_000)


def test_the_interval_holds_the_probability_and_grows_between_measured_lengths() -> None:
    low, high = CALIBRATION.interval(0.5, 60)
    assert low < probability(0.5) < high
    wider_low, wider_high = CALIBRATION.interval(0.5, 120)
    assert wider_low < low < high < wider_high


@pytest.mark.parametrize(
    ("log_odds", "tokens", "kind"),
    [(1.5, 60, "unsure"), (1.5, 120, "translated"), (1.5, 999, "translated"), (-2.0, 30, "native")],
)
def test_the_verdict_depends_on_the_length(log_odds: float, tokens: int, kind: str) -> None:
    assert CALIBRATION.kind(log_odds, tokens) == kind


def test_an_extreme_score_is_still_a_probability() -> None:
    assert (probability(-1e9), probability(1e9)) == (0.0, 1.0)
