"""GitLab's code quality report, by the table of its documentation.

No registry has a schema of it; the shape is tested as the documentation describes it.
"""

from finding_reports import NAME, rendered
from msgspec import Struct, json

from qa.findings import Report

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


class Lines(Struct, forbid_unknown_fields=True):
    begin: int
    end: int


class Location(Struct, forbid_unknown_fields=True):
    path: str
    lines: Lines


class Issue(Struct, forbid_unknown_fields=True):
    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: Location


def issues(report: Report) -> list[Issue]:
    return json.decode(rendered("gitlab", report), type=list[Issue])


def test_every_issue_has_the_documented_shape(report: Report) -> None:
    for one in issues(report):
        assert one.severity in SEVERITIES
        assert one.description
        assert "\n" not in one.description
        assert not one.location.path.startswith("./")
        assert 1 <= one.location.lines.begin <= one.location.lines.end


def test_fingerprints_are_unique_in_the_report(report: Report) -> None:
    prints = [one.fingerprint for one in issues(report)]
    assert len(prints) == len(set(prints))


def test_findings_budgets_and_unread_files_are_all_there(report: Report) -> None:
    said = {(one.check_name, one.location.path, one.severity) for one in issues(report)}
    assert ("unreadable", "missing.txt", "blocker") in said
    assert ("budget/warning", NAME, "major") in said
    assert ("budget/no-worse-than", NAME, "major") in said
    assert ("repeated-word", NAME, "minor") in said
    assert not any(check == "encoding-damage" for check, _, _ in said)
