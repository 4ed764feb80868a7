"""JUnit XML, read by a library for it."""

from typing import Any

import pytest
from finding_reports import NAME, checked, rendered

from qa.config import FailOn
from qa.findings import Report

junitparser = pytest.importorskip("junitparser")


def suites(report: Report) -> dict[str, Any]:
    return {
        one.name: one for one in junitparser.JUnitXml.fromstring(rendered("junit", report).encode())
    }


def test_a_suite_for_each_document_and_for_each_file_that_cannot_be_read(report: Report) -> None:
    read = suites(report)
    assert read.keys() == {NAME, "clean.txt", "missing.txt", "qa"}
    assert (read["clean.txt"].tests, read["clean.txt"].failures) == (1, 0)
    assert (read["missing.txt"].tests, read["missing.txt"].errors) == (1, 1)


def test_the_counts_are_those_of_the_cases(report: Report) -> None:
    for suite in suites(report).values():
        results = [result for case in suite for result in case.result]
        assert suite.tests == len(list(suite))
        assert suite.failures == sum(isinstance(one, junitparser.Failure) for one in results)
        assert suite.errors == sum(isinstance(one, junitparser.Error) for one in results)


def test_a_case_fails_only_if_its_findings_fail_the_run(report: Report) -> None:
    failed = {case.name for case in suites(report)[NAME] if case.result}
    assert failed == {"repeated-word", "suspect-phrase", "budget warning"}
    lenient = checked(NAME, fail_on=FailOn.NEVER)
    assert [case.name for case in suites(lenient)[NAME] if case.result] == []
    assert "the the" in rendered("junit", lenient)


def test_the_text_says_where_what_and_why(report: Report) -> None:
    (case,) = [one for one in suites(report)[NAME] if one.name == "repeated-word"]
    (failure,) = case.result
    assert failure.type == "warning"
    assert failure.text.startswith("1:11 “the the”: 'the' stands here twice\nWrite instead: the")
