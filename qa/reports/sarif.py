"""The report as SARIF 2.1.0, for code scanning.

Suppressed findings are there and marked, so that a service does not take them for mended ones.
``primaryLocationLineHash`` is the fingerprint that GitHub compares.

Source of the format: OASIS, Static Analysis Results Interchange Format Version 2.1.0.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from qa.docstring import Manual
from qa.findings import Breach, Failure, Finding, Place, Report, Suppressor
from qa.phrasing import blamed, breached, explained, place, replacements
from qa.text import arrays
from qa.text.escaping import markdown
from qa.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BUDGET = "budget"
_BUDGET_MANUAL = "A budget of the settings that a text does not keep."

Object = dict[str, Any]


def render(report: Report, out: TextIO) -> None:
    """Write one log with one run."""
    used = {one.check for document in report.documents for one in document.findings}
    rules = sorted(used | ({_BUDGET} if report.breaches else set()))
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, rules)]}
    numbers = {name: at for at, name in enumerate(rules)}
    out.writelines(arrays.spread(log, "results", _results(report, numbers)))


def _run(report: Report, rules: list[str]) -> Object:
    manuals = {_BUDGET: _BUDGET_MANUAL, **report.manuals}
    driver = {
        "name": "qa",
        "version": __version__,
        "rules": [_rule(name, Manual(manuals.get(name, name))) for name in rules],
    }
    invocation = {
        "executionSuccessful": not report.failures,
        "toolExecutionNotifications": [_notification(one) for one in report.failures],
    }
    return {
        "results": [],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [invocation],
        "tool": {"driver": driver},
        "properties": {"signature": report.signature},
    }


def _rule(name: str, manual: Manual) -> Object:
    found = " ".join(manual.sections.get("What it finds", (manual.summary,)))
    return {
        "id": name,
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": found},
        "help": {"text": manual.docstring, "markdown": _page(manual)},
    }


def _page(manual: Manual) -> str:
    sections = [
        f"### {heading}\n\n" + "\n".join(f"- {markdown(item)}" for item in items)
        for heading, items in manual.sections.items()
    ]
    return "\n\n".join([markdown(manual.summary), *sections])


def _notification(failure: Failure) -> Object:
    return {
        "level": "error",
        "message": {"text": failure.message},
        "locations": [_location(failure.path)],
    }


def _results(report: Report, rules: dict[str, int]) -> Iterator[Object]:
    for document in report.documents:
        for finding in document.findings:
            yield {**_result(document.path, finding), "ruleIndex": rules[finding.check]}
    for breach in report.breaches:
        yield {**_over(report, breach), "ruleIndex": rules[_BUDGET]}


def _result(path: str, finding: Finding) -> Object:
    return {
        "ruleId": finding.check,
        "level": finding.severity.value,
        "message": {"text": explained(finding)},
        "locations": [_location(path, _region(finding))],
        "relatedLocations": [_location(path, _point(one)) for one in finding.places],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "qaFinding/v1": finding.fingerprint,
        },
        "suppressions": list(_suppressions(finding)),
        "fixes": [_fix(path, finding, text) for text in replacements(finding)],
        "properties": {
            "entry": finding.entry,
            "category": finding.category,
            "confidence": finding.confidence,
            "tags": [finding.category],
        },
    }


def _suppressions(finding: Finding) -> Iterator[Object]:
    if finding.suppressed:
        inside = finding.suppressor is Suppressor.COMMENT
        kind = "inSource" if inside else "external"
        yield {"kind": kind, "status": "accepted", "justification": finding.suppressed}


def _over(report: Report, breach: Breach) -> Object:
    return {
        "ruleId": _BUDGET,
        "level": "error",
        "message": {"text": breached(breach)},
        "locations": [_location(blamed(report, breach), {"startLine": 1})],
        "partialFingerprints": {"primaryLocationLineHash": f"{_BUDGET}-{breach.budget}"},
        "properties": {"limit": breach.limit, "measured": breach.measured},
    }


def _fix(path: str, finding: Finding, text: str) -> Object:
    region = {key: value for key, value in _region(finding).items() if key != "snippet"}
    replacement = {"deletedRegion": region, "insertedContent": {"text": text}}
    change = {"artifactLocation": {"uri": _uri(path)}, "replacements": [replacement]}
    return {"description": {"text": f"Write “{text}”"}, "artifactChanges": [change]}


def _location(path: str, region: Object | None = None) -> Object:
    physical: Object = {"artifactLocation": {"uri": _uri(path)}}
    return {"physicalLocation": physical | ({"region": region} if region else {})}


def _region(finding: Finding) -> Object:
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "snippet": {"text": finding.text},
    }


def _point(one: Place) -> Object:
    return {"startLine": one.line, "startColumn": one.column}


def _uri(path: str) -> str:
    """Return a URI; a path outside the current folder becomes absolute."""
    shown = place(path)
    outside = shown.startswith(("/", "../"))
    return Path(path).resolve().as_uri() if outside else quote(shown)
