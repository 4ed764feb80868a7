"""``qa glossary list``: what stands in a glossary, a term a line."""

from typing import Annotated

import typer

from qa.cli.glossary.choices import File


def listing(
    file: File,
    language: Annotated[str | None, typer.Option(help="Only terms in this language.")] = None,
    status: Annotated[
        str | None,
        typer.Option(help="Only terms of this status; draft for drafts, suspect for phrases."),
    ] = None,
    domain: Annotated[str | None, typer.Option(help="Only concepts of this domain.")] = None,
    format: Annotated[  # noqa: A002 - the name of the option
        str, typer.Option(help="terminal, json or tsv.")
    ] = "terminal",
) -> None:
    """List the terms and suspect phrases of a glossary."""
    from qa.terminology import listing, loading

    wanted = listing.Filter(language, status, domain)
    found = filter(wanted.passes, listing.rows(loading.load(file).contents))
    typer.echo(listing.listed(found, format), nl=False)
