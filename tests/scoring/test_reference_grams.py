"""The n-grams of references, and which of them a system has."""

import pytest

from qa.scoring import reference_grams
from qa.scoring.model import System
from qa.scoring.reference_grams import ReferenceGrams


def total(grams: ReferenceGrams, system: System, *gram: str) -> int:
    number = grams.grams.index(gram)
    return int(grams.matched(system)[grams.slots_of(number)].sum())


def test_matches_are_clipped_by_what_the_references_have() -> None:
    grams = ReferenceGrams((("tick tock",),), "en")
    assert total(grams, System("a", ("tick tick tick",)), "tick") == 1
    assert total(grams, System("a", ("tick tock",)), "tick", "tock") == 1


def test_of_several_references_the_one_with_most_counts() -> None:
    grams = ReferenceGrams((("ha ha", "a"), ("ha ha ha", None)), "en")
    assert total(grams, System("a", ("ha ha ha ha", "b")), "ha") == 3


def test_an_n_gram_is_shown_as_a_reference_writes_it() -> None:
    grams = ReferenceGrams((("Well, well (again)!",),), "en")
    number = grams.grams.index((",", "well", "(", "again"))
    assert grams.text(number) == ", well (again"


def test_the_last_references_are_kept() -> None:
    streams = (("one", "two"),)
    kept = reference_grams.reference_grams(streams, "en")
    assert reference_grams.reference_grams((("one", "two"),), "en") is kept


def test_large_sets_are_sampled_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference_grams, "SEGMENTS_AT_MOST", 2)
    grams = ReferenceGrams((("a", "b", "c", "d"),), "en")
    assert sorted(set(grams.segment_of.tolist())) == [0, 2]
