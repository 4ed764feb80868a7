"""Glossaries are made ready once, and the cache can only cost or save time."""

from pathlib import Path

import msgspec
import pytest
from conftest import GLOSSARY

from qa.errors import QAError
from qa.glossary import reading


@pytest.fixture
def glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QA_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "house.toml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def kept(glossary: Path) -> list[Path]:
    return sorted((glossary.parent / "cache").glob("*"))


def test_a_function_word_is_no_anchor(glossary: Path) -> None:
    assert "under" not in reading.read(glossary).hints.anchors
    assert "four" in reading.read(glossary).hints.anchors


def test_a_second_reading_comes_from_the_cache(
    glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = reading.read(glossary)
    monkeypatch.setattr(reading, "_made", None)
    assert reading.read(glossary) == first


def test_a_changed_file_is_read_anew(glossary: Path) -> None:
    reading.read(glossary)
    glossary.write_text(GLOSSARY.replace("four", "six"), encoding="utf-8")
    assert reading.read(glossary).glossary.entries[0].match == ("under six eyes",)


@pytest.mark.parametrize("damage", [b"", b"\x00\xff", msgspec.msgpack.encode({"a": 1})])
def test_a_damaged_entry_is_made_anew(
    glossary: Path, damage: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = reading.read(glossary)
    for entry in kept(glossary):
        entry.write_bytes(damage)
    assert reading.read(glossary) == good
    monkeypatch.setattr(reading, "_made", None)
    assert reading.read(glossary) == good


def test_a_cache_that_cannot_be_written_costs_time_only(
    glossary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_CACHE_DIR", str(glossary))  # a file, where no folder can be made
    assert reading.read(glossary).glossary.name == "house"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("under four eyes", "(under"), "house/four-eyes: the pattern '(under' lacks"),
        (("under four eyes", "@number"), "house/four-eyes: the pattern '@number' can match"),
        (("nearly always", "always"), "'always' is none of the values of 'confidence'"),
        (("clean =", "cleen ="), "there is no key 'cleen'"),
        (("[[entry]]", "[[entry"), "house.toml"),
    ],
)
def test_a_mistake_names_the_entry_or_the_file(
    glossary: Path, change: tuple[str, str], said: str
) -> None:
    glossary.write_text(GLOSSARY.replace(*change), encoding="utf-8")
    with pytest.raises(QAError) as raised:
        reading.read(glossary)
    assert said in raised.value.message


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QAError, match="cannot be read"):
        reading.read(tmp_path / "missing.toml")
