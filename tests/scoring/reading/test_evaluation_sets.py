from pathlib import Path

import pytest

from qa.errors import QAError
from qa.safe_xml import parse
from qa.scoring.packed import Packed
from qa.scoring.reading.evaluation_sets import read, table

XML = """<dataset id="t">
<doc id="one" origlang="de">
 <src lang="de"><p><seg id="1">eins</seg></p><p><seg id="2">zwei</seg></p></src>
 <ref lang="en" translator="A"><p><seg id="1">one</seg></p><p><seg id="2">two</seg></p></ref>
 <ref lang="en" translator="B"><p><seg id="2">a pair</seg></p></ref>
 <hyp language="en" system="North"><p><seg id="1">1</seg></p><p><seg id="2">2</seg></p></hyp>
</doc></dataset>"""
SGML = """<refset setid="t" srclang="any" trglang="en">
<DOC sysid='A' docid=one genre="news"><p><seg id="1">cats & dogs &lt;3 &copy</seg>
<seg id=2>two
lines</seg></p></DOC>
<doc sysid="B" docid="one"><seg id="1">both pets</seg></doc></refset>"""


def test_xml_has_sources_references_and_systems_by_name() -> None:
    found = table(parse(XML, "t.xml"), "t.xml")
    assert found.columns == {
        "document": Packed(("one", "one")),
        "source": Packed(("eins", "zwei")),
        "reference:A": Packed(("one", "two")),
        "reference:B": Packed((None, "a pair")),
        "hypothesis:North": Packed(("1", "2")),
    }
    assert found.target_language == "en"


def test_sgml_tells_references_apart_by_system(tmp_path: Path) -> None:
    path = tmp_path / "ref.sgm"
    path.write_text(SGML, encoding="utf-8")
    found = read(str(path))
    assert found.columns == {
        "document": Packed(("one", "one")),
        "reference:A": Packed(("cats & dogs <3 &copy", "two lines")),
        "reference:B": Packed(("both pets", None)),
    }
    assert found.target_language == "en"


def test_a_segment_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "src.sgm"
    path.write_text('<srcset><doc><seg id="1">a</seg><seg id="1">b</seg></doc></srcset>', "utf-8")
    with pytest.raises(QAError, match="segment '1' of document '' stands twice"):
        read(str(path))


def test_a_file_without_segments_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ref.sgm"
    path.write_text("<seg " * 100_000 + "<doc " + "x" * 1_000_000 + ">", encoding="utf-8")
    with pytest.raises(QAError, match="no segments"):
        read(str(path))
