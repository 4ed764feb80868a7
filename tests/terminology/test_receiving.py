"""What an import does to a glossary file that is there."""

from pathlib import Path

import pytest

from qa.terminology import keeping
from qa.terminology.model import Concept, Status, Term, Termbase
from qa.terminology.receiving import received

FILE = """# Kept by the desk.
name = "house"
scope = "house"

# Not the bank of a river.
[[concept]]
id = "bank"  # money
definition = "A house for money."
[concept.terms]
en = [{ text = "bank" }]

[[concept]]
id = "quay"
[concept.terms]
en = [{ text = "quay" }]
"""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "house.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def imported(*concepts: Concept) -> Termbase:
    return Termbase("port", concepts)


def test_new_concepts_are_added_and_comments_stay(house: Path) -> None:
    new = Concept("pier", {"en": (Term("pier"),)})
    result = received(house, imported(new))
    result.edit.save()
    assert result.added == ("pier",)
    assert house.read_text(encoding="utf-8").startswith(FILE)
    assert keeping.read(house).concepts[-1] == new


def test_what_a_concept_lacks_is_merged_into_it(house: Path) -> None:
    result = received(
        house, imported(Concept("bank", {"de": (Term("Bank"),)}, domain="money", examples=("Ah.",)))
    )
    result.edit.save()
    assert (result.merged, result.conflicts) == (("bank",), ())
    merged = keeping.read(house).concepts[0]
    assert merged.terms == {"en": (Term("bank"),), "de": (Term("Bank"),)}
    assert (merged.domain, merged.definition) == ("money", "A house for money.")
    text = house.read_text(encoding="utf-8")
    assert "# Not the bank of a river.\n" in text
    assert "# money" in text


def test_a_contradiction_is_listed_and_the_file_wins(house: Path) -> None:
    other = Concept("bank", {"en": (Term("bank", Status.FORBIDDEN),)}, definition="A slope.")
    result = received(house, imported(other))
    assert result.edit.before == result.edit.after
    assert {(one.concept, one.what) for one in result.conflicts} == {
        ("bank", "definition"),
        ("bank", "term 'bank' (en)"),
    }


def test_the_same_again_changes_nothing(house: Path) -> None:
    result = received(house, keeping.read(house))
    assert result.unchanged == ("bank", "quay")
    assert result.edit.diff() == ""


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    termbase = imported(Concept("pier", {"en": (Term("pier"),)}))
    received(path, termbase).edit.save()
    assert keeping.read(path) == termbase
