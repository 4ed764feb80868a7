"""``qa baseline write``: from then on only what is new fails."""

from pathlib import Path

from conftest import Program

SLIP = "The mayor said the the vote was over.\n"
TOLD = ("--language", "en")


def test_findings_become_known_and_only_new_ones_fail(program: Program, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(SLIP, encoding="utf-8")
    ran = program("baseline", "write", "a.txt", *TOLD, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "qa-baseline.json: 1 known findings, 0 before\n"
    check = ("check", "a.txt", *TOLD, "--fail-on", "warning", "--baseline", "qa-baseline.json")
    known = program(*check, cwd=tmp_path)
    assert known.returncode == 0
    assert known.stdout.endswith("1 file, 8 words, 1 known from the baseline\n")
    article.write_text(f"They met in in Oslo.\n\n{SLIP}", encoding="utf-8")
    assert program(*check, cwd=tmp_path).returncode == 1


def test_the_file_that_the_settings_name_is_written_before_it_is_there(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "qa.toml").write_text('baseline = "known.json"\nlanguage = "en"\n')
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "a.txt").write_text(SLIP, encoding="utf-8")
    assert program("baseline", "write", "a.txt", cwd=tmp_path / "desk").returncode == 0
    assert '"path":"desk/a.txt"' in (tmp_path / "known.json").read_text()
    told = ("--fail-on", "warning")
    assert program("check", "desk/a.txt", *told, cwd=tmp_path).returncode == 0


def test_a_file_that_cannot_be_read_leaves_the_baseline_as_it_was(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(SLIP, encoding="utf-8")
    ran = program("baseline", "write", "a.txt", "missing.txt", *TOLD, cwd=tmp_path)
    assert ran.returncode == 2
    assert "missing.txt" in ran.stderr
    assert not (tmp_path / "qa-baseline.json").exists()
