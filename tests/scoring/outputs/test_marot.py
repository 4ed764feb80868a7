"""Marot reads what is written for it."""

import io
import json

from score_reports import hostile, made_up

from qa.scoring.model import ScoreReport
from qa.scoring.outputs.marot import COLUMNS, render


def rows(report: ScoreReport) -> list[dict[str, str]]:
    out = io.StringIO()
    render(report, out)
    header, *lines = out.getvalue().rstrip("\n").split("\n")
    assert header.startswith("system\tdoc\t")
    return [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines]


def test_a_line_is_a_segment_of_a_system() -> None:
    lines = rows(made_up())
    assert len(lines) == 3 * 40
    ninth = lines[8]
    assert (ninth["system"], ninth["doc"]) == ("harbour-large", "bridges")
    assert (ninth["docSegId"], ninth["globalSegId"]) == ("1", "9")
    assert ninth["rater"] == ninth["category"] == ninth["severity"] == ""


def test_scores_and_a_known_reference_stand_in_the_metadata() -> None:
    fifth = rows(made_up())[4]
    segment = json.loads(fifth["metadata"])["segment"]
    assert set(segment["metrics"]) == {"BLEU", "chrF2", "TER"}
    assert segment["references"][segment["primary_reference"]].startswith("The ferry to Saint")
    assert [line["source"] for line in rows(made_up())[4:6]] == ["Quellsatz 5", "Quellsatz 6"]
    assert fifth["source"] == "Quellsatz 5"


def test_tabs_and_line_ends_of_a_hypothesis_do_not_break_the_table() -> None:
    assert len(rows(hostile())) == 2
