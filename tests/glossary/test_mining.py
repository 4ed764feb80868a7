"""Phrases that translated text has more often are proposed, with figures and places."""

import pytest
from articles import native, sample, translated
from msgspec import structs

from qa.corpus import Kind, Sample
from qa.errors import QAError
from qa.glossary.matching import Matcher
from qa.glossary.mining import Candidate, chosen, mine
from qa.glossary.reading import built_in
from qa.language import language

NATIVE = [native(number) for number in range(60)]
TRANSLATED = [translated(number) for number in range(40)]


_LATER = range(5000, 5009)


def mined(
    native: list[Sample], translated: list[Sample], known: Matcher | None = None
) -> list[Candidate]:
    told: list[str] = []
    return mine(native, translated, language("en"), known or Matcher([]), told.append)


def test_a_phrase_of_translations_is_proposed_once() -> None:
    found = mined(NATIVE, TRANSLATED)
    (phrase,) = [one for one in found if "view" in one.phrase]
    assert phrase.phrase == "in view of the rain"
    assert "in view of" in phrase.variants
    assert (phrase.documents, phrase.years, phrase.native_per_million) == (40, 3, 0)
    assert phrase.places[0].document == TRANSLATED[0].document
    assert "In view of the rain" in phrase.places[0].context


def test_what_both_have_is_not_proposed() -> None:
    phrases = {one.phrase for one in mined(NATIVE, TRANSLATED)}
    assert not any("people said" in phrase for phrase in phrases)


def test_what_a_glossary_has_is_not_proposed() -> None:
    found = mined(NATIVE, TRANSLATED, Matcher(built_in("en")))
    assert not any("in view of" in one.phrase for one in found)


def test_articles_in_both_versions_tell_the_subject_from_the_language() -> None:
    """A word that the round trip has no more often than its original is due to the subject."""
    rain = [sample("The rain was wet and the rain was long.", Kind.NATIVE, n) for n in _LATER]
    again = [
        structs.replace(one, text="The rain was damp and the rain was long.", kind=Kind.ROUND_TRIP)
        for one in rain
    ]
    topical = [sample("The rain fell in view of the hill.", Kind.MACHINE, n) for n in range(40)]
    with_pairs = proposed(mined([*NATIVE, *rain], [*topical, *again]))
    assert {"rain", "the rain"} <= proposed(mined(NATIVE, topical))
    assert not {"rain", "the rain"} & with_pairs
    assert "in view of the hill" in with_pairs


def proposed(found: list[Candidate]) -> set[str]:
    return {phrase for one in found for phrase in (one.phrase, *one.variants)}


def test_candidates_are_chosen_by_number_or_phrase() -> None:
    found = mined(NATIVE, TRANSLATED)
    assert chosen(found, ["1"]) == found[:1]
    assert chosen(found, [found[0].phrase]) == found[:1]
    with pytest.raises(QAError, match="called 'no such phrase'"):
        chosen(found, ["no such phrase"])
