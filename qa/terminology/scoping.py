"""Several glossaries at once: what the narrower one says counts, then what the later one says.

A concept or a suspect phrase of a glossary gives way to one of the same id in a glossary that goes
before it, and a term to the same term there, whatever its status: a desk may use what the house
does not, and a glossary for one article has the last word.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from qa import resources
from qa.cache import kept
from qa.errors import QAError
from qa.glossary import compiled, reading
from qa.glossary.compiled import Compiled, Index
from qa.glossary.termbase import Glossary
from qa.language import primary
from qa.terminology import loading, unwanted
from qa.terminology.document.opening import open_file
from qa.terminology.loading import Contents
from qa.terminology.model import Concept, TermEntry
from qa.terminology.searching import Searcher
from qa.text import inflection

_SUFFIX = ".toml"
_CONCEPT = b"[[concept]]"


class _Terms(Struct, frozen=True):
    """What is kept between runs of the terms that a file has in one language."""

    entries: tuple[TermEntry, ...]
    hints: Index
    forms: dict[str, frozenset[str]]


class _Said(Struct, frozen=True):
    """The concepts and the terms that a glossary speaks of in one language, by id and by key."""

    ids: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


class _File(NamedTuple):
    path: Path
    content: bytes
    phrases: Compiled


def sources(paths: Sequence[Path], tag: str) -> list[Compiled]:
    """Return glossary files ready for text in a language: suspect phrases, and unwanted terms.

    Args:
        paths: of the files, the later going before the earlier of the same scope.
        tag: language of the text.

    Raises:
        QAError: one cannot be read, is no glossary, or an entry does not do what it says.
    """
    files = sorted(map(_file, paths), key=lambda one: one.phrases.glossary.scope.rank)
    found: list[Compiled] = []
    above = _Said()
    for number, file in reversed([*enumerate(files)]):
        found += _ready(file, tag, above)
        if number:
            said = _said(file, tag)
            above = _Said(above.ids | said.ids, above.keys | said.keys)
    return found


def searcher(name: str) -> Searcher:
    """Return a glossary file, or a built-in glossary, ready to be looked for in articles."""
    return Searcher(partial(sources, [reading.path_of(name)]))


def ready(contents: Contents, tag: str) -> list[Compiled]:
    """Return what was read of a file, ready for text in a language, whether it is sound or not."""
    glossary = contents.glossary
    terms = Glossary(contents.termbase.name, "", tag, unwanted.entries(contents.concepts, tag))
    spoken = glossary and primary(glossary.language) == primary(tag)
    return [compiled.compiled(one) for one in (*([glossary] if spoken and glossary else ()), terms)]


def require(name: str, paths: Sequence[Path]) -> None:
    """Refuse the name of an entry or of a concept, such as ``house/budget``, that there is not.

    Raises:
        QAError: there is none; the hint has the nearest.
    """
    wanted, _, concept = name.partition("/")
    files = [one for one in map(_file, paths) if one.phrases.glossary.name == wanted]
    if not any(_CONCEPT in one.content and concept in open_file(one.path).ids for one in files):
        reading.find(name, paths)


def concept(name: str, paths: Sequence[Path]) -> Concept | None:
    """Return the concept of a name such as ``house/budget``, None if no file has it.

    Raises:
        QAError: a glossary cannot be read.
    """
    wanted, _, own = name.partition("/")
    files = [one for one in map(_file, paths) if one.phrases.glossary.name == wanted]
    found = (loading.of_content(one.path, one.content).contents.concepts for one in files)
    return next((one for concepts in found for one in concepts if one.id == own), None)


def _file(path: Path) -> _File:
    if path.suffix.lower() != _SUFFIX:
        raise QAError(
            f"{path}: is no glossary file",
            f"qa glossary import {path} {path.with_suffix(_SUFFIX).name} makes one of it",
        )
    return _File(path, resources.content(path), reading.read(path))


def _ready(file: _File, tag: str, above: _Said) -> list[Compiled]:
    """Return suspect phrases and terms of a file, without those that other files speak of."""
    phrases = file.phrases._replace(
        without=frozenset(
            number
            for number, entry in enumerate(file.phrases.glossary.entries)
            if entry.id in above.ids
        )
    )
    name = phrases.glossary.name
    terms = _terms(file, tag)
    without = frozenset(
        number
        for number, entry in enumerate(terms.entries)
        if entry.id in above.ids or unwanted.key_of(entry) in above.keys
    )
    glossary = Glossary(name, "", tag, terms.entries)
    found = Compiled(glossary, terms.hints, house=True, without=without)
    spoken = primary(phrases.glossary.language) == primary(tag)
    return [one for one in (*([phrases] if spoken else ()), found) if one.glossary.entries]


def _terms(file: _File, tag: str) -> _Terms:
    if _CONCEPT not in file.content:
        return _Terms((), Index({}, []), {})
    dependencies = b"\n".join((reading.surroundings(), tag.encode(), file.content))
    terms = kept(dependencies, _Terms, lambda: _made(file, tag))
    inflection.remember(tag, terms.forms)
    return terms


def _made(file: _File, tag: str) -> _Terms:
    entries = unwanted.entries(loading.of_content(file.path, file.content).contents.concepts, tag)
    ready = compiled.compiled(Glossary(file.phrases.glossary.name, "", tag, entries))
    return _Terms(entries, ready.hints, dict(inflection.remembered(tag)))


def _said(file: _File, tag: str) -> _Said:
    if _CONCEPT in file.content:
        return kept(tag.encode() + file.content, _Said, lambda: _spoken(file, tag))
    return _spoken(file, tag)


def _spoken(file: _File, tag: str) -> _Said:
    phrases = file.phrases.glossary
    concepts = loading.of_content(file.path, file.content).contents.concepts
    terms = [*unwanted.said(concepts, tag)]
    entries = phrases.entries if primary(phrases.language) == primary(tag) else ()
    return _Said(
        frozenset((*(name for name, _ in terms), *(one.id for one in entries if not one.draft))),
        frozenset(name for _, name in terms),
    )
