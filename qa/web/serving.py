"""A server from its start to Ctrl-C."""

import gc
import signal
import socket
import sys
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from qa import settings
from qa.config import Options
from qa.errors import QAError
from qa.web import checking
from qa.web.access import Access, is_loopback
from qa.web.application import application
from qa.web.messages import Text
from qa.web.service import Service
from qa.web.store import connecting
from qa.web.workers import Workers

SHORTEST_TOKEN = 16
# Two, so that a short text need not wait for a long one; Python computes on one core.
_THREADS, _WAITING, _SECONDS = 2, 32, 120.0
_CONNECTIONS = 256
_LAST_SECONDS = 3


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to serve.

    Attributes:
        host: name or address of this machine.
        port: 0 for any that is free.
        public: the address under which others see the server.
        database: its URL; None for the usual one.
        most: bytes that a text may have.
        opened: whether to show the page in a browser.
        quiet: whether to leave out the line for each request.
    """

    host: str = "127.0.0.1"
    port: int = 8017
    public: str | None = None
    database: str | None = None
    most: int = 5_000_000
    opened: bool = False
    quiet: bool = False


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
            f"the token has fewer than {SHORTEST_TOKEN} letters and digits",
            "make one: python3 -c 'import secrets; print(secrets.token_urlsafe())'",
        )
    return token


def access_to(wishes: Wishes, token: str | None) -> Access:
    """Return who may ask a server.

    Raises:
        QAError: others could reach it without a token, or the public address is none.
    """
    if token is None and (wishes.public or not is_loopback(wishes.host)):
        raise QAError(
            f"others can reach {wishes.public or wishes.host}, so they need a token",
            "write one into a file and name it: --token-file FILE",
        )
    if wishes.public and not wishes.public.startswith(("https://", "http://")):
        raise QAError(f"{wishes.public}: is no address", "write https://qa.example.org")
    names = (
        {wishes.host} if is_loopback(wishes.host) else {wishes.host, socket.gethostname().lower()}
    )
    return Access(token, wishes.public, frozenset(names))


def serve(wishes: Wishes, options: Options, access: Access) -> None:
    """Serve until Ctrl-C.

    Args:
        wishes: how.
        options: settings of every check.
        access: who may ask.

    Raises:
        QAError: the settings are wrong, the database cannot be opened, or the port is taken.
    """
    settings.require_sound({"-": settings.configured("-", options)}, options)
    listening = _listening(wishes)
    store = connecting.opened(wishes.database or connecting.usual())
    workers = Workers(_THREADS, _WAITING, _SECONDS)
    journal = None if wishes.quiet else _tell
    service = Service(options, access, workers, store, wishes.most, journal)
    try:
        _warm(service)
        _greet(wishes.public or _address(listening), access, opened=wishes.opened)
        _run(service, listening)
    finally:
        service.close()


def _greet(address: str, access: Access, *, opened: bool) -> None:
    _tell(f"qa: serving {address} until Ctrl-C")
    if access.token:
        _tell("    it asks for the token; API clients send it as Authorization: Bearer")
    if opened:
        webbrowser.open(address)


def _server(service: Service) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
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
    )


def _run(service: Service, listening: socket.socket) -> None:
    gc.enable()  # `qa.cli.main` does without, since other commands are short
    gc.freeze()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        _server(service).run(sockets=[listening])


def _warm(service: Service) -> None:
    """Read glossaries and linguistic data before the first text comes, and see that they are well.

    Raises:
        QAError: a glossary cannot be read.
    """
    checking.checked(Text("The minister spoke to the press on Monday."), service)


def _listening(wishes: Wishes) -> socket.socket:
    try:
        return socket.create_server((wishes.host, wishes.port), family=_family(wishes.host))
    except OSError as error:
        raise QAError(
            f"cannot serve at {wishes.host}:{wishes.port}: {error.strerror or error}",
            "another server may run there; choose another port: --port 8018",
        ) from error


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _tell(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
