"""Stretches that overlap become pieces that do not, and lose no character."""

from hypothesis import given
from hypothesis import strategies as st

from qa.article import Passage
from qa.model import Run, SegmentKind, Span, Text
from qa.reports.html.marks import Piece, Stretch, pieces, spread


def passage(content: str, origin: int) -> Passage:
    return Passage(Text.verbatim(content, origin), SegmentKind.PARAGRAPH)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[int, list[Stretch]]:
    length = draw(st.integers(0, 30))
    bounds = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    found = draw(st.lists(bounds, max_size=8))
    return length, [Stretch(number, *pair) for number, pair in enumerate(found)]


@given(stretches())
def test_every_character_has_exactly_its_stretches(given: tuple[int, list[Stretch]]) -> None:
    length, marks = given
    made = list(pieces(length, marks))
    wide = [one for one in made if one.start < one.end]
    assert [at for one in wide for at in range(one.start, one.end)] == list(range(length))
    for piece in wide:
        covering = {one.number for one in marks if one.start <= piece.start < one.end}
        assert set(piece.numbers) == covering


@given(stretches())
def test_every_stretch_begins_once_where_it_starts(given: tuple[int, list[Stretch]]) -> None:
    length, marks = given
    begun = sorted((n, one.start) for one in pieces(length, marks) for n in one.first)
    assert begun == sorted((one.number, one.start) for one in marks)


@given(stretches())
def test_a_stretch_without_width_is_a_piece_without_width(
    given: tuple[int, list[Stretch]],
) -> None:
    length, marks = given
    points = [one for one in pieces(length, marks) if one.start == one.end]
    assert sorted(one.first for one in points) == sorted(
        (one.number,) for one in marks if one.start == one.end
    )


def test_a_place_across_passages_is_in_both() -> None:
    found = spread([passage("one two", 0), passage("three", 9)], [Span(4, 14)])
    assert found == [[Stretch(0, 4, 7)], [Stretch(0, 0, 5)]]


def test_a_place_without_words_is_in_one_passage() -> None:
    # The words "<b>" between the runs have no text of their own.
    runs = (Run(0, 4, 0, 4), Run(4, 4, 7, 4))
    marked = Passage(Text("one two.", runs), SegmentKind.PARAGRAPH)
    found = spread([marked, passage("three", 13)], [Span(4, 7), Span(13, 13)])
    assert found == [[Stretch(0, 4, 4)], [Stretch(1, 0, 0)]]


def test_a_place_outside_every_passage_is_in_none() -> None:
    assert spread([passage("one", 5)], [Span(0, 3), Span(20, 30)]) == [[]]


def test_a_place_inside_of_a_nested_passage_is_not_in_the_one_around_it() -> None:
    around = Text("an item its end", (Run(0, 7, 0, 7), Run(7, 8, 20, 8)))
    found = spread(
        [Passage(around, SegmentKind.ITEM), passage("the nested", 9)], [Span(9, 12), Span(0, 7)]
    )
    assert found == [[Stretch(1, 0, 7)], [Stretch(0, 0, 3)]]


def test_an_entity_is_marked_as_a_whole() -> None:
    text = Text("A & B", (Run(0, 2, 0, 2), Run(2, 1, 2, 5), Run(3, 2, 7, 2)))
    found = spread([Passage(text, SegmentKind.PARAGRAPH)], [Span(2, 7)])
    assert found == [[Stretch(0, 2, 3)]]
    assert list(pieces(5, found[0]))[1] == Piece(2, 3, (0,), (0,))
