"""``POST /api/check``: the report on a text, as ``qa check --format json`` writes it."""

from io import StringIO

from starlette.requests import Request
from starlette.responses import Response

from qa.findings import Report
from qa.reports import renderer
from qa.web import bodies, checking
from qa.web.messages import Text
from qa.web.service import service_of


async def check(request: Request) -> Response:
    """Return the report on a text."""
    asked = await bodies.decoded(request, Text)
    service = service_of(request)
    written = await service.workers.run(
        lambda: _written(checking.checked(asked, service.options), "json")
    )
    return Response(written, media_type="application/json")


def _written(report: Report, form: str) -> str:
    out = StringIO()
    renderer(form)(report, out)
    return out.getvalue()
