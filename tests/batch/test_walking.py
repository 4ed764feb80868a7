"""Which files are read: folders, patterns, lists, and what git ignores."""

import os
import subprocess
from pathlib import Path

import pytest

from qa.batch.walking import chosen, listed
from qa.errors import QAError


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.md", "in/c.HTML", "in/deep/d.txt", "picture.png", ".hidden/e.txt"):
        path = tmp_path / "desk" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Words.", encoding="utf-8")
    return tmp_path / "desk"


def errors(found: list[str | QAError]) -> list[str]:
    return [one.message for one in found if isinstance(one, QAError)]


@pytest.mark.usefixtures("desk")
def test_a_folder_is_read_with_all_in_it_that_a_format_knows() -> None:
    expected = ["desk/a.md", "desk/b.txt", "desk/in/c.HTML", "desk/in/deep/d.txt"]
    assert chosen(["desk"]) == expected
    assert chosen(["."]) == expected


@pytest.mark.usefixtures("desk")
def test_a_file_that_is_named_is_read_whatever_it_is_called_and_once() -> None:
    assert chosen(["desk/picture.png", "desk/b.txt", "desk/b.txt", "desk"])[:2] == [
        "desk/picture.png",
        "desk/b.txt",
    ]
    assert chosen(["missing.txt", "-"]) == ["missing.txt", "-"]


@pytest.mark.usefixtures("desk")
def test_patterns_match_files_at_any_depth() -> None:
    assert chosen(["desk/**/*.txt"]) == ["desk/b.txt", "desk/in/deep/d.txt"]
    assert chosen(["desk/*.md"]) == ["desk/a.md"]
    assert errors(chosen(["desk/*.rst"])) == ["desk/*.rst: no file matches"]


def test_data_tables_in_a_folder_are_read_only_when_asked_for(desk: Path) -> None:
    for name in ("counts.csv", "counts.tsv", "in/stream.jsonl"):
        (desk / name).write_text("a,b\n", encoding="utf-8")
    assert len(chosen(["desk"])) == 4
    assert chosen(["desk/counts.csv"]) == ["desk/counts.csv"]
    assert chosen(["desk/**/*.jsonl"]) == ["desk/in/stream.jsonl"]


def test_a_file_whose_name_is_a_pattern_is_that_file(desk: Path) -> None:
    (desk / "[b].txt").write_text("Words.", encoding="utf-8")
    assert chosen(["desk/[b].txt"]) == ["desk/[b].txt"]
    assert chosen([], ["desk/[x].txt"]) == ["desk/[x].txt"]


def test_a_folder_with_nothing_to_read_is_an_error(desk: Path) -> None:
    (desk / "empty").mkdir()
    (message,) = errors(chosen(["desk/empty"]))
    assert message == "desk/empty: no file in it can be checked"


def test_what_git_ignores_is_left_out_of_folders_and_patterns(desk: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=desk.parent, check=True)  # noqa: S607
    (desk.parent / ".gitignore").write_text("deep/\n*.md\n!a.md\n", encoding="utf-8")
    (desk / "in" / ".gitignore").write_text("*.HTML\n", encoding="utf-8")
    assert chosen(["desk"]) == ["desk/a.md", "desk/b.txt"]
    assert chosen(["desk/**/*.txt"]) == ["desk/b.txt"]


def test_what_git_ignores_is_read_when_it_is_named(desk: Path) -> None:
    (desk / ".gitignore").write_text("in/\n", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=desk, check=True)  # noqa: S607
    assert "desk/in/c.HTML" not in chosen(["desk"])
    assert chosen(["desk/in"]) == ["desk/in/c.HTML", "desk/in/deep/d.txt"]
    assert chosen(["desk/in/c.HTML"]) == ["desk/in/c.HTML"]


def test_links_that_go_round_in_circles_end(desk: Path) -> None:
    (desk / "in" / "up").symlink_to(desk)
    (desk / "self.txt").symlink_to(desk / "self.txt")
    (desk / "link.txt").symlink_to(desk / "b.txt")
    found = chosen(["desk"])
    assert len(found) == 6
    # Reading it tells the user that it leads nowhere.
    assert {"desk/link.txt", "desk/self.txt"} < set(found)


def test_pipes_in_a_folder_are_not_waited_for(desk: Path) -> None:
    os.mkfifo(desk / "pipe.txt")
    assert "desk/pipe.txt" not in chosen(["desk"])


def test_folders_may_be_deeper_than_python_recurses(tmp_path: Path) -> None:
    folders = [Path(f"{tmp_path}{'/d' * depth}") for depth in range(1, 1050)]
    for folder in folders:
        folder.mkdir()
    file = folders[-1] / "a.txt"
    file.write_text("Words.", encoding="utf-8")
    assert chosen([str(tmp_path)]) == [str(file)]
    file.unlink()
    for folder in reversed(folders):  # before pytest tries, which recurses
        folder.rmdir()


def test_a_list_has_a_name_a_line_or_names_ended_by_nul(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"a b.txt\r\n\nc.md\n")
    assert listed(str(path)) == ["a b.txt", "c.md"]
    path.write_bytes(b"two\nlines.txt\0c.md\0")
    assert listed(str(path)) == ["two\nlines.txt", "c.md"]
