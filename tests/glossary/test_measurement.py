"""A glossary is measured on native and on translated text."""

from pathlib import Path

import pytest
from articles import native, translated

from qa.errors import QAError
from qa.findings import Confidence
from qa.glossary import measurement
from qa.glossary.compiled import compiled
from qa.glossary.measurement import Text
from qa.glossary.termbase import Entry, Glossary

GLOSSARY = Glossary(
    "house", "de", "en",
    (
        Entry("view", ('"in view of"',), "?", "?", ("because of",), Confidence.CONTEXT, (), ()),
        Entry("said", ("say",), "?", "?", (), Confidence.FREQUENT, (), ()),
        Entry("never", ("zebra",), "?", "?", ("x",), Confidence.NEARLY_ALWAYS, (), ()),
    ),
)  # fmt: skip


def test_hits_and_findings_are_counted_on_both_sides() -> None:
    told: list[str] = []
    measured = measurement.evaluate(
        compiled(GLOSSARY),
        Text([native(number) for number in range(20)], "n"),
        Text([translated(number) for number in range(10)], "t"),
        told.append,
    )
    assert (measured.native.documents, measured.native.words) == (20, 15 * 20)
    assert (measured.entries["view"].native, measured.entries["view"].translated) == (0, 10)
    assert (measured.entries["said"].native, measured.entries["said"].translated) == (20, 10)
    assert measured.entries["never"].translated == 0
    assert measured.flags["depends on context"].native == 0
    assert measured.flags["depends on context"].translated == pytest.approx(1000 / 15, abs=0.01)
    assert measured.flags["only when frequent"].translated == 0


def test_folders_are_read_by_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "2011.native.txt").write_text("A boat.", encoding="utf-8")
    folder = tmp_path / "news-de-en"
    folder.mkdir()
    (folder / "2011.human.txt").write_text("A skiff.", encoding="utf-8")
    (folder / "2011.roundtrip-x.txt").write_text("A ship.", encoding="utf-8")
    assert [one.text for one in measurement.native([tmp_path], "en").samples] == ["A boat."]
    found = measurement.translated([tmp_path], "en", ["de"])
    assert [one.text for one in found.samples] == ["A skiff."]
    both = measurement.translated([tmp_path], "en", [], round_trips=True)
    assert len(both.samples) == 2
    with pytest.raises(QAError, match="no translated text"):
        measurement.translated([tmp_path], "en", ["fr"])
