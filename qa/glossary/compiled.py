"""Glossaries made ready for matching, kept between runs.

Reading TOML and unfolding patterns takes longer than checking an article. The result is therefore
kept in the user's cache folder, under a name made of the file's content and of all that the
result depends on; a missing, foreign or damaged entry is made anew, and a folder that cannot be
written to costs time only.
"""

import os
from hashlib import blake2b
from pathlib import Path

import msgspec
from msgspec import Struct
from platformdirs import user_cache_path

from qa import resources
from qa.errors import QAError
from qa.glossary.parsing import parse
from qa.glossary.termbase import Entry, Glossary, load
from qa.language import Language, language, primary
from qa.version import __version__


class Compiled(Struct, frozen=True):
    """A glossary, made ready.

    ``anchors`` has, for every word that a match must contain, the numbers of the entries.
    """

    glossary: Glossary
    anchors: dict[str, list[int]]


def compiled(glossary: Glossary) -> Compiled:
    """Make a glossary ready.

    Raises:
        QAError: a pattern is malformed; the message names the entry.
    """
    anchors: dict[str, list[int]] = {}
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
    kept = _folder() / _name(path)
    try:
        return msgspec.msgpack.decode(kept.read_bytes(), type=Compiled)
    except (OSError, msgspec.DecodeError):
        made = compiled(load(path))
    _keep(kept, msgspec.msgpack.encode(made))
    return made


def built_in(tag: str) -> list[Compiled]:
    """Return the glossaries in ``corpora/`` for text in a language (``en`` for ``en-GB``)."""
    return [read(path) for path in resources.paths(f"*-{primary(tag)}/phrases.toml")]


def _anchors(name: str, entry: Entry, known: Language) -> set[str]:
    found: set[str] = set()
    for source in entry.match:
        for variant in parse(source, known, name).variants:
            if not variant.anchors:
                raise QAError(f"{name}: the pattern '{source}' can match without a word of its own")
            found |= variant.anchors
    return found


def _folder() -> Path:
    told = os.environ.get("QA_CACHE_DIR")
    return (Path(told) if told else user_cache_path("qa")) / "glossaries"


def _name(path: Path) -> str:
    """Return the name of a glossary's entry in the cache.

    Raises:
        QAError: the glossary cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise QAError(f"{path}: cannot be read: {error.strerror}") from error
    return blake2b(content + _surroundings(), digest_size=16).hexdigest()


def _surroundings() -> bytes:
    """Return what decides how patterns unfold, besides the patterns."""
    files = [*resources.paths("*/function-words.txt"), *resources.paths("*/inflection.toml")]
    stamps = (f"{file.name}{file.stat().st_size}{file.stat().st_mtime_ns}" for file in files)
    return "".join([__version__, *stamps]).encode()


def _keep(place: Path, content: bytes) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(place)
    except OSError:
        return
