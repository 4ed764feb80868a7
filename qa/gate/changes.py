"""The lines of files that changed since a revision of git."""

import os
import re
import subprocess
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from operator import attrgetter
from pathlib import Path

from qa.errors import QAError

_SECONDS = 60
_HUNK = re.compile(rb"^@@ -[\d,]+ \+(?P<start>\d+)(?:,(?P<count>\d+))? @@", re.MULTILINE)
_SECTION = re.compile(rb"^diff --git ", re.MULTILINE)
# Nothing that a repository's settings name may be run.
_SAFE = ("--no-ext-diff", "--no-textconv", "--ignore-submodules", "--no-color")

Ranges = tuple[range, ...]
ALL: Ranges = (range(1, 1 << 62),)


def changed(paths: Iterable[str], revision: str) -> Mapping[str, Ranges]:
    """Return the changed lines of files, numbered as git does: by line feeds.

    They are compared with where the branch left ``revision``. All lines of a file that git does
    not follow are new; so are those of standard input.

    Args:
        paths: of files.
        revision: a commit, branch or tag.

    Raises:
        QAError: git is missing or slow, a file is in no repository, or there is no such revision.
    """
    folders = {path: Path(path).resolve().parent for path in paths if Path(path).exists()}
    roots = {folder: _root(folder) for folder in set(folders.values())}
    known = {root: _Repository(root, revision) for root in set(roots.values())}
    return {
        path: known[roots[folders[path]]].lines(path) if path in folders else ALL for path in paths
    }


def touch(ranges: Ranges, first: int, last: int) -> bool:
    """Tell whether one of the lines from ``first`` to ``last`` is among the changed ones."""
    nearest = bisect_right(ranges, first, key=attrgetter("stop"))
    return nearest < len(ranges) and ranges[nearest].start <= last


class _Repository:
    """One working tree, compared with a revision."""

    def __init__(self, root: Path, revision: str) -> None:
        self._root = root
        commit = _revision(root, revision)
        options = ("diff", "--find-renames", *_SAFE, "--merge-base", commit, "--")
        names = _names(_git(root, revision, *options, options=("--numstat", "-z")))
        patch = _git(root, revision, *options, options=("--unified=0", "--text", "--patch"))
        sections = _SECTION.split(patch)[1:]
        if len(names) != len(sections):
            raise QAError(f"{root}: has changes that cannot be told apart", "finish the merge")
        self._changed = {
            name: ALL if binary else _ranges(section)
            for (name, binary), section in zip(names, sections, strict=True)
        }
        tracked = _git(root, revision, "ls-files", options=("-z",))
        self._tracked = frozenset(tracked.split(b"\0"))

    def lines(self, path: str) -> Ranges:
        name = os.fsencode(Path(path).resolve().relative_to(self._root).as_posix())
        return self._changed.get(name, () if name in self._tracked else ALL)


def _names(numstat: bytes) -> list[tuple[bytes, bool]]:
    """Read ``git diff --numstat -z``: the new names in order, and whether they are binary."""
    names = []
    fields = iter(numstat.split(b"\0")[:-1])
    for field in fields:
        added, _, name = field.split(b"\t", 2)
        if not name:
            # A renamed file: its old and its new name follow.
            next(fields)
            name = next(fields)
        names.append((name, added == b"-"))
    return names


def _ranges(section: bytes) -> Ranges:
    hunks = ((int(one["start"]), int(one["count"] or 1)) for one in _HUNK.finditer(section))
    return tuple(range(start, start + count) for start, count in hunks if count)


def _root(folder: Path) -> Path:
    found = _run(folder, "rev-parse", "--show-toplevel")
    if found.returncode:
        raise QAError(
            f"{folder}: is not in a git repository",
            "without one there are no changed lines; leave --diff-from away",
        )
    return Path(os.fsdecode(found.stdout.rstrip(b"\n"))).resolve()


def _revision(root: Path, revision: str) -> str:
    found = _run(
        root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if found.returncode:
        raise QAError(
            f"{root}: git knows no revision '{revision}'",
            "name a commit, branch or tag; in CI, fetch it first (fetch-depth: 0)",
        )
    return found.stdout.decode().strip()


def _git(root: Path, revision: str, command: str, *rest: str, options: tuple[str, ...]) -> bytes:
    ran = _run(root, command, *options, *rest)
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip()
        hint = "in CI, fetch the whole history (fetch-depth: 0)"
        raise QAError(f"{root}: cannot be compared with '{revision}': {said}", hint)
    return ran.stdout


def _run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)  # noqa: S603
    except FileNotFoundError as error:
        raise QAError("git is not installed", "--diff-from needs it") from error
    except subprocess.TimeoutExpired as error:
        raise QAError(f"{folder}: git did not answer within {_SECONDS} s") from error
