"""Glossary files made ready for matching, kept between runs."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from msgspec import Struct

from qa import resources
from qa.cache import kept
from qa.errors import QAError
from qa.glossary import compiled, parsing, rates, termbase, validation
from qa.glossary.compiled import Compiled, Index
from qa.glossary.termbase import Entry, Glossary
from qa.language import primary
from qa.regex import lazy
from qa.text import inflection, lexicon

_NAME = lazy(r"[a-z]+-[a-z]+")


class _Kept(Struct, frozen=True):
    """What is kept between runs: ``forms`` of the words that had to be looked up."""

    glossary: Glossary
    hints: Index
    forms: dict[str, frozenset[str]]


def read(path: Path) -> Compiled:
    """Return the glossary in ``path``, made ready now or in an earlier run.

    The entries of somebody's own glossary are tried out; those of the built-in ones are by tests.

    Args:
        path: the glossary; what was measured of it is kept beside it.

    Raises:
        QAError: the file cannot be read or is not a glossary, or an entry does not do what it says.
    """
    content, house = resources.content(path), not path.is_relative_to(resources.root())
    ready = kept(content + surroundings(), _Kept, lambda: _made(path, content, house=house))
    inflection.remember(ready.glossary.language, ready.forms)
    return Compiled(ready.glossary, ready.hints, rates.read(path), house)


def built_in(tag: str) -> list[Compiled]:
    """Return the glossaries in ``corpora/`` for text in a language (``en`` for ``en-GB``)."""
    return [read(path) for path in resources.paths(f"*-{primary(tag)}/phrases.toml")]


def path_of(glossary: str) -> Path:
    """Return the file of a glossary: a path, or the name of a built-in one."""
    named = resources.paths(f"{glossary}/phrases.toml") if _NAME.fullmatch(glossary) else []
    return named[0] if named else Path(glossary)


def find(name: str, further: Iterable[Path] = ()) -> tuple[Compiled, Entry]:
    """Return the entry called ``name``, such as ``de-en/handy``, and its glossary.

    Args:
        name: of the glossary and the entry.
        further: glossary files besides the built-in ones.

    Raises:
        QAError: there is none; the hint has the nearest.
    """
    wanted, _, entry_id = name.partition("/")
    paths = [*resources.paths(f"{wanted}/phrases.toml"), *further]
    found = [one for one in map(read, paths) if one.glossary.name == wanted]
    for source in found:
        for entry in source.glossary.entries:
            if entry.id == entry_id:
                return source, entry
    known = [entry.id for one in found for entry in one.glossary.entries]
    near = get_close_matches(entry_id, known, n=1)
    hint = f"did you mean '{wanted}/{near[0]}'?" if near else None
    raise QAError(f"there is no entry '{name}'", hint or "qa check shows the names of entries")


def _made(path: Path, content: bytes, *, house: bool) -> _Kept:
    glossary = termbase.decode(path, content)
    ready = compiled.compiled(glossary)
    if house:
        validation.require_sound(ready, path, content.decode())
    return _Kept(glossary, ready.hints, dict(inflection.remembered(glossary.language)))


@cache
def surroundings() -> bytes:
    """Return what decides how patterns unfold, besides the patterns: lists, rules and code."""
    lists = ("forms.json", "function-words.txt", "inflection.toml", "language.toml")
    files = [
        *(path for name in lists for path in resources.paths(f"*/{name}")),
        *(Path(one.__file__ or "") for one in (compiled, parsing, inflection, lexicon)),
    ]
    stamps = (f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files)
    return "\n".join(stamps).encode()
