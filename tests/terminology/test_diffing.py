"""What changed, in words."""

from glossaries import concept, entry, loaded, term

from qa.terminology.diffing import differences
from qa.terminology.loading import Loaded


def said(old: Loaded, new: Loaded) -> list[str]:
    return list(differences(old, new))


def test_nothing_changed() -> None:
    one = loaded(concept("river", en="river"))
    assert said(one, one) == []


def test_terms_come_go_and_change_their_status() -> None:
    old = loaded(concept("river", en=["river", "brook"], de="Strom"))
    new = loaded(concept("river", en=["river", term("brook", "deprecated")], de="Fluss"))
    assert said(old, new) == [
        "river: English term 'brook' is now deprecated (was preferred)",
        "river: German term 'Strom' removed",
        "river: German term 'Fluss' added (preferred)",
    ]


def test_concepts_come_go_and_get_other_names() -> None:
    old = loaded(concept("a", en="lake"), concept("b", en="hill"))
    new = loaded(concept("a", en="lake"), concept("hill", en="hill"), concept("c", pt_BR="rio"))
    assert said(old, new) == [
        "b: concept is now called 'hill'",
        "c: concept added (Portuguese (Brazil) 'rio')",
    ]


def test_fields_are_named_with_both_values() -> None:
    old = loaded(concept("a", definition="Wet.", en="lake"))
    new = loaded(concept("a", definition="Wet land.", domain="nature", en="lake"))
    assert said(old, new) == [
        "a: definition changed from 'Wet.' to 'Wet land.'",
        "a: domain 'nature' added",
    ]


def test_suspect_phrases_are_compared_too() -> None:
    old = loaded(phrases=entry("a", "lake", "pond", "A lake."))
    new = loaded(phrases=entry("a", "lake", "pool", "A lake.", "draft = true"))
    assert said(old, new) == [
        "a: suggest: 'pool' added",
        "a: suggest: 'pond' removed",
        "a: is now a draft",
    ]
