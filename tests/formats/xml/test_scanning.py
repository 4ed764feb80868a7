import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QAError
from qa.formats.xml.scanning import Scanner

BOMB = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<tmx>&b;</tmx>'
FILE = '<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/hostname">]><tmx>&a;</tmx>'
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % a SYSTEM "http://localhost/a.dtd"> %a;]><tmx/>'


class Places(Scanner):
    def __init__(self) -> None:
        super().__init__("a.xml")
        self.found: list[tuple[str, int]] = []
        self.heard: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if "k" not in attributes:
            self.found.append((name, self.offset()))

    def end(self, name: str) -> None:
        self.found.append((f"/{name}", self.offset()))


def scanned(content: str, block: int = 1_000_000) -> list[tuple[str, int]]:
    scanner = Places()
    for at in range(0, len(content), block):
        scanner.feed(content[at : at + block])
    scanner.feed("", final=True)
    return scanner.found


@pytest.mark.parametrize("content", [BOMB, FILE, PARAMETER])
def test_a_document_with_entities_of_its_own_is_refused(content: str) -> None:
    with pytest.raises(QAError, match=r"a.xml:1: entity 'a': entities of its own are not read"):
        scanned(content)


def test_an_entity_of_a_declaration_that_is_not_followed_is_refused() -> None:
    with pytest.raises(QAError, match="entity 'nbsp'"):
        scanned('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>&nbsp;</tmx>')
    assert scanned('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx>a</tmx>')[0] == ("tmx", 33)


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(QAError, match="nested more than 200 deep"):
        scanned("<a>" * 100_000)


def test_what_is_not_well_formed_is_named_with_its_line() -> None:
    with pytest.raises(QAError, match=r"a.xml:2: is not well-formed XML: mismatched tag"):
        scanned("<a>\n</b>")
    with pytest.raises(QAError, match=r"a.xml:3: is not well-formed XML: no element found"):
        scanned("<a>\n\n")


def test_the_declared_encoding_of_a_decoded_document_does_not_matter() -> None:
    assert scanned('<?xml version="1.0" encoding="utf-16"?><é/>')[0] == ("é", 39)


def test_names_lose_the_prefix_of_the_root() -> None:
    found = scanned('<x:a xmlns:x="u"><x:b/><y:c xmlns:y="v"/></x:a>')
    assert [name for name, _ in found if not name.startswith("/")] == ["a", "b", "y:c"]


PIECES = st.sampled_from(["é", "𝄞", "&amp;", "<b k='é'/>", "<b/>", "<!-- é -->", "\r\n", " a "])


@given(st.lists(PIECES, max_size=20).map("".join), st.integers(1, 30))
def test_places_are_code_points_of_the_file_in_any_blocks(inside: str, block: int) -> None:
    content = f"<a>{inside}<c/>é</a>"
    found = scanned(content, block)
    assert found == scanned(content)
    starts = [at for name, at in found if name in {"b", "c"}]
    assert [content[at : at + 3] for at in starts] == ["<b/"] * (len(starts) - 1) + ["<c/"]


def test_a_comment_without_an_end_is_refused_before_it_costs_time() -> None:
    scanner = Places()
    scanner.feed("<a><!--")
    for _ in range(19):
        scanner.feed("- " * 50_000)
    with pytest.raises(QAError, match="a tag or a comment is longer than 2 MB"):
        scanner.feed("- " * 100_000)


def test_a_long_stretch_without_elements_is_not_kept() -> None:
    scanner = Places()
    scanner.feed("<a>")
    for _ in range(400):
        scanner.feed("é" * 10_000)
    scanner.feed("<b/></a>", final=True)
    assert scanner.found[1] == ("b", 4_000_003)
