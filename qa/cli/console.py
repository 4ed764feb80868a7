"""What commands share: reports written where they were asked for, complaints, exit statuses."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qa import files

if TYPE_CHECKING:
    from qa.findings import Report
    from qa.reports import Renderer

CLEAN, FINDINGS, INCOMPLETE = 0, 1, 2


def tell(message: str) -> None:
    """Write how far a long task has come to standard error."""
    typer.echo(message, err=True)


def complain(message: str, hint: str | None) -> None:
    """Write what went wrong, and what to do, to standard error."""
    typer.echo(f"qa: {message}", err=True)
    if hint:
        typer.echo(f"    {hint}", err=True)


def write(report: "Report", formats: list[str], output: str | None) -> None:
    """Write a report in each format asked for: ``NAME``, or ``NAME=FILE``.

    Raises:
        QAError: there is no such format, or the file cannot be written.
    """
    from qa.reports import renderer

    targets = [_target(one, output) for one in formats]
    for render, file in [(renderer(name), file) for name, file in targets]:
        if file is None:
            render(report, sys.stdout)
        else:
            _write_file(render, report, Path(file))


def _target(asked: str, output: str | None) -> tuple[str, str | None]:
    name, equals, file = asked.partition("=")
    return name, file if equals else output


def _write_file(render: "Renderer", report: "Report", path: Path) -> None:
    written = io.StringIO()
    render(report, written)
    files.write(path, written.getvalue().encode())
