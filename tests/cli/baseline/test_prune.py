"""``qa baseline prune``: the ratchet."""

from pathlib import Path

from conftest import Program

TOLD = ("--language", "en")
SLIP = "The mayor said the the vote was over.\n"


def test_what_was_mended_fails_when_it_comes_back(program: Program, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(SLIP, encoding="utf-8")
    program("baseline", "write", "a.txt", *TOLD, cwd=tmp_path)
    article.write_text(SLIP.replace("the the", "the"), encoding="utf-8")
    ran = program("baseline", "prune", "a.txt", *TOLD, cwd=tmp_path)
    assert ran.stderr == "qa-baseline.json: 1 gone, 0 known findings left\n"
    article.write_text(SLIP, encoding="utf-8")
    check = ("check", "a.txt", *TOLD, "--fail-on", "warning", "--baseline", "qa-baseline.json")
    assert program(*check, cwd=tmp_path).returncode == 1
