"""Which column of a table is the source and which the target, told by their names.

Columns may also be named by their languages: then the first one is the source.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.errors import QAError
from qa.language import canonical
from qa.regex import lazy

SOURCE = lazy(r"sources?|src|(?:source|src)[ _-]?(?:text|segment)|original", re.IGNORECASE)
TARGET = lazy(
    r"targets?|tgt|trg|(?:target|tgt|trg)[ _-]?(?:text|segment)|translations?|hypothesis|hyp|mt",
    re.IGNORECASE,
)
_SOURCE_LANGUAGE = lazy(r"(?:source|src)[ _-]?(?:language|lang)", re.IGNORECASE)
_TARGET_LANGUAGE = lazy(r"(?:target|tgt|trg)[ _-]?(?:language|lang)", re.IGNORECASE)
_DOCUMENT = lazy(r"documents?|doc|doc[_ -]?id", re.IGNORECASE)
_TWO = 2


class Columns(NamedTuple):
    """The indexes of columns, or names of keys; None for those that are not there."""

    source: int
    target: int
    source_language: int | None = None
    target_language: int | None = None
    document: int | None = None
    languages: tuple[str | None, str | None] = (None, None)


def columns(names: Sequence[str], place: str) -> Columns:
    """Return which column is what.

    Args:
        names: of all columns.
        place: for the message.

    Raises:
        QAError: there is no source, or no target, among them.
    """
    found = [_index(names, pattern) for pattern in (SOURCE, TARGET)]
    if found[0] is not None and found[1] is not None:
        return Columns(
            found[0],
            found[1],
            _index(names, _SOURCE_LANGUAGE),
            _index(names, _TARGET_LANGUAGE),
            _index(names, _DOCUMENT),
        )
    if len(names) == _TWO and all(map(_is_language, names)):
        return Columns(0, 1, languages=(canonical(names[0]), canonical(names[1])))
    there = ", ".join(repr(name[:30]) for name in names[:8])
    raise QAError(
        f"{place}: names no column of the source and one of the target: {there}",
        "the first line has the names: source and target, or the two languages, such as de and en",
    )


def _index(names: Sequence[str], pattern: "re.Pattern[str]") -> int | None:
    return next((at for at, name in enumerate(names) if pattern.fullmatch(name.strip())), None)


def _is_language(name: str) -> bool:
    from qa.language import language

    tag = canonical(name)
    return tag is not None and language(tag).tag != "und"
