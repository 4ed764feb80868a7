"""TBX (ISO 30042): version 2 and 3, both styles, Core, Min and Basic; TBX-Basic v3 is written.

It is written in DCA style: that is what most tools read, and where a data category stands in an
attribute a reader of the core alone can still skip what it does not know.
"""

from qa.terminology.exchange.layout import Layout
from qa.terminology.exchange.tbx import document, entries
from qa.terminology.model import Imported, Lost, Termbase

SUFFIXES = (".tbx", ".tbxm", ".xml")


def read(content: bytes, path: str, layout: Layout = Layout()) -> Imported:  # noqa: ARG001, B008
    """Return the termbase in a TBX file.

    Raises:
        QAError: it is no TBX, not well-formed, or declares entities.
    """
    return entries.read(content, path)


def write(termbase: Termbase, layout: Layout = Layout()) -> tuple[bytes, tuple[Lost, ...]]:  # noqa: B008
    """Return a TBX-Basic file of version 3 in DCA style; with languages, those alone.

    Raises:
        QAError: there is nothing to write; a TBX file has at least one concept.
    """
    return document.write(termbase, layout.languages)
