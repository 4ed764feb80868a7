"""Databases for tests: a file, and a PostgreSQL server of their own where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_PORT = 54_117  # the name of a socket in a folder of its own, never listened to by TCP


def sqlite(folder: Path) -> str:
    return f"sqlite:///{folder / 'serve.db'}"


@contextmanager
def postgresql() -> Iterator[str]:
    """Run a server on a socket in a short-lived folder, and yield the URL of an empty database."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed: there is no initdb")
    # A socket's path may have 107 bytes, which the folders of pytest exceed.
    with TemporaryDirectory(prefix="qa-pg-", dir="/tmp") as name:
        folder = Path(name)
        data, log = folder / "data", folder / "log"
        user = _owner(folder)
        _run(user, programs / "initdb", "-D", data, "-U", "qa", "-A", "trust", "--no-sync")
        options = f"-F -p {_PORT} -k {folder} -c listen_addresses="
        control = (user, programs / "pg_ctl", "-D", data, "-l", log, "-w")
        _run(*control, "-o", options, "start")
        try:
            yield f"postgresql://qa@/postgres?unix_sock={folder}/.s.PGSQL.{_PORT}"
        finally:
            if (data / "postmaster.pid").exists():
                _run(*control, "-m", "immediate", "stop")


def stop(url: str) -> None:
    """Stop the server of a URL, as a power cut would."""
    data = Path(url.partition("unix_sock=")[2]).parent / "data"
    number = int((data / "postmaster.pid").read_text(encoding="ascii").split()[0])
    os.kill(number, signal.SIGQUIT)
    while (data / "postmaster.pid").exists():
        time.sleep(0.05)


def clear(url: str) -> None:
    """Drop our tables."""
    from sqlalchemy import create_engine

    from qa.web.store.tables import metadata

    engine = create_engine(url.replace("postgresql:", "postgresql+pg8000:"))
    metadata.drop_all(engine)
    engine.dispose()


def _programs() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _owner(folder: Path) -> str | None:
    """Give the folder to a user who may run the server, since root may not."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    if shutil.which("runuser") is None:
        pytest.skip("root may not run PostgreSQL, and there is no runuser")
    shutil.chown(folder, "postgres")
    return "postgres"


def _run(user: str | None, *command: str | Path) -> None:
    before = ("runuser", "-u", user, "--") if user else ()
    subprocess.run([*before, *command], check=True, capture_output=True, timeout=60, cwd="/")
