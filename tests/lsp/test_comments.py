"""A ``qa:ignore`` comment for a finding."""

from pathlib import Path

import pytest

from qa.config import Options
from qa.lsp.checking import Checker
from qa.lsp.comments import ignoring

COMMENT = "<!-- qa:ignore repeated-word -->"


@pytest.mark.parametrize(
    ("suffix", "before", "after"),
    [
        (".md", "They left the the hall.  \nSo did he.", f"hall. {COMMENT}  \nSo"),
        (".md", "They left the the hall.\\\nSo did he.", f"hall. {COMMENT}\\\nSo"),
        (".md", "## They left the the hall ##\r\n\r\nSo did he.", COMMENT),
        (".md", "| who | what |\n|---|---|\n| they | left the the hall |\n", f"the the {COMMENT}"),
        (".md", "- They left\n  the the hall\n- He did, too.\n", f"the the hall {COMMENT}\n-"),
        (".html", "<p>They left the the hall.</p><p>He did.</p>", COMMENT),
        (".html", "<p>They left the the <a\nhref='/x'>hall</a>.</p>", f"the the {COMMENT} <a"),
    ],
)
def test_a_comment_ignores_the_finding_and_changes_no_word(
    tmp_path: Path, suffix: str, before: str, after: str
) -> None:
    checker = Checker()
    options = Options(language="en", select=("repeated-word", "unused-ignore"))
    checked = checker.check(before, str(tmp_path / f"a{suffix}"), suffix, options)
    (finding,) = checked.findings
    made = ignoring(checked, finding)
    assert made
    changed = before[: made.offset] + made.text + before[made.offset :]
    assert after in changed
    assert not checker.check(changed, checked.document.path, suffix, options).findings


def test_a_format_without_comments_has_none(tmp_path: Path) -> None:
    checked = Checker().check(
        "They left the the hall.", str(tmp_path / "a.txt"), ".txt", Options(language="en")
    )
    assert ignoring(checked, checked.findings[0]) is None
