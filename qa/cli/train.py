"""``qa train``: a model of translated against native text, from a newsroom's own archive."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell


def train(
    folder: Annotated[Path, typer.Argument(help="Corpus of native and translated text.")],
    language: Annotated[str, typer.Option(help="Language of the text, as a tag.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write the model to.")],
    seed: Annotated[int, typer.Option(help="The same seed makes the same file.")] = 1,
) -> None:
    """Train a model for qa detect; needs the train extra."""
    from qa.language import language as known  # `qa --help` needs none of these
    from qa.translationese import models, training

    models.write(training.train(folder, known(language), seed=seed, progress=tell), output)
