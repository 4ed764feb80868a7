"""Scores by what segments have in common."""

from collections.abc import Sequence

from qa.glossary.terms import Term
from qa.scoring.buckets import buckets
from qa.scoring.model import Bucket, TestSet

TEST_SET = TestSet(
    (("We saw Rome in 1999.", "a b c d e f g h", "rain"),),
    sources=("Wir sahen Rom 1999.", "a b c d e f g h", "Regen"),
    documents=("trip", "letters", "trip"),
    columns={"domain": ("news", "talk", "talk"), "id": ("1", "2", "3")},
    target_language="en",
)


def summed(system: str, metric: str, segments: Sequence[int]) -> float:
    return len(system) * 100 + len(metric) * 10 + sum(segments)


def found(kind: str) -> list[Bucket]:
    glossary = (Term("Regen", ("rain",)),)
    every = buckets(TEST_SET, ["a", "bb"], ["m"], summed, glossary=glossary)
    return [one for one in every if one.kind == kind]


def test_every_part_has_the_score_of_its_segments_for_every_system() -> None:
    first, second = found("document")
    assert first == Bucket("document", "trip", 2, {"a": {"m": 112.0}, "bb": {"m": 212.0}})
    assert (second.name, second.segments) == ("letters", 1)


def test_columns_divide_by_their_values() -> None:
    assert [(one.name, one.segments) for one in found("domain")] == [("news", 1), ("talk", 2)]


def test_ranges_stand_in_order() -> None:
    assert [one.name for one in found("length")] == ["1–4", "5–7", "8+"]


def test_names_numbers_and_terms_divide_in_two() -> None:
    for kind in ("names", "numbers", "terms"):
        parts = [(one.name, one.segments) for one in found(kind)]
        assert parts == [("with", 1), ("without", 2)], kind


def test_what_does_not_divide_is_left_out() -> None:
    test_set = TestSet((("one", "two"),), columns={"domain": ("news", "news")})
    assert buckets(test_set, ["a"], ["m"], summed) == ()


def test_a_column_with_too_many_values_is_left_out() -> None:
    size = 60
    ids = tuple(str(number) for number in range(size))
    test_set = TestSet((("word",) * size,), columns={"id": ids})
    assert buckets(test_set, ["a"], ["m"], summed) == ()
