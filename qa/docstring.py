"""The manual page of a check: its module's docstring, with examples that are its tests."""

import re
from functools import cached_property

from msgspec import Struct

from qa.regex import lazy

_HEADING = lazy(r"^(?P<heading>[^\s:].*)\n(?=: )", re.MULTILINE)
_EXAMPLE_LANGUAGE = lazy(r"\A\[(?:(?P<origin>[A-Za-z-]+) > )?(?P<tag>[A-Za-z-]+)\] ")


class Example(Struct, frozen=True):
    """A text of a manual page.

    ``paragraphs`` are its segments; ``sources`` are those that they translate, in the language
    ``origin``, where the example has them.
    """

    language: str
    paragraphs: tuple[str, ...]
    origin: str | None = None
    sources: tuple[str, ...] = ()


class Manual(Struct, frozen=True, dict=True):
    """A check's manual page, read from its docstring."""

    docstring: str

    @property
    def summary(self) -> str:
        """The first line: what is found."""
        return self.docstring.strip().splitlines()[0]

    @cached_property
    def sections(self) -> dict[str, tuple[str, ...]]:
        """The paragraphs under each heading, one a ``: `` line."""
        _, *parts = _HEADING.split(self.docstring.strip() + "\n")
        bodies = (re.split(r"^: ", body, flags=re.MULTILINE)[1:] for body in parts[1::2])
        joined = (tuple(" ".join(item.split()) for item in body) for body in bodies)
        return dict(zip(parts[::2], joined, strict=True))

    @property
    def flagged(self) -> list[Example]:
        """Texts in which the check must find something."""
        return [_example(line) for line in self.sections.get("Flagged", ())]

    @property
    def clean(self) -> list[Example]:
        """Texts in which it must find nothing."""
        return [_example(line) for line in self.sections.get("Clean", ())]


def _example(line: str) -> Example:
    """Read one example: ``[de] Erster Absatz. ¶ Zweiter Absatz.``; English is not named.

    With sources: ``[de > en] Erster Satz. | First sentence. ¶ Zweiter Satz. | Second sentence.``
    """
    tag = _EXAMPLE_LANGUAGE.match(line)
    parts = (line[tag.end() :] if tag else line).split(" ¶ ")
    if not tag or not tag["origin"]:
        return Example(tag["tag"] if tag else "en", tuple(parts))
    pairs = [[side.strip() for side in f" {part} ".split(" | ")] for part in parts]
    targets, sources = tuple(pair[1] for pair in pairs), tuple(pair[0] for pair in pairs)
    return Example(tag["tag"], targets, tag["origin"], sources)
