"""What a glossary says as nested tables, for comparing: by concept, language, term and field."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from qa.errors import QAError
from qa.glossary.termbase import Entry
from qa.terminology.loading import Loaded
from qa.terminology.model import Concept
from qa.terminology.splicing import Item

# concept or entry, id, field, and under "terms" language, text of the term, field.
Outline = dict[str, Any]


def outlines(*files: Loaded) -> list[Outline]:
    """Return versions of a glossary as nested tables, without what is the same in all of them.

    Lists of examples and patterns stay lists.

    Raises:
        QAError: two concepts or two entries have the same id, or a concept names a term twice.
    """
    for loaded in files:
        _require_unique(loaded, "concepts", (one.id for one in loaded.contents.concepts))
        _require_unique(loaded, "entries", (one.id for one in loaded.contents.entries))
    concepts = _untouched([loaded.contents.concepts for loaded in files])
    entries = _untouched([loaded.contents.entries for loaded in files])
    return [
        {
            "concept": {
                one.id: _concept(loaded, one)
                for one in loaded.contents.concepts
                if one.id not in concepts
            },
            "entry": {
                one.id: _fields(one) for one in loaded.contents.entries if one.id not in entries
            },
        }
        for loaded in files
    ]


def _untouched(versions: Sequence[Sequence[Item]]) -> set[str]:
    """Return the ids of what all versions have, each the same."""
    first, *others = ({one.id: one for one in version} for version in versions)
    return {name for name, one in first.items() if all(other.get(name) == one for other in others)}


def concept(name: str, told: Outline) -> Concept:
    """Return the concept of an outline."""
    terms = {
        tag: [{"text": text, **said} for text, said in named.items()]
        for tag, named in told.get("terms", {}).items()
    }
    return msgspec.convert({**told, "id": name, "terms": terms}, Concept)


def entry(name: str, told: Outline) -> Entry:
    """Return the entry of an outline."""
    return msgspec.convert({**told, "id": name}, Entry)


def _fields(one: Entry) -> Outline:
    return {key: value for key, value in msgspec.to_builtins(one).items() if key != "id"}


def _concept(loaded: Loaded, one: Concept) -> Outline:
    told = msgspec.to_builtins(one)
    for tag, terms in one.terms.items():
        _require_unique(loaded, f"terms ({one.id}, {tag})", (term.text for term in terms))
    named = {
        tag: {term.pop("text"): {"status": "preferred", **term} for term in terms}
        for tag, terms in told["terms"].items()
    }
    return {**{key: value for key, value in told.items() if key != "id"}, "terms": named}


def _require_unique(loaded: Loaded, what: str, names: Iterable[str]) -> None:
    twice = next((name for name, count in Counter(names).items() if count > 1), None)
    if twice is not None:
        raise QAError(
            f"{loaded.path}: two {what} are called '{twice}'", "qa glossary lint shows both places"
        )
