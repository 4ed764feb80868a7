"""What has no field of its own: labelled lines of a note, ``[termType] acronym``.

A person who reads the note in any tool understands them, and a format that has a field for the
label puts the value back there.
"""

from collections.abc import Iterable

from msgspec import Struct

from qa.regex import lazy

_LINE = lazy(r"\[(?P<name>[A-Za-z][A-Za-z-]*)(?: (?P<language>[A-Za-z0-9-]+))?\] (?P<value>.+)")


class Label(Struct, frozen=True):
    """A value, what it is, and of which language, "" for none."""

    name: str
    value: str
    language: str = ""


def line(label: Label) -> str:
    """Return a label as a line of a note; line breaks in the value become spaces."""
    named = f"{label.name} {label.language}" if label.language else label.name
    value = label.value.replace("\n", " ")
    return f"[{named}] {value}"


def labelled(note: str, labels: Iterable[Label]) -> str:
    """Return a note with labels added, a line each."""
    return "\n".join([*([note] if note else []), *map(line, labels)])


def split(note: str, names: frozenset[str]) -> tuple[str, list[Label]]:
    """Take the lines that are labelled with one of ``names`` out of a note."""
    if "[" not in note:
        return note, []
    rest: list[str] = []
    labels: list[Label] = []
    for one in note.split("\n"):
        found = _LINE.fullmatch(one)
        if found and found["name"] in names:
            labels.append(Label(found["name"], found["value"], found["language"] or ""))
        else:
            rest.append(one)
    return "\n".join(rest), labels
