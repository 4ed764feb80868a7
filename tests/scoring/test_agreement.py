"""How far metrics agree with each other and with people."""

from collections.abc import Sequence
from math import isnan

import pytest

from qa.scoring import agreement

SCORES = {
    "chrF2": [[10.0, 20.0, 30.0], [40.0, 50.0, 60.0]],
    "TER": [[60.0, 50.0, 40.0], [30.0, 20.0, 10.0]],
    "odd": [[1.0, 2.0, 3.0], [4.0, 6.0, 5.0]],
}
SYSTEMS = ["alpha", "beta"]


def test_every_two_metrics_are_compared_over_all_segments() -> None:
    found = agreement.agreements(SCORES, lower_is_better={"TER"})
    assert [(one.left, one.right) for one in found] == [
        ("chrF2", "TER"),
        ("chrF2", "odd"),
        ("TER", "odd"),
    ]
    assert [found[0].pearson, found[0].kendall] == pytest.approx([1, 1])
    assert found[1].kendall == pytest.approx((14 - 1) / 15)
    assert found[0].segments == 6


def test_error_rates_run_the_other_way_unless_told() -> None:
    assert agreement.agreements(SCORES)[0].kendall == pytest.approx(-1)


def test_segments_that_metrics_rank_differently_are_found() -> None:
    scores = {"left": [[1.0, 2.0, 3.0, 9.0]], "right": [[1.0, 2.0, 3.0, 0.0]]}
    first, *rest = agreement.disagreements(["alpha"], scores, top=2)
    assert (first.system, first.number, first.left_score, first.right_score) == (
        "alpha",
        4,
        9.0,
        0.0,
    )
    assert (first.left_rank, first.right_rank) == (0.875, 0.125)
    assert len(rest) == 1


def test_metrics_that_agree_have_no_outliers() -> None:
    two = {name: SCORES[name] for name in ("chrF2", "TER")}
    assert agreement.disagreements(SYSTEMS, two, lower_is_better={"TER"}) == ()


def test_a_metric_is_measured_by_people() -> None:
    asked: list[tuple[str, str, Sequence[int]]] = []

    def score(system: str, metric: str, segments: Sequence[int]) -> float:
        asked.append((system, metric, segments))
        return {"alpha": 20.0, "beta": 50.0}[system]

    people = {"alpha": {0: 1.0, 1: 2.0}, "beta": {0: 3.0, 1: 3.0, 2: 5.0}}
    (found,) = agreement.correlate(people, SYSTEMS, {"chrF2": SCORES["chrF2"]}, score)
    assert (found.systems, found.segments) == (2, 5)
    assert found.system_accuracy == found.system_kendall == 1.0
    assert found.segment_accuracy == found.segment_grouped_kendall == 1.0
    assert found.segment_grouped_pearson == pytest.approx(1.0)
    assert 0.9 < found.segment_pearson < 1
    assert asked == [("alpha", "chrF2", [0, 1]), ("beta", "chrF2", [0, 1, 2])]


def test_an_error_rate_that_people_agree_with_is_above_zero() -> None:
    people = {"alpha": {0: 1.0}, "beta": {0: 3.0}}
    scores = {"TER": SCORES["TER"]}
    (found,) = agreement.correlate(
        people, SYSTEMS, scores, lambda system, *_: float(-len(system)), lower_is_better={"TER"}
    )
    assert found.segment_grouped_kendall == 1.0
    assert found.system_accuracy == 0.0


def test_one_system_leaves_what_compares_systems_untold() -> None:
    people = {"alpha": {0: 1.0, 2: 2.0}}
    (found,) = agreement.correlate(people, SYSTEMS, {"chrF2": SCORES["chrF2"]}, lambda *_: 1.0)
    assert isnan(found.system_accuracy)
    assert isnan(found.segment_accuracy)
    assert found.segment_pearson == pytest.approx(1.0)
