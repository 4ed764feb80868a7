"""Every rule, once where it holds and where it must not."""

import pytest
from glossaries import concept, entry, loaded, term

from qa.terminology.linting import lint, repaired
from qa.terminology.loading import Loaded, of_content
from qa.terminology.model import Term

FORBIDDEN, DEPRECATED = "forbidden", "deprecated"


def rules(found: Loaded) -> list[str]:
    return [fault.rule for fault in lint(found)]


@pytest.mark.parametrize(
    ("rule", "concepts"),
    [
        ("repeated-concept", [concept("a", en="lake"), concept("a", en="lake")]),
        ("repeated-id", [concept("a", en="lake"), concept("a", en="hill")]),
        ("repeated-term", [concept("a", en=["lake", "lake"])]),
        ("duplicate", [concept("a", en="lake", de="See"), concept("b", en="lake", de="See")]),
        (
            "near-duplicate",
            [concept("a", en="tender", de="Vergabe"), concept("b", en="tendr", de="Vergabe")],
        ),
        ("near-duplicate", [concept("a", en="e mail"), concept("b", en="email")]),
        ("near-duplicate", [concept("a", en="accommodation"), concept("b", en="accomodation")]),
        ("near-duplicate", [concept("a", en="receiver"), concept("b", en="reciever")]),
        ("near-duplicate", [concept("a", de="Schifffahrt"), concept("b", de="Schiffahrt")]),
        (
            "missing-definition",
            [concept("a", en="bank", de="Bank"), concept("b", en="bank", de="Ufer")],
        ),
        (
            "contradiction",
            [concept("a", en="lake"), concept("b", en=["pond", term("lake", FORBIDDEN)])],
        ),
        ("contradiction", [concept("a", en=["lake", term("lake", DEPRECATED)])]),
        (
            "cycle",
            [
                concept("a", en=["lake", term("pond", FORBIDDEN)]),
                concept("b", en=["pond", term("lake", FORBIDDEN)]),
            ],
        ),
        ("no-terms", [concept("a", en=[])]),
        ("empty-term", [concept("a", en=["lake", " "])]),
        ("stray-space", [concept("a", en="salt  lake")]),
        ("never-matches", [concept("a", en="—")]),
        ("never-matches", [concept("a", en="C++")]),
        ("wrong-language", [concept("a", en="озеро")]),
        ("wrong-language", [concept("a", en="lаke")]),  # a Cyrillic letter in it
        ("wrong-language", [concept("a", en="lake", ru="lake")]),
        (
            "wrong-language",
            [
                concept(
                    "a",
                    definition="Wasser, welches ringsum vom Land eingeschlossen liegt, ohne Meer",
                    en="lake",
                    fr="lac",
                )
            ],
        ),
        ("empty-definition", [concept("a", definition="n/a", en="lake")]),
        ("copied-definition", [concept("a", definition="Lake.", en="lake")]),
        (
            "copied-definition",
            [
                concept("a", definition="Water with land all around.", en="lake"),
                concept("b", definition="Water with land all around.", en="hill"),
            ],
        ),
        ("no-preferred-term", [concept("a", en=[term("lake", "admitted")])]),
        ("no-preferred-term", [concept("a", en=[term("lake", DEPRECATED)])]),
        ("contradicting-status", [concept("a", en=[term("lake", DEPRECATED)], de="See")]),
        (
            "contradicting-status",
            [concept("a", en=[Term("Autobahn", do_not_translate=True)], fr="autoroute")],
        ),
        ("language-tag", [concept("a", english="lake")]),
        ("language-tag", [concept("a", EN="lake")]),
    ],
)
def test_a_fault_is_found(rule: str, concepts: list) -> None:  # type: ignore[type-arg]
    assert rules(loaded(*concepts)) == [rule]


