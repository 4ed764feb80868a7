"""Options that commands that judge glossaries have, described once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

File = Annotated[str, typer.Argument(help="File, or a built-in glossary such as de-en.")]
Target = Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Write there.")]


class Shape(StrEnum):
    """How results are printed."""

    TERMINAL = "terminal"
    JSON = "json"


TableFormat = Annotated[Shape, typer.Option("--format", help="How to print the results.")]
