"""Which files a run is about: those named, those in folders, those that a pattern matches."""

import glob
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from stat import S_ISREG

from qa import formats
from qa.batch.ignoring import Rules
from qa.errors import QAError
from qa.formats import decoding, jsonl, separated

_HIDDEN = "."
_TABLES = {*jsonl.SUFFIXES, *separated.SUFFIXES}


def chosen(paths: Iterable[str], listed: Iterable[str] = ()) -> list[str | QAError]:
    """Return the files to read, each once, in the order in which they were asked for.

    Files are taken as they are. Of a folder, every file with a suffix that a format knows is
    taken, in it and in the folders inside, unless it is hidden or git ignores it, or it is a data
    table, since most of these are no translations; links to folders are not followed. An error
    stands in the place of what cannot be looked into.

    Args:
        paths: files, folders, patterns such as ``articles/**/*.md``, ``-`` for standard input.
        listed: files and folders whose names are never patterns.
    """
    found = chain(map(_expanded, paths), map(_entered, listed))
    return list(dict.fromkeys(chain.from_iterable(found)))


def listed(file: str) -> list[str]:
    """Return the paths in a file, one a line, or each ended by a NUL if there is one.

    Args:
        file: ``-`` for standard input.

    Raises:
        QAError: it cannot be read.
    """
    content = decoding.raw(file)
    if len(content) > decoding.LIMIT:
        raise QAError(f"{file}: is too large for a list of files", "split it")
    separator = b"\0" if b"\0" in content else b"\n"
    names = (name.removesuffix(b"\r") for name in content.split(separator))
    return [os.fsdecode(name) for name in names if name.strip()]


def _expanded(path: str) -> Iterator[str | QAError]:
    if path == decoding.STANDARD_INPUT or not glob.has_magic(path) or os.path.lexists(path):
        return _entered(path)
    return _matching(path)


def _entered(path: str) -> Iterator[str | QAError]:
    return _inside(path) if Path(path).is_dir() else iter((path,))


def _matching(pattern: str) -> Iterator[str | QAError]:
    """Yield what a pattern matches and git does not ignore, as if it had been named."""
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - takes absolute ones too
    if not found:
        yield QAError(f"{pattern}: no file matches", "check the pattern, and where you are")
    for path in found:
        if Path(path).is_dir():
            yield from () if "**" in pattern else _inside(path)
        elif not Rules.above(Path(path).parent).ignore(path, folder=False):
            yield path


def _inside(root: str) -> Iterator[str | QAError]:
    known, empty = formats.readers().keys() - _TABLES, True
    for path in _walked(root):
        if isinstance(path, QAError) or formats.suffix_of(path) in known:
            empty = False
            yield path
    if empty:
        suffixes = ", ".join(sorted(known))
        yield QAError(f"{root}: no file in it can be checked", f"files must end in {suffixes}")


def _walked(root: str) -> Iterator[str | QAError]:
    """Yield the files of a folder, then those of the folders in it."""
    waiting = [(root, Rules.around(Path(root)))]
    while waiting:
        folder, above = waiting.pop()
        try:
            rules = above.inside(Path(folder))
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield QAError(f"{folder}: cannot be read: {error.strerror}", "check its permissions")
            continue
        seen = [one for one in entries if not one.name.startswith(_HIDDEN)]
        kept = [one for one in seen if not rules.ignore(one.path, folder=_is_folder(one))]
        yield from (_named(one) for one in kept if _is_file(one))
        waiting += [(_named(one), rules) for one in reversed(kept) if _is_folder(one)]


def _named(entry: os.DirEntry[str]) -> str:
    return str(Path(entry.path))  # without a dot in front


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether to read an entry; a link that leads nowhere is read, which tells the user."""
    try:
        return S_ISREG(entry.stat().st_mode)
    except OSError:
        return entry.is_symlink()
