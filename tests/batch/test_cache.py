"""Results are kept under all that they depend on, and nothing kept can do harm."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import GLOSSARY
from msgspec import msgpack
from msgspec.structs import replace

from qa.batch.cache import Cache
from qa.batch.sources import Source
from qa.config import Config, FailOn
from qa.findings import DocumentReport

REPORT = DocumentReport("a.txt", "en", None, 2, ("dash",), (), None, ())
CONTENT = b"Two words."


def cache(folder: Path, config: Config | None = None, look: str = "check") -> Cache:
    return Cache(folder, look, [config or Config()])


def kept(folder: Path) -> Path:
    cache(folder).keep(Source(b"a.txt"), CONTENT, REPORT)
    (entry,) = (path for path in folder.rglob("*") if path.is_file())
    return entry


def found(folder: Path, **changed: object) -> DocumentReport | None:
    return cache(folder, **changed).find(Source(b"a.txt"), CONTENT)  # type: ignore[arg-type]


def test_what_was_kept_is_found_under_any_name_of_the_same_format(tmp_path: Path) -> None:
    kept(tmp_path)
    assert found(tmp_path) == REPORT
    assert cache(tmp_path).find(Source(b"in/b.TXT"), CONTENT) == replace(REPORT, path="in/b.TXT")
    assert cache(tmp_path).find(Source(b"a.md"), CONTENT) is None
    assert cache(tmp_path).find(Source(b"a.txt"), CONTENT + b" ") is None


def test_another_question_or_other_settings_have_results_of_their_own(tmp_path: Path) -> None:
    kept(tmp_path)
    assert found(tmp_path, look="detect") is None
    for config in (Config(language="en"), Config(origin="de"), Config(ignore=("dash",))):
        assert found(tmp_path, config=config) is None
    # Whether a finding fails a run is decided anew in each.
    assert found(tmp_path, config=Config(fail_on=FailOn.NOTE)) == REPORT


def test_a_glossary_counts_by_what_stands_in_it(tmp_path: Path) -> None:
    here, there = tmp_path / "house.toml", tmp_path / "there" / "desk.toml"
    there.parent.mkdir()
    here.write_text(GLOSSARY, encoding="utf-8")
    shutil.copy(here, there)
    folder = tmp_path / "results"
    cache(folder, Config(glossaries=(str(here),))).keep(Source(b"a.txt"), CONTENT, REPORT)
    assert found(folder) is None
    assert found(folder, config=Config(glossaries=(str(there),))) == REPORT
    there.write_text(GLOSSARY.replace("in private", "alone"), encoding="utf-8")
    assert found(folder, config=Config(glossaries=(str(there),))) is None


def test_a_folder_of_results_may_be_copied(tmp_path: Path) -> None:
    entry = kept(tmp_path / "one")
    assert str(tmp_path).encode() not in entry.read_bytes()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    assert found(tmp_path / "two") == REPORT


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\xff", b"\x80", msgpack.encode({"path": 3}), msgpack.encode([1, 2])]
)
def test_a_damaged_or_foreign_entry_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    entry = kept(tmp_path)
    entry.write_bytes(damage)
    assert found(tmp_path) is None
    assert kept(tmp_path) == entry
    assert found(tmp_path) == REPORT


def test_an_entry_cut_short_at_any_place_is_made_anew(tmp_path: Path) -> None:
    entry = kept(tmp_path)
    whole = entry.read_bytes()
    for size in range(len(whole)):
        entry.write_bytes(whole[:size])
        assert found(tmp_path) is None


def test_a_folder_that_cannot_be_written_to_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "results").write_bytes(b"a file, not a folder")
    blocked = cache(tmp_path / "results")
    blocked.keep(Source(b"a.txt"), CONTENT, REPORT)
    blocked.shrink()
    assert blocked.find(Source(b"a.txt"), CONTENT) is None


def test_the_oldest_results_and_broken_off_ones_go(tmp_path: Path) -> None:
    folder = tmp_path / "ab"
    folder.mkdir()
    for age, name in enumerate(("new", "old", "older")):
        (folder / name).write_bytes(b"x" * 100)
        os.utime(folder / name, (time.time() - age * 100, time.time() - age * 100))
    (folder / "broken.12.part").write_bytes(b"x")
    os.utime(folder / "broken.12.part", (0, 0))
    cache(tmp_path).shrink(limit=256 * 250)
    assert {path.name for path in folder.iterdir()} == {"new", "old"}


def test_a_second_run_reads_results_without_checks_or_glossaries(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Ukraine also uses drones.", encoding="utf-8")
    script = (
        "import sys; from pathlib import Path; from qa.batch import Execution, check_paths\n"
        "from qa.config import Options\n"
        "report = check_paths(['a.txt'], Options(), Execution(cache=Path('results'), jobs=None))\n"
        "print(len(report.documents[0].findings), 'qa.registry' in sys.modules,\n"
        "  'qa.glossary.reading' in sys.modules, 'multiprocessing' in sys.modules)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert runs == ["1 True True False\n", "1 False False False\n"]
