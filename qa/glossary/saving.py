"""A changed file put in the place of the old one, unless somebody else was there first."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from qa import files
from qa.errors import QAError

_CONTEXT = 3
# Beyond this, finding out which lines match would take longer than reading the diff is worth.
_COMPARED_AT_MOST = 4_000


class Edit(Struct, frozen=True):
    """A change to a file: what stood in it when it was read, and what is to stand in it."""

    path: Path
    before: bytes
    after: bytes

    def diff(self) -> str:
        """Return the change as a unified diff, empty where there is none."""
        if self.before == self.after:
            return ""
        start, old, new = _different(self.before, self.after)
        first = self.before.count(b"\n", 0, start)
        names = str(self.path), str(self.path)
        if max(old.count(b"\n"), new.count(b"\n")) > _COMPARED_AT_MOST:
            return "".join((f"--- {names[0]}\n+++ {names[1]}\n", *_replaced(first, old, new)))
        lines = unified_diff(_lines(old), _lines(new), *names)
        return "".join(_shifted(_ended(line), first) for line in lines)

    def save(self) -> None:
        """Write the file, whole or not at all.

        Raises:
            QAError: it was changed after it was read, somebody is writing it, or it cannot be
                written.
        """
        place = self.path.resolve()
        with lock(place):
            if _content(place) != self.before:
                raise QAError(
                    f"{self.path}: has been changed by somebody else since it was read",
                    "nothing was written; run the command again on what stands there now",
                )
            files.write(place, self.after)


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Keep other writers of a file out for as long as the block lasts.

    Raises:
        QAError: another one is writing it, or no file can be made beside it.
    """
    beside = path.with_name(f"{path.name}.lock")
    if not _made(beside) and not (_is_left_behind(beside) and _made(beside)):
        raise QAError(
            f"{path}: is being written by process {_holder(beside) or 'unknown'}",
            f"try again in a moment; if nobody is, delete {beside}",
        )
    try:
        yield
    finally:
        beside.unlink(missing_ok=True)


def _made(beside: Path) -> bool:
    try:
        handle = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except FileExistsError:
        return False
    except OSError as error:
        raise QAError(
            f"{beside}: cannot be written: {error.strerror}",
            "name a file in a folder that is there",
        ) from error
    with os.fdopen(handle, "w") as file:
        file.write(str(os.getpid()))
    return True


def _is_left_behind(beside: Path) -> bool:
    """Take away the lock of a process that has ended, and tell whether it was one.

    It is moved first: had somebody else replaced it just now, theirs would be put back.
    """
    holder = _holder(beside)
    if holder is None or _runs(holder):
        return False
    aside = beside.with_name(f"{beside.name}.{os.getpid()}")
    try:
        beside.rename(aside)
    except OSError:
        return False
    same = _holder(aside) == holder
    if same:
        aside.unlink()
    else:
        aside.rename(beside)
    return same


def _holder(beside: Path) -> int | None:
    try:
        return int(beside.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _runs(process: int) -> bool:
    if sys.platform == "win32":  # where signal 0 is not a question but Ctrl-C
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _different(before: bytes, after: bytes) -> tuple[int, bytes, bytes]:
    """Return where two texts begin to differ, and what does in each, with some lines around."""
    start = _alike(before, after)
    for _ in range(_CONTEXT + 1):
        start = before.rfind(b"\n", 0, max(start - 1, 0)) + 1
    shorter = min(len(before), len(after)) - start
    behind = len(before) - _alike_at_end(before, after, shorter)
    for _ in range(_CONTEXT + 1):
        behind = before.find(b"\n", behind) + 1 or len(before)
    shared = len(before) - behind
    return start, before[start:behind], after[start : len(after) - shared]


def _lines(text: bytes) -> list[str]:
    *whole, last = text.decode(errors="replace").split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _alike(one: bytes, other: bytes) -> int:
    """Return how many bytes two texts have in common at their start."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_end(one: bytes, other: bytes, most: int) -> int:
    """Return how many bytes two texts have in common at their end, ``most`` of them at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[-middle : len(one) - low] == other[-middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _replaced(first: int, old: bytes, new: bytes) -> Iterator[str]:
    """Yield a hunk that does not say which of its lines are alike."""
    yield f"@@ -{first + 1},{_count(old)} +{first + 1},{_count(new)} @@\n"
    for sign, text in (("-", old), ("+", new)):
        lines = sign + text.removesuffix(b"\n").decode(errors="replace").replace("\n", f"\n{sign}")
        yield f"{lines}\n" if text.endswith(b"\n") else _ended(lines)


def _count(text: bytes) -> int:
    return text.count(b"\n") + (not text.endswith(b"\n"))


def _shifted(line: str, by: int) -> str:
    """Return the line, the numbers in it made greater where it is the head of a hunk."""
    if not line.startswith("@@"):
        return line
    return re.sub(r"([-+])(\d+)", lambda found: f"{found[1]}{int(found[2]) + by}", line)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
