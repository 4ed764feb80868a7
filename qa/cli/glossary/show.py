"""``qa glossary show``: one concept or suspect phrase in full."""

from typing import Annotated

import typer

from qa.cli.glossary.choices import File, Format


def show(
    file: File,
    id: Annotated[  # noqa: A002 - what it is called in the file
        str, typer.Argument(metavar="ID", help="Of a concept or a suspect phrase.")
    ],
    format: Format = "terminal",  # noqa: A002 - the name of the option
) -> None:
    """Show a concept or a suspect phrase."""
    from qa.terminology import keeping, listing

    typer.echo(listing.shown(keeping.find(file, id), format), nl=False)
