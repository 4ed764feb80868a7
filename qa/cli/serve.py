"""``qa serve``: the page in which editors see their text checked, and the HTTP API behind it."""

import os
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.options import ConfigFile, Glossaries, Language, Origin
from qa.config import Options
from qa.errors import needs

_TOKEN = "QA_TOKEN"  # noqa: S105 - the name of a variable
_MEGABYTE = 1_000_000
_DATABASE = "QA_DATABASE"


def serve(
    host: Annotated[
        str, typer.Option(help="Address to serve at; all but this machine's own need a token.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port; 0 takes any that is free.")
    ] = 8017,
    public_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="How others reach it, as https://qa.example.org."),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help=f"The token that clients need; else ${_TOKEN}."),
    ] = None,
    language: Language = None,
    origin: Origin = None,
    glossary: Glossaries = None,
    config: ConfigFile = None,
    database: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help=f"Where dismissals and proposals are kept: sqlite:///FILE or postgresql://…;"
            f" else ${_DATABASE}, else a file in your folder of data.",
        ),
    ] = None,
    max_size: Annotated[
        float, typer.Option(metavar="MB", min=0.01, max=100, help="Most megabytes of a text.")
    ] = 5,
    open_: Annotated[bool, typer.Option("--open", help="Show the page in the browser.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No line for each request on standard error.")
    ] = False,
) -> None:
    """Serve a page that shows where a text still sounds translated, and an HTTP API.

    Only this machine can reach it, unless --host says otherwise. Ctrl-C ends it.
    """
    try:
        from qa.web import serving  # `qa --help` needs none of it
    except ModuleNotFoundError as error:
        raise needs("web") from error

    wishes = serving.Wishes(
        host=host,
        port=port,
        public=public_url,
        database=database or os.environ.get(_DATABASE),
        most=round(max_size * _MEGABYTE),
        opened=open_,
        quiet=quiet,
    )
    access = serving.access_to(wishes, serving.token_in(token_file, os.environ.get(_TOKEN)))
    options = Options(
        language=language, origin=origin, glossaries=tuple(glossary or ()), config=config
    )
    serving.serve(wishes, options, access)
