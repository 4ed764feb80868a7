"""Phrases that editors propose for the glossary, and what its keepers make of them."""

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from qa.web import bodies, proposing, replies
from qa.web.decisions import (
    Decision,
    GlossaryQuery,
    Phrase,
    Proposal,
    ProposalQuery,
    Proposals,
)
from qa.web.operations import JSON, TOML, Exchange, operation
from qa.web.store import proposed
from qa.web.storing import NO_CONTENT, removed, stored

_CREATED = 201


@operation("POST", "/api/proposals", Exchange({JSON: Proposal}, status=_CREATED, takes=Phrase))
async def propose(request: Request) -> Response:
    """Propose a phrase: from now on it is found, with what to write instead and who says so.

    One that can never be found, that contradicts another or is proposed already is refused.
    """
    asked = await bodies.decoded(request, Phrase)

    def added(connection: Connection) -> Proposal:
        others = proposed.current(connection, GlossaryQuery())
        return proposed.add(connection, proposing.sound(asked, others))

    return replies.structured(await stored(request, added), _CREATED)


@operation("GET", "/api/proposals", Exchange({JSON: Proposals}, query=ProposalQuery))
async def proposals(request: Request) -> Response:
    """What was proposed, a page at a time."""
    asked = bodies.queried(request, ProposalQuery)
    return replies.structured(await stored(request, lambda one: proposed.page(one, asked)))


@operation("GET", "/api/proposals.toml", Exchange({TOML: str}, query=GlossaryQuery))
async def glossary(request: Request) -> Response:
    """Proposals as a glossary file for `qa glossary import`.

    Those that nobody has accepted are drafts; those that were refused are left out.
    """
    asked = bodies.queried(request, GlossaryQuery)
    found = await stored(request, lambda one: proposed.current(one, asked))
    return replies.file(proposing.toml(found), TOML, "proposals.toml")


@operation(
    "PATCH",
    "/api/proposals/{id:int}",
    Exchange({JSON: Proposal}, takes=Decision, problems=(replies.NOT_FOUND,)),
)
async def decide(request: Request) -> Response:
    """Accept or refuse a proposal; one that is refused is found no more."""
    number, asked = bodies.numbered(request), await bodies.decoded(request, Decision)
    found = await stored(request, lambda one: proposed.decide(one, number, asked))
    if found is None:
        raise replies.missing(f"proposal {number}")
    return replies.structured(found)


@operation(
    "DELETE",
    "/api/proposals/{id:int}",
    Exchange({}, status=NO_CONTENT, problems=(replies.NOT_FOUND,)),
)
async def withdraw(request: Request) -> Response:
    """Take a proposal back."""
    return await removed(request, proposed.remove, "proposal")
