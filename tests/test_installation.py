"""The code and data that results depend on have one hash, wherever they are installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import qa
from qa import resources

SCRIPT = "from qa import installation; print(installation.digest())"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the package, with the data beside it, as in a clone."""
    shutil.copytree(
        Path(qa.__file__).parent, tmp_path / "qa", ignore=lambda *_: ["corpora", "__pycache__"]
    )
    shutil.copytree(resources.root(), tmp_path / "corpora")
    return tmp_path


def digest(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_code_data_and_plug_ins_change_the_hash_and_nothing_else_does(copy: Path) -> None:
    first = digest(copy)
    assert len(first) == 33
    (copy / "qa" / "checks" / "dash.py").touch()
    (copy / "corpora" / "samples" / "new.txt").write_text("Words.", encoding="utf-8")
    assert digest(copy) == first
    seen = {first}
    for name in ("qa/checks/dash.py", "corpora/de-en/phrases.toml"):
        with (copy / name).open("a", encoding="utf-8") as file:
            file.write("# a remark\n")
        seen.add(digest(copy))
    info = copy / "house-1.0.dist-info"
    info.mkdir()
    (info / "entry_points.txt").write_text("[qa.checks]\nodd = house_odd\n", encoding="utf-8")
    for remark in ("# one\n", "# two, which is longer\n"):
        (copy / "house_odd.py").write_text(remark, encoding="utf-8")
        seen.add(digest(copy))
    assert len(seen) == 5
