"""``qa detect``: how translated a text reads."""

from enum import StrEnum
from typing import Annotated

import typer

from qa.cli.console import CLEAN, INCOMPLETE, complain, write
from qa.cli.options import ConfigFile, Formats, Language, Output, Paths
from qa.config import Options


class Input(StrEnum):
    """What the files hold."""

    TEXT = "text"
    JSONL = "jsonl"


def detect(
    paths: Paths,
    language: Language = None,
    input_format: Annotated[
        Input, typer.Option(help="Articles, or JSON lines with id, text and maybe language.")
    ] = Input.TEXT,
    formats: Formats = None,
    output: Output = None,
    config: ConfigFile = None,
) -> None:
    """Say how translated a text reads, from which language, and which phrases say so.

    Exit status: 0, or 2 if not everything could be read.
    """
    from qa.batch import detect_lines, detect_paths  # `qa --help` needs none of it

    options = Options(language=language, config=config)
    look = detect_lines if input_format is Input.JSONL else detect_paths
    report = look(paths, options)
    write(report, formats or ["terminal"], output)
    for failure in report.failures:
        complain(failure.message, failure.hint)
    raise typer.Exit(INCOMPLETE if report.failures else CLEAN)
