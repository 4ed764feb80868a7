"""``qa glossary init``: a new glossary."""

from typing import Annotated

import typer

from qa.cli.glossary.choices import DryRun, File, finish


def init(
    file: File,
    name: Annotated[str | None, typer.Option(help="Its name; else that of the file.")] = None,
    scope: Annotated[str, typer.Option(help="house, desk or article.")] = "house",
    dry_run: DryRun = False,
) -> None:
    """Make an empty glossary."""
    from qa.terminology import keeping

    edit = keeping.start(file, name or file.stem, scope)
    finish(edit, dry_run, f"{file}: made; `qa glossary add {file}` adds a concept")
