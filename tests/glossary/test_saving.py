"""Files are written whole, or not at all, and by one at a time."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qa.errors import QAError
from qa.glossary.saving import Edit, lock


def test_a_kill_in_the_middle_of_a_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(b"old")

    def die(_path: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", die)
    with pytest.raises(KeyboardInterrupt):
        Edit(path, b"old", b"new content").save()
    assert path.read_bytes() == b"old"
    assert not path.with_name("house.toml.lock").exists()


DYING = """
import os, signal, sys
from pathlib import Path
from qa.glossary.saving import Edit
Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
path = Path(sys.argv[1])
Edit(path, path.read_bytes(), b"new content").save()
"""


def test_a_process_that_is_killed_leaves_the_old_file_and_keeps_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(b"old")
    ran = subprocess.run([sys.executable, "-c", DYING, path], check=False)
    assert ran.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"
    Edit(path, b"old", b"new").save()
    assert path.read_bytes() == b"new"


def test_a_change_by_somebody_else_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(b"old")
    mine, theirs = Edit(path, b"old", b"mine"), Edit(path, b"old", b"theirs")
    theirs.save()
    with pytest.raises(QAError, match="changed by somebody else"):
        mine.save()
    assert path.read_bytes() == b"theirs"


def test_a_second_writer_is_kept_out(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(b"old")
    with lock(path), pytest.raises(QAError, match=f"written by process {os.getpid()}"):
        Edit(path, b"old", b"new").save()
    Edit(path, b"old", b"new").save()
    assert path.read_bytes() == b"new"


def test_the_lock_of_a_process_that_ended_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    path.with_name("house.toml.lock").write_text(str(ended.pid))
    Edit(path, b"", b"new").save()
    assert [one.name for one in tmp_path.iterdir()] == ["house.toml"]


def test_a_lock_that_names_nobody_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.with_name("house.toml.lock").write_text("")
    with pytest.raises(QAError, match="process unknown"):
        Edit(path, b"", b"new").save()


def test_a_diff_names_the_lines() -> None:
    lines = [f"line {number}" for number in range(40)]
    after = [*lines[:20], "new", *lines[21:30], *lines[31:]]
    edit = Edit(Path("a"), "\n".join(lines).encode(), "\n".join(after).encode())
    assert edit.diff().split("\n")[:8] == [
        "--- a", "+++ a", "@@ -18,7 +18,7 @@", " line 17", " line 18", " line 19",
        "-line 20", "+new",
    ]  # fmt: skip
    assert "@@ -28,7 +28,6 @@" in edit.diff()
    assert Edit(Path("a"), b"x\ny", b"x\ny").diff() == ""
    unended = "\n\\ No newline at end of file\n"
    grown = Edit(Path("a"), b"x", b"x\ny").diff()
    assert grown == f"--- a\n+++ a\n@@ -1 +1,2 @@\n-x{unended}+x\n+y{unended}"


@pytest.mark.parametrize("ending", ["", "\n"])
def test_a_long_diff_can_be_applied(tmp_path: Path, ending: str) -> None:
    before = "".join(f"{number}\n" for number in range(9_000)) + f"end{ending}"
    after = "".join(f"{number * 7 % 9_000}\n" for number in range(9_000)) + f"end{ending}"
    path = tmp_path / "a"
    path.write_text(before)
    (tmp_path / "diff").write_text(Edit(path, before.encode(), after.encode()).diff())
    subprocess.run(["patch", str(path), str(tmp_path / "diff")], check=True, capture_output=True)  # noqa: S607
    assert path.read_text() == after
