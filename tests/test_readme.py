"""The README is true: its sessions are replayed, its tables made anew."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import typer
from conftest import ROOT, Program
from tables import TABLES

from qa.cli.glossary import app as glossary
from qa.cli.main import app

README = ROOT / "README.md"
UPDATE = "QA_UPDATE" in os.environ
SESSION = re.compile(r"```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```")
TABLE = re.compile(r"<!-- (?P<name>\w+) -->\n(?P<table>(?:.*\n)*?)<!-- end -->")


NEWSROOM = re.compile(r"```console newsroom\n(?P<session>(?:.*\n)*?)```")


def replace(found: re.Match[str], group: str, text: str) -> None:
    """Put ``text`` in the place of a group of the README."""
    whole = README.read_text(encoding="utf-8")
    old = found.group()
    start, end = (offset - found.start() for offset in found.span(group))
    README.write_text(whole.replace(old, old[:start] + text + old[end:]), encoding="utf-8")


def sessions() -> list[re.Match[str]]:
    return list(SESSION.finditer(README.read_text(encoding="utf-8")))


@pytest.mark.parametrize("session", sessions(), ids=lambda found: found["command"])
def test_a_session_shows_what_the_program_prints(session: re.Match[str], program: Program) -> None:
    command = session["command"]
    said, _, piped = command.rpartition("| ")
    stdin = (
        subprocess.run(said, shell=True, capture_output=True, check=True, text=True).stdout
        if said
        else ""
    )
    arguments = shlex.split(piped)
    assert arguments[0] == "qa"
    ran = program(*arguments[1:], cwd=ROOT, stdin=stdin)
    printed = ran.stdout + ran.stderr
    assert "Traceback" not in printed
    if UPDATE:
        replace(session, "output", printed)
    else:
        assert printed == session["output"]


def test_the_session_in_the_newsroom_goes_on_from_block_to_block(
    program: Program, tmp_path: Path
) -> None:
    place = tmp_path / "newsroom"
    shutil.copytree(ROOT / "corpora/samples/newsroom", place)
    for block in NEWSROOM.finditer(README.read_text(encoding="utf-8")):
        commands = re.findall(r"^\$ (.*)$", block["session"], re.MULTILINE)
        printed = "".join(f"$ {one}\n{said(one, place, program)}" for one in commands)
        if UPDATE:
            replace(block, "session", printed)
        else:
            assert printed == block["session"]


def said(command: str, place: Path, program: Program) -> str:
    """Return what a command prints in a folder."""
    name, *arguments = shlex.split(command)
    if name == "cp":
        shutil.copy(*(place / one for one in arguments))
        return ""
    assert name == "qa"
    ran = program(*arguments, cwd=place)
    assert "Traceback" not in ran.stderr
    return ran.stdout + ran.stderr


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_as_generated(name: str) -> None:
    found = next(
        found
        for found in TABLE.finditer(README.read_text(encoding="utf-8"))
        if found["name"] == name
    )
    if UPDATE:
        replace(found, "table", TABLES[name]())
    else:
        assert found["table"] == TABLES[name]()


def test_the_python_session_runs() -> None:
    assert doctest.testfile(str(README), module_relative=False).failed == 0


def test_every_command_is_in_the_readme_and_every_option_says_what_it_does() -> None:
    text = README.read_text(encoding="utf-8")
    for path, one in (("qa", app), ("qa glossary", glossary)):
        group = typer.main.get_command(one)
        for name, command in group.commands.items():  # type: ignore[attr-defined]
            assert f"$ {path} {name}" in text or f"\n{path} {name}" in text
            assert [option.name for option in command.params if not option.help] == []


def test_the_test_command_is_the_one_that_the_gate_runs() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in gate
    assert ".venv/bin/pytest" in README.read_text(encoding="utf-8")


def test_the_sample_is_where_the_readme_says() -> None:
    assert Path(ROOT, "corpora/samples/article.txt").is_file()
