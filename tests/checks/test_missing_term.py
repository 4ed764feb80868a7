"""What makes a missing term a note, and how tables of terms reach the check."""

from pathlib import Path

from msgspec.structs import replace

from qa.config import Config
from qa.findings import Finding, Severity
from qa.model import Document, Pair, Segment, Source, Text
from qa.pipeline import inspect


def document(source: str, target: str) -> Document:
    segment, original = Segment(0, Text.verbatim(target)), Segment(0, Text.verbatim(source))
    beside = Source("s.txt", source, (original,), (Pair(original, segment),), language="en")
    return Document("t.txt", target, (segment,), source=beside)


CONCEPT = """
name = "house"

[[concept]]
id = "bus"
terms.en = [{ text = "bus" }]
terms.de = [{ text = "Bus" }, { text = "Omnibus", status = "forbidden" }]
"""


def findings(
    tmp_path: Path, table: str, source: str, target: str, concepts: str = ""
) -> list[Finding]:
    contents = {tmp_path / "terms.tsv": table, tmp_path / "house.toml": concepts}
    for path, content in contents.items():
        path.write_text(content, encoding="utf-8")
    given = tuple(str(path) for path, content in contents.items() if content)
    config = Config(language="de", glossaries=given)
    selected = replace(config, select=("missing-term", "forbidden-term", "unwanted-term"))
    return list(inspect(document(source, target), selected).findings)


def test_a_table_given_as_glossary_is_looked_for(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "airway\tAtemweg\n", "His airways were free.", "Er lebte.")
    assert found.severity is Severity.WARNING
    assert found.source_text == "airways"
    assert found.suggestions == ("Atemweg",)


def test_in_a_name_it_is_a_note(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "airway\tAtemweg\n", "British Airways flew.", "Sie flog.")
    assert found.severity is Severity.NOTE


def test_one_of_several_is_enough(tmp_path: Path) -> None:
    table = "bus\tBus\nbus\tOmnibus\n"
    assert findings(tmp_path, table, "The bus is late.", "Der Omnibus kommt spät.") == []


def test_only_what_is_advised_against_may_be_listed(tmp_path: Path) -> None:
    table = "source\ttarget\tstatus\nbus\tOmnibus\tdeprecated\n"
    (found,) = findings(tmp_path, table, "The bus is late.", "Die Omnibusse kommen spät.")
    assert found.check == "forbidden-term"
    assert found.text == "Omnibusse"


def test_one_word_is_one_finding(tmp_path: Path) -> None:
    table = "source\ttarget\tstatus\nbus\tBus\t\nbus\tOmnibus\tforbidden\n"
    sides = ("The bus is late.", "Der Omnibus kommt spät.")
    assert [found.check for found in findings(tmp_path, table, *sides)] == ["forbidden-term"]
    for listed in (table, ""):
        given = findings(tmp_path, listed, *sides, concepts=CONCEPT)
        assert [found.check for found in given] == ["unwanted-term"]


def test_concepts_are_asked_for(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "", "The bus is late.", "Er kommt spät.", concepts=CONCEPT)
    assert (found.check, found.suggestions) == ("missing-term", ("Bus",))
