"""``qa glossary impact``: what a changed glossary would find in an archive."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS, INCOMPLETE
from qa.cli.glossary.options import Shape, TableFormat
from qa.cli.options import Language


def impact(
    old: Annotated[str, typer.Argument(help="The glossary as it is.")],
    new: Annotated[str, typer.Argument(help="The glossary as it would be.")],
    folder: Annotated[Path, typer.Argument(help="The articles.")],
    language: Language = None,
    format: TableFormat = Shape.TERMINAL,  # noqa: A002 - the name of the option
) -> None:
    """Show which findings a changed glossary adds and removes in a folder of articles.

    Exit status: 0 nothing changes, 1 something does, 2 not every article could be searched.
    """
    from qa.terminology import impact as changing
    from qa.terminology import scoping, searching

    before, after = map(scoping.searcher, (old, new))
    found = changing.impact(before, after, searching.articles(folder), language)
    if format is Shape.JSON:
        from msgspec import json

        typer.echo(json.format(json.encode(found), indent=2).decode())
    else:
        typer.echo("\n".join(changing.described(found)))
    raise typer.Exit(INCOMPLETE if found.unsure else FINDINGS if found.changes else CLEAN)
