"""The report as annotations of GitHub Actions, most severe first.

GitHub shows ten errors, ten warnings and ten notices of a step; the last line says how many more
there are. Source: docs.github.com, workflow commands for GitHub Actions.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, TextIO

from qa.findings import Finding, Report, Severity
from qa.phrasing import breached, explained, name, number, place, severest, standing

_SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class _Annotation(NamedTuple):
    command: str
    properties: dict[str, str]
    message: str


def render(report: Report, out: TextIO) -> None:
    """Write a workflow command a line."""
    whole = list(_whole(report))
    counts = Counter(_COMMANDS[one.severity] for _, one in standing(report))
    counts["error"] += len(whole)
    more = any(count > _SHOWN for count in counts.values())
    # The line that says how many more there are is a notice, too.
    rooms = {command: _SHOWN - (more and command == "notice") for command in _COMMANDS.values()}
    shown = (_annotation(*pair) for pair in severest(report, _SHOWN))
    out.writelines(_written(one) for one in _fitting([*whole, *shown], rooms))
    if more:
        hidden = {one: max(0, counts[one] - rooms[one]) for one in rooms}
        out.write(_written(_Annotation("notice", {"title": "qa"}, _more(hidden))))


def _more(hidden: dict[str, int]) -> str:
    kinds = (number(count, f"more {one}") for one, count in hidden.items() if count)
    return f"and {', '.join(kinds)}: GitHub shows ten of a kind"


def _whole(report: Report) -> Iterator[_Annotation]:
    for failure in report.failures:
        told = f"{failure.message}\n{failure.hint or ''}".rstrip()
        yield _Annotation("error", {"file": place(failure.path), "title": "qa: not checked"}, told)
    for breach in report.breaches:
        where = {"file": place(breach.path)} if breach.path else {}
        yield _Annotation("error", {**where, "title": "qa: budget"}, breached(breach))


def _annotation(path: str, finding: Finding) -> _Annotation:
    properties = {"file": place(path), **_lines(finding), "title": f"qa: {name(finding)}"}
    return _Annotation(_COMMANDS[finding.severity], properties, explained(finding))


def _lines(finding: Finding) -> dict[str, str]:
    """Return where the finding is; GitHub takes columns within one line only."""
    lines = {"line": str(finding.line), "endLine": str(finding.end_line)}
    if finding.line != finding.end_line:
        return lines
    return {**lines, "col": str(finding.column), "endColumn": str(finding.end_column)}


def _fitting(asked: list[_Annotation], rooms: dict[str, int]) -> Iterator[_Annotation]:
    seen: Counter[str] = Counter()
    for one in asked:
        seen[one.command] += 1
        if seen[one.command] <= rooms[one.command]:
            yield one


def _written(one: _Annotation) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in one.properties.items())
    return f"::{one.command} {properties}::{_data(one.message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
