import gzip
from pathlib import Path

import pytest

from qa.errors import QAError
from qa.scoring.packed import Packed
from qa.scoring.reading.bilingual_files import read, table
from qa.scoring.reading.tables import Table

ONE, TWO = '<mrk mtype="seg" mid="1">', '<mrk mtype="seg" mid="2">'
CATALOGUE = r"""# A comment.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=CHARSET\n"
"Language: pt_BR\n"

#: window.c:12
msgctxt "menu"
msgid "Open the \"%s\" folder\n"
"or another"
msgstr "Abrir a pasta \"%s\"\n"
"ou outra"

#, fuzzy
msgid "%d nail"
msgid_plural "%d nails"
msgstr[0] "%d prego"
msgstr[1] "%d pregos é"
#~ msgid "gone"
#~ msgstr "fora"
"""


def units(body: str, version: str = "1.2", told: str = "") -> Table:
    content = (
        f'<xliff version="{version}" {told}><file original="a.md" {told}>{body}</file></xliff>'
    )
    return table(content, "a.xlf", ".xlf")


def memory(found: list[dict[str, str]], target_language: str | None = None) -> Table:
    body = "".join(
        "<tu>"
        + "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in unit.items())
        + "</tu>"
        for unit in found
    )
    content = f'<tmx><header srclang="en"/><body>{body}</body></tmx>'
    return table(content, "a.tmx", ".tmx", target_language)


def test_a_unit_is_a_segment_and_proposals_are_none() -> None:
    found = units(
        "<trans-unit><source>Tür</source><target>door</target>"
        "<alt-trans><source>Tor</source><target>gate</target></alt-trans></trans-unit>"
        "<trans-unit><source>Rad</source></trans-unit>"
        '<trans-unit translate="no"><source>ABC-1</source></trans-unit>'
        "<trans-unit><source/><target/></trans-unit>",
        told='target-language="en"',
    )
    assert found.columns == {
        "document": Packed(("a.md", "a.md")),
        "source": Packed(("Tür", "Rad")),
        "target": Packed(("door", None)),
    }
    assert found.target_language == "en"


def test_marked_segments_of_a_unit_are_told_apart() -> None:
    sources = (
        f"<source>Eins. Zwei.</source><seg-source>{ONE}Eins.</mrk> {TWO}Zwei.</mrk></seg-source>"
    )
    found = units(
        f"<trans-unit>{sources}<target>{ONE}One.</mrk> {TWO}Two.</mrk></target></trans-unit>"
        f"<trans-unit>{sources}<target/></trans-unit>"
        f"<trans-unit>{sources}<target>{ONE}One and two.</mrk></target></trans-unit>"
    )
    assert found.columns["target"] == Packed(("One.", "Two.", None, None, "One and two."))
    assert found.columns["source"][-1] == "Eins. Zwei."


def test_codes_are_left_out_but_not_what_marks_enclose() -> None:
    found = units(
        '<trans-unit><source>A <bpt id="1">&lt;b></bpt>bold\n <g id="2">new</g>'
        '<ept id="1">&lt;/b></ept> <x id="3"/> bag</source></trans-unit>'
    )
    assert found.columns["source"] == Packed(("A bold new bag",))


def test_the_second_version_has_segments_in_units() -> None:
    found = units(
        "<unit><segment><source>Eins.</source><target>One.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment><source>Zwei <pc>neue</pc>.</source></segment></unit>",
        "2.0",
        'trgLang="en"',
    )
    assert found.columns["source"] == Packed(("Eins.", "Zwei neue."))
    assert found.columns["target"] == Packed(("One.", None))
    assert found.target_language == "en"


def test_the_only_other_language_is_the_target() -> None:
    found = memory([{"en-us": "key", "fr_FR": "clé"}, {"en-US": "bee"}])
    assert found.columns == {"source": Packed(("key", "bee")), "target": Packed(("clé", None))}
    assert found.target_language == "fr-FR"


def test_a_target_language_is_chosen_among_several() -> None:
    found = [{"en": "key", "fr": "clé", "de-AT": "Schlüssel"}]
    assert memory(found, "de").columns["target"] == Packed(("Schlüssel",))
    with pytest.raises(QAError, match="there are de-AT, en, fr"):
        memory(found)


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_every_form_of_every_message_is_a_segment(tmp_path: Path, charset: str) -> None:
    path = tmp_path / "pt.po"
    path.write_bytes(CATALOGUE.replace("CHARSET", charset).encode(charset))
    found = read(str(path))
    assert found.columns == {
        "source": Packed(('Open the "%s" folder or another', "%d nail", "%d nails")),
        "target": Packed(('Abrir a pasta "%s" ou outra', "%d prego", "%d pregos é")),
    }
    assert list(found.lines) == [9, 15, 16]
    assert found.target_language == "pt-BR"


def test_packed_files_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "pt.po.gz"
    path.write_bytes(gzip.compress(CATALOGUE.replace("CHARSET", "utf-8").encode()))
    assert len(read(str(path)).columns["target"]) == 3
