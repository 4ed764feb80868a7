"""What stands beside the scores is the same table in every output."""

from math import nan

from msgspec.structs import replace
from score_reports import NAMES, empty, made_up

from qa.scoring import tabular


def test_conditions_that_are_not_met_come_first() -> None:
    rows = tabular.conditions(made_up()).rows
    assert [row[1].text for row in rows] == ["not met", "met"]


def test_every_way_of_matching_terms_is_a_column() -> None:
    table = tabular.terms(made_up())
    assert table.headings == ("system", "exact", "inflected")
    assert table.rows[0][-1] == ("95.0%", 0.95, None)


def test_without_a_glossary_nothing_is_said_of_terms() -> None:
    habits = tuple(replace(one, terms={}) for one in made_up().habits)
    assert tabular.terms(replace(made_up(), habits=habits)).rows == []


def test_the_metric_that_people_agree_with_comes_first_and_what_is_not_known_last() -> None:
    report = made_up()
    unknown = replace(report.correlations[0], metric="new", segment_accuracy=nan)
    rows = tabular.trust(replace(report, correlations=(unknown, *report.correlations))).rows
    assert [row[0].text for row in rows] == ["chrF2", "BLEU", "new"]
    assert rows[2][3] == ("–", None, None)


def test_a_segment_that_several_metrics_disagree_on_is_shown_once_with_its_texts() -> None:
    first, second = tabular.disputed(made_up(), 5)
    assert (first.metrics.number, second.metrics.number) == (12, 7)
    assert second.metrics.right == "TER"
    assert first.hypothesis == made_up().systems[2].segments[11].hypothesis
    assert (first.reference, first.source) == (made_up().references[11], "Quellsatz 12")
    assert second.metrics.system == NAMES[1]
    assert tabular.disputed(made_up(), 1) == [first]


def test_of_nothing_there_is_no_table() -> None:
    assert list(tabular.tables(empty())) == []
    assert len(list(tabular.tables(made_up()))) == 4
