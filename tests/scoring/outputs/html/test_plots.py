"""Plots place values by percentage and survive every range of them."""

import re

import pytest

from qa.scoring.outputs.html.plots import Dot, Row, distributions, dot_plot, scale, ticks


def places(plot: str) -> list[float]:
    return [float(found) for found in re.findall(r' (?:x|x1|x2)="(-?[\d.]+)%"', plot)]


def test_a_scale_has_room_on_both_sides() -> None:
    width = scale([10.0, 20.0])
    assert width.low < 10
    assert width.high > 20
    assert width.place(15.0) == "50.00%"


@pytest.mark.parametrize(
    "values", [[0.0, 100.0], [3.0, 3.0], [0.001, 0.002], [-4000.0, 90000.0]], ids=str
)
def test_the_lines_of_a_grid_are_few_and_lie_on_the_scale(values: list[float]) -> None:
    width = scale(values)
    assert 2 <= len(ticks(width)) <= 6
    assert all(width.low <= tick <= width.high for tick in ticks(width))


def test_a_dot_says_its_name_its_score_and_its_interval() -> None:
    plot = dot_plot([Row("one", [Dot(0, "one", 5.0, 4.0, 6.0)], "5.00")], "scores")
    assert "<title>one: 5.00 (4.00 to 6.00)</title>" in plot
    assert 'href="#mark-0"' in plot
    assert all(0 <= place <= 100 for place in places(plot))


def test_a_distribution_counts_every_segment_once() -> None:
    values = [0.0, 10.0, 10.0, 55.5, 100.0]
    plot = distributions([(Dot(1, "one", 35.1), values)], "scores")
    assert sum(int(found) for found in re.findall(r": (\d+) segments</title>", plot)) == 5
    assert "median 10.0, half in 10 to 56" in plot
    assert all(0 <= place <= 100 for place in places(plot))


def test_one_value_alone_can_be_drawn() -> None:
    assert "<svg" in distributions([(Dot(0, "one", 7.0), [7.0])], "scores")
    assert "<svg" in dot_plot([Row("one", [Dot(0, "one", 7.0)], "")], "scores")
