"""Which column of a table is what: hypothesis, reference, source or document.

A column is known by its name, alone (``reference``, ``ref``) or with what tells it from others of
its role: ``reference2``, ``refA``, ``reference:A``, ``refs.A``.
"""

import re

from msgspec import Struct

from qa.errors import QAError
from qa.regex import lazy
from qa.scoring.reading.opening import named
from qa.scoring.reading.tables import Cells, Table

HYPOTHESIS = "hypothesis"
REFERENCE = "reference"
SOURCE = "source"
DOCUMENT = "document"

_APART = r"(?:[:.](?P<name>.+)|[ _-]?(?P<short>\d+|[A-Za-z]))?"
_ROLES = {
    HYPOTHESIS: lazy(rf"(?:hypothes[ie]s|hyps?|mt){_APART}", re.IGNORECASE),
    REFERENCE: lazy(rf"(?:references?|refs?){_APART}", re.IGNORECASE),
    SOURCE: lazy(r"sources?|src", re.IGNORECASE),
    DOCUMENT: lazy(r"documents?|doc|doc[_ -]?id", re.IGNORECASE),
}
_TEXTS = ("text", "target")


class Columns(Struct, frozen=True):
    """The columns that a user asked for by role; None to tell them by their names."""

    hypothesis: str | None = None
    reference: str | None = None
    source: str | None = None
    document: str | None = None

    def of(self, role: str) -> str | None:
        """Return the column asked for in a role."""
        return {
            HYPOTHESIS: self.hypothesis,
            REFERENCE: self.reference or self.hypothesis,
            SOURCE: self.source or self.hypothesis,
            DOCUMENT: self.document,
        }[role]


def streams(table: Table, role: str, columns: Columns) -> dict[str, Cells]:
    """Return the columns of a table that have a role, by what tells them apart.

    Args:
        table: what a file holds, which was given in this role.
        role: hypothesis, reference or source.
        columns: what the user asked for.

    Returns:
        At least one column; a single one is called "".

    Raises:
        QAError: none of the columns has the role.
    """
    wanted = columns.of(role)
    if wanted in table.columns:
        return {"": table.columns[str(wanted)]}
    found = embedded(table, role) or _only(table)
    if not found or wanted not in {None, columns.hypothesis}:
        raise _none(table, role, wanted)
    return found if len(found) > 1 else {"": next(iter(found.values()))}


def beside(table: Table, role: str, columns: Columns) -> dict[str, Cells]:
    """Return the columns that have a role in a table that was given in another; maybe none."""
    wanted = {REFERENCE: columns.reference, SOURCE: columns.source}[role]
    if wanted in table.columns:
        return {"": table.columns[str(wanted)]}
    return embedded(table, role)


def embedded(table: Table, role: str) -> dict[str, Cells]:
    """Return the columns whose names say that they have a role, by what tells them apart."""
    matches = ((name, _ROLES[role].fullmatch(name)) for name in table.columns)
    return {_apart(match, name): table.columns[name] for name, match in matches if match}


def documents(table: Table, columns: Columns) -> Cells | None:
    """Return the document of every segment, if a table has such a column."""
    if columns.document in table.columns:
        return table.columns[str(columns.document)]
    return next(iter(embedded(table, DOCUMENT).values()), None)


def further(table: Table, columns: Columns) -> dict[str, Cells]:
    """Return the columns that have no role."""
    roles = {*map(columns.of, _ROLES), *_TEXTS}
    return {
        name: cells
        for name, cells in table.columns.items()
        if name not in roles and not is_role(name)
    }


def is_role(name: str) -> bool:
    """Tell whether a column is known by its name."""
    return any(pattern.fullmatch(name) for pattern in _ROLES.values())


def is_text(name: str) -> bool:
    """Tell whether a column has texts by its name."""
    return name in _TEXTS or (is_role(name) and not _ROLES[DOCUMENT].fullmatch(name))


def is_reference(name: str) -> bool:
    """Tell whether a column has references by its name."""
    return bool(_ROLES[REFERENCE].fullmatch(name))


def _apart(match: re.Match[str], name: str) -> str:
    told = match.groupdict()
    return told.get("name") or told.get("short") or name


def _only(table: Table) -> dict[str, Cells]:
    """Return the column of texts of any role, or the only one that could be it."""
    named_so = [name for name in _TEXTS if name in table.columns]
    texts = [name for name in table.columns if not _ROLES[DOCUMENT].fullmatch(name)]
    chosen = named_so[:1] or (texts if len(texts) == 1 else [])
    return {name: table.columns[name] for name in chosen}


def _none(table: Table, role: str, wanted: str | None) -> QAError:
    there = ", ".join(map(repr, table.columns)) or "none"
    what = f"column {wanted!r}" if wanted else f"column of the {role}"
    return QAError(
        f"{named(table.path)}: has no {what}; its columns: {there}",
        f"name a column '{role}' or 'text', or say which it is by option",
    )