@pytest.mark.parametrize(
    "concepts",
    [
        [concept("a", en="lake", de="See", ru="озеро", ja="湖", pt_BR="lago")],
        [concept("a", en="later train"), concept("b", en="latter train", definition="The second")],
        [concept("a", en="G7 summit 1"), concept("b", en="G7 summit 11")],
        [
            concept("a", en="bank", definition="It lends money."),
            concept("b", en="bank", definition="The side of a river."),
        ],
        [concept("a", en="bank", domain="money"), concept("b", en="bank", domain="rivers")],
        [
            concept("a", en=["lake", term("tarn", DEPRECATED)], domain="x"),
            concept("b", en="tarn", domain="y"),
        ],
        [concept("a", de="Essen"), concept("b", de=["speisen", term("essen", FORBIDDEN)])],
        [
            concept("a", en=[Term("US", case_sensitive=True)]),
            concept("b", en=["you and me", term("us", FORBIDDEN)]),
        ],
        [concept("a", en="iPhone", ru="iPhone"), concept("b", en="β-carotene", de="β-Carotin")],
        [concept("a", en=[Term("Tempo", do_not_translate=True)], de="Tempo", ru="Темпо")],
        [concept("a", definition="Jezioro to woda, nie łączy się z morzem", pl="jezioro")],
        [concept("a", en="conversation"), concept("b", en="conservation")],
    ],
)  # fmt: skip
def test_what_is_in_order_is_left_alone(concepts: list) -> None:  # type: ignore[type-arg]
    assert lint(loaded(*concepts)) == []


@pytest.mark.parametrize(
    ("rule", "phrases"),
    [
        ("never-matches", entry("a", "lake (", "pond", "x")),
        ("never-matches", entry("a", "salt lake", "pond", "x", "unless-near = ['salt']")),
        ("duplicate", entry("a", "lake", "x", "A lake.") + entry("b", "lake", "x", "A lake.")),
        (
            "shadowed",
            entry("a", "lake", "x", "The salt lake.")
            + entry("b", "salt lake", "x", "A salt lake."),
        ),
        ("flagged-suggestion", entry("a", "lake", "big lake", "A lake.")),
        (
            "flagged-suggestion",
            entry("a", "lake", "pond", "A lake.") + entry("b", "pond", "x", "A pond."),
        ),
        ("cycle", entry("a", "lake", "pond", "A lake.") + entry("b", "pond", "lake", "A pond.")),
        ("unsound", entry("a", "lake", "pond", "A hill.")),
    ],
)
def test_a_fault_of_a_suspect_phrase_is_found(rule: str, phrases: str) -> None:
    assert rule in rules(loaded(phrases=phrases))


def test_phrases_and_terms_must_not_contradict_each_other() -> None:
    terms = concept("pond", en=["pond", "salt lake", term("ponds and pools", FORBIDDEN)])
    phrases = entry("a", "lake", "some pond and pool", "A lake.")
    found = {fault.rule: fault for fault in lint(loaded(terms, phrases=phrases))}
    assert found["contradiction"].id == "pond"
    assert found.keys() == {"contradiction"}
    terms = concept("pond", en=["water", term("pond", FORBIDDEN)])
    (fault,) = lint(loaded(terms, phrases=entry("a", "lake", "the ponds", "A lake.")))
    assert (fault.rule, fault.kind, fault.id) == ("forbidden-suggestion", "entry", "a")


def test_a_fault_stands_where_it_says() -> None:
    found = loaded(concept("a", en="hill"), concept("b", definition="-", en=["lake", "pond "]))
    lines = found.text.splitlines()
    for fault in lint(found):
        assert ("definition" if fault.rule == "empty-definition" else "pond ") in lines[
            fault.line - 1
        ]


def test_safe_faults_are_put_right_and_comments_stay() -> None:
    text = b"""name = "x"\r
# Old.\r
[[concept]]\r
id = "a"\r
definition = "?"\r
terms.EN = [\r
  { text = "lake " }, # wet\r
  { text = "lake" },\r
]\r
\r
# Twice.\r
[[concept]]\r
id = "b"\r
terms.en = [{ text = "hill" }]\r
\r
[[concept]]\r
id = "b"\r
terms.en = [{ text = "hill" }]\r
"""
    found = of_content(loaded().path, text)
    faults = lint(found)
    assert all(fault.safe for fault in faults)
    after = repaired(found).after
    assert b"# Old.\r\n" in after
    assert b"# wet" in after
    assert after.count(b'"hill"') == after.count(b'"lake"') == 1
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert lint(of_content(found.path, after)) == []
