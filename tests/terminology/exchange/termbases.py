"""Termbases for tests, made up by Hypothesis or by hand."""

from hypothesis import strategies as st

from qa.terminology.model import Concept, PartOfSpeech, Status, Term, Termbase

WORDS = st.text("abcdeäßñжяあ語ابÅ&<>\"'=;,|+-@# ", min_size=1, max_size=12).map(str.strip)
TERMS = WORDS.filter(lambda text: bool(text) and not text.startswith("["))
LINES = st.lists(TERMS, max_size=2).map("\n".join)


def _terms(text: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Term, ...]]:
    term = st.builds(
        Term,
        text,
        status=st.sampled_from(Status),
        part_of_speech=st.none() | st.sampled_from(PartOfSpeech),
        case_sensitive=st.booleans(),
        do_not_translate=st.booleans(),
        note=LINES,
        example=LINES,
    )
    return st.lists(term, min_size=1, max_size=3, unique_by=lambda one: one.text).map(tuple)


def termbases(languages: tuple[str, ...] = ("de", "en", "pt-BR")) -> st.SearchStrategy[Termbase]:
    concept = st.builds(
        Concept,
        TERMS,
        st.fixed_dictionaries({languages[0]: _terms(TERMS)}).flatmap(
            lambda first: st.dictionaries(
                st.sampled_from(languages[1:]), _terms(TERMS), max_size=2
            ).map(lambda rest: {**first, **rest})
        ),
        domain=WORDS,
        definition=LINES,
        note=LINES,
        examples=st.lists(TERMS, max_size=2, unique=True).map(tuple),
    )
    concepts = st.lists(concept, min_size=1, max_size=4, unique_by=lambda one: one.id).map(tuple)
    return st.builds(Termbase, st.just("house"), concepts)


CHANCELLOR = Concept(
    "chancellor",
    {
        "en": (
            Term("chancellor", part_of_speech=PartOfSpeech.NOUN, example="The chancellor left."),
            Term("Kanzler", Status.FORBIDDEN, note="Not in English copy."),
        ),
        "de": (Term("Kanzler", case_sensitive=True), Term("Kanzlerin", Status.ADMITTED)),
    },
    domain="politics",
    definition="The head of a federal government.",
    note="Capitals before a name only.",
    examples=("Chancellor Weber spoke first.",),
)
BRAND = Concept("acme", {"en": (Term("ACME Ltd", do_not_translate=True),)})
HOUSE = Termbase("house", (CHANCELLOR, BRAND))
