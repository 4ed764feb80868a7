"""Edits that weigh more where terms are."""

import random

import pytest

from qa.scoring.edits import term_edit_rate


def rate(hypothesis: str, reference: str, terms: tuple[int, ...] = ()) -> float:
    return term_edit_rate(hypothesis.split(), reference.split(), terms)


def test_the_same_words_need_no_edits() -> None:
    assert rate("a b c", "a b c", (0, 1, 2)) == 0


def test_a_term_that_is_missing_or_replaced_counts_twice() -> None:
    assert rate("a c", "a b c") == pytest.approx(1 / 3)
    assert rate("a c", "a b c", (1,)) == pytest.approx(2 / 3)
    assert rate("a x c", "a b c", (1,)) == pytest.approx(2 / 3)
    assert rate("a x c", "a b c", (0,)) == pytest.approx(1 / 3)


def test_a_word_too_many_counts_once() -> None:
    assert rate("a b x c", "a b c", (0, 1, 2)) == pytest.approx(1 / 3)


def test_a_run_that_is_moved_counts_once() -> None:
    assert rate("d e a b c", "a b c d e", (3, 4)) == pytest.approx(1 / 5)


def test_nothing_at_all_leaves_every_word_to_insert() -> None:
    assert rate("", "a b", (1,)) == pytest.approx(3 / 2)


def test_without_terms_it_is_ter() -> None:
    lib = pytest.importorskip("sacrebleu.metrics.lib_ter")
    chance = random.Random(7)  # noqa: S311
    for _ in range(60):
        reference = chance.choices("abcdefghijkl", k=chance.randint(1, 15))
        hypothesis = reference[:]
        chance.shuffle(hypothesis[: len(reference) // 2])
        cut = chance.randint(0, len(hypothesis))
        hypothesis = hypothesis[cut:] + hypothesis[:cut] + chance.choices("abxy", k=2)
        edits, length = lib.translation_edit_rate(hypothesis, reference)
        assert term_edit_rate(hypothesis, reference, ()) == pytest.approx(edits / length)


def test_long_segments_do_not_take_long() -> None:
    words = [str(number % 97) for number in range(400)]
    assert term_edit_rate(words[200:] + words[:200], words, ()) > 0
