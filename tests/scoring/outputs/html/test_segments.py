"""The scatter gets the scores and texts of every system, segment by segment."""

import msgspec
from score_reports import NAMES, made_up

from qa.scoring.model import ScoreReport, SegmentScore
from qa.scoring.outputs.html.segments import points, scatter, shown, weakest


def long(segments: int) -> ScoreReport:
    report = made_up()
    made = tuple(
        SegmentScore(n, None, f"line {n}", {"chrF2": float(n % 90)}) for n in range(1, segments + 1)
    )
    systems = tuple(msgspec.structs.replace(one, segments=made) for one in report.systems)
    return msgspec.structs.replace(report, systems=systems)


def test_every_system_has_a_text_and_a_score_for_each_number() -> None:
    told = points(made_up())
    assert told["names"] == list(NAMES)
    assert told["errors"] == ["TER"]
    assert told["numbers"] == list(range(1, 41))
    assert {len(texts) for texts in told["texts"]} == {40}
    assert {len(scores) for scores in told["scores"]["chrF2"]} == {40}
    assert told["given"][5][1] == "Quellsatz 5"


def test_a_segment_that_a_system_lacks_is_empty() -> None:
    report = made_up()
    shorter = msgspec.structs.replace(report.systems[1], segments=report.systems[1].segments[:39])
    told = points(msgspec.structs.replace(report, systems=(report.systems[0], shorter)))
    assert told["texts"][1][39] is None
    assert told["scores"]["BLEU"][1][39] is None


def test_a_score_that_is_no_number_is_left_out() -> None:
    report = made_up()
    broken = msgspec.structs.replace(report.systems[0].segments[0], scores={"BLEU": float("nan")})
    system = msgspec.structs.replace(report.systems[0], segments=(broken,))
    told = points(msgspec.structs.replace(report, systems=(system,)))
    assert told["scores"]["BLEU"] == [[None]]


def test_of_a_long_set_those_compared_and_an_even_sample_are_drawn() -> None:
    report = long(20_000)
    numbers = shown(report)
    compared = {change.number for one in report.comparisons for change in one.gains}
    assert compared <= set(numbers)
    assert 2500 <= len(numbers) <= 3100


def test_one_system_alone_has_its_weakest_segments_and_no_scatter() -> None:
    report = made_up()
    alone = msgspec.structs.replace(report, systems=report.systems[:1])
    assert scatter(alone) == ""
    assert weakest(report, "TER") == ""
    for metric, worst in (("chrF2", min), ("TER", max)):
        least = worst(alone.systems[0].segments, key=lambda one: one.scores[metric])
        first = weakest(alone, metric).split("<tbody>")[1].split("</tr>")[0]
        assert f"<bdi>{least.number}</bdi>" in first
