"""A server as a person starts and stops it."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

TOKEN = "correct-horse-battery"  # noqa: S105 - it opens nothing
ASKED = json.dumps({"text": "The minister told the the press."})
QA = str(Path(sys.executable).with_name("qa"))


class Running:
    """A server that runs; ``said`` is what it wrote, once it has ended."""

    def __init__(self, process: "subprocess.Popen[str]", address: str) -> None:
        self._process = process
        self.address = address
        self.said = ""

    def ask(
        self, method: str, path: str, body: str | None = None, **headers: str
    ) -> tuple[int, str]:
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
        told = {"Content-Type": "application/json", **headers}
        connection.request(method, path, body, told)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def stop(self, how: int) -> int:
        self._process.send_signal(how)
        self.said = self._process.communicate(timeout=30)[1]
        return self._process.returncode


def refused(folder: Path, *told: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Return what becomes of a server that does not start."""
    return subprocess.run(
        [QA, "serve", *told],
        cwd=folder,
        env={**os.environ, "QA_DATA_DIR": str(folder / "data"), **environment},
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


@contextmanager
def running(folder: Path, *told: str, **environment: str) -> Iterator[Running]:
    process = subprocess.Popen(
        [QA, "serve", "--port", "0", *told],
        cwd=folder,
        env={**os.environ, "QA_DATA_DIR": str(folder / "data"), **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    try:
        line = process.stderr.readline()
        found = re.search(r"serving (http\S+) until Ctrl-C", line)
        assert found, line + process.stderr.read()
        yield Running(process, found[1])
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_answers_and_ends_cleanly(how: int, tmp_path: Path) -> None:
    with running(tmp_path, "--language", "en") as server:
        assert server.address.startswith("http://127.0.0.1:")
        status, text = server.ask("POST", "/api/check", ASKED)
        assert (status, "stands here twice" in text) == (200, True)
        assert server.ask("GET", "/")[0] == 200
        assert server.ask("GET", "/", Host="evil.example")[0] == 403
        assert server.stop(how) == 0
    assert re.fullmatch(r"(\S+ \S+ (GET|POST) \S+ \d+ [\d.]+ s\n){3}", server.said)
    assert (tmp_path / "data" / "serve.db").is_file()


def test_ctrl_c_does_not_wait_for_a_long_article(tmp_path: Path) -> None:
    text = "The minister told us that the Ukraine also uses drones of this kind. " * 20_000
    with running(tmp_path, "--language", "en") as server:
        place = urlsplit(server.address)
        connection = http.client.HTTPConnection(place.hostname or "", place.port)
        body = json.dumps({"text": text})
        connection.request("POST", "/api/check", body, {"Content-Type": "application/json"})
        assert server.ask("GET", "/api/about")[0] == 200
        assert server.stop(signal.SIGINT) == 0
        connection.close()


def test_a_port_that_is_taken_is_said_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ran = refused(tmp_path, "--port", port)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False)
    assert f"qa: cannot serve at 127.0.0.1:{port}: " in ran.stderr
    assert "choose another port: --port" in ran.stderr


def test_others_need_a_token(tmp_path: Path) -> None:
    ran = refused(tmp_path, "--host", "0.0.0.0")  # noqa: S104
    assert (ran.returncode, "so they need a token" in ran.stderr) == (2, True)
    ran = refused(tmp_path, "--host", "0.0.0.0", QA_TOKEN="short")  # noqa: S104, S106
    assert (ran.returncode, "fewer than 16 letters" in ran.stderr) == (2, True)
    ran = refused(tmp_path, "--public-url", "https://qa.example.org")
    assert (ran.returncode, "so they need a token" in ran.stderr) == (2, True)
    ran = refused(tmp_path, "--token-file", "missing")
    assert (ran.returncode, "missing: cannot be read" in ran.stderr) == (2, True)
    ran = refused(tmp_path, "--public-url", "qa.example.org", QA_TOKEN=TOKEN)
    assert (ran.returncode, "is no address" in ran.stderr) == (2, True)


def test_with_a_token_it_is_served_to_others(tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    with running(tmp_path, "--host", "0.0.0.0", "--token-file", "token") as server:  # noqa: S104
        server.address = server.address.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        assert server.ask("GET", "/api/about")[0] == 401
        assert server.ask("GET", "/api/about", Authorization=f"Bearer {TOKEN}")[0] == 200
        assert server.stop(signal.SIGINT) == 0
    assert TOKEN not in server.said


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("--database", "mysql://a:s3cret@b/c"), "'mysql' is not supported"),
        (("--database", "sqlite:////proc/no/such.db"), "the database cannot be opened"),
        (("--glossary", "missing.toml"), "missing.toml: cannot be read"),
        (("--host", "no such host"), "so they need a token"),
    ],
)
def test_what_is_wrong_is_said_before_it_serves(
    told: tuple[str, str], said: str, tmp_path: Path
) -> None:
    ran = refused(tmp_path, *told)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False)
    assert said in ran.stderr
    assert "s3cret" not in ran.stderr


def test_large_texts_are_refused_over_the_wire(tmp_path: Path) -> None:
    body = json.dumps({"text": "x" * 300_000})
    with running(tmp_path, "--max-size", "0.1", "--quiet") as server:
        assert server.ask("POST", "/api/check", body)[0] == 413
        assert server.ask("GET", "/api/about")[0] == 200
        assert server.stop(signal.SIGINT) == 0
    assert server.said == ""
