from pathlib import Path

import pytest
from conftest import Program

from qa import formats, streaming
from qa.config import Config
from qa.formats import bilingual
from qa.model import Lines
from qa.pipeline import inspect

FAULTY = "They painted the the fence near the port on a quiet morning in May."
CLEAN = "The yard builds cranes for the ports of the north, and sells few of them {}."


def table(rows: int) -> str:
    """Return pairs of which every hundredth has a finding, twice the same one."""
    targets = (FAULTY if row % 100 == 0 else CLEAN.format(row) for row in range(rows))
    return "de\ten\n" + "".join(f"Satz {row} é\t{text}\n" for row, text in enumerate(targets))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "a.tsv"
    found.write_text(table(2 * bilingual.ROWS + 1), encoding="utf-8")
    return found


def test_a_file_in_parts_has_one_report_with_the_places_of_the_file(path: Path) -> None:
    config = Config(select=("repeated-word",))
    content = path.read_text("utf-8")
    report = streaming.inspect(formats.parts(str(path)), config)
    whole = inspect(formats.read(str(path)), config)
    assert report.words == whole.words
    assert report.findings == whole.findings
    assert len(report.findings) == 41
    assert len({finding.fingerprint for finding in report.findings}) == 41
    last = report.findings[-1]
    assert content[last.start : last.end] == "the the"
    assert Lines(content).position(last.start).line == last.line == 4002
    assert report.verdict is not None
    assert report.notes[0].startswith("read in 3 parts")


def test_a_file_of_one_part_is_as_a_document(tmp_path: Path) -> None:
    found = tmp_path / "a.tsv"
    found.write_text(table(20), encoding="utf-8")
    report = streaming.inspect(formats.parts(str(found)), Config())
    assert report == inspect(formats.read(str(found)), Config())


def test_the_language_that_the_first_part_is_in_holds_for_all(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("de\ten", "source\ttarget"), encoding="utf-8")
    report = streaming.inspect(formats.parts(str(path)), Config(select=("repeated-word",)))
    assert report.language == "en"
    assert len(report.findings) == 41


def test_the_program_shows_words_of_a_part_in_their_place(path: Path, program: Program) -> None:
    ran = program("check", str(path), "--select", "repeated-word")
    assert ran.returncode == 0, ran.stderr
    assert "4002:26  warning" in ran.stdout
    assert "Satz 4000" in ran.stdout
