"""The plots and tables of the systems say what was measured."""

import msgspec
from score_reports import METRICS, made_up

from qa.scoring.outputs.html import systems


def test_the_standing_names_the_best_first() -> None:
    drawn = systems.standing(made_up(), "TER")
    assert drawn.index("harbour-large") < drawn.index("harbour-small") < drawn.index("baseline")
    assert "lower is better" in drawn


def test_a_metric_that_a_system_lacks_is_left_out() -> None:
    report = made_up()
    bare = msgspec.structs.replace(report.systems[0], scores=(), segments=(), documents=())
    lacking = msgspec.structs.replace(report, systems=(bare, *report.systems[1:]))
    for metric in METRICS:
        assert "harbour-large" not in systems.standing(lacking, metric)
        assert "harbour-large" not in systems.spread(lacking, metric)
        assert "–" in systems.documents(lacking, metric)
    assert "–" in systems.scores(lacking)


def test_buckets_are_drawn_by_kind_and_documents_have_a_table_of_their_own() -> None:
    report = made_up()
    repeated = msgspec.structs.replace(report.buckets[0], kind="document")
    more = msgspec.structs.replace(report, buckets=(*report.buckets, repeated))
    drawn = systems.buckets(more, "chrF2")
    assert drawn.count("<figure") == 3
    assert "chrF2 by document" not in drawn
    assert "chrF2 by document" in systems.documents(more, "chrF2")


def test_a_paired_test_says_for_whom_it_speaks() -> None:
    assert "could be chance" in systems.tests(made_up(), "chrF2")
    assert systems.tests(msgspec.structs.replace(made_up(), differences=()), "chrF2") == ""
