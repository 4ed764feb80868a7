"""``qa glossary lint``, ``test`` and ``impact`` as they are run."""

import json
from pathlib import Path

import pytest
from conftest import Program

HOUSE = """name = "house"
origin = "de"
language = "en"

# The word of the desk.
[[concept]]
id = "lake"
terms.en = [{ text = "lake " }, { text = "mere", status = "forbidden" }]

[[entry]]
id = "four-eyes"
match = ["under four eyes"]
origin = "unter vier Augen"
why = "English has no such image."
suggest = ["in private"]
confidence = "nearly always"
flagged = ["They met under four eyes."]
clean = ["They met in private."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "articles").mkdir()
    text = "The mayor of the town and his guests met under four eyes at the mere on Monday."
    (tmp_path / "articles" / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_fault_is_shown_with_its_place_and_put_right(program: Program, folder: Path) -> None:
    ran = program("glossary", "lint", "house.toml", cwd=folder)
    assert ran.returncode == 1, ran.stderr
    assert ran.stdout.startswith("house.toml:8: lake: ")
    tried = program("glossary", "lint", "house.toml", "--fix", "--dry-run", cwd=folder)
    assert tried.stdout.startswith("--- house.toml")
    assert (folder / "house.toml").read_text(encoding="utf-8") == HOUSE
    fixed = program("glossary", "lint", "house.toml", "--fix", cwd=folder)
    assert fixed.returncode == 0, fixed.stdout
    assert "# The word of the desk." in (folder / "house.toml").read_text(encoding="utf-8")


def test_faults_as_json(program: Program, folder: Path) -> None:
    ran = program("glossary", "lint", "house.toml", "--format", "json", cwd=folder)
    (fault,) = json.loads(ran.stdout)["faults"]
    assert (fault["line"], fault["id"], fault["safe"]) == (8, "lake", True)


def test_a_file_that_is_no_glossary_is_refused(program: Program, folder: Path) -> None:
    (folder / "bad.toml").write_text("name = 3\n", encoding="utf-8")
    ran = program("glossary", "lint", "bad.toml", cwd=folder)
    assert ran.returncode == 2
    assert "bad.toml" in ran.stderr


def test_examples_and_clean_text_are_tried(program: Program, folder: Path) -> None:
    ran = program("glossary", "test", "house.toml", cwd=folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    ran = program("glossary", "test", "house.toml", "--clean", "articles", cwd=folder)
    assert ran.returncode == 1
    assert "articles/a.txt:1:42: four-eyes finds 'under four eyes'" in ran.stdout


def test_the_impact_of_a_change_is_counted(program: Program, folder: Path) -> None:
    (folder / "new.toml").write_text(HOUSE.replace("mere", "tarn"), encoding="utf-8")
    ran = program("glossary", "impact", "house.toml", "new.toml", "articles", cwd=folder)
    assert ran.returncode == 1, ran.stderr
    assert "lake: 1 finding removed in 1 article" in ran.stdout
    same = program("glossary", "impact", "new.toml", "new.toml", "articles", cwd=folder)
    assert same.returncode == 0
