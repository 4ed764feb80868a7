"""The metadata that may stand at the start of a Markdown file, between ``---`` or ``+++``."""

import re

from msgspec import Struct

from qa.regex import lazy

# A rule (thematic break) at the start of a file has an empty line below it.
_FRONT_MATTER = lazy(
    r"(?:---[ \t]*+\r?\n(?![ \t]*+\r?\n)(?:(?>(?!(?:---|\.\.\.)[ \t]*+(?:\r?\n|\Z))[^\n]*+\n))*+"
    r"(?:---|\.\.\.)"
    r"|\+\+\+[ \t]*+\r?\n(?:(?>(?!\+\+\+[ \t]*+(?:\r?\n|\Z))[^\n]*+\n))*+\+\+\+)[ \t]*+(?:\r?\n|\Z)"
)
_LANGUAGE = lazy(
    r"^lang(?:uage)?[ \t]*+[:=][ \t]*+[\"']?"
    r"(?P<tag>[A-Za-z]{2,3}(?:(?>[-_][A-Za-z0-9]{1,8}))*+)[\"']?[ \t]*+\r?$",
    re.MULTILINE,
)


class FrontMatter(Struct, frozen=True):
    """Where the metadata ends (0 if there is none), and the language that it declares."""

    end: int
    language: str | None


def of(content: str) -> FrontMatter:
    """Return the front matter of a decoded file."""
    found = _FRONT_MATTER.match(content)
    if not found:
        return FrontMatter(0, None)
    declared = _LANGUAGE.search(found[0])
    return FrontMatter(found.end(), declared["tag"].replace("_", "-") if declared else None)
