"""``qa lsp`` as an editor starts it."""

import subprocess
import sys

from conftest import Program

WITHOUT = "import sys; sys.modules['pygls'] = None; sys.argv = ['qa', 'lsp']"


def test_it_ends_when_nobody_is_there(program: Program) -> None:
    ran = program("lsp", "--stdio")
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", "")


def test_without_its_packages_it_says_what_to_install() -> None:
    script = f"{WITHOUT}; from qa.cli.main import run; run()"
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "pip install 'qa[lsp]'" in ran.stderr
    assert ran.stdout == ""
