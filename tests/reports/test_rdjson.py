"""The Reviewdog Diagnostic Format, by its definition: no field that it does not know.

No Python registry has its schema; the structures below restate the definition of the fields in use.
"""

from finding_reports import ARTICLE, rendered
from msgspec import Struct, json

from qa.findings import Report


class Position(Struct, forbid_unknown_fields=True):
    line: int
    column: int


class Range(Struct, forbid_unknown_fields=True):
    start: Position
    end: Position


class Location(Struct, forbid_unknown_fields=True):
    path: str
    range: Range | None = None


class Code(Struct, forbid_unknown_fields=True):
    value: str


class Suggestion(Struct, forbid_unknown_fields=True):
    range: Range
    text: str


class Source(Struct, forbid_unknown_fields=True):
    name: str


class Diagnostic(Struct, forbid_unknown_fields=True):
    message: str
    location: Location
    severity: str
    code: Code
    suggestions: list[Suggestion] = []


class DiagnosticResult(Struct, forbid_unknown_fields=True):
    source: Source
    diagnostics: list[Diagnostic]


def result(report: Report) -> DiagnosticResult:
    return json.decode(rendered("rdjson", report), type=DiagnosticResult)


def covered(content: str, place: Range) -> str:
    """Return the text of a range whose columns count bytes of UTF-8."""
    lines = [line.encode() for line in content.splitlines(keepends=True)]
    before = sum(map(len, lines[: place.start.line - 1])) + place.start.column - 1
    after = sum(map(len, lines[: place.end.line - 1])) + place.end.column - 1
    return content.encode()[before:after].decode()


def test_columns_count_bytes(report: Report) -> None:
    for one in result(report).diagnostics:
        if one.location.range and one.code.value == "repeated-word":
            assert covered(ARTICLE, one.location.range) == "the the"


def test_a_suggestion_is_for_verbatim_words_only(report: Report) -> None:
    found = {one.code.value: one for one in result(report).diagnostics}
    (suggestion,) = found["repeated-word"].suggestions
    assert suggestion.text == "the"
    assert found["de-en/return-service"].location.range
    assert found["de-en/return-service"].suggestions == []


def test_severities_are_those_of_the_format(report: Report) -> None:
    severities = [one.severity for one in result(report).diagnostics]
    assert set(severities) == {"ERROR", "WARNING", "INFO"}


def test_budgets_and_unread_files_are_there(report: Report) -> None:
    codes = [one.code.value for one in result(report).diagnostics]
    assert codes[:3] == ["unreadable", "budget/warning", "budget/no-worse-than"]
