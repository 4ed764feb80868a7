"""How the columns of a table are called, and which languages are meant: what options say."""

from collections.abc import Iterable

from msgspec import Struct

from qa.errors import QAError
from qa.terminology.exchange.languages import tag


class Layout(Struct, frozen=True):
    """What a file does not say about itself.

    Attributes:
        columns: the header of a column, or its number from 1, by what stands in it: ``source``,
            ``target``, a language tag, ``id``, ``note``, ``status:de`` …
        languages: that of the sources, then those of the targets.
    """

    columns: dict[str, str] = {}
    languages: tuple[str, ...] = ()


def layout(columns: Iterable[str] = (), languages: Iterable[str] = ()) -> Layout:
    """Read the options ``--map`` and ``--language``.

    Args:
        columns: such as ``source=en,target=Translation (de)``.
        languages: tags, or pairs such as ``en:de``.

    Raises:
        QAError: one of them cannot be understood.
    """
    pairs = [pair for one in columns for pair in one.split(",") if pair.strip()]
    tags = [part for one in languages for part in one.replace(",", ":").split(":")]
    return Layout(dict(map(_column, pairs)), tuple(dict.fromkeys(map(_tag, tags))))


def _column(pair: str) -> tuple[str, str]:
    role, equals, header = (part.strip() for part in pair.partition("="))
    if not (role and equals and header):
        raise QAError(
            f"--map: cannot understand '{pair}'", "write what it is, then the column: target=de"
        )
    return role, header


def _tag(text: str) -> str:
    found = tag(text)
    if not found:
        raise QAError(f"--language: '{text}' is no language tag", "write it as in en:de or pt-BR")
    return found
