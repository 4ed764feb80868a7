"""Habits and agreement are tables, or nothing."""

from score_reports import empty, made_up

from qa.scoring.outputs.html.asides import agreement, habits


def test_every_way_of_matching_terms_has_a_column() -> None:
    made = habits(made_up())
    assert "terms, exact" in made
    assert "91.0%" in made
    assert "−0.830" in agreement(made_up())


def test_nothing_measured_is_nothing_shown() -> None:
    assert habits(empty()) == agreement(empty()) == ""
