"""A server from its start to Ctrl-C."""

import gc
import socket
import sys
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qa import settings
from qa.config import Options
from qa.errors import QAError
from qa.web.access import Access, is_loopback

SHORTEST_TOKEN = 16
_THREADS, _WAITING, _SECONDS = 2, 16, 60.0
_CONNECTIONS = 256
_LAST_SECONDS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Where to serve.

    Attributes:
        host: name or address of this machine.
        port: 0 for any that is free.
        public: the address under which others see the server.
    """

    host: str = "127.0.0.1"
    port: int = 8017
    public: str | None = None


def token_in(file: Path | None, told: str | None) -> str | None:
    """Return the token in a file, or else the one told.

    Raises:
        QAError: the file cannot be read, or the token is too short.
    """
    try:
        token = file.read_text(encoding="utf-8").strip() if file else told
    except (OSError, UnicodeDecodeError) as error:
        raise QAError(f"{file}: cannot be read: {error}", "a file with the token alone") from error
    if token is not None and (len(token) < SHORTEST_TOKEN or not token.isascii()):
        raise QAError(
            f"the token is shorter than {SHORTEST_TOKEN} letters and digits",
            "make one: python3 -c 'import secrets; print(secrets.token_urlsafe())'",
        )
    return token


def access_to(place: Place, token: str | None) -> Access:
    """Return who may ask a server.

    Raises:
        QAError: others could reach it without a token.
    """
    if not is_loopback(place.host) and token is None:
        raise QAError(
            f"others can reach {place.host}, so they need a token",
            "write one into a file and name it: --token-file FILE",
        )
    names = {place.host} if is_loopback(place.host) else {place.host, socket.gethostname().lower()}
    return Access(token, place.public, frozenset(names))


def serve(place: Place, options: Options, access: Access, *, most: int, opened: bool) -> None:
    """Serve until Ctrl-C.

    Args:
        place: where.
        options: settings of every check.
        access: who may ask.
        most: bytes that a text may have.
        opened: whether to show the page in a browser.

    Raises:
        QAError: the settings are wrong, or the port is taken.
    """
    settings.require_sound({"-": settings.configured("-", options)}, options)
    import uvicorn

    from qa.web.application import application
    from qa.web.service import Service
    from qa.web.workers import Workers

    listening = _listening(place)
    service = Service(options, access, Workers(_THREADS, _WAITING, _SECONDS), most)
    config = uvicorn.Config(
        application(service),
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_LAST_SECONDS,
    )
    address = place.public or _address(listening)
    sys.stderr.write(f"qa: serving {address} until Ctrl-C\n")
    if opened:
        webbrowser.open(address)
    gc.enable()  # `qa.cli.main` does without, since other commands are short
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _listening(place: Place) -> socket.socket:
    try:
        return socket.create_server((place.host, place.port), family=_family(place.host))
    except OSError as error:
        raise QAError(
            f"cannot serve at {place.host}:{place.port}: {error.strerror or error}",
            "another server may run there already; choose another port: --port 8018",
        ) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
