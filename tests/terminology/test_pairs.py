"""Aligned segments out of files."""

from pathlib import Path

import pytest

from qa.errors import QAError
from qa.terminology.pairs import Aligned, lines, read

TMX = """<?xml version="1.0"?><tmx version="1.4"><header/><body>
<tu><tuv xml:lang="EN-US"><seg>A <bpt i="1">&lt;b&gt;</bpt>lake<ept i="1"/></seg></tuv>
<tuv xml:lang="de"><seg>Ein See</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone</seg></tuv></tu></body></tmx>"""
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body>
<trans-unit id="1"><source>A <g id="1">lake</g></source><target>Ein See</target></trans-unit>
<trans-unit id="2"><source>Alone</source></trans-unit></body></file></xliff>"""
XLIFF_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">
<unit id="u"><segment><source>A lake</source><target>Ein See</target></segment></unit>
</file></xliff>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tmx", TMX),
        ("a.xlf", XLIFF),
        ("a.xliff", XLIFF_2),
        ("a.tsv", "source\ttarget\tnote\nA lake\tEin See\tx\n\n\tx\ty\n"),
    ],
)
def test_every_format_gives_the_filled_pairs(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert read(tmp_path / name, "en", "de") == [Aligned("A lake", "Ein See")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.tmx", "<tmx>"),
        ("a.tmx", TMX.replace('"de"', '"fr"')),
        ("a.tsv", "one column\n"),
        ("a.docx", ""),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(QAError, match=name):
        read(tmp_path / name, "en", "de")


def test_files_of_different_length_are_refused(tmp_path: Path) -> None:
    for name, content in (("s.txt", "a\nb\n"), ("t.txt", "a\n")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(QAError, match=r"t\.txt:2"):
        lines(tmp_path / "s.txt", tmp_path / "t.txt")


def test_entities_of_its_own_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    place = tmp_path / "a.tmx"
    place.write_text(bomb + TMX.partition("?>")[2].replace("Ein See", "See &b;"), encoding="utf-8")
    with pytest.raises(QAError, match="entities of its own are not read"):
        read(place, "en", "de")
