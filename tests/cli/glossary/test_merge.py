"""``qa glossary diff``, ``merge`` and ``suggest`` as they are run."""

from pathlib import Path

import pytest
from conftest import Program

BASE = """name = "house"

[[concept]]
id = "lake"
definition = "Wet."
terms.en = [{ text = "lake" }]
"""


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    for name, definition in (("base", "Wet."), ("mine", "Still water."), ("theirs", "Inland.")):
        text = BASE.replace("Wet.", definition)
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_changes_are_told_in_words(program: Program, copies: Path) -> None:
    ran = program("glossary", "diff", "base.toml", "mine.toml", cwd=copies)
    assert ran.returncode == 1
    assert ran.stdout == "lake: definition changed from 'Wet.' to 'Still water.'\n"
    assert program("glossary", "diff", "base.toml", "base.toml", cwd=copies).returncode == 0


def test_a_conflict_is_listed_and_nothing_written(program: Program, copies: Path) -> None:
    told = ["base.toml", "mine.toml", "theirs.toml", "-o", "out.toml"]
    ran = program("glossary", "merge", *told, cwd=copies)
    assert ran.returncode == 1
    assert "lake: definition\n  base    Wet.\n  mine    Still water.\n" in ran.stdout
    assert not (copies / "out.toml").exists()
    ran = program("glossary", "merge", *told, "--prefer", "theirs", cwd=copies)
    assert ran.returncode == 0, ran.stderr
    assert 'definition = "Inland."' in (copies / "out.toml").read_text(encoding="utf-8")


def test_candidates_are_appended_as_drafts(program: Program, copies: Path) -> None:
    lines = [("The lake froze", "Der See gefror"), ("The hill burnt", "Der Hügel brannte")] * 4
    for name, side in (("s.txt", 0), ("t.txt", 1)):
        text = "".join(f"{pair[side]}\n" for pair in lines)
        (copies / name).write_text(text, encoding="utf-8")
    asked = ["--source", "s.txt", "--target", "t.txt", "--languages", "en-de"]
    ran = program(
        "glossary", "suggest", *asked, "--glossary", "base.toml", "--append", cwd=copies
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    text = (copies / "base.toml").read_text(encoding="utf-8")
    assert text.startswith(BASE)
    assert "together in 4 segments" in text
    assert "draft = true" in text
    nothing = program("glossary", "suggest", cwd=copies)
    assert nothing.returncode == 2
