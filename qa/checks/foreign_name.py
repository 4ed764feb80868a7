"""A place or a person under a name of another language.

What it finds
: German names of places, people and institutions left in English, and the other way round, from
  ``names.toml`` of the pair of languages; not in quotation marks, and no places that are part of
  a longer name.

Why it matters
: A name that has an English form was taken over from the source: readers search for 'Kiew' or
  'Selenskyj' in vain.

Flagged
: The delegation flew from Kiew to Genf.
: Lukaschenko's answer came on Monday.
: The Vereinigte Staaten were not asked.
: [de] Die Abordnung flog nach Moscow zu Präsident Zelensky.

Clean
: The delegation flew from Kyiv to Geneva.
: Dynamo Kiew won against Austria Wien.
: The magazine "Russland" no longer appears.
: The Landesverband für Sachsen is small.
: [de] Die Abordnung flog nach Moskau. Er las die Moscow Times.

Sources
: corpora/de-en/names.toml, corpora/en-de/names.toml
: UNGEGN, exonyms and endonyms (https://unstats.un.org/unsd/ungegn)
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from qa import resources
from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language, language, primary
from qa.model import Segment
from qa.text.passages import neighbours, quoted, within


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """``names.toml``: names in one language and what the other calls them."""

    places: dict[str, str]
    people: dict[str, str]


class Name(Struct, frozen=True):
    """A name as ``origin`` writes it."""

    written: str
    replacement: str
    origin: Language
    is_place: bool

    @property
    def key(self) -> str:
        """The longest word, in lower case, by which the name is looked for first."""
        return max(re.split(r"[\s-]", self.written.lower()), key=len)


@check("foreign-name", Category.TERMINOLOGY, Severity.WARNING)
def foreign_name(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the name without a possessive 's'."""
    languages = primary(context.language.tag), primary(context.origin or "*")
    keys = _keys(*languages).intersection(context.words(segment).keys)
    names = {name for key in keys for name in _index(*languages)[key]}
    matches = [(name, found) for name in names for found in _found(name, segment.text.content)]
    hidden = quoted(segment.text.content) if matches else []
    for name, found in sorted(matches, key=lambda match: match[1].start()):
        if not within(hidden, found.start()) and not _in_longer_name(name, found, context):
            yield _mark(name, found)


@cache
def _index(tag: str, origin: str) -> dict[str, tuple[Name, ...]]:
    """Return the names that may stand in text of one language, by key with and without 's'."""
    found: dict[str, tuple[Name, ...]] = {}
    for path in resources.paths(f"{origin}-{tag}/names.toml"):
        source = language(path.parent.name.removesuffix(f"-{tag}"))
        for name in _names(resources.read(path, Names), source):
            for key in (name.key, f"{name.key}'s"):
                found[key] = (*found.get(key, ()), name)
    return found


@cache
def _keys(tag: str, origin: str) -> frozenset[str]:
    return frozenset(_index(tag, origin))


def _names(names: Names, origin: Language) -> Iterator[Name]:
    yield from (Name(name, other, origin, True) for name, other in names.places.items())
    yield from (Name(name, other, origin, False) for name, other in names.people.items())


def _found(name: Name, content: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<![\w#@./’'-]){re.escape(name.written)}(?!\w)", content)


def _in_longer_name(name: Name, found: re.Match[str], context: Context) -> bool:
    before, after = neighbours(found.string, *found.span())
    own, origin = context.language.words("function-words"), name.origin.words("function-words")
    key = before.lower()
    return name.is_place and (
        (key not in own and (before[:1].isupper() or key in origin))
        or (after[:1].isupper() and after not in context.language.weekdays)
    )


def _mark(name: Name, found: re.Match[str]) -> Mark:
    return Mark(
        found.start(),
        found.end(),
        f"'{name.written}' is the {name.origin.name} name of {name.replacement}",
        why="the name was taken over from the source",
        suggestions=(name.replacement,),
        confidence=Confidence.NEARLY_ALWAYS,
    )
