"""``qa spark``: articles by the million, on more than one machine."""

from typing import Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS, INCOMPLETE, tell
from qa.cli.options import ConfigFile, Language
from qa.config import FailOn, Options


def spark(
    articles: Annotated[
        str, typer.Argument(help="Parquet files, or JSON lines, with id, text, maybe language.")
    ],
    output: Annotated[str, typer.Argument(help="Folder for the reports, as Parquet files.")],
    language: Language = None,
    origin: Annotated[
        str | None, typer.Option(help="Language that they were translated from.")
    ] = None,
    glossary: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="A glossary besides the built-in ones.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Run only these checks.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Leave out checks or glossary entries.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Lowest severity that fails; error by default.")
    ] = None,
    config: ConfigFile = None,
    master: Annotated[
        str | None, typer.Option(metavar="URL", help="Where Spark runs, such as local[4].")
    ] = None,
) -> None:
    """Check a table of articles on Apache Spark, each as `qa check` would.

    Exit status: as of `qa check`.
    """
    from qa.batch import spark as cluster  # `qa --help` needs none of it

    options = Options(
        language=language,
        origin=origin,
        glossaries=tuple(glossary or ()),
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_on=fail_on,
        config=config,
    )
    total = cluster.run(articles, output, options, master)
    tell(f"qa: {total.articles:,} articles, {total.failures:,} of them could not be checked")
    raise typer.Exit(INCOMPLETE if total.failures else FINDINGS if total.failed else CLEAN)
