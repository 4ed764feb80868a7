"""Habits and agreement are tables, or nothing."""

from score_reports import empty, hostile, made_up

from qa.scoring.outputs.html.asides import agreement, conditions, disputed, habits, terms, trust


def test_every_way_of_matching_terms_has_a_column() -> None:
    made = terms(made_up())
    assert "exact</th>" in made
    assert "91.0%" in made
    assert "−0.830" in agreement(made_up())


def test_nothing_measured_is_nothing_shown() -> None:
    parts = (agreement, conditions, disputed, habits, terms, trust)
    assert [part(empty()) for part in parts] == [""] * 6


def test_a_figure_is_sorted_by_its_number_and_what_cannot_be_told_has_none() -> None:
    assert 'data-key="0.587"' in trust(made_up())
    assert "nan" not in trust(hostile())


def test_a_segment_that_metrics_disagree_on_is_shown_with_its_texts() -> None:
    shown = disputed(made_up())
    first, second = shown.index("BLEU 8.25"), shown.index("BLEU 61.50")
    assert first < shown.index("Old Tolvik had expected") < second
