"""A glossary is begun, filled, changed and looked at from the command line."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Program

Session = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def session(program: Program, tmp_path: Path) -> Session:
    """Return a function that runs a command on a glossary, which is made."""

    def run(command: str, *told: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return program("glossary", command, "house.toml", *told, cwd=tmp_path, **environment)

    assert run("init", "--name", "house", "--scope", "desk").returncode == 0
    return run


def test_a_glossary_is_not_made_twice(session: Session) -> None:
    ran = session("init")
    assert (ran.returncode, "is there already" in ran.stderr) == (2, True)


def test_what_is_added_is_listed_shown_and_counted(session: Session, tmp_path: Path) -> None:
    told = ["--term", "de=Haushalt", "--forbidden", "de=Etat", "--term", "en=budget"]
    ran = session("add", *told, "--domain", "politics", "--definition", "What a state spends.")
    assert (ran.returncode, ran.stderr) == (0, "house.toml: 'haushalt' added\n")
    assert 'terms.de = [\n  { text = "Haushalt" },\n' in (tmp_path / "house.toml").read_text()
    listed = json.loads(session("list", "--language", "de", "--format", "json").stdout)
    assert [(one["term"], one["status"]) for one in listed] == [
        ("Haushalt", "preferred"), ("Etat", "forbidden"),
    ]  # fmt: skip
    assert session("list", "--status", "forbidden", "--format", "tsv").stdout.count("\n") == 2
    assert "Etat" not in session("list", "--language", "en").stdout
    assert "What a state spends." in session("show", "haushalt").stdout
    counted = json.loads(session("stats", "--format", "json").stdout)
    assert (counted["concepts"], counted["languages"]) == (1, {"de": 2, "en": 1})


def test_a_concept_is_edited_retired_and_removed(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    session("add", "--id", "atom", "--term", "de=Atom", "--term", "en=atom", "--note", "old")
    made = path.read_text("utf-8")
    ran = session("edit", "atom", "--note", "new", "--drop", "en=atom", "--dry-run")
    assert {'-note = "old"', '+note = "new"'} <= set(ran.stdout.split("\n"))
    assert path.read_text("utf-8") == made
    assert session("edit", "atom", "--note", "", "--admitted", "de=Teilchen").returncode == 0
    assert "note" not in path.read_text("utf-8")
    assert session("edit", "atom").stderr == "house.toml: nothing to change\n"
    told = ["--term", "de=Teilchen", "--by", "Atom", "--reason", "unclear", "--since", "2026-11-22"]
    assert session("retire", "atom", *told).returncode == 0
    assert '"superseded by Atom 2026-11-22: unclear"' in path.read_text("utf-8")
    assert session("remove", "atom").returncode == 0
    assert path.read_text("utf-8") == 'name = "house"\nscope = "desk"\n\n'


def test_format_tells_whether_it_would_change_anything(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    session("add", "--term", "en=b")
    with path.open("a", encoding="utf-8") as file:
        file.write('\n# first\n[[concept]]\nterms.en = [{ text = "a" }]\nid = "a"\n')
    assert session("format", "--check").returncode == 1
    assert session("format").returncode == 0
    assert session("format", "--check").returncode == 0
    assert path.read_text("utf-8").index("# first") < path.read_text("utf-8").index('id = "b"')


def test_an_editor_gets_the_one_concept(session: Session, tmp_path: Path) -> None:
    session("add", "--term", "en=ion")
    session("add", "--term", "en=atom")
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys, pathlib\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text()\n"
        "assert 'ion' not in text\npath.write_text(text.replace('\"atom\"', '\"atoms\"'))\n"
    )
    editor = f"{sys.executable} {script}"
    ran = session("edit", "atom", "--editor", VISUAL=editor, EDITOR=editor)
    assert ran.stderr == "house.toml: 'atom' changed\n"
    assert 'id = "atoms"' in (tmp_path / "house.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("told", "message"),
    [
        (("add",), "a concept needs a term"),
        (("add", "--term", "Haushalt"), "'Haushalt' names no term"),
        (("add", "--term", "de=A", "--part-of-speech", "thing"), "no part of speech 'thing'"),
        (("show", "atom"), "has no concept 'atom'"),
        (("list", "--format", "xml"), "there is no format 'xml'"),
    ],
)
def test_what_cannot_be_done_is_said(session: Session, told: tuple[str, ...], message: str) -> None:
    ran = session(*told)
    assert (ran.returncode, message in ran.stderr) == (2, True), ran.stderr
