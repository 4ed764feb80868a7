"""The command needs its extra, and says so."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "sqlalchemy"])
def test_without_its_packages_it_says_what_to_install(missing: str) -> None:
    script = (
        f"import sys; sys.modules['{missing}'] = None; sys.argv = ['qa', 'serve'];"
        "from qa.cli.main import run; run()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines()[-1].strip() == "pip install 'qa[web]'"
