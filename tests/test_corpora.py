"""Linguistic data: every file decodes, has a source, is sorted; every entry does what it says."""

import hashlib
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from conftest import ROOT

from qa.findings import Confidence
from qa.glossary import rates
from qa.glossary.termbase import Entry, Glossary, load
from qa.glossary.validation import faults

CORPORA = ROOT / "corpora"
FILES = sorted(path for path in CORPORA.rglob("*") if path.is_file())
PROSE = ("evaluation", "samples")
GLOSSARIES = [load(path) for path in sorted(CORPORA.glob("*/phrases.toml"))]
ENTRIES = [
    pytest.param(glossary, entry, id=f"{glossary.name}/{entry.id}")
    for glossary in GLOSSARIES
    for entry in glossary.entries
]


def name(path: Path) -> str:
    return path.relative_to(CORPORA).as_posix()


def test_every_file_has_a_source_and_its_hash() -> None:
    sources = tomllib.loads((CORPORA / "SOURCES.toml").read_text(encoding="utf-8"))
    hashes = {
        name(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FILES
        if path.name != "SOURCES.toml"
    }
    assert {file: row["sha256"] for file, row in sources.items()} == hashes, "run .ci/sources"
    for row in sources.values():
        assert {"origin", "licence", "date", "builder"} <= row.keys()


@pytest.mark.parametrize(
    "path",
    [p for p in FILES if p.suffix == ".txt" and p.relative_to(CORPORA).parts[0] not in PROSE],
    ids=name,
)
def test_a_word_list_is_sorted_and_unique(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert entries == sorted(set(entries))


@pytest.mark.parametrize("glossary", GLOSSARIES, ids=lambda glossary: glossary.name)
def test_entries_are_sorted_and_their_ids_are_unique(glossary: Glossary) -> None:
    ids = [entry.id for entry in glossary.entries]
    assert ids == sorted(ids)
    assert [one for one, count in Counter(ids).items() if count > 1] == []
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) for one in ids)


@pytest.mark.parametrize("glossary", GLOSSARIES, ids=lambda glossary: glossary.name)
def test_a_glossary_is_named_after_its_folder(glossary: Glossary) -> None:
    assert (CORPORA / glossary.name / "phrases.toml").is_file()
    assert glossary.name == f"{glossary.origin}-{glossary.language}"


@pytest.mark.parametrize(("glossary", "entry"), ENTRIES)
def test_an_entry_finds_what_it_says_and_nothing_else(glossary: Glossary, entry: Entry) -> None:
    alone = Glossary(glossary.name, glossary.origin, glossary.language, (entry,))
    assert list(faults(alone)) == []
    assert entry.flagged
    assert entry.clean
    assert not entry.draft


@pytest.mark.parametrize("glossary", GLOSSARIES, ids=lambda glossary: glossary.name)
def test_every_entry_was_measured(glossary: Glossary) -> None:
    measured = rates.read(CORPORA / glossary.name / "phrases.toml")
    assert measured
    assert measured.entries.keys() == {entry.id for entry in glossary.entries}


@pytest.mark.parametrize("glossary", GLOSSARIES, ids=lambda glossary: glossary.name)
def test_what_is_nearly_always_wrong_leaves_native_text_alone(glossary: Glossary) -> None:
    """At most one hit in 100,000 native words, and no more of them than in translated text."""
    measured = rates.read(CORPORA / glossary.name / "phrases.toml")
    assert measured
    for entry in glossary.entries:
        rate = measured.rate(entry.id)
        if entry.confidence is Confidence.NEARLY_ALWAYS and rate and rate.native_per_million:
            assert rate.native_per_million <= 10
            assert rate.native_per_million <= (
                10 if rate.translated_per_million is None else rate.translated_per_million
            )
