"""A sentence that stands twice beside a source is one finding, whoever cut the texts."""

import pytest

import qa
from qa.formats import read_text

SOURCE = "Niemand weiß, wie lange die Reparatur dauert."
TARGET = "Nobody can say for how long the repair will last."


def checks(report: qa.DocumentReport) -> list[str]:
    return [found.check for found in report.findings]


def test_within_a_segment_it_is_a_doubled_sentence() -> None:
    row = f"source\ttarget\n{SOURCE}\t{TARGET} {TARGET}\n"
    report = qa.check(read_text(row, suffix=".tsv"), language="en", origin="de")
    assert checks(report) == ["doubled-sentence"]


@pytest.mark.parametrize(
    ("further", "between"),
    [
        ("", " "),
        ("Die Bürgermeisterin sprach am Montag.", " The mayor spoke on Monday. "),
    ],
)
def test_in_aligned_texts_it_is_a_repeated_one(further: str, between: str) -> None:
    source = f"{SOURCE} {further}"
    report = qa.check(f"{TARGET}{between}{TARGET}", source=source, language="en", origin="de")
    assert checks(report) == ["repeated-sentence"]
