"""``qa evaluate``: what a model tells apart, and how honestly."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.errors import QAError


def evaluate(
    folder: Annotated[Path, typer.Argument(help="Corpus that the model was not trained on.")],
    language: Annotated[str, typer.Option(help="Language of the text, as a tag.")],
    model: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The model; the built-in one if not told.")
    ] = None,
    training: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="What it was trained on, for baselines.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write figures as JSON.")
    ] = None,
) -> None:
    """Measure a model for qa detect, and print the table."""
    from qa.language import language as known  # `qa --help` needs none of these
    from qa.translationese import evaluation, models, tables, tabulation

    chosen = models.read(model) if model else models.shipped(language)
    if chosen is None:
        raise QAError(f"there is no built-in model for '{language}'", "name one with --model")
    table = evaluation.evaluate(chosen, folder, known(language), training=training, progress=tell)
    if output:
        tables.write(table, output)
    for line in tabulation.lines(table):
        typer.echo(line)
