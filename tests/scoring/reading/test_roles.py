import pytest

from qa.errors import QAError
from qa.scoring.reading import roles
from qa.scoring.reading.roles import HYPOTHESIS, REFERENCE, SOURCE, Columns
from qa.scoring.reading.tables import Table

ANY = Columns()


def table(*names: str) -> Table:
    return Table("t.tsv", {name: (name,) for name in names})


@pytest.mark.parametrize(
    ("name", "role", "called"),
    [
        ("reference", REFERENCE, "reference"),
        ("Ref2", REFERENCE, "2"),
        ("refA", REFERENCE, "A"),
        ("refs.human", REFERENCE, "human"),
        ("hypothesis:North", HYPOTHESIS, "North"),
        ("mt", HYPOTHESIS, "mt"),
        ("src", SOURCE, "src"),
    ],
)
def test_a_column_is_known_by_its_name(name: str, role: str, called: str) -> None:
    assert roles.embedded(table(name), role) == {called: (name,)}


@pytest.mark.parametrize("name", ["refund", "reference_length", "source_lang", "hyp-score", "docs"])
def test_a_name_that_only_begins_so_is_another_property(name: str) -> None:
    assert not roles.is_role(name)
    assert roles.further(table(name, "text", "docid"), ANY) == {name: (name,)}


def test_a_column_asked_for_comes_first_then_its_role_then_text_then_the_only_one() -> None:
    every = table("output", "hypothesis", "text")
    assert roles.streams(every, HYPOTHESIS, Columns("output")) == {"": ("output",)}
    assert roles.streams(every, HYPOTHESIS, ANY) == {"": ("hypothesis",)}
    assert roles.streams(table("text", "score"), HYPOTHESIS, ANY) == {"": ("text",)}
    assert roles.streams(table("Satz", "docid"), HYPOTHESIS, ANY) == {"": ("Satz",)}


def test_several_columns_of_a_role_keep_what_tells_them_apart() -> None:
    assert list(roles.streams(table("ref1", "ref2"), REFERENCE, ANY)) == ["1", "2"]


@pytest.mark.parametrize(
    ("columns", "names", "expected"),
    [
        (ANY, ("a", "b"), "no column of the reference; its columns: 'a', 'b'"),
        (Columns(reference="gold"), ("text",), "no column 'gold'"),
    ],
)
def test_a_table_without_the_role_names_its_columns(
    columns: Columns, names: tuple[str, ...], expected: str
) -> None:
    with pytest.raises(QAError, match=expected):
        roles.streams(table(*names), REFERENCE, columns)


def test_documents_and_what_stands_beside_are_found() -> None:
    both = table("docid", "text", "src")
    assert roles.documents(both, ANY) == ("docid",)
    assert roles.documents(both, Columns(document="text")) == ("text",)
    assert roles.beside(both, SOURCE, ANY) == {"src": ("src",)}
    assert roles.beside(both, SOURCE, Columns(source="text")) == {"": ("text",)}
    assert roles.beside(table("text"), REFERENCE, ANY) == {}
