"""The expression behind a suspect phrase, found in a source."""

import pytest

from qa.glossary.expressions import find
from qa.text.words import Words


@pytest.mark.parametrize(
    ("expression", "source", "tag", "written"),
    [
        ("vor allem", "Man stritt vor allem um Geld.", "de", "vor allem"),
        ("laut Polizei, nach Angaben der Polizei", "Das gab die Polizei an.", "de", "Polizei"),
        ("gut 40 Prozent", "Es waren gut 3 Prozent.", "de", "gut 3 Prozent"),
        ("sich aussprechen für", "Sie sprach sich klar dafür aus.", "de", "sprach … aus"),
        ("Windpark", "Die Windparks laufen.", "de", "Windparks"),
        ("он-лайн / онлайн", "Урок идёт онлайн.", "ru", "онлайн"),
        ("弘扬精神, 发扬传统", "他们发扬了传统。", "zh", "发扬了传统"),
        ("police said Monday", "Nobody came, police said Friday.", "en", "police said Friday"),
    ],
)
def test_the_words_of_the_source_are_shown(
    expression: str, source: str, tag: str, written: str
) -> None:
    words = Words(source)
    found = find(expression, words, tag)
    assert found
    assert found.written(words) == written


def test_half_of_an_expression_is_a_part_of_it() -> None:
    words = Words("Die Kontrolle war streng.")
    found = find("eine Kontrolle durchführen", words, "de")
    assert found
    assert not found.whole


def test_where_no_word_stands_there_is_no_origin() -> None:
    assert find("Gegenleistung für", Words("Im Tausch gab er Stahl."), "de") is None
    assert find("（…）", Words("Im Tausch gab er Stahl."), "de") is None
