"""Sentences and where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.text.sentences import split


def sentences(content: str, tag: str = "en") -> list[str]:
    return [content[span.start : span.end] for span in split(content, tag)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("One ended. Two began.", ["One ended.", "Two began."]),
        ("Dr. Berg left on Jan. 5.  😀 She ran.", ["Dr. Berg left on Jan. 5.", "😀 She ran."]),
        ("", []),
        ("  ", []),
    ],
)
def test_a_text_is_split_into_sentences(content: str, expected: list[str]) -> None:
    assert sentences(content) == expected


def test_a_long_text_is_split_as_a_short_one_is() -> None:
    assert sentences("This one is short. " * 1000) == ["This one is short."] * 1000


@settings(deadline=None)
@given(st.text(max_size=50), st.integers(1, 100))
def test_sentences_are_in_order_and_without_space_around_them(text: str, times: int) -> None:
    content = text * times
    last = 0
    for span in split(content, "en"):
        assert last <= span.start < span.end <= len(content)
        assert content[span.start : span.end] == content[span.start : span.end].strip()
        last = span.end
