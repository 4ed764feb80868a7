"""Glossary files for tests: made up by Hypothesis, in the form of the writer and in others."""

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from qa.glossary.termbase import Scope
from qa.terminology import writing
from qa.terminology.model import Concept, PartOfSpeech, Status, Term

AWKWARD = (
    *('", status = "', "[[concept]]", "# no comment", "a = [", "\\", '"""', "'''", "\nid = "),
    *("}},", ", note = ", "\x7f", '\\", status = ', " = [\n  { text = "),
)
TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(AWKWARD)
TERM = st.builds(
    Term,
    text=TEXT,
    status=st.sampled_from(Status),
    part_of_speech=st.none() | st.sampled_from(PartOfSpeech),
    case_sensitive=st.booleans(),
    do_not_translate=st.booleans(),
    note=st.just("") | TEXT,
    example=st.just("") | TEXT,
)
TERMS = st.dictionaries(
    st.sampled_from(("en", "de", "pt-BR", "domain", "zh-Hant")),
    st.lists(TERM, min_size=1, max_size=3, unique_by=lambda term: term.text).map(tuple),
    max_size=3,
)
CONCEPT = st.builds(
    Concept,
    id=TEXT,
    terms=TERMS,
    domain=st.just("") | TEXT,
    definition=st.just("") | TEXT,
    note=st.just("") | TEXT,
    examples=st.lists(TEXT, max_size=2).map(tuple),
    draft=st.booleans(),
)
CONCEPTS = st.lists(CONCEPT, max_size=5, unique_by=lambda one: one.id)
GAPS = st.sampled_from(("\n", "\n\n\n", "\n# --- people ---\n\n", "", "\n# its own\n"))
WHY = st.sampled_from(("'''\n[[concept]] stands here as text.\n'''", '"Odd."'))
ENTRY = """
[[entry]]  # of another kind
id = "handy"
match = ["handy"]
origin = "Handy"
why = "Odd."
suggest = ["mobile phone"]
confidence = "nearly always"
flagged = []
clean = []
"""
# As a person might write it: own order, comments everywhere, tables for terms.
BY_HAND = """\
# Whatever the house says.
name = "house"  # the name
scope = "desk"

# The budget: see the memo.
[[concept]]  # of 2019
domain = 'politics'

# Decided by the desk.
id = "budget"
definition = \"\"\"
What the state
[[concept]]
plans to spend.\"\"\"  # from the law
terms.de = [
  # Austria too
  { text = "Haushalt" },  # usual

  { status = "deprecated", text = "Etat" },
]
terms."en" = [{ text = "budget" }]
# right behind

# far behind

[[concept]]
id = "atom"
[[concept.terms.en]]
text = "atom" # small
[[concept.terms.de]]
text = "Atom"
"""


LANGUAGES = 'origin = "de"\nlanguage = "en"\n\n'


@st.composite
def files(draw: Any) -> tuple[str, list[Concept]]:
    """Draw a file and the concepts in it, with comments, suspect phrases and odd line ends."""
    concepts = draw(CONCEPTS)
    parts = [writing.head("house", Scope.HOUSE), LANGUAGES]
    for concept in concepts:
        parts += [writing.concept(concept), draw(GAPS)]
    entry = ENTRY.replace('"Odd."', draw(WHY))
    place = draw(st.sampled_from((len(parts), 2)))
    text = "".join((*parts[:place], entry, *parts[place:]))
    return (text.replace("\n", "\r\n") if draw(st.booleans()) else text), concepts


def put(folder: Path, text: str) -> Path:
    """Write a file, its line ends as they are."""
    path = folder / "house.toml"
    path.write_bytes(text.encode())
    return path
