"""``qa glossary suggest``: what may be worth a term, and which entries make noise."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.cli.glossary.choices import DryRun
from qa.cli.glossary.options import Shape, TableFormat


def suggest(
    pairs: Annotated[
        Path | None, typer.Argument(help="TMX, XLIFF or TSV file with both languages.")
    ] = None,
    source: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Source text, a segment a line.")
    ] = None,
    target: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Its translation, line by line.")
    ] = None,
    languages: Annotated[
        str, typer.Option(metavar="xx-yy", help="Languages of source and translation.")
    ] = "de-en",
    least: Annotated[int, typer.Option(min=2, help="Segments that must have both.")] = 3,
    top: Annotated[int, typer.Option(min=1, help="How many candidates to show.")] = 50,
    glossary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Leave out the terms that it has.")
    ] = None,
    append: Annotated[
        bool, typer.Option("--append", help="Append the candidates to the glossary as drafts.")
    ] = False,
    from_report: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Report (JSON): which entries are dismissed most."),
    ] = None,
    dry_run: DryRun = False,
    format: TableFormat = Shape.TERMINAL,  # noqa: A002 - the name of the option
) -> None:
    """Propose terms from a text and its translation, or name the entries that cause most noise."""
    from msgspec import json

    from qa.terminology import drafting, noise, tables

    if from_report:
        counts = noise.noise(from_report)
        lines, found = noise.table(counts), json.encode(counts)
    else:
        asked = drafting.Asked(pairs, source, target, languages, least, glossary)
        candidates = drafting.candidates(asked)[:top]
        lines, found = tables.candidates(candidates), json.encode(candidates)
        if append:
            tell(drafting.append(asked, candidates, dry_run=dry_run))
    shown = json.format(found, indent=2).decode() if format is Shape.JSON else "\n".join(lines)
    typer.echo(shown)
