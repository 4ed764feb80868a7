"""The pattern language matches what it says."""

import pytest

from qa.errors import QAError
from qa.glossary.parsing import parse
from qa.language import language
from qa.text.words import Words

ENGLISH = language("en")


def matched(pattern: str, sentence: str) -> list[str]:
    words = Words(sentence)
    found = set(parse(pattern, ENGLISH).search(words))
    longest = sorted(
        (first, last)
        for first, last in found
        if not any((a, b) != (first, last) and a <= first and last <= b for a, b in found)
    )
    return [sentence[words.spans[first][0] : words.spans[last - 1][1]] for first, last in longest]


@pytest.mark.parametrize(
    ("pattern", "sentence", "expected"),
    [
        ("return service", "Return services.", ["Return services"]),
        ("return service", "a return-service", ["return-service"]),
        ("return service", "They return. Service follows.", []),
        ("return service", "the turn serviced", []),
        ('"the" Ukraine', "The Ukraine, the ukraine", ["The Ukraine"]),
        ("(carry out|conduct) check", "carried out checks", ["carried out checks"]),
        ("(carry out|conduct) check", "conducting a check", []),
        ("[the] Turkish side", "the Turkish side", ["the Turkish side"]),
        ("since ~2 years", "since about five years", ["since about five years"]),
        ("since ~2 years", "since the war of the years", []),
        ("say , that", "He said, that it said that.", ["said, that"]),
        ('^ "Should"', "Should it? It should. “Should we?”", ["Should", "Should"]),
        ("@number (percent|euro)", "3.5 percent, five euros", ["3.5 percent", "five euros"]),
        ("@number (percent|euro)", "10,000 euros", ["10,000 euros"]),
        ("@name met", "Anna Berg met him. She met him.", ["Anna Berg met", "She met"]),
        ("on @weekday until @month", "on Monday until July", ["on Monday until July"]),
        ("was @participle by", "It was built by hand, was often by", ["was built by"]),
        ("mr's", "the Mr’s hat", ["Mr’s"]),
    ],
)
def test_a_pattern_matches(pattern: str, sentence: str, expected: list[str]) -> None:
    assert sorted(matched(pattern, sentence)) == sorted(expected)


def test_a_gap_stays_within_its_sentence() -> None:
    assert matched("since ~3 years", "It began since. Then years went by.") == []


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(check|look", "lacks a ')'"),
        ("check)", "a ')' too many"),
        ("[check]", "can match nothing"),
        ("@weather", "names the class @weather; there are @"),
        ('"check', "unfinished"),
        ("a ~ b", "unfinished"),
        ("…", "not a word"),
        (" ".join(["(a b|c d e)"] * 10), "too many variants"),
    ],
)
def test_a_mistake_is_refused(pattern: str, said: str) -> None:
    with pytest.raises(QAError) as raised:
        parse(pattern, ENGLISH)
    assert said.replace("@", "") in raised.value.message.replace("@", "")
