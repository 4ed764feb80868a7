"""The program as scripts meet it: exit statuses, streams, files."""

import json
from pathlib import Path

import pytest
from conftest import Program

TRANSLATED = "The minister told us that the the Ukraine also uses drones of this kind.\n"
DAMAGED = "The minister left Zürich on Monday afternoon.\n".encode().decode("cp1252")


def written(folder: Path, text: str, name: str = "article.txt") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_a_clean_article_ends_with_status_0(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, "The minister left the meeting early on Monday.\n")
    ran = program("check", name, "--language", "en", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith("0 errors, 0 warnings, 0 notes in 1 file, 8 words\n")


def test_warnings_fail_only_when_asked_to(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED)
    assert program("check", name, "--language", "en", cwd=tmp_path).returncode == 0
    told = ["check", name, "--language", "en", "--fail-on", "warning"]
    assert program(*told, cwd=tmp_path).returncode == 1


def test_an_error_fails_and_never_does_not(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, DAMAGED)
    assert program("check", name, "--language", "en", cwd=tmp_path).returncode == 1
    told = ["check", name, "--language", "en", "--fail-on", "never"]
    assert program(*told, cwd=tmp_path).returncode == 0


def test_an_unreadable_file_does_not_stop_the_others(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED)
    (tmp_path / "empty.txt").touch()
    ran = program("check", "missing.txt", name, "empty.txt", "--language", "en", cwd=tmp_path)
    assert ran.returncode == 2
    assert "'the' stands here twice" in ran.stdout
    assert "missing.txt" in ran.stderr
    assert "empty.txt" in ran.stderr


def test_standard_input_is_checked(program: Program) -> None:
    ran = program("check", "-", "--language", "en", "--format", "json", stdin=TRANSLATED)
    document = json.loads(ran.stdout)["documents"][0]
    assert document["path"] == "-"
    assert {one["check"] for one in document["findings"]} == {"repeated-word", "suspect-phrase"}


def test_reports_go_to_files_and_screen_at_once(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED)
    ran = program(
        "check",
        name,
        "--language",
        "en",
        "--format",
        "json=out.json",
        "--format",
        "terminal",
        cwd=tmp_path,
    )
    assert "stands here twice" in ran.stdout
    assert json.loads((tmp_path / "out.json").read_text())["schema"] == "qa-report/1"


def test_a_report_that_cannot_be_written_is_an_error(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED)
    ran = program("check", name, "--language", "en", "-o", "no/such/folder.txt", cwd=tmp_path)
    assert ran.returncode == 2
    assert "cannot be written" in ran.stderr


def test_a_missing_glossary_is_an_error_even_if_nothing_can_be_read(
    program: Program, tmp_path: Path
) -> None:
    ran = program("check", "missing.txt", "--glossary", "house.toml", cwd=tmp_path)
    assert ran.returncode == 2
    assert "house.toml: cannot be read" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_quiet_prints_nothing(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED)
    ran = program("check", name, "--language", "en", "--quiet", cwd=tmp_path)
    assert (ran.stdout, ran.stderr) == ("", "")


def test_verbose_says_on_standard_error_what_ran(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED)
    ran = program("check", name, "--language", "en", "--verbose", cwd=tmp_path)
    assert "repeated-word" in ran.stderr
    assert "signature: qa:" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["check", "-", "--ignore", "repeated-wrod"], "did you mean 'repeated-word'?"),
        (["check", "-", "--format", "jsn"], "did you mean 'json'?"),
        (["explain", "suspect-phase"], "did you mean 'suspect-phrase'?"),
        (["explain"], "--list"),
        (["explain", "de-en/the-ukrane"], "did you mean 'de-en/the-ukraine'?"),
        (["explain", "xx-yy/the-ukraine"], "qa check shows"),
        (["check", "-", "--ignore", "de-en/the-ukrane"], "did you mean 'de-en/the-ukraine'?"),
    ],
)
def test_a_slip_is_answered_with_the_nearest_name(
    program: Program, arguments: list[str], hint: str
) -> None:
    ran = program(*arguments, stdin="Some text.")
    assert ran.returncode == 2
    assert hint in ran.stderr


