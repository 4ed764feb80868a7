"""What divides segments."""

from qa.glossary.terms import Term
from qa.scoring import traits
from qa.scoring.model import TestSet


def test_lengths_make_ranges_with_as_many_segments_each() -> None:
    references = tuple(" ".join(["w"] * size) for size in range(1, 9))
    labels = traits.lengths(TestSet((references,), target_language="en"))
    assert labels == ["1–2", "1–2", "3–4", "3–4", "5–6", "5–6", "7+", "7+"]


def test_segments_of_one_length_make_one_range() -> None:
    assert traits.lengths(TestSet((("a", "b"),))) == ["1+", "1+"]


def test_a_segment_without_reference_has_no_length() -> None:
    assert traits.lengths(TestSet(((None, "one two"), (None, None)))) == [None, "2+"]
    assert traits.lengths(TestSet(((None,),))) == [None]


def test_the_rarest_word_decides() -> None:
    test_set = TestSet((("rare common", "common common", ""),))
    assert traits.rarity(test_set) == ["1", "2–9", None]
    assert traits.rarity(test_set, {"common": 5000, "rare": 12}) == ["10–99", "1000+", None]
    assert traits.rarity(test_set, {"common": 120}) == ["0", "100–999", None]


def test_digits_are_numbers_in_any_script() -> None:
    assert traits.numbers(TestSet((("in 1999", "٣ كتب", "none"),))) == ["with", "with", "without"]


def test_terms_are_looked_for_in_the_source() -> None:
    glossary = (Term("Kahn", ("barge",)),)
    known = TestSet((("a barge", "a ship"),), sources=("ein Kahn", "ein Schiff"))
    assert traits.terms(known, glossary, "und") == ["with", "without"]
    assert traits.terms(TestSet((("a barge",),)), glossary, "und") == [None]
