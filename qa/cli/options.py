"""Options that several commands have, described once."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[
    list[str], typer.Argument(metavar="PATH...", help="Files to read; - is standard input.")
]
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
            " checkstyle, rdjson, tsv or markdown; several may be given."
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
