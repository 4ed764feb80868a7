"""The tokenizer of BLEU follows the language."""

import pytest

from qa.errors import QAError
from qa.scoring import tokenizers


@pytest.mark.parametrize(
    ("language", "name"),
    [
        (None, "13a"),
        ("de", "13a"),
        ("zh-Hant", "zh"),
        ("ja", "ja-mecab"),
        ("KO_kr", "ko-mecab"),
        ("th", "char"),
    ],
)
def test_a_language_has_the_tokenizer_that_is_recommended(language: str | None, name: str) -> None:
    assert tokenizers.recommended(language) == name
    assert tokenizers.tokenizer(language, None) == name


def test_a_tokenizer_asked_for_wins_but_is_doubted_where_it_does_not_suit() -> None:
    assert tokenizers.tokenizer("zh", "13a") == "13a"
    (doubt,) = tokenizers.doubts("zh", "13a", ["BLEU", "chrF2"])
    assert "zh is recommended" in doubt


def test_words_between_spaces_are_doubted_in_languages_without_spaces() -> None:
    assert len(tokenizers.doubts("ja", "ja-mecab", ["BLEU", "chrF2", "chrF2++", "TER"])) == 2
    assert tokenizers.doubts("ko", "ko-mecab", ["BLEU", "TER"]) == []
    assert tokenizers.doubts("en", "13a", ["BLEU", "TER"]) == []


def test_an_unknown_tokenizer_is_refused() -> None:
    with pytest.raises(QAError, match="no tokenizer 'moses'"):
        tokenizers.tokenizer("en", "moses")


def test_a_missing_dictionary_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tokenizers.PACKAGES, "ja-mecab", "no_such_package")
    with pytest.raises(QAError, match="'cjk' extra"):
        tokenizers.tokenizer("ja", None)


def test_text_that_is_tokenized_is_recognised_by_its_full_stops() -> None:
    assert tokenizers.tokenized(["Well ."] * 100)
    assert not tokenizers.tokenized(["Well."] * 1000)
