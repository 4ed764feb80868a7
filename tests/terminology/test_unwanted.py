"""Which terms of a glossary are looked for, and what they suggest."""

from glossaries import concept, term
from msgspec.structs import replace

from qa.glossary.compiled import compiled
from qa.glossary.matching import Matcher
from qa.glossary.termbase import Glossary
from qa.terminology.model import Concept, Status, TermEntry
from qa.terminology.term_phrases import RETIRED
from qa.terminology.unwanted import entries
from qa.text.words import Words


def found(text: str, *concepts: Concept, tag: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    """Return the unwanted terms in a text, and what to write instead."""
    words = Words(text)
    matcher = Matcher([compiled(Glossary("house", "", tag, entries(concepts, tag)))])
    return [
        (words.content[words.spans[one.first][0] : words.spans[one.last - 1][1]], replacement.texts)
        for one in matcher.find(words)
        if isinstance(one.phrase.entry, TermEntry) and one.phrase.entry.status in RETIRED
        for replacement in (one.phrase.replacement(words, one),)
    ]


POND = concept("pond", en=["pond", term("pool", "forbidden"), term("puddle", "admitted")])


def test_the_preferred_term_takes_the_form_of_the_unwanted_one() -> None:
    assert found("Two pools and a puddle.", POND) == [("pools", ("ponds",))]
    board = concept("board", en=["budget committee", term("finance board", "deprecated")])
    assert found("Finance boards met.", board) == [("Finance boards", ("Budget committees",))]
    member = concept("member", en=["member of parliament", term("deputy", "deprecated")])
    assert found("The deputies met.", member) == [("deputies", ("member of parliament",))]
    assert found(
        "Des Etats wegen.",
        concept("budget", de=["Haushalt", term("Etat", "superseded")]),
        tag="de",
    ) == [("Etats", ("Haushalts",))]


def test_a_term_within_a_longer_one_in_use_is_left_alone() -> None:
    carpool = concept("pool-table", en=["pool table"])
    assert found("A pool table in the pool.", POND, carpool) == [("pool", ("pond",))]


def test_what_is_out_of_date_for_one_subject_may_be_right_for_another() -> None:
    old = concept("tube", en=["pipe", term("tube", "deprecated")])
    london = concept("underground", en=["tube"])
    assert found("The tube is late.", old) == [("tube", ("pipe",))]
    assert found("The tube is late.", old, london) == []
    banned = concept("tube", en=["pipe", term("tube", "forbidden")])
    assert found("The tube is late.", banned, london) == [("tube", ("pipe",))]


def test_a_draft_finds_nothing() -> None:
    assert found("A pool.", replace(POND, draft=True)) == []


def test_an_abbreviation_counts_as_it_is_written() -> None:
    who = concept("who", en=["World Health Organization", term("WHO", "deprecated")])
    assert found("Who told the WHO?", who) == [("WHO", ("World Health Organization",))]


def test_what_one_region_does_not_write_another_may() -> None:
    colour = concept("colour", en_GB=["colour", term("color", "forbidden")], en_US=["color"])
    assert found("A color.", colour, tag="en-US") == []
    assert found("A color.", colour, tag="en-GB") == [("color", ("colour",))]


def test_the_status_is_kept() -> None:
    (entry,) = entries([POND], "en")
    assert (entry.id, entry.status) == ("pond", Status.FORBIDDEN)
