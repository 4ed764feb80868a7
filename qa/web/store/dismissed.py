"""Dismissed findings in the database."""

from collections.abc import Sequence
from typing import Any

from msgspec import convert, to_builtins
from sqlalchemy import Connection, Select, delete, func, select, update
from sqlalchemy.exc import IntegrityError

from qa.web.decisions import Dismissal, DismissalQuery, Dismissals, Judgement
from qa.web.store.tables import dismissals, now

# Databases bound how many values a statement may have.
_AT_ONCE = 500
_NOWHERE = ""
_COLUMNS = (
    *(column for column in dismissals.c if column.name != "article"),
    func.nullif(dismissals.c.article, _NOWHERE).label("article"),
)


def add(connection: Connection, judgement: Judgement) -> Dismissal:
    """Dismiss a finding, anew if it is dismissed already."""
    values = {**to_builtins(judgement), "article": judgement.article or _NOWHERE, "at": now()}
    same = (
        dismissals.c.fingerprint == judgement.fingerprint,
        dismissals.c.article == values["article"],
    )
    if not connection.execute(update(dismissals).where(*same).values(values)).rowcount:
        try:
            with connection.begin_nested():
                connection.execute(dismissals.insert().values(values))
        except IntegrityError:  # somebody else did so just now
            connection.execute(update(dismissals).where(*same).values(values))
    return _all(connection, select(*_COLUMNS).where(*same))[0]


def remove(connection: Connection, number: int) -> bool:
    """Take a dismissal back, and tell whether there was one."""
    return bool(connection.execute(delete(dismissals).where(dismissals.c.id == number)).rowcount)


def page(connection: Connection, asked: DismissalQuery) -> Dismissals:
    """Return the dismissals asked for, the newest first."""
    wanted = select(*_COLUMNS).order_by(dismissals.c.id.desc()).limit(asked.limit + 1)
    if asked.fingerprint:
        wanted = wanted.where(dismissals.c.fingerprint == asked.fingerprint)
    if asked.article:
        wanted = wanted.where(dismissals.c.article == asked.article)
    if asked.before:
        wanted = wanted.where(dismissals.c.id < asked.before)
    found = _all(connection, wanted)
    shown = found[: asked.limit]
    return Dismissals(tuple(shown), shown[-1].id if len(found) > len(shown) else None)


def everything(connection: Connection) -> list[Dismissal]:
    """Return all dismissals."""
    return _all(connection, select(*_COLUMNS).order_by(dismissals.c.id))


def known(
    connection: Connection, fingerprints: Sequence[str], article: str
) -> dict[str, Dismissal]:
    """Return the dismissals that hold for findings of an article, by fingerprint."""
    found: dict[str, Dismissal] = {}
    for start in range(0, len(fingerprints), _AT_ONCE):
        wanted = select(*_COLUMNS).where(
            dismissals.c.fingerprint.in_(fingerprints[start : start + _AT_ONCE]),
            dismissals.c.article.in_((_NOWHERE, article)),
        )
        # What was said of this article comes last, and holds.
        rows = _all(connection, wanted.order_by(dismissals.c.article))
        found |= {one.fingerprint: one for one in rows}
    return found


def _all(connection: Connection, wanted: Select[Any]) -> list[Dismissal]:
    return [convert(row, Dismissal, from_attributes=True) for row in connection.execute(wanted)]
