"""Options that several commands have, described once."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa.errors import QAError

if TYPE_CHECKING:
    from qa.batch import Execution


class Input(StrEnum):
    """What the files hold."""

    TEXT = "text"
    JSONL = "jsonl"


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files to read; - is standard input.")
]
Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders or patterns; - is standard input.",
        show_default=False,
    ),
]
Articles = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns.")
]
FilesFrom = Annotated[
    str | None,
    typer.Option(metavar="FILE", help="Read the files named in FILE, too; - is standard input."),
]
InputFormat = Annotated[
    Input, typer.Option(help="Articles, or JSON lines with id, text and maybe language.")
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes; as many as there are cores if not told."),
]
Cache = Annotated[
    str | None, typer.Option(metavar="FOLDER", help="Keep results there, not in the usual place.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep results.")]
Language = Annotated[
    str | None, typer.Option(help="Language of the text, as a tag: en, de, pt-BR.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="NAME[=FILE]",
        help=(
            "How to report: terminal (default), json, jsonl, sarif, github, gitlab, junit,"
            " checkstyle, rdjson, tsv, markdown or html; several may be given."
        ),
    ),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report there.")
]
ConfigFile = Annotated[
    str | None, typer.Option(metavar="FILE", help="Settings in place of the nearest qa.toml.")
]
Origin = Annotated[str | None, typer.Option(help="Language that it was translated from.")]
Glossaries = Annotated[
    list[str] | None,
    typer.Option("--glossary", metavar="FILE", help="A glossary besides the built-in ones."),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="The known findings; that of qa.toml, else qa-baseline.json."
    ),
]


def execution(
    paths: list[str] | None,
    files_from: str | None,
    input_format: Input,
    jobs: int | None,
    cache: str | None,
    *,
    no_cache: bool,
    quiet: bool = False,
    formats: list[str] | None = None,
) -> "Execution":
    """Return how to go about a run that is reported in ``formats``.

    Raises:
        QAError: there is nothing to run on, or no such format.
    """
    from qa import reports  # `qa --help` needs none of it
    from qa.batch import Execution, folder_of_results, walking

    if not paths and not files_from:
        raise QAError("there is nothing to read", "name files or folders, or - for standard input")
    return Execution(
        jobs=jobs,
        cache=None if no_cache else folder_of_results(cache),
        listed=tuple(walking.listed(files_from)) if files_from else (),
        lines=input_format is Input.JSONL,
        progress=not quiet,
        articles=any(reports.shows_articles(one.partition("=")[0]) for one in formats or ()),
    )
