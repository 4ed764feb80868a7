"""``qa report stats``: which checks and entries cause most findings, and which are dismissed."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """How to show the account."""

    TERMINAL = "terminal"
    JSON = "json"
    TSV = "tsv"


def stats(
    reports: Annotated[
        list[Path],
        typer.Argument(
            metavar="REPORT...", help="What `qa check --format json` wrote, oldest first."
        ),
    ],
    form: Annotated[Form, typer.Option("--format", help="How to show it.")] = Form.TERMINAL,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it there.")
    ] = None,
) -> None:
    """Show what causes most findings, what of it was dismissed, and how precise checks are."""
    from qa import files, recorded  # `qa --help` needs none of these
    from qa.noise import counting, showing

    account = counting.count([recorded.read(path) for path in reports])
    shown = showing.OUTPUTS[form](account)
    if output:
        files.write(output, shown.encode())
    else:
        typer.echo(shown, nl=False)
