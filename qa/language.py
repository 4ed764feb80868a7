"""What is known of a language: its quotation marks, number format, months.

One file a language, ``corpora/<tag>/language.toml``; a tag falls back from the right
(``pt-BR`` to ``pt`` to ``und``).
"""

from functools import cache, lru_cache
from typing import TypeVar

from msgspec import Struct

from qa import resources
from qa.regex import lazy

T = TypeVar("T")

# The two written standards of Norwegian are one language here.
# Letters of a script and of a region (ISO 15924, ISO 3166).
_SCRIPT, _REGION = 4, 2
_TAG = lazy(r"[A-Za-z]{2,3}(?:(?>[-_][A-Za-z0-9]{1,8}))*+")
_WIDER = {"nb": "no", "nn": "no"}


class Numbers(Struct, frozen=True, forbid_unknown_fields=True):
    """Separators: one for decimals, and those that group thousands."""

    decimal: str
    grouping: tuple[str, ...]


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """The conventions of a written language.

    Attributes:
        tag: BCP 47 tag of the file that was found, ``und`` for none.
        name: in English.
        spaced: whether spaces stand between words.
        elision: whether an apostrophe ends a word (``l'heure``).
        numbers: separators of numbers.
        quotes: accepted pairs of quotation marks, opening and closing, the house style first.
        months: names of the months, January first, then accepted short forms.
        weekdays: names of the days.
        capitals: whether nouns begin with a capital letter as names do.
        linking: what may stand between the parts of a compound, "" for nothing; empty where the
            parts are written apart.
        particles: parts of a verb that leave it in a main clause (German "aus" of "ausgehen").
    """

    tag: str
    name: str
    spaced: bool = True
    elision: bool = False
    numbers: Numbers | None = None
    quotes: tuple[tuple[str, str], ...] = ()
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    capitals: bool = False
    linking: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()

    def words(self, kind: str) -> frozenset[str]:
        """Return the nearest word list ``corpora/<tag>/<kind>.txt``, empty where there is none."""
        return _words(self.tag, kind)


@lru_cache(maxsize=1024)
def canonical(tag: str | None) -> str | None:
    """Return a tag as it is usually written, ``de-AT`` for ``DE_at``; None for what is no tag."""
    if not tag or not _TAG.fullmatch(tag.strip()):
        return None
    first, *rest = tag.strip().replace("_", "-").split("-")
    return "-".join((first.lower(), *map(_subtag, rest)))


def _subtag(part: str) -> str:
    if len(part) == _SCRIPT and part.isalpha():
        return part.title()
    return part.upper() if len(part) == _REGION else part.lower()


def primary(tag: str) -> str:
    """Return the language of a tag without script and region: ``pt`` for ``pt-BR``."""
    return tag.split("-", maxsplit=1)[0]


def fallbacks(tag: str) -> list[str]:
    """Return ``tag``, its shorter forms, and ``und``: ``pt-BR``, ``pt``, ``und``."""
    parts = tag.split("-")
    parts[0] = _WIDER.get(parts[0], parts[0])
    return ["-".join(parts[:size]) for size in range(len(parts), 0, -1)] + ["und"]


@cache
def _words(tag: str, kind: str) -> frozenset[str]:
    names = (f"{one}/{kind}.txt" for one in fallbacks(tag))
    found = next(filter(resources.exists, names), None)
    return resources.lines(found) if found else frozenset()


@cache
def language(tag: str) -> Language:
    """Return the nearest known language to ``tag``."""
    found = next(tag for tag in fallbacks(tag) if resources.exists(f"{tag}/language.toml"))
    return resources.table(f"{found}/language.toml", Language)


def known() -> list[str]:
    """Return the tags of all languages that have a file, sorted, without ``und``."""
    return [
        path.parent.name for path in resources.paths("*/language.toml") if path.parent.name != "und"
    ]


def nearest(tag: str, kind: str, shape: type[T]) -> T:
    """Return the nearest table ``corpora/<tag>/<kind>.toml`` as ``shape``, empty without one."""
    names = (f"{one}/{kind}.toml" for one in fallbacks(tag))
    found = next(filter(resources.exists, names), None)
    return resources.table(found, shape) if found else shape()
