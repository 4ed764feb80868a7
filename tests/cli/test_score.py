"""``qa score``: figures, formats and exit statuses."""

import json
import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from qa.cli.score import score

REFERENCE = ["The kettle boils over whenever the phone rings.", "Bring two lamps, please."]
CANDIDATE = ["The kettle boils over each time the phone rings.", "Please bring two lamps."]


def scored(folder: Path, *options: str) -> Result:
    for name, segments in (("reference", REFERENCE), ("candidate", CANDIDATE)):
        (folder / name).write_text("\n".join(segments) + "\n", encoding="utf-8")
    app = typer.Typer()
    app.command()(score)
    files = [str(folder / "candidate"), "--reference", str(folder / "reference")]
    return CliRunner().invoke(app, [*files, "--metric", "chrf", "--resamples", "50", *options])


def test_scores_come_as_json_with_signatures(tmp_path: Path) -> None:
    ran = scored(tmp_path, "--format", "json")
    assert ran.exit_code == 0
    report = json.loads(ran.stdout)
    assert report["schema"] == "qa-score/1"
    (one,) = report["systems"][0]["scores"]
    assert one["metric"] == "chrF2"
    assert one["low"] < one["score"] < one["high"]
    assert one["signature"].startswith("nrefs:1|bs:50|seed:12345|")
    assert report["references"] == REFERENCE


def test_reports_go_to_files(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    ran = scored(tmp_path, "--format", f"markdown={target}", "--no-confidence")
    assert ran.exit_code == 0
    assert "chrF2" in target.read_text(encoding="utf-8")
    assert ran.stdout == ""


def test_a_condition_that_is_not_met_fails_and_says_so(tmp_path: Path) -> None:
    ran = scored(tmp_path, "--fail-under", "chrf=99.5", "--format", "junit")
    assert ran.exit_code == 1
    assert "chrF2 at least 99.5" in ran.stderr
    assert 'failures="1"' in ran.stdout
    assert scored(tmp_path, "--fail-under", "chrf=10").exit_code == 0


@pytest.mark.parametrize(
    ("metric", "message"),
    [
        ("comet=nowhere/model.ckpt", "nowhere/model.ckpt: there is no such file"),
        ("chrf++=model.ckpt", r"--metric chrf\+\+=model.ckpt: chrF2\+\+ takes no model"),
    ],
)
def test_a_model_that_cannot_be_used_is_told(tmp_path: Path, metric: str, message: str) -> None:
    assert re.fullmatch(message, str(scored(tmp_path, "--metric", metric).exception))


def test_every_option_says_what_it_does() -> None:
    app = typer.Typer()
    app.command()(score)
    command = typer.main.get_command(app)
    assert [one.name for one in command.params if not getattr(one, "help", "")] == []


def test_an_unknown_test_is_refused(tmp_path: Path) -> None:
    ran = scored(tmp_path, "--paired", "guess")
    assert "no test 'guess'" in str(ran.exception)
