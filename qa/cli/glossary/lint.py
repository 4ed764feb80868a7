"""``qa glossary lint``: what is wrong with a glossary."""

from typing import Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS
from qa.cli.glossary.choices import DryRun, finish
from qa.cli.glossary.options import File, Shape, TableFormat


def lint(
    glossary: File,
    fix: Annotated[bool, typer.Option("--fix", help="Put right what is safe to.")] = False,
    dry_run: DryRun = False,
    format: TableFormat = Shape.TERMINAL,  # noqa: A002 - the name of the option
) -> None:
    """Find duplicates, contradictions and mistakes in a glossary.

    Exit status: 0 nothing is wrong, 1 something is, 2 the file cannot be read.
    """
    from qa.terminology import linting, loading, tables

    loaded = loading.load(glossary)
    if fix:
        edit = linting.repaired(loaded)
        finish(edit, dry_run, f"{loaded.path}: put right")
        loaded = loading.of_content(loaded.path, edit.after)
    found = linting.lint(loaded)
    if format is Shape.JSON:
        from msgspec import json

        encoded = json.encode({"path": str(loaded.path), "faults": found})
        typer.echo(json.format(encoded, indent=2).decode())
    else:
        typer.echo("\n".join(tables.faults(str(loaded.path), found)))
    raise typer.Exit(FINDINGS if found else CLEAN)
