"""Order, figures and marked words are the same in every output."""

import msgspec
import pytest
from score_reports import NAMES, empty, made_up

from qa.scoring import presentation as say
from qa.scoring.model import Difference, Score


def test_the_best_system_comes_first_whichever_way_a_metric_counts() -> None:
    report = made_up()
    unranked = msgspec.structs.replace(
        report,
        systems=tuple(msgspec.structs.replace(one, rank={}) for one in reversed(report.systems)),
    )
    assert [one.name for one in say.ordered(unranked, "chrF2")] == list(NAMES)
    assert [one.name for one in say.ordered(unranked, "TER")] == list(NAMES)
    assert say.leading(unranked, "TER") == {NAMES[0]}


def test_the_headline_is_what_was_compared() -> None:
    assert say.headline(made_up()) == "chrF2"
    assert say.headline(empty()) is None


@pytest.mark.parametrize(
    ("metric", "delta", "chances", "favoured"),
    [
        ("chrF2", 2.0, (0.01, 0.02), "a"),
        ("chrF2", -2.0, (0.01,), "b"),
        ("TER", -2.0, (0.01,), "a"),
        ("chrF2", 2.0, (0.01, 0.2), None),
        ("chrF2", 0.0, (0.001,), None),
    ],
)
def test_tests_speak_for_a_system_only_if_all_of_them_do(
    metric: str, delta: float, chances: tuple[float, ...], favoured: str | None
) -> None:
    kinds = ("bootstrap", "randomisation")
    made = tuple(
        Difference("a", "b", metric, kind, delta, p)
        for kind, p in zip(kinds, chances, strict=False)
    )
    (one,) = say.tested(msgspec.structs.replace(made_up(), differences=made))
    assert one.favoured == favoured


def test_a_text_is_cut_where_spans_begin_and_end() -> None:
    cut = list(say.pieces("one two three", ((0, 3), (4, 7))))
    assert cut == [("one", True), (" ", False), ("two", True), (" three", False)]
    assert list(say.pieces("", ())) == []


def test_figures_are_written_as_in_papers() -> None:
    assert say.figure(61.2349) == "61.23"
    assert say.signed(-0.5) == "−0.50"
    assert say.chance(0.0002) == "< 0.001"
    assert say.percent(None) == "–"
    assert (say.coefficient(-0.25), say.coefficient(float("nan"))) == ("−0.250", "–")
    assert say.interval(Score("BLEU", 1.0, None, None, "")) == ""
    assert say.limits(Score("BLEU", 1.0, None, None, "")) == (1.0, 1.0)


def test_reference_and_source_of_a_segment_are_found_by_its_number() -> None:
    assert say.given(made_up(), 40)[1] == "Quellsatz 40"
    assert say.given(made_up(), 41) == say.given(empty(), 1) == (None, None)


def test_systems_beyond_the_palette_share_a_colour() -> None:
    report = made_up()
    many = msgspec.structs.replace(
        report,
        systems=tuple(msgspec.structs.replace(report.systems[0], name=f"s{n}") for n in range(9)),
    )
    assert list(say.series(many).values()) == [0, 1, 2, 3, 4, 5, 6, 6, 6]
