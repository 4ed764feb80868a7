"""``qa baseline diff``: what is new, and what is gone."""

from pathlib import Path

from conftest import Program

TOLD = ("--language", "en")


def test_new_and_gone_findings_are_shown(program: Program, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The mayor said the the vote was over.\n", encoding="utf-8")
    program("baseline", "write", "a.txt", *TOLD, cwd=tmp_path)
    same = program("baseline", "diff", "a.txt", *TOLD, cwd=tmp_path)
    assert (same.returncode, same.stdout) == (0, "")
    article.write_text("They met in in Oslo.\n", encoding="utf-8")
    ran = program("baseline", "diff", "a.txt", *TOLD, cwd=tmp_path)
    assert ran.returncode == 1
    assert ran.stdout == (
        "+ a.txt:1:10  warning  “in in” (repeated-word)\n- a.txt  “the the” (repeated-word)\n"
    )


def test_without_a_baseline_there_is_no_difference(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met in Oslo.\n", encoding="utf-8")
    ran = program("baseline", "diff", "a.txt", *TOLD, cwd=tmp_path)
    assert ran.returncode == 2
    assert "`qa baseline write` makes one" in ran.stderr
