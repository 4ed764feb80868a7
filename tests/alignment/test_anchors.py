"""Numbers, names, dates and signs are recognised across languages and scripts."""

import pytest

from qa.alignment.anchors import Anchors, keys


@pytest.mark.parametrize(
    ("tag", "text", "other_tag", "other", "key"),
    [
        ("de", "Es kostet 1.250,5 Euro.", "en", "It costs 1,250.5 euros.", "#12505"),
        ("ru", "Приехал Лебедев.", "en", "Lebedev has arrived.", "=lebedev"),
        ("ja", "マルコムが来た。", "en", "Malcolm came.", "~mrk"),
        ("zh", "陈晓东在成都。", "en", "Chen Xiaodong is in Chengdu.", "^chenxiaodong"),
        ("fr", "Il part jeudi.", "de", "Er reist am Donnerstag ab.", "day3"),
        ("ja", "7月に始まる。", "en", "It begins in July.", "month6"),
        ("zh", "为什么？", "en", "Why?", "?"),
        ("de", "Die Regierungskrise", "en", "The regime", "<regi"),
    ],
)
def test_both_sides_have_the_key(tag: str, text: str, other_tag: str, other: str, key: str) -> None:
    assert key in keys(text, tag)
    assert key in keys(other, other_tag)


def test_the_last_name_of_a_day_in_an_incomplete_set_is_no_monday() -> None:
    assert "day0" in keys("Am Montag.", "de")
    assert not [key for key in keys("Am Sonnabend.", "de") if key.startswith("day")]


def test_what_few_sentences_have_is_worth_more() -> None:
    sources = ["Lena 7", "Lena 8", "Lena 9"]
    shared = Anchors(sources, sources, ("en", "en")).shared
    assert shared[0][0] > 2 * shared[0][1] > 0


def test_numbers_have_to_be_there_and_names_need_not() -> None:
    found = Anchors(["Lena 7"], ["Lena", "7"], ("en", "en"))
    assert found.shared[0][0] > 0
    assert dict(found.telling[0]).keys() == {1}
    assert found.of_targets[0] == 0 < found.of_targets[1]
