"""Glossaries in the making, for the tests of what judges them."""

from collections.abc import Sequence
from pathlib import Path

from qa.terminology import writing
from qa.terminology.loading import Loaded, of_content
from qa.terminology.model import Concept, Status, Term, Termbase

PHRASES = """name = "house"
origin = "de"
language = "en"
"""


def term(text: str, status: str = "preferred") -> Term:
    return Term(text, Status(status))


def concept(
    name: str, *, definition: str = "", domain: str = "", **terms: str | Sequence[str | Term]
) -> Concept:
    """Return a concept; texts are preferred terms, ``pt_BR`` names a region."""
    found = {
        tag.replace("_", "-"): tuple(
            term(one) if isinstance(one, str) else one
            for one in ([told] if isinstance(told, str) else told)
        )
        for tag, told in terms.items()
    }
    return Concept(name, found, domain, definition)


def loaded(*concepts: Concept, phrases: str = "") -> Loaded:
    head = PHRASES if phrases else 'name = "house"\n'
    text = "\n".join((head, *map(writing.concept, concepts))) + phrases
    return of_content(Path("house.toml"), text.encode())


def termbase(*concepts: Concept) -> Termbase:
    return Termbase("house", concepts)


def entry(name: str, match: str, suggest: str, flagged: str, further: str = "") -> str:
    return f"""
[[entry]]
id = "{name}"
match = ['{match}']
origin = "x"
why = "English says it otherwise."
suggest = ["{suggest}"]
confidence = "nearly always"
flagged = ["{flagged}"]
clean = []
{further}
"""
