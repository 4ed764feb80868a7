"""Scores as JUnit XML: a test case for every system, every gate and every warning.

A gate that does not hold is a failure; a warning is a skipped case, since it asks for a look and
breaks nothing.
"""

from collections.abc import Iterator
from typing import TextIO

from qa.scoring.model import ScoreReport, SystemScores
from qa.scoring.presentation import figure, interval
from qa.text.escaping import xml


def render(report: ScoreReport, out: TextIO) -> None:
    """Write one test suite."""
    failed = sum(not gate.passed for gate in report.gates)
    tests = len(report.systems) + len(report.gates) + len(report.warnings)
    counts = f'tests="{tests}" failures="{failed}" errors="0" skipped="{len(report.warnings)}"'
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="qa score" {counts}>\n  <testsuite name="qa score" {counts}>\n')
    out.writelines(f"    {case}\n" for case in _cases(report))
    out.write("  </testsuite>\n</testsuites>\n")


def _cases(report: ScoreReport) -> Iterator[str]:
    for system in report.systems:
        yield _case("qa.score", system.name, _said("system-out", _scores(system)))
    for gate in report.gates:
        said = "" if gate.passed else f'<failure message="{xml(gate.message)}"/>'
        yield _case("qa.score.gate", gate.name, said or _said("system-out", gate.message))
    for number, warning in enumerate(report.warnings, start=1):
        said = f'<skipped message="{xml(warning)}"/>'
        yield _case("qa.score.warning", f"warning {number}", said)


def _case(group: str, name: str, content: str) -> str:
    return f'<testcase classname="{group}" name="{xml(name)}">{content}</testcase>'


def _said(element: str, text: str) -> str:
    return f"<{element}>{xml(text)}</{element}>"


def _scores(system: SystemScores) -> str:
    return "; ".join(
        f"{one.metric} {figure(one.score)}"
        + (f" ({interval(one)})" if interval(one) else "")
        + f" {one.signature}".rstrip()
        for one in system.scores
    )
