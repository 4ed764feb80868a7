"""``qa glossary format``: concepts and their keys in a fixed order."""

from typing import Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS, tell
from qa.cli.glossary.choices import DryRun, File, finish


def tidy(
    file: File,
    check: Annotated[
        bool, typer.Option("--check", help="Only tell whether it would change; status 1 if so.")
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Put concepts in the order of ids and their keys in the usual one; comments stay with them."""
    from qa.terminology import keeping

    edit = keeping.formatted(file)
    if check or edit.before == edit.after:
        changes = edit.before != edit.after
        tell(f"{file}: {'would change' if changes else 'is in order'}")
        raise typer.Exit(FINDINGS if changes else CLEAN)
    finish(edit, dry_run, f"{file}: put in order")
