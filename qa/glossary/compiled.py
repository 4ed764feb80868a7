"""Glossaries made ready for matching, kept between runs."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from qa import resources
from qa.cache import kept
from qa.errors import QAError
from qa.glossary import parsing
from qa.glossary.parsing import parse
from qa.glossary.termbase import Entry, Glossary, load
from qa.language import Language, language, primary
from qa.text import inflection

Anchors = dict[str, list[int]]


class Compiled(NamedTuple):
    """A glossary, made ready.

    ``anchors`` has, for every word that a match must contain, the numbers of the entries.
    """

    glossary: Glossary
    anchors: Anchors


class _Kept(Struct, frozen=True):
    """What is kept between runs."""

    anchors: Anchors


def compiled(glossary: Glossary) -> Compiled:
    """Make a glossary ready.

    Raises:
        QAError: a pattern is malformed; the message names the entry.
    """
    anchors: Anchors = {}
    known = language(glossary.language)
    for number, entry in enumerate(glossary.entries):
        for word in sorted(_anchors(f"{glossary.name}/{entry.id}", entry, known)):
            anchors.setdefault(word, []).append(number)
    return Compiled(glossary, anchors)


def read(path: Path) -> Compiled:
    """Return the glossary in ``path``, made ready now or in an earlier run.

    Raises:
        QAError: the file cannot be read, or is not a glossary.
    """
    glossary = load(path)
    dependencies = msgspec.msgpack.encode(glossary) + _surroundings(glossary.language)
    ready = kept(dependencies, _Kept, lambda: _Kept(compiled(glossary).anchors))
    return Compiled(glossary, ready.anchors)


def built_in(tag: str) -> list[Compiled]:
    """Return the glossaries in ``corpora/`` for text in a language (``en`` for ``en-GB``)."""
    return [read(path) for path in resources.paths(f"*-{primary(tag)}/phrases.toml")]


def find(name: str, further: Iterable[Path] = ()) -> tuple[Glossary, Entry]:
    """Return the entry called ``name``, such as ``de-en/handy``, and its glossary.

    Args:
        name: of the glossary and the entry.
        further: glossary files besides the built-in ones.

    Raises:
        QAError: there is none; the hint has the nearest.
    """
    wanted, _, entry_id = name.partition("/")
    paths = [*resources.paths(f"{wanted}/phrases.toml"), *further]
    found = [one for one in map(load, paths) if one.name == wanted]
    for glossary in found:
        for entry in glossary.entries:
            if entry.id == entry_id:
                return glossary, entry
    near = get_close_matches(entry_id, [entry.id for one in found for entry in one.entries], n=1)
    hint = f"did you mean '{wanted}/{near[0]}'?" if near else None
    raise QAError(f"there is no entry '{name}'", hint or "qa check shows the names of entries")


def _anchors(name: str, entry: Entry, known: Language) -> set[str]:
    found: set[str] = set()
    for source in entry.match:
        for variant in parse(source, known, name).variants:
            if not variant.anchors:
                raise QAError(f"{name}: the pattern '{source}' can match without a word of its own")
            found |= variant.anchors
    return found


def _surroundings(tag: str) -> bytes:
    """Return what decides how patterns unfold, besides the patterns: lists, rules and code."""
    files = [
        *resources.paths(f"{primary(tag)}/function-words.txt"),
        *resources.paths(f"{primary(tag)}/inflection.toml"),
        Path(parsing.__file__),
        Path(inflection.__file__),
    ]
    stamps = (f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files)
    return "\n".join(stamps).encode()
