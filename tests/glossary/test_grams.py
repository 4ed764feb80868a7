"""Runs of words that may be phrases."""

from articles import native

from qa.glossary.grams import grams, phrases
from qa.language import language


def runs(text: str, tag: str = "en") -> set[str]:
    return {" ".join(gram) for gram, _ in phrases(text, language(tag))}


def test_names_numbers_and_punctuation_divide_phrases() -> None:
    found = runs("In view of the rain, Angela Merkel left 12 days early.")
    assert {"in view of the", "rain", "left", "days early"} <= found
    assert not {"the rain left", "rain left", "left days", "merkel"} & found


def test_german_nouns_are_no_names() -> None:
    assert "am ende des tages" in runs("Er kam am Ende des Tages.", "de")


def test_chinese_characters_are_words() -> None:
    assert "在 这 个" in runs("在这个城市里", "zh")


def test_spans_are_those_of_the_text() -> None:
    text = "So, in view of this."
    found = {text[start:end] for _, (start, end) in phrases(text, language("en"))}
    assert {"in view of this", "So"} <= found


def test_what_is_rare_is_not_kept() -> None:
    samples = [native(number) for number in range(6)]
    found = grams(samples, language("en"), 6)
    assert ("opened", "again", "on", "time") in found
    assert ("the", "harbour") not in found
