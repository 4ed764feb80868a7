"""Changed lines as git knows them, in repositories made for the purpose."""

import subprocess
from pathlib import Path

import pytest

from qa.errors import QAError
from qa.gate import changes
from qa.gate.changes import ALL, changed, touch

ODD = 'a "b"\n\tü\\.txt'


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.org")
    command = ["git", "-C", str(folder), *identity, *arguments]
    subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with one commit, as the current folder."""
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    for name in ("a.txt", "b.txt", ODD):
        (tmp_path / name).write_text("".join(f"line {at} of {name!r}\n" for at in range(1, 9)))
    (tmp_path / "image.bin").write_bytes(bytes(range(256)))
    (tmp_path / ".gitignore").write_text("ignored.txt\n")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "first")
    return tmp_path


def edit(path: Path, line: int, text: str) -> None:
    lines = path.read_text().splitlines(keepends=True)
    lines[line - 1] = text
    path.write_text("".join(lines))


def lines(name: str, revision: str = "HEAD") -> list[int]:
    return [line for one in changed([name], revision)[name] for line in one]


def test_changed_and_added_lines_count_and_removed_ones_do_not(tree: Path) -> None:
    edit(tree / "a.txt", 2, "another\n")
    edit(tree / "a.txt", 5, "five\nfive and a half\n")
    edit(tree / "a.txt", 8, "")
    assert lines("a.txt") == [2, 5, 6]
    assert lines("b.txt") == []


def test_staged_and_committed_changes_count(tree: Path) -> None:
    edit(tree / "a.txt", 1, "staged\n")
    git(tree, "add", "--all")
    assert lines("a.txt") == [1]
    git(tree, "commit", "--quiet", "--message", "second")
    assert lines("a.txt") == []
    assert lines("a.txt", "HEAD~1") == [1]


def test_a_branch_is_compared_with_where_it_left(tree: Path) -> None:
    git(tree, "switch", "--quiet", "--create", "topic")
    git(tree, "switch", "--quiet", "main")
    edit(tree / "a.txt", 1, "changed on main\n")
    git(tree, "commit", "--quiet", "--all", "--message", "on main")
    git(tree, "switch", "--quiet", "topic")
    assert lines("a.txt", "main") == []


def test_a_renamed_file_has_only_its_changed_lines(tree: Path) -> None:
    git(tree, "mv", "a.txt", "c.txt")
    edit(tree / "c.txt", 3, "changed\n")
    assert lines("c.txt") == [3]


def test_names_that_git_would_quote_are_found(tree: Path) -> None:
    edit(tree / ODD, 4, "changed\n")
    assert lines(ODD) == [4]


@pytest.mark.parametrize("name", ["new.txt", "ignored.txt"])
def test_all_lines_of_a_file_that_git_does_not_follow_are_new(name: str, tree: Path) -> None:
    (tree / name).write_text("one\ntwo\n")
    assert changed([name], "HEAD") == {name: ALL}


def test_all_lines_of_a_changed_binary_file_are_new(tree: Path) -> None:
    (tree / "image.bin").write_bytes(bytes(range(255, -1, -1)))
    assert changed(["image.bin", "-"], "HEAD") == {"image.bin": ALL, "-": ALL}


def test_files_are_found_from_another_folder_and_by_absolute_path(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(tree / "a.txt", 2, "another\n")
    (tree / "desk").mkdir()
    monkeypatch.chdir(tree / "desk")
    assert lines("../a.txt") == lines(str(tree / "a.txt")) == [2]


def test_a_folder_outside_of_any_repository_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.txt").write_text("one\n")
    with pytest.raises(QAError, match="not in a git repository"):
        changed([str(tmp_path / "a.txt")], "HEAD")


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "", "HEAD:a.txt"])
def test_an_unknown_revision_is_an_error(revision: str, tree: Path) -> None:
    with pytest.raises(QAError, match="git knows no revision"):
        changed(["a.txt"], revision)
    assert not (tree / "x").exists()


def test_no_common_history_is_an_error(tree: Path) -> None:
    git(tree, "switch", "--quiet", "--orphan", "other")
    git(tree, "commit", "--quiet", "--allow-empty", "--message", "other")
    (tree / "a.txt").write_text("one\n")
    with pytest.raises(QAError, match="cannot be compared with 'main'") as raised:
        changed(["a.txt"], "main")
    assert "fetch-depth" in (raised.value.hint or "")


def test_settings_of_the_repository_run_nothing(tree: Path) -> None:
    script = tree / "evil"
    script.write_text(f"#!/bin/sh\ntouch {tree}/ran\n")
    script.chmod(0o755)
    for key in ("diff.external", "core.fsmonitor", "diff.evil.textconv", "diff.evil.command"):
        git(tree, "config", key, str(script))
    (tree / ".gitattributes").write_text("*.txt diff=evil\n")
    edit(tree / "a.txt", 2, "another\n")
    assert lines("a.txt") == [2]
    assert not (tree / "ran").exists()


def test_git_that_is_missing_or_slow_is_an_error(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "_SECONDS", 0.000001)
    with pytest.raises(QAError, match="did not answer"):
        changed(["a.txt"], "HEAD")
    monkeypatch.setenv("PATH", str(tree))
    with pytest.raises(QAError, match="git is not installed"):
        changed(["a.txt"], "HEAD")


@pytest.mark.parametrize(
    ("lines", "touched"),
    [
        ((1, 1), False),
        ((2, 2), True),
        ((1, 2), True),
        ((3, 3), False),
        ((3, 5), True),
        ((8, 9), True),
    ],
)
def test_lines_are_touched_where_they_meet_a_changed_one(
    lines: tuple[int, int], *, touched: bool
) -> None:
    assert touch((range(2, 3), range(4, 9)), *lines) is touched
    assert touch(ALL, *lines)
    assert not touch((), *lines)
