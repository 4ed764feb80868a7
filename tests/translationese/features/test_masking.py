from qa.language import language
from qa.translationese.features.masking import Classes, masking, readable

CLASSES = Classes(masking(language("en")), ["however", "may"])


def test_a_word_of_the_vocabulary_stands_for_itself() -> None:
    assert [CLASSES["However"], CLASSES["may"], CLASSES["May"]] == ["however", "may", "may"]


def test_other_words_are_sorted_by_their_ending() -> None:
    assert [CLASSES[word] for word in ("quickly", "mergers", "cat's", "Holt’s")] == [
        "-ly",
        "-ers",
        "-short's",
        "<name>'s",
    ]


def test_an_acronym_is_a_name() -> None:
    assert CLASSES["MAY"] == "<name>"


def test_a_language_without_word_lists_has_an_empty_masking() -> None:
    assert masking(language("und")).numbers == ()


def test_classes_can_be_read() -> None:
    assert readable(["^"]) == "sentence ends"
    assert readable(["of", "-ly"]) == "of + words in -ly"
