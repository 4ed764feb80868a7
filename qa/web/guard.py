"""The door: every request is held against what this server knows before a route sees it."""

import time
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.web import entrance
from qa.web.access import COOKIE, Access
from qa.web.replies import FORBIDDEN, UNAUTHORIZED, problem
from qa.web.service import Journal

_READING = frozenset({"GET", "HEAD"})
_BEARER = "bearer "
# What those may see who have not shown the token.
_OPEN = frozenset({entrance.LOGIN, entrance.STYLE})
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With "no-referrer" the form for the token would come from an origin called null.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses requests that come from where they should not, and tells browsers to be careful.

    The journal gets a line for each request: method, path, status and time; never what was sent.
    """

    def __init__(self, app: ASGIApp, access: Access, journal: Journal | None = None) -> None:
        self._app = app
        self._access = access
        self._journal = journal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        started = time.perf_counter()

        async def careful(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                headers.setdefault("Cache-Control", "no-store")
                self._note(scope, message["status"], time.perf_counter() - started)
            await send(message)

        refusal = self._refusal(Request(scope)) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, careful)

    def _refusal(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if not self._access.knows(host):
            return problem(
                FORBIDDEN, "this server is not called that", "name it: qa serve --public-url URL"
            )
        if request.method not in _READING and not self._is_own(request, host):
            return problem(FORBIDDEN, "another site may not ask this server")
        return self._unknown(request) if self._access.token else None

    def _is_own(self, request: Request, host: str) -> bool:
        headers = request.headers
        return self._access.is_own(host, headers.get("origin"), headers.get("sec-fetch-site"))

    def _unknown(self, request: Request) -> Response | None:
        """Return what to answer somebody who has not shown the token, None to who has."""
        path, told = request.url.path, request.headers.get("authorization", "")
        if self._access.remembers(request.cookies.get(COOKIE)) or path in _OPEN:
            return None
        if told[: len(_BEARER)].lower() == _BEARER and self._access.admits(told[len(_BEARER) :]):
            return None
        if path.startswith(("/api/", "/openapi.json")):
            reply = problem(UNAUTHORIZED, "a token is needed", "Authorization: Bearer TOKEN")
            reply.headers["WWW-Authenticate"] = "Bearer"
            return reply
        shown = request.query_params.get("token")
        if shown is not None and request.method == "GET" and self._access.admits(shown):
            return entrance.admitted(self._access)
        return entrance.form("That is not the token." if shown else "")

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        if self._journal:
            path = quote(scope["path"], safe="/:")
            moment = time.strftime("%Y-%m-%d %H:%M:%S")
            self._journal(f"{moment} {scope['method']} {path} {status} {seconds:.3f} s")
