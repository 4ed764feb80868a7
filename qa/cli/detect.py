"""``qa detect``: how translated a text reads."""

import typer

from qa.cli.console import CLEAN, INCOMPLETE, complain, write
from qa.cli.options import (
    Cache,
    ConfigFile,
    FilesFrom,
    Formats,
    Input,
    InputFormat,
    Inputs,
    Jobs,
    Language,
    NoCache,
    Output,
    execution,
)
from qa.config import Options


def detect(
    paths: Inputs = None,
    language: Language = None,
    input_format: InputFormat = Input.TEXT,
    formats: Formats = None,
    output: Output = None,
    config: ConfigFile = None,
    files_from: FilesFrom = None,
    jobs: Jobs = None,
    cache: Cache = None,
    no_cache: NoCache = False,
) -> None:
    """Say how translated a text reads, from which language, and which phrases say so.

    Exit status: 0, or 2 if not everything could be read.
    """
    from qa.batch import detect_paths  # `qa --help` needs none of it

    options = Options(language=language, config=config)
    how = execution(
        paths, files_from, input_format, jobs, cache, no_cache=no_cache, formats=formats
    )
    report = detect_paths(paths or (), options, how)
    write(report, formats or ["terminal"], output)
    for failure in report.failures:
        complain(failure.message, failure.hint)
    raise typer.Exit(INCOMPLETE if report.failures else CLEAN)
