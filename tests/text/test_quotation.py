"""Which way quotation marks point, and the pairs they make."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.quotation import Quotation, Role, double_marks, quotations


@pytest.mark.parametrize(
    ("content", "roles"),
    [
        ('He said "no".', [Role.OPENING, Role.CLOSING]),
        ("(“No”)—“yes”", [Role.OPENING, Role.CLOSING] * 2),
        ("im „Spiegel“-Interview", [Role.OPENING, Role.CLOSING]),
        ("dit « non »", [Role.UNCLEAR, Role.UNCLEAR]),
        ("5'10\" tall", []),
    ],
)
def test_a_mark_points_away_from_the_space_beside_it(content: str, roles: list[Role]) -> None:
    assert [role for _, role in double_marks(content)] == roles


def test_quotations_nest() -> None:
    content = "„Er rief »nein«“"
    assert quotations(content) == [Quotation(9, 15, "»", "«"), Quotation(0, 16, "„", "“")]


def test_french_marks_between_spaces_make_pairs() -> None:
    content = "d’« un » et de « deux »"
    pairs = [content[found.start : found.end] for found in quotations(content)]
    assert pairs == ["« un »", "« deux »"]


@given(st.text(alphabet="„“”«»‚‘’›‹\"' a.,(—"))
def test_a_quotation_begins_and_ends_with_its_marks(content: str) -> None:
    for found in quotations(content):
        assert content[found.start] == found.opening
        assert content[found.end - 1] == found.closing


@pytest.mark.parametrize("content", ["„", "«", "“ ", '"', "» "])
def test_a_line_of_nothing_but_marks_takes_no_time(content: str) -> None:
    before = process_time()
    quotations(content * 200_000)
    double_marks(content * 200_000)
    assert process_time() - before < 20
