"""Metrics are found by name, ours and other people's."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.metrics import STANDARD, Settings, available, distinct, metrics

PLUGIN = """
class Length:
    name = "length"
    higher_is_better = True

    def statistics(self, hypothesis, references):
        return [len(hypothesis), len(references[0])]

    def score(self, summed):
        return summed[0] / summed[1]

    def signature(self, setup):
        return "length"


METRICS = {"length": lambda settings: Length()}
"""


def names(asked: Sequence[str]) -> list[str]:
    return [metric.name for metric in metrics(asked, Settings())]


def test_the_standard_metrics_have_the_names_of_sacrebleu() -> None:
    assert names(STANDARD) == ["BLEU", "chrF2", "chrF2++", "TER"]


def test_names_are_told_in_any_case_and_counted_once() -> None:
    assert names(["TER", "ter", "BLEU"]) == ["TER", "BLEU"]


def test_the_file_of_a_model_keeps_its_case_beside_the_name() -> None:
    assert distinct(["COMET=Model/A.ckpt", "comet=Model/A.ckpt", "BLEU"]) == (
        "comet=Model/A.ckpt",
        "bleu",
    )


def test_a_model_for_a_metric_without_one_is_refused() -> None:
    with pytest.raises(QAError, match="TER takes no model"):
        names(["ter=model.ckpt"])


def test_an_unknown_metric_is_named_with_the_nearest() -> None:
    with pytest.raises(QAError, match="no metric 'bleau'") as caught:
        metrics(["bleau"], Settings())
    assert caught.value.hint == "did you mean 'bleu'?"


def test_a_metric_of_somebody_else_is_found_by_its_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other_metric.py").write_text(PLUGIN, encoding="utf-8")
    information = tmp_path / "other-1.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    (information / "entry_points.txt").write_text("[qa.metrics]\nlength = other_metric\n")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        assert set(available()) >= {*STANDARD, "length"}
        assert names(["length"]) == ["length"]
    finally:
        sys.modules.pop("other_metric", None)
