"""How a browser gets in: a form for the token, and a cookie in its place.

The cookie goes with requests of this server's own pages alone (``SameSite=Strict``), so also not
with the redirect that follows a link in a mail: the page that sets it leads on by itself.
"""

from pathlib import Path
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from qa.markup import Markup, element, joined
from qa.web.access import COOKIE, Access
from qa.web.replies import UNAUTHORIZED

LOGIN, STYLE = "/login", "/entrance.css"
_SHEET = Path(__file__).with_name("entrance.css")
_LONGEST = 1000  # bytes of a form
_SECONDS = 30 * 24 * 3600
_SEE_OTHER = 303


def form(refused: str = "") -> Response:
    """Return the page that asks for the token."""
    return HTMLResponse(
        _page(
            element("h1", "qa"),
            element("p", refused, role="alert") if refused else "",
            element(
                "form",
                element("label", "Token", for_="token"),
                element(
                    "input",
                    id="token",
                    name="token",
                    type="password",
                    autocomplete="current-password",
                    required=True,
                    autofocus=True,
                ),
                element("button", "Sign in", type="submit"),
                method="post",
                action=LOGIN,
            ),
            element("p", element("a", "I have signed in already", href="/")),
        ),
        UNAUTHORIZED,
    )


def admitted(access: Access) -> Response:
    """Return a page that keeps the cookie and leads to the start, its address without a token."""
    refresh = element("meta", http_equiv="refresh", content="0; url=/")
    return _with_cookie(
        HTMLResponse(_page(element("a", "On to qa", href="/"), head=refresh)), access
    )


async def login(request: Request) -> Response:
    """Answer the form."""
    access: Access = request.app.state.service.access
    content = bytearray()
    async for part in request.stream():
        content += part
        if len(content) > _LONGEST:
            return form("That is not the token.")
    told = parse_qs(content.decode("utf-8", "replace")).get("token", [""])[0]
    if not access.admits(told.strip()):
        return form("That is not the token.")
    return _with_cookie(RedirectResponse("/", _SEE_OTHER), access)


async def style(_: Request) -> Response:
    """Return how the form looks."""
    return FileResponse(_SHEET)


def _with_cookie(reply: Response, access: Access) -> Response:
    reply.set_cookie(
        COOKIE,
        access.cookie,
        max_age=_SECONDS,
        httponly=True,
        samesite="strict",
        secure=access.secure,
    )
    return reply


def _page(*content: str, head: Markup | None = None) -> str:
    heading = joined(
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width"),
        element("meta", name="color-scheme", content="light dark"),
        head or "",
        element("title", "qa"),
        element("link", rel="stylesheet", href=STYLE),
    )
    body = element("body", element("main", *content))
    return f"<!doctype html>{element('html', element('head', heading), body, lang='en')}"
