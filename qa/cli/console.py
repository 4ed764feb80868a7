"""What commands share: reports written where they were asked for, complaints, exit statuses."""

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qa import files
from qa.errors import QAError

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


def write(report: "Report", formats: list[str], output: str | None, *, quiet: bool = False) -> None:
    """Write a report in each format asked for, ``NAME`` or ``NAME=FILE``; if quiet, to files only.

    Raises:
        QAError: there is no such format, or the file cannot be written.
    """
    from qa.reports import renderer

    targets = [_target(one, output) for one in formats]
    for render, file in [(renderer(name), file) for name, file in targets]:
        if file is not None:
            _write_file(render, report, Path(file))
        elif not quiet:
            _print(render, report)


def _target(asked: str, output: str | None) -> tuple[str, str | None]:
    name, equals, file = asked.partition("=")
    return name, file if equals else output


def _print(render: "Renderer", report: "Report") -> None:
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        render(report, sys.stdout)
        sys.stdout.flush()
    except OSError as error:
        # The interpreter must not try to write the rest, and complain, at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # whoever read it has seen enough
            raise typer.Exit(INCOMPLETE) from error
        raise QAError(
            f"standard output: cannot be written: {error.strerror}", "write to a file: --output"
        ) from error


def _write_file(render: "Renderer", report: "Report", path: Path) -> None:
    with files.replaced(path) as file:
        written = io.TextIOWrapper(file, "utf-8", newline="\n", write_through=True)
        render(report, written)
        written.flush()
        written.detach()
