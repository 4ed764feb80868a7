"""A check or an entry named in ``ignore`` of a configuration file; the rest stays as it is."""

import re
import tomllib
from pathlib import Path
from typing import Any

from msgspec import json

from qa import config as configuration
from qa.errors import QAError
from qa.glossary.saving import Edit
from qa.regex import lazy

_NAME = "qa.toml"
_SECTION = lazy(r"^\[tool\.qa\][^\n]*\n?", re.MULTILINE)
_TABLE = lazy(r"^[ \t]*\[", re.MULTILINE)
_LIST = lazy(r"^[ \t]*ignore[ \t]*=[ \t]*\[", re.MULTILINE)
_KEY = lazy(r"^[^\s#\[][^\n]*(?:\n|\Z)", re.MULTILINE)
_REST_OF_LINE = lazy(r"[ \t]*(?:#[^\n]*)?\n")
_END_OF_LIST = lazy(r"\s*\]")


def file_for(path: str, folder: Path | None) -> Path:
    """Return the configuration file for a text, which may not be there yet.

    Args:
        path: of the text, absolute.
        folder: the one that the editor has open.
    """
    own = Path(path).parent
    found = configuration.find(own)
    return found or (folder if folder and own.is_relative_to(folder) else own) / _NAME


def ignoring(source: Path, name: str) -> Edit:
    """Leave a check or an entry out, wherever the configuration file holds.

    Raises:
        QAError: the file cannot be read, or is written so that this takes a person.
    """
    try:
        before = source.read_bytes() if source.exists() else b""
        text = before.decode("utf-8-sig").replace("\r\n", "\n")
        after = _with(text, name, is_project=source.name != _NAME)
        done = tomllib.loads(after) == _wanted(text, name, is_project=source.name != _NAME)
    except (OSError, ValueError) as error:
        raise QAError(f"{source}: cannot be read: {error}", "put it right first") from error
    if not done:
        raise QAError(f"{source}: qa cannot add to it as it is written", f"add '{name}' yourself")
    ended = after.replace("\n", "\r\n") if b"\r\n" in before else after
    return Edit(source, before, ended.encode())


def _wanted(text: str, name: str, *, is_project: bool) -> dict[str, Any]:
    wanted = tomllib.loads(text)
    own = wanted["tool"]["qa"] if is_project else wanted
    known = own.get("ignore", [])
    own["ignore"] = known if name in known else [name, *known]
    return wanted


def _with(text: str, name: str, *, is_project: bool) -> str:
    """Return the lines of a file with one more name, in a list of its own where there is none."""
    section = _SECTION.search(text) if is_project else None
    start = section.end() if section else 0
    table = _TABLE.search(text, start)
    end = table.start() if table else len(text)
    listed, quoted = _LIST.search(text, start, end), json.encode(name).decode()
    if listed:
        return _listed(text, listed.end(), quoted)
    place = max((found.end() for found in _KEY.finditer(text, start, end)), default=start)
    gap = "\n" * (text[:place] != "" and text[place - 1] != "\n")
    return f"{text[:place]}{gap}ignore = [{quoted}]\n{text[place:]}"


def _listed(text: str, place: int, quoted: str) -> str:
    """Return the lines with one more name at the head of a list that opens before ``place``."""
    if quoted in text[place:].partition("]")[0]:
        return text
    if _END_OF_LIST.match(text, place):
        return f"{text[:place]}{quoted}{text[place:]}"
    if _REST_OF_LINE.match(text, place):
        return f"{text[:place]}\n  {quoted},{text[place:]}"
    return f"{text[:place]}{quoted}, {text[place:]}"
