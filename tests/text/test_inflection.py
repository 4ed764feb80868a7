"""English forms by rule and by list."""

import pytest

from qa.text.inflection import (
    Feature,
    features,
    forms,
    indefinite_article,
    inflect,
    like,
    remembered,
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("check", {"check", "checks", "checked", "checking", "check's"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("plan", {"plan", "plans", "planned", "planning"}),
        ("take", {"take", "takes", "took", "taken", "taking"}),
        ("pass", {"pass", "passes", "passed", "passing"}),
        ("crisis", {"crisis", "crises"}),
        ("submit", {"submit", "submitted", "submitting"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("visit", {"visit", "visited", "visiting"}),
    ],
)
def test_a_word_has_its_forms(word: str, expected: set[str]) -> None:
    assert expected <= forms(word, "en")


def test_a_language_without_a_table_has_the_word_alone() -> None:
    assert forms("確認", "ja") == {"確認"}


def test_what_was_looked_up_is_remembered() -> None:
    assert forms("Zwiebelquelle", "de") == {"zwiebelquelle", "zwiebelquellen"}
    assert remembered("de")["Zwiebelquelle"] == {"zwiebelquelle", "zwiebelquellen"}


@pytest.mark.parametrize(
    ("word", "form", "lemma", "tag", "expected"),
    [
        ("deutlich", "signifikante", "signifikant", "de", "deutliche"),
        ("резкий", "драматических", "драматический", "ru", "резких"),
        ("laut", "signifikanten", "signifikant", "cs", "laut"),
    ],
)
def test_a_word_takes_the_ending_of_another(
    word: str, form: str, lemma: str, tag: str, expected: str
) -> None:
    assert like(word, form, lemma, tag) == expected


def test_a_form_knows_its_features() -> None:
    assert features("carried", "carry", "en") == [Feature.PAST, Feature.PARTICIPLE]
    assert features("checks", "check", "en") == [Feature.S]


@pytest.mark.parametrize(
    ("word", "feature", "expected"),
    [
        ("draw", Feature.PARTICIPLE, "drawn"),
        ("check", Feature.S, "checks"),
        ("be", Feature.ING, "being"),
        ("stop", Feature.PAST, "stopped"),
        ("child", Feature.S, "children"),
    ],
)
def test_a_word_takes_a_form(word: str, feature: Feature, expected: str) -> None:
    assert inflect(word, feature, "en") == expected


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("apple", "an"), ("university", "a"), ("unintended", "an"), ("hour", "an"), ("house", "a"),
        ("European", "a"), ("one-off", "a"), ("umbrella", "an"), ("useful", "a"), ("utter", "an"),
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(word: str, article: str) -> None:
    assert indefinite_article(word) == article
