"""What a termbase asks of translations."""

from pathlib import Path

import qa
from qa.config import Config
from qa.glossary.terms import Term
from qa.terminology.demanded import terms_of

HOUSE = """
name = "house"

[[concept]]
id = "gangway"
[concept.terms]
en = [{ text = "gangway" }]
de = [{ text = "Gangway", status = "admitted" }, { text = "Landungsbrücke" },
  { text = "Laufsteg", status = "forbidden" }]

[[concept]]
id = "paper"
[concept.terms]
en = [{ text = "Harbour Gazette", do-not-translate = true }]

[[concept]]
id = "later"
draft = true
[concept.terms]
en = [{ text = "quay" }]
de = [{ text = "Kai" }]
"""
TABLE = "source\ttarget\ngangway\tSteg\n"


def test_the_preferred_term_comes_first_and_drafts_ask_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(HOUSE, encoding="utf-8")
    assert terms_of([path], "en-GB", "de") == [
        Term("gangway", ("Landungsbrücke", "Gangway"), retired=("Laufsteg",)),
        Term("Harbour Gazette", ("Harbour Gazette",)),
    ]
    assert terms_of([path], "fr", "de") == []


def test_a_later_glossary_has_the_last_word(tmp_path: Path) -> None:
    house, desk = tmp_path / "house.toml", tmp_path / "desk.tsv"
    house.write_text(HOUSE, encoding="utf-8")
    desk.write_text(TABLE, encoding="utf-8")
    assert terms_of([house, desk], "en", "de")[0] == Term("gangway", ("Steg",))


def test_a_translation_without_the_term_is_found(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(HOUSE, encoding="utf-8")
    checks = ("missing-term", "do-not-translate", "unwanted-term", "forbidden-term")
    config = Config(language="de", origin="en", glossaries=(str(path),), select=checks)
    report = qa.check(
        "Die Fähre hat einen neuen Laufsteg. Das schreibt die Hafenzeitung.",
        source="The ferry has a new gangway. The Harbour Gazette reports it.",
        config=config,
    )
    assert sorted(one.check for one in report.findings) == [
        "do-not-translate",
        "unwanted-term",
    ]
