"""``qa glossary evaluate``: how often the entries of a glossary are right."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.errors import QAError

Folders = Annotated[
    list[Path] | None, typer.Option("--native", metavar="DIR", help="Folder with native text.")
]
Translated = Annotated[
    list[Path] | None,
    typer.Option("--translated", metavar="DIR", help="Folder with translated text."),
]


def evaluate(
    glossary: Annotated[str, typer.Argument(help="File, or a built-in glossary such as de-en.")],
    native: Folders = None,
    translated: Translated = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the figures beside the glossary.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Measure, and keep nothing.")] = False,
    format: Annotated[  # noqa: A002 - the name of the option
        str, typer.Option(help="terminal or json.")
    ] = "terminal",
) -> None:
    """Measure a glossary on native and on translated text."""
    if not native and not translated:
        raise QAError("nothing to measure on", "add --native DIR, --translated DIR or both")
    from qa.glossary import measurement, rates, reading, tabulation  # `qa --help` needs none

    path = reading.path_of(glossary)
    source = reading.read(path)
    measured = measurement.evaluate(
        source,
        measurement.native(native or [], source.glossary.language),
        measurement.translated(translated or [], source.glossary.language, source.glossary.origins),
        tell,
    )
    if keep and not dry_run:
        rates.write(measured, rates.beside(path))
    typer.echo(tabulation.rates(measured, source.glossary, format), nl=False)
