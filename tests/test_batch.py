"""Batches as a build meets them: any number of files, and whatever goes wrong."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import Program

QA = str(Path(sys.executable).with_name("qa"))
TEXT = "The minister told us that the the Ukraine also uses drones of kind {}.\n"
FULL = Path("/dev/full")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for number in range(30):
        path = tmp_path / "desk" / f"part{number % 3}" / f"a{number:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(number), encoding="utf-8")
    return tmp_path


def lines(size: int) -> str:
    texts = ({"id": number, "text": TEXT.format(number)} for number in range(size))
    return "".join(json.dumps(one) + "\n" for one in texts)


def test_the_report_is_the_same_on_any_number_of_cores_and_from_the_cache(
    program: Program, desk: Path
) -> None:
    (desk / "desk" / "empty.txt").touch()
    told = ["check", "desk", "missing.txt", "--format", "json", "--cache", "results"]
    runs = [
        program(*told, *more, cwd=desk)
        for more in (["--jobs", "3"], ["--jobs", "1"], ["--jobs", "1", "--no-cache"], ["-j", "2"])
    ]
    assert {run.returncode for run in runs} == {2}
    assert len({run.stdout for run in runs}) == 1
    report = json.loads(runs[0].stdout)
    paths = [one["path"] for one in report["documents"]]
    assert len(paths) == 30
    assert paths == sorted(paths)
    assert [one["path"] for one in report["failures"]] == ["desk/empty.txt", "missing.txt"]


def test_files_may_be_named_in_a_list(program: Program, desk: Path) -> None:
    odd = desk / "two\nlines.txt"
    odd.write_text("Words.", encoding="utf-8")
    names = f"two\nlines.txt\0desk/part0\0{desk}/desk/part1/a01.txt\0"
    told = ("check", "--files-from", "-", "--format", "jsonl", "--language", "en")
    ran = program(*told, cwd=desk, stdin=names)
    assert ran.returncode == 0
    first, *others = map(json.loads, ran.stdout.splitlines())
    assert first["path"] == "two\nlines.txt"
    assert len(others) == 11
    assert program("check", "--files-from", "-", "--quiet", cwd=desk).returncode == 0


def test_without_a_path_there_is_nothing_to_read(program: Program) -> None:
    ran = program("check")
    assert ran.returncode == 2
    assert "there is nothing to read" in ran.stderr


def test_a_name_with_escape_sequences_or_bytes_is_shown_without(desk: Path) -> None:
    name = b"odd\x1b]0;x\x07\xff.txt"
    (desk / os.fsdecode(name)).write_text("Words.", encoding="utf-8")
    for format_name in ("terminal", "json"):
        told = [QA, "check", os.fsdecode(name), "--language", "en", "--format", format_name]
        ran = subprocess.run(told, cwd=desk, capture_output=True, check=False)
        assert ran.returncode == 0
        assert b"\x1b" not in ran.stdout
        assert b"xff.txt" in ran.stdout


def test_articles_may_come_as_json_lines(program: Program) -> None:
    told = ("check", "-", "--input-format", "jsonl", "--format", "jsonl", "--language", "en")
    ran = program(*told, "--jobs", "2", stdin=lines(40) + "{\n")
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 2
    assert "-:41: " in ran.stderr
    assert [one["path"] for one in found] == [str(number) for number in range(40)]
    assert {one["check"] for one in found[7]["findings"]} == {"repeated-word", "suspect-phrase"}


def test_settings_are_those_of_each_file(program: Program, desk: Path) -> None:
    (desk / "desk" / "part1" / "qa.toml").write_text('select = ["dash"]', encoding="utf-8")
    told = ("check", "desk", "--format", "jsonl", "--language", "en", "--jobs", "2")
    ran = program(*told, cwd=desk)
    flagged = {
        Path(one["path"]).parent.name: len(one["findings"])
        for one in map(json.loads, ran.stdout.splitlines())
    }
    assert flagged == {"part0": 2, "part1": 0, "part2": 2}


def test_ctrl_c_keeps_what_is_done_and_says_so(tmp_path: Path) -> None:
    told = [QA, "check", "-", "--input-format", "jsonl", "--jobs", "2", "--cache", "results"]
    running = subprocess.Popen(
        [*told, "--format", "jsonl"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdin
    running.stdin.write(lines(30))
    running.stdin.flush()
    deadline = time.monotonic() + 120
    while len(list(tmp_path.glob("results/*/*"))) < 29 and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    out, said = running.communicate(timeout=60)
    assert running.returncode == 2
    assert "Traceback" not in said
    done = len(out.splitlines())
    assert done >= 28
    assert f"stopped when {done} files were checked" in said


def test_a_reader_that_leaves_early_is_no_mistake(desk: Path) -> None:
    told = [QA, "check", "desk", "--format", "json"]
    piped = subprocess.PIPE
    with subprocess.Popen(told, cwd=desk, stdout=piped, stderr=piped) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
    assert running.returncode == 2


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is full")
def test_a_full_disk_is_said_and_nothing_is_half_written(program: Program, desk: Path) -> None:
    with FULL.open("w") as full:
        ran = subprocess.run(
            [QA, "check", "desk"], cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 2
    assert b"qa: standard output: cannot be written: No space left" in ran.stderr
    (desk / "full").symlink_to(FULL)
    again = program("check", "desk", "--output", "full", cwd=desk)
    assert again.returncode == 2
    assert "full: cannot be written: No space left" in again.stderr
    assert (desk / "full").is_symlink()


def test_a_cache_that_cannot_be_written_to_is_done_without(program: Program, desk: Path) -> None:
    (desk / "results").write_bytes(b"no folder")
    ran = program("check", "desk", "--cache", "results", "--quiet", cwd=desk)
    assert (ran.returncode, ran.stdout) == (0, "")
