"""Proposed phrases in the database."""

from typing import Any

from msgspec import convert, to_builtins
from sqlalchemy import Connection, Select, delete, select, update

from qa.web.decisions import (
    Decision,
    GlossaryQuery,
    Phrase,
    Proposal,
    ProposalQuery,
    Proposals,
    Status,
)
from qa.web.store.tables import now, proposals


def add(connection: Connection, phrase: Phrase) -> Proposal:
    """Keep a phrase as an open proposal."""
    values = {**to_builtins(phrase), "at": now(), "status": Status.OPEN.value, "remark": ""}
    made = connection.execute(proposals.insert().values(values)).inserted_primary_key
    return find(connection, made[0] if made else 0) or convert(values, Proposal)


def find(connection: Connection, number: int) -> Proposal | None:
    """Return a proposal, None if there is none of that number."""
    found = _all(connection, select(proposals).where(proposals.c.id == number))
    return found[0] if found else None


def decide(connection: Connection, number: int, decision: Decision) -> Proposal | None:
    """Note what a keeper makes of a proposal, and return it; None if there is none."""
    values = {**to_builtins(decision), "decided": now()}
    connection.execute(update(proposals).where(proposals.c.id == number).values(values))
    return find(connection, number)


def remove(connection: Connection, number: int) -> bool:
    """Remove a proposal, and tell whether there was one."""
    return bool(connection.execute(delete(proposals).where(proposals.c.id == number)).rowcount)


def page(connection: Connection, asked: ProposalQuery) -> Proposals:
    """Return the proposals asked for, the newest first."""
    wanted = _wanted(asked).order_by(proposals.c.id.desc()).limit(asked.limit + 1)
    if asked.before:
        wanted = wanted.where(proposals.c.id < asked.before)
    found = _all(connection, wanted)
    shown = found[: asked.limit]
    return Proposals(tuple(shown), shown[-1].id if len(found) > len(shown) else None)


def current(connection: Connection, asked: GlossaryQuery) -> tuple[Proposal, ...]:
    """Return the proposals for a glossary, the oldest first; if no status is told, none refused."""
    wanted = _wanted(asked).order_by(proposals.c.id)
    if asked.status is None:
        wanted = wanted.where(proposals.c.status != Status.REFUSED.value)
    return tuple(_all(connection, wanted))


def _wanted(asked: ProposalQuery | GlossaryQuery) -> Select[Any]:
    wanted = select(proposals)
    if asked.language:
        wanted = wanted.where(proposals.c.language == asked.language)
    if asked.status:
        wanted = wanted.where(proposals.c.status == asked.status.value)
    return wanted


def _all(connection: Connection, wanted: Select[Any]) -> list[Proposal]:
    return [convert(row, Proposal, from_attributes=True) for row in connection.execute(wanted)]
