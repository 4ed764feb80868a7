from random import Random

import pytest

from qa.scoring.reading.alignment import Break, copies, first_break

WORDS = [
    first + last
    for first in ("riv", "stom", "wind", "mark", "gard", "lett", "silv", "brid", "cand", "fore")
    for last in ("er", "ow", "et", "en", "ing", "le", "st", "age")
]


def streams(size: int) -> tuple[list[str], list[str]]:
    """Return made-up lines, and another version of each, which shares half of its words."""
    random = Random(5)  # noqa: S311 - lines, not secrets
    left, right = [], []
    for _ in range(size):
        words = random.choices(WORDS, k=random.randint(4, 14))
        left.append(" ".join([*words, str(random.randint(1, 500))]))
        right.append(" ".join([*words[::2], *random.choices(WORDS, k=len(words) // 3)]))
    return left, right


@pytest.mark.parametrize("line", [0, 1, 40, 97, 140, 149])
@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_first_missing_line_is_found(line: int, count: int) -> None:
    left, right = streams(150)
    count = min(count, 150 - line)
    del right[line : line + count]
    found = first_break(left, right)
    assert found is not None
    assert found.surplus == -count
    assert abs(found.line - line) <= 1
    assert first_break(right, left) == Break(found.line, count)


def test_of_several_breaks_the_first_is_told() -> None:
    left, right = streams(400)
    del left[300], right[90:92]
    found = first_break(left, right)
    assert found is not None
    assert found.surplus == -2
    assert abs(found.line - 90) <= 1


def test_in_a_long_stream_not_every_line_is_compared() -> None:
    left, right = streams(30_000)
    del right[23_456]
    found = first_break(left, right)
    assert found is not None
    assert found.surplus == -1
    assert abs(found.line - 23_456) <= 1


def test_streams_that_have_nothing_in_common_have_no_break() -> None:
    left = ["one two three"] * 100
    right = ["vier fünf sechs"] * 90
    assert first_break(left, right) is None


def test_whole_versions_one_after_another_are_counted() -> None:
    left, right = streams(60)
    assert copies(left, right * 3) == 3
    assert copies(left[:30], right) == 1
    assert copies(left[:40], right) == 1
    assert copies([], right) == 1
