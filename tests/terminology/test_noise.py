"""Entries counted in reports."""

from pathlib import Path

import msgspec
import pytest

from qa.errors import QAError
from qa.terminology.noise import Noise, noise, table


def test_the_most_dismissed_come_first(tmp_path: Path) -> None:
    findings = [
        {"check": "suspect-phrase", "entry": entry, "suppressed": gone}
        for entry, gone in (("a", None), ("a", None), ("b", "comment"), (None, None))
    ]
    report = {"schema": "qa-report/1", "documents": [{"path": "x", "findings": findings}]}
    (tmp_path / "r.json").write_bytes(msgspec.json.encode(report))
    found = noise([tmp_path / "r.json"])
    assert found == [Noise("b", 1, 1, 1), Noise("a", 2, 0, 1)]
    assert [line.split()[0] for line in table(found)] == ["dismissed", "1", "0"]


@pytest.mark.parametrize("content", [b"{", b'{"schema": "other/1", "documents": []}'])
def test_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.json").write_bytes(content)
    with pytest.raises(QAError, match=r"r\.json"):
        noise([tmp_path / "r.json"])
