"""``qa explain``: the manual page of a check, or of a glossary entry."""

from typing import Annotated

import typer

from qa.cli.options import Glossaries
from qa.config import Options
from qa.errors import QAError


def explain(
    name: Annotated[
        str | None, typer.Argument(metavar="ID", help="A check, or an entry such as de-en/handy.")
    ] = None,
    glossary: Glossaries = None,
    listing: Annotated[bool, typer.Option("--list", help="List all checks.")] = False,
) -> None:
    """Show what a check or an entry finds and why it matters."""
    from qa import manual, settings  # `qa --help` needs none of this

    if listing:
        typer.echo(manual.listing())
    elif name:
        config = settings.configured("-", Options(glossaries=tuple(glossary or ())))
        typer.echo(manual.page(name, config.glossaries))
    else:
        raise QAError("nothing to explain", "name a check, or use --list")
