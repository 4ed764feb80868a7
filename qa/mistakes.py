"""Mistakes in a TOML file, shown with their line and the nearest name."""

import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from qa.errors import QAError
from qa.regex import lazy

_UNKNOWN = lazy(r"unknown field `(?P<key>[^`]*)`")


def invalid(source: Path, text: str, message: str, known: Sequence[str]) -> QAError:
    """Return the error for a value that msgspec refused.

    Args:
        source: the file.
        text: what stands in it.
        message: of msgspec, with the place of the value.
        known: the keys of the table that the message is about.
    """
    unknown = _UNKNOWN.search(message)
    if not unknown:
        place = re.search(r"\$(?:\.\w[\w-]*|\[[^]]*\])*\.(?P<key>[\w-]+)", message)
        return shown(source, text, message, _line_of(text, place["key"]) if place else None)
    key = unknown["key"]
    near = get_close_matches(key, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"the keys are {', '.join(known)}"
    return shown(source, text, f"unknown key '{key}'", _line_of(text, key), hint)


def shown(
    source: Path, text: str, message: str, line: int | None, hint: str | None = None
) -> QAError:
    """Return an error that quotes the line where the mistake is, if that is known."""
    if line is None:
        return QAError(f"{source}: {message}", hint)
    lines = text.splitlines()[line - 1 : line]
    quoted = f"\n  {line} | {lines[0].strip()}" if lines else ""
    return QAError(f"{source}:{line}: {message}{quoted}", hint)


def _line_of(text: str, key: str) -> int | None:
    found = re.search(rf"^\s*\[*[\w.\"']*\b{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else None
