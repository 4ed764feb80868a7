"""What is known of languages is complete, and fits real text where that is at hand."""

import json
import lzma
from collections import Counter
from functools import cache
from itertools import islice
from pathlib import Path

import pytest

from qa.language import Language, fallbacks, known, language, primary
from qa.resources import root
from qa.text.words import Words

EXPECTED = (
    *("ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja"),
    *("ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh"),
)
LANGUAGES = [language(tag) for tag in known()]
SPACED = [one for one in LANGUAGES if one.spaced]
LISTED = [one for one in SPACED if (root() / one.tag / "function-words.txt").is_file()]
PRIMARY = [one for one in SPACED if one.tag == primary(one.tag)]
# These put into endings what other languages put into words of their own.
LEAST_SHARE = {"fi": 0.24, "ko": 0.2, "tr": 0.2}
DOCUMENTS = 60
DOCUMENTS_TO_VOTE_ON = 20
NEIGHBOURS = {
    "da": (
        "Havnen var stille, da vi kom, og ingen havde fortalt os, hvor vi skulle vente. "
        "Efter en time gik vi hen til en gammel mand, som sad uden for sit hus og ikke så op."
    ),
    "no": (
        "Havnen var stille da vi kom, og ingen hadde fortalt oss hvor vi skulle vente. "
        "Etter en time gikk vi bort til en gammel mann som satt utenfor huset sitt og ikke så opp."
    ),
}


def by_tag(one: Language) -> str:
    return one.tag


def listed(one: Language) -> list[str]:
    lines = (root() / one.tag / "function-words.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@cache
def news(folder: Path, tag: str) -> list[str]:
    """Return the documents of NTREX in one language, or skip where they are not at hand."""
    path = folder / "data" / "ntrex" / f"{tag}.jsonl.xz"
    if not path.is_file():
        pytest.skip(f"no news in this language at {path}")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return ["\n".join(json.loads(line)["text"]) for line in islice(lines, DOCUMENTS)]


def votes(content: str) -> Counter[str]:
    """Count the running words that are function words, for every language."""
    keys = {
        elision: Counter(Words(content, elision=elision).keys).items() for elision in (True, False)
    }
    return Counter(
        {
            one.tag: sum(count for key, count in keys[one.elision] if key in lexicon)
            for one in PRIMARY
            for lexicon in [one.words("function-words")]
        }
    )


def test_all_languages_are_there() -> None:
    assert set(EXPECTED) <= set(known())


@pytest.mark.parametrize("one", LANGUAGES, ids=by_tag)
def test_a_language_is_named_after_its_folder(one: Language) -> None:
    assert one.tag in known()
    assert one.name


@pytest.mark.parametrize("one", LANGUAGES, ids=by_tag)
def test_months_come_in_whole_years_and_days_in_whole_weeks(one: Language) -> None:
    assert len(set(one.months)) >= 12
    assert len(one.months) % 12 == 0
    assert len(set(one.weekdays)) >= 7


@pytest.mark.parametrize("one", LANGUAGES, ids=by_tag)
def test_quotation_marks_are_pairs_of_characters_with_straight_ones_last(one: Language) -> None:
    assert one.quotes[-2:] == (('"', '"'), ("'", "'"))
    assert len(set(one.quotes)) == len(one.quotes) > 2
    assert {len(mark) for pair in one.quotes for mark in pair} == {1}


@pytest.mark.parametrize("one", LANGUAGES, ids=by_tag)
def test_a_separator_of_numbers_has_one_meaning(one: Language) -> None:
    assert one.numbers
    assert one.numbers.decimal in {".", ","}
    assert one.numbers.decimal not in one.numbers.grouping
    assert len(set(one.numbers.grouping)) == len(one.numbers.grouping)


@pytest.mark.parametrize("one", LISTED, ids=by_tag)
def test_function_words_are_sorted_unique_and_their_own_keys(one: Language) -> None:
    words = listed(one)
    assert len(words) >= 80
    assert words == sorted(set(words))
    assert [Words(word, elision=one.elision).keys for word in words] == [[word] for word in words]


def test_a_tag_falls_back_from_the_right() -> None:
    assert fallbacks("pt-BR") == ["pt-BR", "pt", "und"]
    assert fallbacks("zh-Hant-TW") == ["zh-Hant-TW", "zh-Hant", "zh", "und"]
    assert primary("pt-BR") == "pt"


@pytest.mark.parametrize(
    ("tag", "found"),
    [("pt-BR", "pt-BR"), ("pt-AO", "pt"), ("de-AT", "de"), ("en-GB", "en"), ("tlh", "und")],
)
def test_an_unknown_variant_is_read_as_its_language(tag: str, found: str) -> None:
    assert language(tag).tag == found


def test_swiss_german_has_no_sharp_s_and_its_own_marks() -> None:
    swiss = language("de-CH")
    assert not any("ß" in word for word in listed(swiss))
    assert swiss.quotes[0] == ("«", "»")
    assert swiss.numbers
    assert (swiss.numbers.decimal, swiss.numbers.grouping[0]) == (".", "’")


@pytest.mark.parametrize("one", PRIMARY, ids=by_tag)
def test_function_words_cover_a_quarter_of_real_news(one: Language, shared: Path) -> None:
    keys = Words("\n".join(news(shared, one.tag)), elision=one.elision).keys
    covered = sum(key in one.words("function-words") for key in keys)
    assert covered / len(keys) >= LEAST_SHARE.get(one.tag, 0.25)


@pytest.mark.parametrize("one", PRIMARY, ids=by_tag)
def test_function_words_tell_the_language_of_real_news(one: Language, shared: Path) -> None:
    for content in news(shared, one.tag)[:DOCUMENTS_TO_VOTE_ON]:
        assert votes(content).most_common(1)[0][0] == one.tag


@pytest.mark.parametrize(("tag", "content"), NEIGHBOURS.items())
def test_function_words_tell_neighbours_apart(tag: str, content: str) -> None:
    assert votes(content).most_common(1)[0][0] == tag
