"""Words keep their places, whatever the script."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from qa.text.words import Words, written


@given(st.text(), st.booleans())
def test_every_key_has_a_span_and_stands_there(content: str, elision: bool) -> None:
    words = Words(content, elision=elision)
    assert len(words.keys) == len(words.spans)
    for start, end in words.spans:
        assert content[start:end].strip() == content[start:end] != ""


@given(st.text())
def test_spans_are_in_order_and_do_not_overlap(content: str) -> None:
    ends = [0]
    for start, end in Words(content).spans:
        assert ends[-1] <= start < end
        ends.append(end)


def test_keys_are_lower_case_composed_and_have_straight_apostrophes() -> None:
    decomposed = unicodedata.normalize("NFD", "Erdoğan’s ÉTÉ")
    assert Words(decomposed).keys == ["erdoğan's", "été"]


def test_a_turkish_capital_i_is_an_i() -> None:
    assert Words("İçin").keys == ["için"]


def test_an_elided_article_is_a_word_of_its_own() -> None:
    assert Words("L’heure d'été", elision=True).keys == ["l'", "heure", "d'", "été"]


def test_characters_of_scripts_without_spaces_are_words() -> None:
    assert Words("彼はNATOに").keys == ["彼", "は", "nato", "に"]


def test_astral_characters_count_as_one() -> None:
    assert Words("😀 ok").spans == [(2, 4)]


def test_words_are_counted_as_they_are_written() -> None:
    text = "Well-kept gardens: 3.5 hectares!"
    assert [text[start:end] for start, end in written(text)] == text.split()


def test_where_no_space_divides_words_characters_are_counted() -> None:
    text = "他说，天气 OK吗？"
    found = [text[start:end] for start, end in written(text)]
    assert found == ["他", "说，", "天", "气", "OK", "吗？"]
