"""The edits of TER are those that sacrebleu counts, in far less time."""

from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.lib_ter import translation_edit_rate

from qa.scoring.edit_rate import aligned, edits

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=14)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS)
def test_edits_of_any_words_are_those_of_sacrebleu(hypothesis: list[str], other: list[str]) -> None:
    assert edits(hypothesis, other) == translation_edit_rate(hypothesis, other)[0]


@settings(max_examples=40, deadline=None)
@given(st.permutations([str(word) for word in range(9)]))
def test_edits_of_moved_words_are_those_of_sacrebleu(moved: list[str]) -> None:
    reference = [str(word) for word in range(9)]
    assert edits(moved, reference) == translation_edit_rate(moved, reference)[0]


def test_where_words_move_beyond_the_band_the_count_is_still_that_of_sacrebleu() -> None:
    reference = [str(word) for word in range(62)]
    moved = [*reference[28:], *("x" for _ in range(28))]
    assert edits(moved, reference) == translation_edit_rate(moved, reference)[0]


def test_lengths_far_apart_are_counted_as_sacrebleu_counts_them() -> None:
    reference = [str(word) for word in range(120)]
    assert (
        edits(["7", "90", "x"], reference) == translation_edit_rate(["7", "90", "x"], reference)[0]
    )


def test_a_block_that_moves_is_one_edit() -> None:
    assert edits(["d", "e", "f", "a", "b", "c"], ["a", "b", "c", "d", "e", "f"]) == 1


def test_without_a_reference_every_word_is_an_edit() -> None:
    assert edits(["a", "b"], []) == 2
    assert edits([], ["a", "b"]) == 2


def test_an_alignment_says_where_reference_words_stand() -> None:
    alignment = aligned(" sid")
    assert alignment.positions == [0, 1, 1]
    assert alignment.reference_errors == [False, True, True]
    assert alignment.hypothesis_errors == [False, True, True]
