"""The JSON report has the shape that others build on."""

import io
import json
from typing import Any

import pytest

from qa.batch import check_paths
from qa.config import Options
from qa.reports import renderer

KEYS = {"path", "language", "origin", "words", "covered", "verdict", "findings", "notes"}
VERDICT = {
    "kind", "probability", "interval", "log_odds", "machine", "origins", "abstained",
    "contributions",
}  # fmt: skip
FINDING = {
    "check", "entry", "severity", "category", "message", "why", "start", "end", "line", "column",
    "end_line", "end_column", "byte_column", "end_byte_column", "text", "source_text",
    "suggestions", "confidence", "suppressed",
    "fingerprint", "native_per_million", "translated_per_million", "places",
    "excerpt",
}  # fmt: skip


@pytest.fixture
def decoded(tmp_path: Any) -> Any:
    path = tmp_path / "article.txt"
    path.write_text("The Ukraine also uses drones of this kind.\n", encoding="utf-8")
    out = io.StringIO()
    told = Options(language="en", origin="de")
    renderer("json")(check_paths([str(path), str(tmp_path / "missing.txt")], told), out)
    return json.loads(out.getvalue())


def test_the_report_names_its_schema_and_what_it_depends_on(decoded: Any) -> None:
    assert decoded["schema"] == "qa-report/1"
    assert decoded["signature"].startswith("qa:")
    assert decoded["failures"][0]["path"].endswith("missing.txt")


def test_a_document_and_its_parts_have_all_keys(decoded: Any) -> None:
    (document,) = decoded["documents"]
    assert document.keys() == KEYS
    assert document["verdict"].keys() == VERDICT
    assert document["findings"][0].keys() == FINDING


def test_a_finding_says_what_and_where(decoded: Any) -> None:
    found = decoded["documents"][0]["findings"][0]
    assert (found["check"], found["entry"]) == ("suspect-phrase", "de-en/the-ukraine")
    assert (found["start"], found["end"], found["line"], found["column"]) == (0, 11, 1, 1)
    assert found["confidence"] == "nearly always"
