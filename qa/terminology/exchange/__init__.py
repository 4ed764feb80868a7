"""Exchange formats: a file of another tool becomes a termbase, and the other way round.

A format is a module here with ``SUFFIXES``, ``read(content, path, layout) -> Imported`` and, where
it makes sense, ``write(termbase, layout) -> (bytes, lost)``; its name is the value of ``--from``
and ``--to``. Other people's are named by entry points of the group ``qa.terminology.exchange``.

What a concept has no field for is kept in its note or that of a term, as a labelled line (see
``qa.terminology.exchange.labels``); what cannot be kept at all is listed as ``Lost``.
"""

import sys
from functools import cache
from pathlib import PurePath
from typing import Protocol, cast

from qa import plugins
from qa.errors import QAError
from qa.terminology.exchange.layout import Layout
from qa.terminology.model import Imported, Lost, Termbase

_PLAIN = Layout()


class Format(Protocol):
    """A module that reads, and mostly writes, one format."""

    SUFFIXES: tuple[str, ...]

    def read(self, content: bytes, path: str, layout: Layout = _PLAIN) -> Imported:
        """Return the termbase in a file, and what could not be understood."""

    def write(self, termbase: Termbase, layout: Layout = _PLAIN) -> tuple[bytes, tuple[Lost, ...]]:
        """Return a file's content, and what the format cannot hold."""


@cache
def formats() -> dict[str, Format]:
    """Return every format by its name."""
    found = plugins.modules(sys.modules[__name__], "qa.terminology.exchange")
    return {
        module.__name__.rpartition(".")[2]: cast("Format", module)
        for module in found
        if hasattr(module, "SUFFIXES")
    }


def chosen(path: str, name: str | None = None) -> Format:
    """Return the format called ``name``, or else that of a path's suffix.

    Raises:
        QAError: there is none.
    """
    known = formats()
    if name in known:
        return known[name]
    suffix = PurePath(path).suffix.lower()
    found = [one for one in known.values() if suffix in one.SUFFIXES]
    if name or not found:
        what = f"'{name}'" if name else f"a file called '{path}'"
        raise QAError(f"no exchange format for {what}", f"the formats are {', '.join(known)}")
    return found[0]
