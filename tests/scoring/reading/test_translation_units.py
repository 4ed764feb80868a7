from qa.safe_xml import parse
from qa.scoring.reading.tables import Table
from qa.scoring.reading.translation_units import table


def read(body: str, version: str = "1.2", told: str = "") -> Table:
    content = (
        f'<xliff version="{version}" {told}><file original="a.md" {told}>{body}</file></xliff>'
    )
    return table(parse(content, "a.xlf"), "a.xlf")


def test_a_unit_is_a_segment_and_proposals_are_none() -> None:
    found = read(
        "<trans-unit><source>Tür</source><target>door</target>"
        "<alt-trans><source>Tor</source><target>gate</target></alt-trans></trans-unit>"
        "<trans-unit><source>Rad</source></trans-unit>"
        '<trans-unit translate="no"><source>ABC-1</source></trans-unit>'
        "<trans-unit><source/><target/></trans-unit>",
        told='target-language="en"',
    )
    assert found.columns == {
        "document": ("a.md", "a.md"),
        "source": ("Tür", "Rad"),
        "target": ("door", None),
    }
    assert found.target_language == "en"


def test_marked_segments_of_a_unit_are_told_apart() -> None:
    one, two = '<mrk mtype="seg" mid="1">', '<mrk mtype="seg" mid="2">'
    sources = (
        f"<source>Eins. Zwei.</source><seg-source>{one}Eins.</mrk> {two}Zwei.</mrk></seg-source>"
    )
    found = read(
        f"<trans-unit>{sources}<target>{one}One.</mrk> {two}Two.</mrk></target></trans-unit>"
        f"<trans-unit>{sources}<target/></trans-unit>"
        f"<trans-unit>{sources}<target>{one}One and two.</mrk></target></trans-unit>"
    )
    assert found.columns["target"] == ("One.", "Two.", None, None, "One and two.")
    assert found.columns["source"][-1] == "Eins. Zwei."


def test_the_second_version_has_segments_in_units() -> None:
    found = read(
        "<unit><segment><source>Eins.</source><target>One.</target></segment>"
        "<ignorable><source> </source></ignorable>"
        "<segment><source>Zwei <pc>neue</pc>.</source></segment></unit>",
        "2.0",
        'trgLang="en"',
    )
    assert found.columns["source"] == ("Eins.", "Zwei neue.")
    assert found.columns["target"] == ("One.", None)
    assert found.target_language == "en"
