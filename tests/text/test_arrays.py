"""JSON written an item at a time reads as if it were written at once."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from qa.text.arrays import array, spread

ITEMS = st.lists(st.dictionaries(st.text(), st.text() | st.lists(st.integers())), max_size=4)


@given(ITEMS)
def test_an_array_reads_as_its_items(items: list[object]) -> None:
    assert json.decode("".join(array(items))) == items


@given(ITEMS, st.text())
def test_items_stand_in_their_place(items: list[object], said: str) -> None:
    around = {"deep": [{"first": 1, "items": []}], "said": said}
    text = "".join(spread(around, "items", items))
    assert json.decode(text) == {"deep": [{"first": 1, "items": items}], "said": said}
    assert text == json.format(text, indent=2) + "\n" or not items
