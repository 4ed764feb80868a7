"""What git ignores: the rules of ``.gitignore`` files, from the root of the work tree down."""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qa.errors import QAError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FILE = ".gitignore"
# A name of 255 characters has few ways to match so many asterisks; with more it could take hours.
_MOST_ASTERISKS = 4


class Rules(NamedTuple):
    """Rules that hold in a folder: those of each file with the folder it is in, inner ones last."""

    specs: "tuple[tuple[str, GitIgnoreSpec], ...]" = ()

    @classmethod
    def above(cls, folder: Path) -> "Rules":
        """Return the rules that hold in a folder, its own and those of the folders above it.

        Raises:
            QAError: a rule is malformed.
        """
        return _held(folder.absolute())

    @classmethod
    def around(cls, folder: Path) -> "Rules":
        """Return the rules for a folder that was named: none if git ignores the folder itself."""
        rules = cls.above(folder.absolute().parent)
        return cls() if rules.ignore(str(folder), folder=True) else rules

    def inside(self, folder: Path) -> "Rules":
        """Return these rules with those of a folder's own ``.gitignore``.

        Raises:
            QAError: a rule is malformed.
        """
        specs = (_read(file) for file in (folder / ".git/info/exclude", folder / _FILE))
        own = tuple((_absolute(str(folder)), spec) for spec in specs if spec)
        return Rules(self.specs + own) if own else self

    def ignore(self, path: str, *, folder: bool) -> bool:
        """Tell whether git ignores a file or folder; the innermost rule that says so counts."""
        absolute = _absolute(path)
        for base, spec in reversed(self.specs):
            if absolute.startswith(base + os.sep):
                inner = absolute[len(base) + 1 :].replace(os.sep, "/")
                said = spec.check_file(inner + "/" * folder).include
                if said is not None:
                    return said
        return False


@cache
def _held(folder: Path) -> Rules:
    rules = Rules()
    for place in _work_tree(folder):
        rules = rules.inside(place)
    return rules


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 - links are taken as the files they stand for


def _work_tree(folder: Path) -> list[Path]:
    """Return a folder and those above it in the same work tree, from its root down."""
    chain = [folder, *folder.parents]
    depth = next((depth for depth, place in enumerate(chain) if (place / ".git").exists()), 0)
    return chain[depth::-1]


def _read(file: Path) -> "GitIgnoreSpec | None":
    try:
        lines = file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec  # slow, and most folders have no such file

    rules = (line for line in lines if not line.startswith("#"))
    if any(part.count("*") > _MOST_ASTERISKS for rule in rules for part in rule.split("/")):
        raise QAError(f"{file}: a rule has more than {_MOST_ASTERISKS} asterisks", "shorten it")
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise QAError(f"{file}: {error}", "see git help gitignore") from error
