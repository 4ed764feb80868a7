"""``qa report stats``: noise over reports."""

import json
from pathlib import Path

from conftest import Program

TOLD = ("--language", "en")


def reported(program: Program, folder: Path, text: str, name: str) -> str:
    (folder / "a.md").write_text(text, encoding="utf-8")
    told = ("check", "a.md", *TOLD, "--format", f"json={name}")
    assert program(*told, cwd=folder).returncode == 0
    return name


def test_what_was_mended_and_what_was_dismissed_is_told_apart(
    program: Program, tmp_path: Path
) -> None:
    slips = "He said the the vote was over.\n\nThey met in in Oslo.\n"
    first = reported(program, tmp_path, slips, "1.json")
    mended = slips.replace("the the", "the").replace("Oslo.", "Oslo. <!-- qa:ignore -->")
    second = reported(program, tmp_path, mended, "2.json")
    ran = program("report", "stats", first, second, "--format", "json", cwd=tmp_path)
    (row,) = json.loads(ran.stdout)["checks"]
    assert (row["name"], row["findings"]) == ("repeated-word", 2)
    assert (row["mended"], row["comment"], row["precision"]) == (1, 1, 0.5)


def test_the_account_goes_to_a_file(program: Program, tmp_path: Path) -> None:
    name = reported(program, tmp_path, "They met in in Oslo.\n", "1.json")
    ran = program("report", "stats", name, "-o", "stats.tsv", "--format", "tsv", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert (tmp_path / "stats.tsv").read_text().startswith("kind\tname\tfindings\t")


def test_what_is_no_report_is_an_error(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    ran = program("report", "stats", "a.json", cwd=tmp_path)
    assert ran.returncode == 2
    assert "a.json: is not a report" in ran.stderr
    assert "Traceback" not in ran.stderr
