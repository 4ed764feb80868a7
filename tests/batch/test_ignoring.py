"""The rules of .gitignore, as git itself has them."""

import subprocess
from pathlib import Path

import pytest

from qa.batch.ignoring import Rules
from qa.errors import QAError

RULES = """# a comment with ******** in it
*.log
!keep.log
build/
/top.txt
docs/**/draft.md
\\#odd.txt
na?e.[tm]xt
"""
PATHS = [
    "a.log", "keep.log", "in/keep.log", "in/a.log", "build/a.txt", "in/build/a.txt", "top.txt",
    "in/top.txt", "docs/draft.md", "docs/x/y/draft.md", "#odd.txt", "name.txt", "name.mxt",
    "nae.txt", "plain.txt",
]  # fmt: skip


def test_the_rules_mean_what_git_takes_them_for(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)  # noqa: S607
    (tmp_path / ".gitignore").write_text(RULES, encoding="utf-8")
    for name in PATHS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    said = subprocess.run(
        ["git", "check-ignore", "--stdin"],  # noqa: S607
        cwd=tmp_path,
        input="\n".join(PATHS),
        capture_output=True,
        text=True,
        check=True,
    )
    ignored = [
        name
        for name in PATHS
        if Rules.above((tmp_path / name).parent).ignore(str(tmp_path / name), folder=False)
    ]
    assert ignored == said.stdout.split()


def test_a_malformed_rule_is_named(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!\n", encoding="utf-8")
    with pytest.raises(QAError, match=r"\.gitignore: "):
        Rules().inside(tmp_path)


def test_a_rule_that_could_take_hours_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*a*a*a*a*a*a*b\n", encoding="utf-8")
    with pytest.raises(QAError, match="more than 4 asterisks"):
        Rules().inside(tmp_path)
