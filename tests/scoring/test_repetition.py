"""Segments in which a system stutters."""

import pytest

from qa.scoring.repetition import repeats


@pytest.mark.parametrize(
    "text",
    [
        "no no no",
        "he said he said it",
        "a long way home a long way home",
        "so it goes on and on and on",
    ],
)
def test_words_thrice_and_runs_twice_are_repetitions(text: str) -> None:
    assert repeats(text.split())


@pytest.mark.parametrize(
    "text", ["", "bye bye", "he had had it", "7 7 7", "20 20 20 20", "the one and the other and so"]
)
def test_what_people_write_is_not(text: str) -> None:
    assert not repeats(text.split())


def test_doubled_syllables_are_words_of_japanese() -> None:
    assert not repeats("いろいろな", spaced=False)
    assert repeats("そうですそうです", spaced=False)
    assert repeats("ははははは", spaced=False)
