"""Checkstyle XML, by the shape that its readers expect."""

import xml.etree.ElementTree as ET

from finding_reports import NAME, rendered

from qa.findings import Report


def test_the_shape_is_that_of_checkstyle(report: Report) -> None:
    root = ET.fromstring(rendered("checkstyle", report))  # noqa: S314 - our own output
    assert root.tag == "checkstyle"
    assert root.attrib["version"]
    assert {one.tag for one in root} == {"file"}
    for error in root.iter("error"):
        assert {"line", "severity", "message", "source"} <= set(error.attrib)
        assert set(error.attrib) <= {"line", "column", "severity", "message", "source"}
        assert error.attrib["severity"] in {"error", "warning", "info", "ignore"}
        assert int(error.attrib["line"]) >= 1
        assert int(error.get("column", "1")) >= 1


def test_a_file_has_its_findings_and_what_is_suppressed_is_left_out(report: Report) -> None:
    root = ET.fromstring(rendered("checkstyle", report))  # noqa: S314
    files = {one.attrib["name"]: [error.attrib["source"] for error in one] for one in root}
    assert files["clean.txt"] == []
    assert files["missing.txt"] == ["qa.unreadable"]
    assert files[NAME][:2] == ["qa.budget.warning", "qa.budget.no-worse-than"]
    assert files[NAME].count("qa.repeated-word") == 2
    assert "qa.encoding-damage" not in files[NAME]


def test_a_message_keeps_its_lines(report: Report) -> None:
    root = ET.fromstring(rendered("checkstyle", report))  # noqa: S314
    messages = [error.attrib["message"] for error in root.iter("error")]
    assert any("twice\nWrite instead: the" in message for message in messages)
