"""A sentence that stands twice is found where it stands again."""

from qa.text.doubling import doubled


def test_the_second_one_is_given() -> None:
    text = "The bridge is closed. Nobody knows. The bridge is closed!"
    assert [text[start:end] for start, end in doubled(text)] == ["The bridge is closed"]


def test_a_short_one_may_stand_twice() -> None:
    assert list(doubled("No. No. Never. Never.")) == []
