"""A database by its URL: opened, made ready, and told apart from one that does not answer."""

import logging
import os
import sqlite3
import ssl
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from qa.errors import QAError, needs
from qa.web.store.tables import VERSION, metadata, versions

_HINT = "name one as sqlite:///qa.db or postgresql://user:password@host/name"
_SECONDS = 5
# How long a database that did not answer is left alone, so that checks need not wait for it.
_REST = 5.0


class UnavailableError(Exception):
    """The database does not answer."""


class Store:
    """A database that is ready."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._resting = 0.0

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Enter a transaction, which is kept if nothing goes wrong.

        Raises:
            UnavailableError: the database does not answer, or did not a moment ago.
        """
        if time.monotonic() < self._resting:
            raise UnavailableError("it did not answer a moment ago")
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            self._resting = time.monotonic() + _REST
            raise UnavailableError(reason(error)) from error

    def prepare(self) -> None:
        """Make the tables, unless they are there or somebody else makes them just now.

        Raises:
            QAError: there are tables of another version.
        """
        if not inspect(self._engine).has_table(versions.name):
            try:
                with self._engine.begin() as connection:
                    metadata.create_all(connection)
                    connection.execute(versions.insert().values(version=VERSION))
            except DBAPIError:
                if not inspect(self._engine).has_table(versions.name):
                    raise
        with self._engine.begin() as connection:
            found = connection.execute(select(versions.c.version)).scalar()
        if found != VERSION:
            raise QAError(
                f"{shown(self._engine.url)}: its tables are of version {found}, not {VERSION}",
                "serve it with the qa that made it, or name another database",
            )

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()


def usual() -> str:
    """Return the URL of the database in the user's folder of data, by the system's convention."""
    return f"sqlite:///{_folder() / 'serve.db'}"


def opened(told: str) -> Store:
    """Return the database of a URL, made ready: its tables are made if it has none of ours.

    Raises:
        QAError: the URL is none, the database does not answer, or it is of another version.
    """
    url = _url(told)
    with _explained(url):
        store = Store(_engine(url))
        try:
            store.prepare()
        except BaseException:
            store.close()
            raise
    return store


def shown(url: URL) -> str:
    """Return a URL without its password."""
    return url.render_as_string(hide_password=True)


def reason(error: Exception) -> str:
    """Return what went wrong, without the statement and its values."""
    first = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return " ".join(str(first).split())


@contextmanager
def _explained(url: URL) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        raise QAError(
            f"{shown(url)}: the database cannot be opened: {reason(error)}",
            "check the address, and that the server runs",
        ) from error


def _url(told: str) -> URL:
    try:
        url = make_url(told)
    except (ArgumentError, ValueError) as error:
        raise QAError("the address of the database is none", _HINT) from error
    kind = url.get_backend_name()
    if kind in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+pg8000")
    if kind != "sqlite":
        raise QAError(f"{shown(url)}: '{kind}' is not supported", _HINT)
    return url


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    # What it would say of a connection that broke is said in our words.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    query = dict(url.query)
    options: dict[str, Any] = {"timeout": _SECONDS}
    if query.pop("sslmode", "disable") != "disable":
        options["ssl_context"] = ssl.create_default_context()
    try:
        return create_engine(
            url.set(query=query),
            connect_args=options,
            pool_pre_ping=True,
            pool_size=4,
            max_overflow=8,
            pool_timeout=_SECONDS,
        )
    except ModuleNotFoundError as error:
        raise needs("postgresql") from error


def _sqlite(url: URL) -> Engine:
    if url.database:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": _SECONDS})
    event.listen(engine, "connect", _tune)
    event.listen(engine, "begin", _begin)
    return engine


def _tune(connection: sqlite3.Connection, _: object) -> None:
    # Python would begin transactions late, and leave the making of tables out of them.
    connection.isolation_level = None
    # What was written outlives a crash of the program.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    # Whoever reads first and then writes would be refused if somebody else wrote in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _folder() -> Path:
    if "QA_DATA_DIR" in os.environ:
        return Path(os.environ["QA_DATA_DIR"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "qa" / "Data"
    if sys.platform == "darwin":
        return Path("~/Library/Application Support/qa").expanduser()
    return Path(os.environ.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "qa"
