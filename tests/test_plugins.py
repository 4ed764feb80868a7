"""Other people's modules are found by entry point."""

import os
import subprocess
import sys
from pathlib import Path

CHECK = '''"""A word that this newsroom does not print.

What it finds
: The word "utilise".

Why it matters
: House style.

Flagged
: They utilise ships.

Clean
: They use ships.

Sources
: House style
"""

from qa.check import check
from qa.findings import Category, Mark, Severity


@check("house_utilise".replace("_", "-"), Category.STYLE, Severity.NOTE)
def utilise(segment, context):
    """Mark the word."""
    for index in context.words(segment).places.get("utilise", ()):
        start, end = context.words(segment).spans[index]
        yield Mark(start, end, "write 'use'")
'''


def test_a_check_of_another_package_runs_and_conforms(tmp_path: Path) -> None:
    (tmp_path / "house_utilise.py").write_text(CHECK, encoding="utf-8")
    info = tmp_path / "house-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[qa.checks]\nutilise = house_utilise\n")
    script = (
        "import qa; from qa import registry; from qa.testing import conforms\n"
        "assert conforms(registry.find('house-utilise')) == []\n"
        "found = qa.check('They utilise ships.', language='en').findings\n"
        "print([one.check for one in found])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout == "['house-utilise']\n", ran.stderr
