"""``qa check``: where a text still sounds translated."""

from typing import TYPE_CHECKING, Annotated

import typer

from qa.budgets import told
from qa.cli.console import CLEAN, FINDINGS, INCOMPLETE, complain, tell, write
from qa.cli.options import (
    Cache,
    ConfigFile,
    FilesFrom,
    Formats,
    Glossaries,
    Input,
    InputFormat,
    Inputs,
    Jobs,
    Language,
    NoCache,
    Origin,
    Output,
    execution,
)
from qa.config import FailOn, Options
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.findings import Report


def check(
    paths: Inputs = None,
    language: Language = None,
    origin: Origin = None,
    source: Annotated[
        str | None, typer.Option(metavar="FILE", help="What the one PATH was translated from.")
    ] = None,
    semantic: Annotated[
        bool, typer.Option("--semantic", help="Compare meanings too; needs the semantic extra.")
    ] = False,
    glossary: Glossaries = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Run only these checks.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Leave out checks or glossary entries.")
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Lowest severity that fails; error by default.")
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Known findings, which do not fail; '' for none."),
    ] = None,
    diff_from: Annotated[
        str | None,
        typer.Option(metavar="REV", help="Count only findings on lines changed since, by git."),
    ] = None,
    budget: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=LIMIT",
            help="Most findings per 1,000 words of a text: note, warning or error and above;"
            " or the highest probability: translationese.",
        ),
    ] = None,
    no_worse_than: Annotated[
        str | None,
        typer.Option(metavar="REPORT", help="Fail if findings are denser than in this report."),
    ] = None,
    formats: Formats = None,
    output: Output = None,
    annotate: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write the file with the findings as notes in it."),
    ] = None,
    config: ConfigFile = None,
    files_from: FilesFrom = None,
    input_format: InputFormat = Input.TEXT,
    jobs: Jobs = None,
    cache: Cache = None,
    no_cache: NoCache = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Write to files only.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Say on standard error what was checked how.")
    ] = False,
) -> None:
    """Show where a text still sounds translated, why, and what to write instead.

    Exit status: 0 clean, 1 findings at or above --fail-on or a budget exceeded, 2 not everything
    could be checked.
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
        baseline=baseline,
        budgets=told(budget or (), no_worse_than),
        changed_since=diff_from,
        config=config,
    )
    how = execution(
        paths,
        files_from,
        input_format,
        jobs,
        cache,
        no_cache=no_cache,
        quiet=quiet,
        formats=formats,
    )
    report = check_paths(paths or (), options, how)
    if annotate:
        _annotate(report, annotate)
    write(report, formats or ["terminal"], output, quiet=quiet)
    if verbose:
        _explain_run(report)
    for failure in report.failures:
        complain(failure.message, failure.hint)
    raise typer.Exit(INCOMPLETE if report.failures else FINDINGS if report.failed else CLEAN)


def _annotate(report: "Report", target: str) -> None:
    from qa.annotation import annotate

    if len(report.documents) + len(report.failures) != 1:
        raise QAError("--annotate takes one file at a time", "check the files one after the other")
    for document in report.documents:
        left_out = annotate(document.path, document, target)
        if left_out.findings:
            lines = ", ".join(f"line {finding.line}" for finding in left_out.findings)
            tell(f"{document.path}: left out of {target}, {left_out.because}: {lines}")


def _explain_run(report: "Report") -> None:
    typer.echo(f"signature: {report.signature}", err=True)
    for document in report.documents:
        ran = ", ".join(document.covered)
        typer.echo(f"{document.path}: {document.language or 'unsure'}; checks: {ran}", err=True)
