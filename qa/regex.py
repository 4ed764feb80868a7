"""Regular expressions that are compiled when they are first used.

Compiling all of them takes longer than checking a short article, which needs few of them.

A group that is repeated possessively, so that nothing hostile takes long, is written
``(?:(?>…))*+``: without the inner one Python before 3.11.5 misses matches, and an outer one,
``(?>(?:…)*)``, keeps a hundred bytes for every repetition.
"""

import re
from typing import Any, AnyStr, Generic, cast


class _Lazy(Generic[AnyStr]):
    """Stands in for a pattern; whatever is asked of it once is kept as an attribute."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._arguments: tuple[AnyStr, int] = (pattern, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a method of any pattern
        value = getattr(re.compile(*self._arguments), name)
        setattr(self, name, value)
        return value


def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))
