"""``qa glossary diff``: what changed between two versions of a glossary."""

from typing import Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS


def diff(
    old: Annotated[str, typer.Argument(help="The glossary as it was.")],
    new: Annotated[str, typer.Argument(help="The glossary as it is.")],
) -> None:
    """Say in words what changed between two glossaries, by concept.

    Exit status: 0 nothing, 1 something, 2 a file cannot be read.
    """
    from qa.terminology import diffing, loading

    found = list(diffing.differences(loading.load(old), loading.load(new)))
    for line in found:
        typer.echo(line)
    raise typer.Exit(FINDINGS if found else CLEAN)
