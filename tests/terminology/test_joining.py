"""Two copies joined: whatever only one side changed is taken, the rest is asked for."""

from glossaries import concept, entry, loaded, term
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.terminology.joining import Conflict, Joined, Side, described, join
from qa.terminology.loading import Loaded, of_content
from qa.terminology.model import Concept, Status, Term


def joined(base: Loaded, mine: Loaded, theirs: Loaded, prefer: Side | None = None) -> Joined:
    return join(base, mine, theirs, lambda _: prefer)


def concepts(found: Joined) -> tuple[Concept, ...]:
    return of_content(loaded().path, found.text.encode()).contents.concepts


def test_changes_of_both_sides_come_together() -> None:
    base = loaded(concept("a", en="lake"), concept("b", en="hill"))
    mine = loaded(concept("a", en="lake", de="See"), concept("b", en="hill"))
    theirs = loaded(concept("a", definition="Wet.", en="lake"), concept("c", en="wood"))
    found = joined(base, mine, theirs)
    assert found.conflicts == ()
    assert concepts(found) == (
        concept("a", definition="Wet.", en="lake", de="See"),
        concept("c", en="wood"),
    )


def test_a_conflict_has_all_three_values() -> None:
    base, mine, theirs = (loaded(concept("a", definition=one, en="x")) for one in "pqr")
    found = joined(base, mine, theirs)
    assert found.conflicts == (Conflict("a", "definition", "p", "q", "r"),)
    assert list(described(found.conflicts[0])) == [
        "a: definition",
        "  base    p",
        "  mine    q",
        "  theirs  r",
    ]
    assert concepts(joined(base, mine, theirs, Side.THEIRS)) == theirs.contents.concepts
    assert concepts(joined(base, mine, theirs, Side.MINE)) == mine.contents.concepts


def test_what_one_side_removed_and_the_other_changed_is_a_conflict() -> None:
    base = loaded(concept("a", en=["lake", "mere"]), concept("b", en="hill"))
    mine = loaded(concept("a", en="lake"))
    theirs = loaded(concept("a", en=["lake", term("mere", "admitted")]), concept("b", en="mount"))
    found = joined(base, mine, theirs)
    assert [(one.id, one.what, one.mine) for one in found.conflicts] == [
        ("a", "English term 'mere'", "nothing"),
        ("b", "concept", "nothing"),
    ]
    assert concepts(joined(base, mine, theirs, Side.THEIRS)) == theirs.contents.concepts


def test_two_new_preferred_terms_are_a_conflict() -> None:
    base, mine, theirs = (loaded(concept("a", en=one)) for one in ("lake", "mere", "loch"))
    (conflict,) = joined(base, mine, theirs).conflicts
    assert (conflict.what, conflict.mine) == ("English terms", "mere (preferred)")


def test_suspect_phrases_are_joined_by_field() -> None:
    base, mine, theirs = (
        loaded(phrases=entry("a", match, suggest, "A lake."))
        for match, suggest in (("lake", "x"), ("lakes", "x"), ("lake", "y"))
    )
    found = joined(base, mine, theirs)
    (one,) = of_content(base.path, found.text.encode()).contents.entries
    assert (one.match, one.suggest) == (("lakes",), ("y",))


TERMS = st.dictionaries(
    st.sampled_from(["lake", "mere", "loch"]),
    st.sampled_from([Status.ADMITTED, Status.FORBIDDEN, Status.DEPRECATED]),
    min_size=1,
)
CONCEPTS = st.builds(
    lambda terms, definition: (terms, definition), TERMS, st.sampled_from(["", "Wet.", "Dry."])
)
GLOSSARIES = st.dictionaries(st.sampled_from("abc"), CONCEPTS).map(
    lambda found: loaded(
        *(
            Concept(
                name,
                {"en": tuple(Term(text, status) for text, status in sorted(terms.items()))},
                definition=definition,
            )
            for name, (terms, definition) in sorted(found.items())
        )
    )
)


@settings(max_examples=40, deadline=None)
@given(GLOSSARIES, GLOSSARIES)
def test_what_only_one_side_changed_is_taken_whole(base: Loaded, changed: Loaded) -> None:
    def told(found: Joined) -> dict[str, tuple[str, set[Term]]]:
        return {one.id: (one.definition, set(one.terms["en"])) for one in concepts(found)}

    wanted = {one.id: (one.definition, set(one.terms["en"])) for one in changed.contents.concepts}
    for found in (joined(base, changed, base), joined(base, base, changed)):
        assert found.conflicts == ()
        assert told(found) == wanted
