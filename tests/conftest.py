"""What several tests use: the program itself, and the shared material where it is."""

import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import databases
import hypothesis
import pytest
import pytest_lsp
from browser import chromium
from editors import SERVER, Client, Editor, visual_studio_code
from finding_reports import full
from live import Live
from lsprotocol import types
from pytest_lsp import ClientServerConfig

from qa.findings import Report

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A busy machine is not a mistake.
hypothesis.settings.register_profile("qa", deadline=None)
hypothesis.settings.load_profile("qa")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("QA_SHARED", ROOT.parent / "shared"))
Program = Callable[..., subprocess.CompletedProcess[str]]
GLOSSARY = """
name = "house"
origin = "de"
language = "en"

[[entry]]
id = "four-eyes"
match = ["under four eyes"]
origin = "unter vier Augen"
why = "English has no such image."
suggest = ["in private"]
confidence = "nearly always"
flagged = ["They met under four eyes."]
clean = ["They met in private."]
"""


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the tests out of the user's cache, and the user's cache out of the tests."""
    os.environ["QA_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def shared() -> Path:
    if not (SHARED / "articles").is_dir():
        pytest.skip(f"the shared articles are not at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def program() -> Program:
    """Return a function that runs ``qa`` as a person would, in any folder."""
    executable = Path(sys.executable).with_name("qa")

    def run(
        *arguments: str, cwd: Path | None = None, stdin: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [executable, *arguments],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, "COLUMNS": "80", **environment},
        )

    return run


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """Return the URL of a database in a server that runs for these tests alone."""
    with databases.postgresql() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the URL of an empty database, of each kind that a server may keep things in."""
    if request.param == "sqlite":
        return databases.sqlite(tmp_path)
    url: str = request.getfixturevalue("postgresql")
    databases.clear(url)
    return url


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Return Chromium, of a module each: other modules may want an event loop of their own."""
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start ``qa serve`` at a free port with a database of its own, and return its address."""
    pytest.importorskip("starlette", reason="the web extra is missing")
    database = databases.sqlite(tmp_path_factory.mktemp("serve"))
    program = str(Path(sys.executable).with_name("qa"))
    command = [program, "serve", "--port", "0", "--database", database, "--quiet"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        found = re.match(r"qa: serving (\S+) ", server.stderr.readline())
        assert found
        yield found[1]
        server.terminate()


@pytest.fixture
def opened(browser: "Browser", address: str) -> Iterator[Callable[..., Live]]:
    """Return a function that opens the live page as somebody who has never been here.

    ``before`` is a script that runs first; the settings are those of a context of Playwright.
    """
    contexts = []

    def made(*, before: str = "", **settings: Any) -> Live:
        contexts.append(browser.new_context(**settings))
        contexts[-1].add_init_script(before)
        return Live(contexts[-1].new_page(), address)

    yield made
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def tab(browser: "Browser") -> "Iterator[Page]":
    """Open a tab for the tests of one module."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def live(tab: "Page", address: str) -> Iterator[Live]:
    """Open the live page in a tab that remembers nothing; nothing may go wrong in it."""
    tab.unroute_all()
    tab.goto(f"{address}icon.svg")
    tab.evaluate("localStorage.clear(); sessionStorage.clear()")
    page = Live(tab, address)
    yield page
    assert page.errors == []


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Return a report in which everything occurs, with its folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return full(tmp_path)


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(server_command=SERVER, client_factory=Client), scope="session"
)
async def language_client(lsp_client: Client) -> AsyncIterator[None]:
    await lsp_client.initialize_session(types.InitializeParams(capabilities=visual_studio_code()))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(language_client: Client) -> Editor:
    """Return an editor; all tests that need nothing special share its language server."""
    language_client.messages.clear()
    return Editor(language_client)
