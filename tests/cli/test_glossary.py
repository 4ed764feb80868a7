"""What keepers of glossaries do from the command line."""

import json
from pathlib import Path

import pytest
from conftest import GLOSSARY, Program


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "house.toml").write_text(GLOSSARY, encoding="utf-8")
    for side, text in (("native", "They met at noon."), ("mt", "They met under four eyes.")):
        (tmp_path / side).mkdir()
        for number in range(8):
            name = f"{2001 + number % 2}-{number}.txt"
            (tmp_path / side / name).write_text(text * (1 + number), encoding="utf-8")
    return tmp_path


def test_a_glossary_is_measured_and_the_figures_reach_the_report(
    program: Program, archive: Path
) -> None:
    told = ["house.toml", "--native", "native", "--translated", "mt"]
    ran = program("glossary", "evaluate", *told, "--keep", cwd=archive)
    assert ran.returncode == 0, ran.stderr
    assert "four-eyes" in ran.stdout
    (archive / "a.txt").write_text("They met under four eyes.", encoding="utf-8")
    checked = program(
        "check", "a.txt", "--glossary", "house.toml", "--language", "en", "--format", "json",
        cwd=archive,
    )  # fmt: skip
    (found,) = [
        one
        for one in json.loads(checked.stdout)["documents"][0]["findings"]
        if one["entry"] == "house/four-eyes"
    ]
    assert (found["native_per_million"], found["translated_per_million"]) == (0, 200_000)


def test_a_built_in_glossary_is_measured_by_name(program: Program, archive: Path) -> None:
    ran = program("glossary", "evaluate", "de-en", "--native", "native", cwd=archive)
    assert ran.returncode == 0, ran.stderr
    assert "four-eyes" in ran.stdout


def test_a_mined_phrase_becomes_a_draft(program: Program, archive: Path) -> None:
    told = ["--native", "native", "--translated", "mt", "--origin", "de"]
    ran = program("glossary", "mine", *told, "--format", "json", cwd=archive)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == []  # the built-in glossary has it
    for number, path in enumerate((archive / "mt").iterdir()):
        text = f"They met beneath green stars in Town{number}."
        path.write_text(text, encoding="utf-8")
    accepting = ["--accept", "1", "--glossary", "new.toml"]
    ran = program("glossary", "mine", *told, *accepting, cwd=archive)
    assert ran.returncode == 0, ran.stderr
    assert "1 drafts appended" in ran.stderr
    assert "beneath-green-stars" in (archive / "new.toml").read_text("utf-8")


def test_drafts_need_a_file_and_an_origin(program: Program, archive: Path) -> None:
    told = ["--native", "native", "--translated", "mt", "--accept", "1"]
    ran = program("glossary", "mine", *told, cwd=archive)
    assert ran.returncode == 2
    assert "drafts need a file and an origin" in ran.stderr
