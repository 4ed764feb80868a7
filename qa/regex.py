"""Regular expressions that are compiled when they are first used.

Compiling all of them takes longer than checking a short article, which needs few of them.
"""

import re
from typing import Any, cast


class _Lazy:
    """Stands in for a pattern; whatever is asked of it once is kept as an attribute."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._arguments = (pattern, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a method of any pattern
        value = getattr(re.compile(*self._arguments), name)
        setattr(self, name, value)
        return value


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
