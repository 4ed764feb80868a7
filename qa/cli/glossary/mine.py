"""``qa glossary mine``: phrases that may be worth an entry."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import tell
from qa.cli.glossary.choices import DryRun, finish
from qa.errors import QAError

Folders = Annotated[
    list[Path], typer.Option("--native", metavar="DIR", help="Folder with native text.")
]
Translated = Annotated[
    list[Path], typer.Option("--translated", metavar="DIR", help="Folder with translated text.")
]


def mine(
    native: Folders,
    translated: Translated,
    language: Annotated[str, typer.Option(help="Language of the text, as a tag.")] = "en",
    origin: Annotated[
        str | None, typer.Option(help="Only text translated from this language.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="How many phrases to show.")] = 50,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="PHRASE", help="Append this phrase, or the one of this number."),
    ] = None,
    glossary: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Glossary to append drafts to.")
    ] = None,
    dry_run: DryRun = False,
    format: Annotated[  # noqa: A002 - the name of the option
        str, typer.Option(help="terminal or json.")
    ] = "terminal",
) -> None:
    """Propose phrases that translated text has more often than native text."""
    from qa.glossary import editing, measurement, mining, reading, tabulation
    from qa.glossary.matching import Matcher
    from qa.language import language as known

    if accept and not (glossary and origin):
        raise QAError("drafts need a file and an origin", "add --glossary FILE and --origin de")
    house = [reading.read(glossary)] if glossary and glossary.exists() else []
    found = mining.mine(
        measurement.native(native, language).samples,
        measurement.translated(
            translated, language, [origin] if origin else [], round_trips=True
        ).samples,
        known(language),
        Matcher([*reading.built_in(language), *house]),
        tell,
    )
    typer.echo(tabulation.candidates(found[:top], format), nl=False)
    if accept and glossary and origin:
        chosen = mining.chosen(found, accept)
        edit = editing.with_drafts(glossary, chosen, origin, language)
        finish(edit, dry_run, f"{glossary}: {len(chosen)} drafts appended; fill in what they lack")
