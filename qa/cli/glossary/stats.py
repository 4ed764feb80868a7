"""``qa glossary stats``: how much of what there is in a glossary."""

import typer

from qa.cli.glossary.choices import File, Format


def stats(
    file: File,
    format: Format = "terminal",  # noqa: A002 - the name of the option
) -> None:
    """Count concepts, terms, languages, statuses and domains."""
    from qa.terminology import listing, loading

    typer.echo(listing.counted(listing.counts(loading.load(file).contents), format), nl=False)
