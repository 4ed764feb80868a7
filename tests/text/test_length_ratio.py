"""A translation is too short or too long for its pair of languages."""

import pytest

from qa.text.length_ratio import excess, ratio, sentences


def test_chinese_is_shorter_than_english() -> None:
    to, back = ratio("en", "zh"), ratio("zh", "en")
    assert to
    assert back
    assert to.mean < 0 < back.mean


def test_a_pair_that_was_not_fitted_goes_by_way_of_english() -> None:
    found = ratio("es", "it")
    assert found
    assert abs(found.mean) < 0.1
    assert ratio("pt-BR", "es-MX") == ratio("pt", "es")


@pytest.mark.parametrize(("size", "expected"), [(20, -1), (150, 0), (600, 1)])
def test_the_length_is_compared(size: int, expected: int) -> None:
    source, target = ("wort " * 40)[:150], ("word " * 200)[:size]
    assert excess(source, target, "de", "en") == expected


def test_a_sentence_less_counts_earlier() -> None:
    source = "Die Brücke ist seit Montag gesperrt. Niemand weiß, wie lange das dauert."
    target = "The bridge has been closed to all cars since Monday."
    assert excess(source, target, "de", "en") == -1
    assert excess(source.replace(".", ","), target, "de", "en") == 0


def test_nothing_is_said_of_an_unknown_language() -> None:
    assert ratio("xx", "en") is None
    assert excess("a", "a" * 500, "xx", "en") == 0


def test_sentences_end_in_every_script() -> None:
    assert sentences("One. Two! Three?") == 3
    assert sentences("大桥关闭。没人知道。") == 2
    assert sentences("at 3.5 percent") == 1
