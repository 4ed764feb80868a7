"""Findings that editors dismissed: no problem here, and why."""

from starlette.requests import Request
from starlette.responses import Response

from qa.gate.baseline import Baseline, encoded
from qa.web import bodies, dismissing, replies
from qa.web.decisions import Dismissal, DismissalQuery, Dismissals, Judgement
from qa.web.operations import JSON, Exchange, operation
from qa.web.store import dismissed
from qa.web.storing import NO_CONTENT, removed, stored

_CREATED = 201


@operation(
    "POST",
    "/api/dismissals",
    Exchange({JSON: Dismissal}, status=_CREATED, takes=Judgement, problems=(replies.BUSY,)),
)
async def dismiss(request: Request) -> Response:
    """Dismiss a finding: from now on it is suppressed, for everybody.

    Dismissed once more, it has the later reason.
    """
    asked = await bodies.decoded(request, Judgement)
    made = await stored(request, lambda connection: dismissed.add(connection, asked))
    return replies.structured(made, _CREATED)


@operation("GET", "/api/dismissals", Exchange({JSON: Dismissals}, query=DismissalQuery))
async def dismissals(request: Request) -> Response:
    """What was dismissed, a page at a time."""
    asked = bodies.queried(request, DismissalQuery)
    return replies.structured(await stored(request, lambda one: dismissed.page(one, asked)))


@operation("GET", "/api/dismissals/baseline", Exchange({JSON: Baseline}))
async def baseline(request: Request) -> Response:
    """All dismissals as a file for `qa check --baseline`, which keeps their reasons.

    `qa report stats` counts what such a check reports as dismissed against the checks.
    """
    found = await stored(request, dismissed.everything)
    content = encoded(dismissing.baseline(found))
    return replies.file(content, JSON, "dismissals.json")


@operation(
    "DELETE",
    "/api/dismissals/{id:int}",
    Exchange({}, status=NO_CONTENT, problems=(replies.NOT_FOUND,)),
)
async def undo(request: Request) -> Response:
    """Take a dismissal back."""
    return await removed(request, dismissed.remove, "dismissal")
