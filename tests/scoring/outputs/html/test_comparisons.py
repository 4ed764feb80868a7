"""Gains and losses stand side by side with their words marked."""

from score_reports import empty, made_up

from qa.scoring.outputs.html.comparisons import marked, options, pairs


def test_differing_words_are_marked_and_the_rest_is_escaped() -> None:
    assert marked("a <b> c", ((2, 5),)) == "a <mark>&lt;b&gt;</mark> c"


def test_each_pair_has_its_section_and_its_choice() -> None:
    report = made_up()
    assert pairs(report).count("<section") == len(report.comparisons)
    assert options(report).count("<option") == len(report.comparisons)
    assert "harbour-large gains most" in pairs(report)
    assert pairs(empty()) == ""
