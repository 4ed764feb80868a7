"""One document of a corpus: what it is and where it came from."""

import re
from enum import StrEnum

from msgspec import Struct

_YEAR = re.compile(r"\b\d{4}\b")


class Kind(StrEnum):
    """How a text came to be."""

    NATIVE = "native"
    ROUND_TRIP = "roundtrip"
    HUMAN = "human"
    MACHINE = "machine"


class Sample(Struct, frozen=True):
    """One document.

    Attributes:
        text: its words, paragraphs joined by a space.
        kind: how it came to be.
        system: the engine or reference that made it; the kind for native and human text.
        origin: the language it was translated from; None for native text and where not known.
        year: of publication, 0 where not known.
        document: the same for all versions of one article.
        source: the set it belongs to.
        outlet: what must not be split between training and test: the newspaper, or the year.
    """

    text: str
    kind: Kind
    system: str
    origin: str | None
    year: int
    document: str
    source: str
    outlet: str


def kind(label: str) -> Kind:
    """Return the kind of text that a label stands for."""
    if label.startswith(Kind.ROUND_TRIP):
        return Kind.ROUND_TRIP
    return Kind(label) if label in {Kind.NATIVE, Kind.HUMAN} else Kind.MACHINE


def year_in(told: int | str | None) -> int:
    """Return the first year of a statement such as "2004-2005", 0 where there is none."""
    found = _YEAR.search(str(told))
    return int(found[0]) if found else 0
