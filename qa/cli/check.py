"""``qa check``: where a text still sounds translated."""

from typing import TYPE_CHECKING, Annotated

import typer

from qa.cli.console import CLEAN, FINDINGS, INCOMPLETE, complain, write
from qa.cli.options import ConfigFile, Formats, Language, Output, Paths
from qa.config import FailOn, Options
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.findings import Report


def check(
    paths: Paths,
    language: Language = None,
    origin: Annotated[
        str | None, typer.Option(help="Language that it was translated from.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="FILE", help="What the one PATH was translated from.")
    ] = None,
    semantic: Annotated[
        bool, typer.Option("--semantic", help="Compare meanings too; needs the semantic extra.")
    ] = False,
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
    formats: Formats = None,
    output: Output = None,
    annotate: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write the file with the findings as notes in it."),
    ] = None,
    config: ConfigFile = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no report.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say on standard error what was checked how.")
    ] = False,
) -> None:
    """Show where a text still sounds translated, why, and what to write instead.

    Exit status: 0 clean, 1 findings at or above --fail-on, 2 not everything could be checked.
    """
    from qa.batch import check_paths  # `qa --help` needs none of it

    options = Options(
        language=language,
        origin=origin,
        source=source,
        semantic=semantic,
        glossaries=tuple(glossary or ()),
        select=tuple(select or ()),
        ignore=tuple(ignore or ()),
        fail_on=fail_on,
        config=config,
    )
    if annotate and len(paths) != 1:
        raise QAError("--annotate takes one file at a time", "check the files one after the other")
    report = check_paths(paths, options)
    if annotate and report.documents:
        from qa.annotation import annotate as write_notes

        write_notes(paths[0], report.documents[0], annotate)
    if not quiet:
        write(report, formats or ["terminal"], output)
    if verbose:
        _explain_run(report)
    for failure in report.failures:
        complain(failure.message, failure.hint)
    raise typer.Exit(INCOMPLETE if report.failures else FINDINGS if report.failed else CLEAN)


def _explain_run(report: "Report") -> None:
    typer.echo(f"signature: {report.signature}", err=True)
    for document in report.documents:
        ran = ", ".join(document.covered)
        typer.echo(f"{document.path}: {document.language or 'unsure'}; checks: {ran}", err=True)
