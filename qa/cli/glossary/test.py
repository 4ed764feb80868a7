"""``qa glossary test``: whether the entries of a glossary do what their examples say."""

from pathlib import Path
from typing import Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS
from qa.cli.glossary.options import File


def trial(
    glossary: File,
    clean: Annotated[
        Path | None,
        typer.Option(metavar="FILE|DIR", help="Text in which nothing may be found."),
    ] = None,
) -> None:
    """Try a glossary on its own examples, and on clean text.

    Exit status: 0 all is well, 1 an example fails or something is found in clean text.
    """
    from qa.terminology import loading, testing
    from qa.terminology.wording import counted

    loaded = loading.load(glossary)
    failed = list(testing.failures(loaded.contents))
    for one in failed:
        typer.echo(f"{one.id} {one.what}")
    corpus = clean or testing.clean_corpus(loaded)
    hits = list(testing.hits(loaded.contents, corpus)) if corpus else []
    for hit in hits:
        typer.echo(f"{hit.path}:{hit.line}:{hit.column}: {hit.name} finds '{hit.text}'")
    tried = counted(testing.examples(loaded.contents), "example")
    where = f"{counted(len(hits), 'hit')} in {corpus}" if corpus else "no clean text to try it on"
    typer.echo(f"{tried}, {len(failed)} failed; {where}")
    raise typer.Exit(FINDINGS if failed or hits else CLEAN)