def test_an_unknown_check_in_the_settings_is_an_error(program: Program, tmp_path: Path) -> None:
    written(tmp_path, 'ignore = ["dahs"]', "qa.toml")
    ran = program("check", written(tmp_path, TRANSLATED), cwd=tmp_path)
    assert ran.returncode == 2
    assert "did you mean 'dash'?" in ran.stderr


def test_the_width_of_the_terminal_is_respected(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED.strip() * 20)
    ran = program("check", name, "--language", "en", cwd=tmp_path, COLUMNS="50")
    assert max(len(line) for line in ran.stdout.splitlines() if "article.txt" not in line) <= 50


def test_there_is_no_colour_outside_a_terminal(program: Program, tmp_path: Path) -> None:
    ran = program("check", written(tmp_path, TRANSLATED), "--language", "en", cwd=tmp_path)
    assert "\x1b" not in ran.stdout


def test_the_same_text_gets_the_same_report(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, TRANSLATED * 3)
    first, second = (program("check", name, "--format", "json", cwd=tmp_path) for _ in range(2))
    assert first.stdout == second.stdout


def test_the_version_is_shown(program: Program) -> None:
    assert program("--version").stdout.startswith("qa 0.")


def test_completion_is_offered(program: Program) -> None:
    assert "--install-completion" in program("--help").stdout


def test_one_source_is_for_one_file(program: Program, tmp_path: Path) -> None:
    names = [written(tmp_path, TRANSLATED, name) for name in ("a.txt", "b.txt", "de.txt")]
    ran = program("check", *names[:2], "--source", names[2], cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "--source names what one file was translated from, and here are 2" in ran.stderr
    assert "{stem}" in ran.stderr


def test_a_source_that_is_not_there_is_named(program: Program, tmp_path: Path) -> None:
    ran = program("check", written(tmp_path, TRANSLATED), "--source", "de.txt", cwd=tmp_path)
    assert ran.returncode == 2
    assert "de.txt: there is no such file" in ran.stderr


def test_a_source_may_be_of_another_format(program: Program, tmp_path: Path) -> None:
    name = written(tmp_path, "The port has been closed since Monday.\n")
    source = written(
        tmp_path,
        "<html><p>Der Hafen ist seit Montag geschlossen.</p>"
        "<p>Die Polizei sucht seither nach zwei Zeugen, die den Brand bemerkt haben.</p></html>",
        "original.html",
    )
    ran = program(
        *("check", name, "--source", source, "--language", "en", "--format", "json"), cwd=tmp_path
    )
    (document,) = json.loads(ran.stdout)["documents"]
    (omission,) = [one for one in document["findings"] if one["check"] == "possible-omission"]
    assert document["origin"] == "de"
    assert omission["source_text"].startswith("Die Polizei")
    assert omission["text"] == "Monday"


def test_a_quiet_run_writes_the_reports_that_have_a_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They met in in Ankara.\n", encoding="utf-8")
    shown = ("--quiet", "--format=json=a.json", "--format=tsv")
    ran = program("check", "a.txt", "--language=en", *shown, cwd=tmp_path)
    assert ran.stdout == ""
    assert "repeated-word" in (tmp_path / "a.json").read_text(encoding="utf-8")


def test_a_house_explains_its_own_concepts_and_phrases(program: Program, tmp_path: Path) -> None:
    house = """\
name = "house"

[[concept]]
id = "budget"
definition = "The plan of a state for its money."
terms.en = [{ text = "budget" }]
"""
    written(tmp_path, house, "house.toml")
    told = program("explain", "house/budget", "--glossary", "house.toml", cwd=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "The plan of a state for its money." in told.stdout
    written(tmp_path, 'glossaries = ["house.toml"]', "qa.toml")
    assert program("explain", "house/budget", cwd=tmp_path).stdout == told.stdout
    unknown = program("explain", "house/budgets", cwd=tmp_path)
    assert unknown.returncode == 2
