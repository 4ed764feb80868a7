"""Entries are found where they apply, and fit their replacements to what stands there."""

from typing import Any

import pytest

from qa.errors import QAError
from qa.findings import Confidence
from qa.glossary.compiled import compiled
from qa.glossary.matching import Matcher
from qa.glossary.termbase import Entry, Glossary
from qa.text.words import Words


def entry(name: str, *match: str, suggest: tuple[str, ...] = ("x",), **more: Any) -> Entry:
    return Entry(name, match, "?", "?", suggest, Confidence.NEARLY_ALWAYS, (), (), **more)


def matcher(*entries: Entry) -> Matcher:
    return Matcher([compiled(Glossary("g", "de", "en", entries))])


def found(entries: list[Entry], sentence: str) -> list[str]:
    return [match.phrase.id for match in matcher(*entries).find(Words(sentence))]


def test_a_phrase_may_ask_for_what_stands_across_it() -> None:
    one = entry("e", '"a good"', only_across=('"a good" @number percent',))
    assert found([one], "It fell by a good five percent on a good day.") == ["g/e"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ministers stand in the focus.", "are watched"),
        ("He stands in the focus.", "is watched"),
        ("They will stand in the focus.", "be watched"),
    ],
)
def test_the_verb_be_fits_its_subject(sentence: str, expected: str) -> None:
    one = entry("e", "stand in the focus", suggest=("{be} watched",))
    assert suggested(one, sentence) == (expected,)


def suggested(one: Entry, sentence: str) -> tuple[str, ...]:
    words = Words(sentence)
    (match,) = matcher(one).find(words)
    return match.phrase.replacement(words, match).texts


def test_the_longest_match_wins() -> None:
    short, long = entry("short", "check"), entry("long", "carry out a check")
    assert found([short, long], "They carried out a check.") == ["g/long"]
    assert found([short, long], "A check, and they carry out a check.") == ["g/short", "g/long"]


@pytest.mark.parametrize(
    ("excuse", "sentence"),
    [
        ({"unless_after": ("war",)}, "The Ukraine war goes on."),
        ({"unless_before": ("so-called",)}, "the so-called Ukraine"),
        ({"unless_near": ("football",)}, "Ukraine won; football is a simple game."),
        ({"only_near": ("grain",)}, "Ukraine won."),
    ],
)
def test_the_words_around_excuse_a_phrase(excuse: dict[str, Any], sentence: str) -> None:
    assert found([entry("e", "Ukraine")], sentence) == ["g/e"]
    assert found([entry("e", "Ukraine", **excuse)], sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They carried out checks.", "checked"),
        ("They carry out checks.", "check"),
        ("She carries out a check.", "checks"),
        ("While carrying out a check", "checking"),
    ],
)
def test_a_replacement_takes_the_form_of_the_matched_verb(sentence: str, expected: str) -> None:
    assert suggested(entry("e", "carry out [a] check", suggest=("{check}",)), sentence) == (
        expected,
    )


def test_a_noun_takes_the_form_of_the_last_word() -> None:
    one = entry("e", "export hit", suggest=("leading {export*}",))
    assert suggested(one, "Two export hits.") == ("leading exports",)
    assert suggested(one, "the export hit") == ("leading export",)


def test_a_replacement_opens_a_sentence_with_a_capital_letter() -> None:
    one = entry("e", "return service", suggest=("something in return",))
    assert suggested(one, "It ended. Return services came.") == ("Something in return",)
    assert suggested(one, "the Return service") == ("something in return",)


def test_the_article_before_a_phrase_changes_with_it() -> None:
    one = entry("e", "atomic power plant", suggest=("nuclear power {station*}",))
    assert suggested(one, "It is an atomic power plant.") == ("a nuclear power station",)
    assert suggested(one, "An atomic power plant.") == ("A nuclear power station",)
    assert suggested(one, "the atomic power plants") == ("nuclear power stations",)


def test_a_participle_stays_one() -> None:
    one = entry("e", "meet a decision", suggest=("{take} a decision",))
    assert suggested(one, "They have met a decision.") == ("taken a decision",)
    assert suggested(one, "They met a decision.") == ("took a decision",)


def test_a_pattern_needs_a_word_of_its_own() -> None:
    with pytest.raises(QAError, match="g/e"):
        matcher(entry("e", "@number"))


def test_a_malformed_pattern_names_its_entry() -> None:
    with pytest.raises(QAError, match="g/e: the pattern"):
        matcher(entry("e", "(a"))
