"""The glossaries of a run, ready for a text: built-in ones, and those of a house."""

from functools import lru_cache
from pathlib import Path

from qa.glossary import reading
from qa.glossary import terms as listed
from qa.glossary.compiled import Compiled
from qa.glossary.matching import Matcher
from qa.glossary.termbase import Glossary
from qa.glossary.terms import Terms
from qa.language import primary


@lru_cache(maxsize=16)
def matcher(tag: str, origin: str | None, further: tuple[str, ...]) -> Matcher | None:
    """Return what looks for the phrases and unwanted terms of all glossaries of a language.

    Args:
        tag: of the language of the text.
        origin: tag of the language it was translated from, None if that is not known.
        further: paths of glossaries besides the built-in ones.

    Raises:
        QAError: a glossary cannot be read.
    """
    known = [*reading.built_in(tag), *_further(further, tag)]
    used = [one for one in known if _applies(one.glossary, tag, origin)]
    return Matcher(used) if used else None


@lru_cache(maxsize=16)
def terms(origin: str | None, tag: str, further: tuple[str, ...]) -> Terms | None:
    """Return the terms that glossaries ask for in translations from a language.

    Raises:
        QAError: a glossary cannot be read.
    """
    if not further:
        return None
    from qa.terminology import demanded  # most runs have no glossary of their own

    found = demanded.terms_of([*map(Path, further)], origin or "und", tag)
    return listed.of_sources(found, origin or "und") if found else None


def _further(paths: tuple[str, ...], tag: str) -> list[Compiled]:
    if not paths:
        return []
    from qa.terminology import scoping  # most runs have no glossary of their own

    return scoping.sources([*listed.without_tables(map(Path, paths))], tag)


def _applies(glossary: Glossary, tag: str, origin: str | None) -> bool:
    said = origin and glossary.origin
    told = not said or primary(origin or "") in map(primary, glossary.origins)
    return told and primary(glossary.language) == primary(tag)
