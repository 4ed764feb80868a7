"""Findings as editors show them."""

import re
from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types
from msgspec import Struct
from pygls.uris import from_fs_path

from qa.errors import QAError
from qa.findings import Finding, Severity
from qa.lsp.positions import Positions
from qa.phrasing import name
from qa.regex import lazy

SOURCE = "qa"
_SEVERITIES = {
    Severity.NOTE: types.DiagnosticSeverity.Information,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ERROR: types.DiagnosticSeverity.Error,
}
_PLACE = lazy(r"(?P<file>.+?):(?P<line>\d+): (?P<said>.+)", re.DOTALL)


class Blame(Struct, frozen=True):
    """A mistake in a file that keeps a text from being checked; ``line`` counts from 1."""

    path: str
    line: int
    message: str


def of_finding(finding: Finding, uri: str, positions: Positions) -> types.Diagnostic:
    """Return what an editor shows of a finding; its data has the fingerprint.

    Args:
        finding: in the text.
        uri: of the text.
        positions: in it.
    """
    return types.Diagnostic(
        range=positions.range(finding.start, finding.end),
        message=_message(finding),
        severity=_SEVERITIES[finding.severity],
        code=name(finding),
        source=SOURCE,
        related_information=list(_related(finding, uri, positions)) or None,
        data={"fingerprint": finding.fingerprint},
    )


def of_blame(blame: Blame) -> types.Diagnostic:
    """Return what an editor shows in the file that is to blame."""
    line = blame.line - 1
    return types.Diagnostic(
        range=types.Range(types.Position(line, 0), types.Position(line + 1, 0)),
        message=blame.message,
        severity=types.DiagnosticSeverity.Error,
        source=SOURCE,
    )


def blamed(error: QAError, path: str) -> Blame | None:
    """Return the file and the line that an error names; None if it names no file.

    Args:
        error: why the text could not be checked.
        path: of the text.
    """
    place = _PLACE.match(error.message)
    if place and Path(place["file"]).is_absolute():
        return Blame(place["file"], max(1, int(place["line"])), _explained(place["said"], error))
    said = error.message.removeprefix(f"{path}: ")
    return None if said == error.message else Blame(path, 1, _explained(said, error))


def address(path: str) -> str:
    """Return the URI of a file."""
    return from_fs_path(path) or path


def _message(finding: Finding) -> str:
    instead = " · ".join(one or "(nothing)" for one in finding.suggestions)
    return f"{finding.message} → {instead}" if instead else finding.message


def _related(
    finding: Finding, uri: str, positions: Positions
) -> Iterator[types.DiagnosticRelatedInformation]:
    for place in finding.places:
        where = types.Location(uri, positions.range(place.start, place.end))
        yield types.DiagnosticRelatedInformation(where, "also here")


def _explained(said: str, error: QAError) -> str:
    return f"{said.splitlines()[0]}; {error.hint}" if error.hint else said.splitlines()[0]
