"""Terms proposed from aligned text."""

from glossaries import concept
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.language import language
from qa.terminology.pairs import Aligned
from qa.terminology.suggesting import draft, suggest

TERMS = [("climate change", "Klimawandel"), ("budget", "Haushalt"), ("nurse", "Pflegekraft")]
PAIRS = [
    Aligned(f"The {a} came before the {c} in {i}.", f"Vor {d} kam {b} im Jahr {i}.")
    for i, ((a, b), (c, d)) in enumerate(
        (one, other) for _ in range(3) for one in TERMS for other in TERMS if one != other
    )
]
EN, DE = language("en"), language("de")


def test_words_that_stand_together_are_paired_as_they_are_written() -> None:
    found = suggest(PAIRS, EN, DE)
    assert {(one.source, one.target) for one in found} == set(TERMS)
    assert all(one.together == one.source_segments == 12 and one.examples for one in found)


def test_what_the_glossary_has_is_left_out() -> None:
    found = suggest(PAIRS, EN, DE, [concept("budget", en="budget")])
    assert {one.source for one in found} == {"climate change", "nurse"}


def test_a_candidate_becomes_a_draft() -> None:
    made = draft(suggest(PAIRS, EN, DE)[0], "en", "de")
    assert made.draft
    assert made.note.startswith("together in")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text("ab cd.", max_size=12), st.text("xy zw.", max_size=12))))
def test_any_text_is_taken(pairs: list[tuple[str, str]]) -> None:
    for one in suggest([Aligned(*pair) for pair in pairs], EN, DE, least=2):
        assert one.together <= min(one.source_segments, one.target_segments)
