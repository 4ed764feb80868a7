"""Names are the same in any script, and swapped ones are found."""

import pytest

from qa.text.shared_names import SharedNames, are_alike, folded, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trump", "Трампом"),
        ("Navalny", "Навального"),
        ("Barcelona", "バルセロナ"),
    ],
)
def test_a_name_sounds_alike_in_two_scripts(one: str, other: str) -> None:
    assert are_alike(skeleton(one), skeleton(other))


@pytest.mark.parametrize(("one", "other"), [("Borisov", "Borisova"), ("Müller", "Mullers")])
def test_a_name_looks_alike_when_it_is_inflected(one: str, other: str) -> None:
    assert are_alike(folded(one), folded(other))


PAIRS = [
    ("Gestern kam Frau Merkel.", "Yesterday came Mrs Merkel."),
    ("Dann sprach Herr Lindner.", "Then Mr Merkel spoke."),
]


def test_a_name_in_the_place_of_another_is_found() -> None:
    shared = SharedNames(PAIRS, "de", "en")
    ((swap,), none) = shared.swaps(*PAIRS[1]), shared.swaps(*PAIRS[0])
    assert (swap.source.word, swap.target.word) == ("lindner", "merkel")
    assert none == []


def test_a_name_that_stands_for_a_pronoun_is_left_alone() -> None:
    pairs = [PAIRS[0], ("Dann sprach sie.", "Then Merkel spoke.")]
    assert SharedNames(pairs, "de", "en").swaps(*pairs[1]) == []
