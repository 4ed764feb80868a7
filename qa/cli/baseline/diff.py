"""``qa baseline diff``: what is new, and what is gone."""

import typer

from qa.cli.baseline.checking import check, place
from qa.cli.console import CLEAN, FINDINGS
from qa.cli.options import Articles, BaselineFile, ConfigFile, Glossaries, Language, Origin
from qa.config import Options


def diff(
    paths: Articles,
    baseline: BaselineFile = None,
    language: Language = None,
    origin: Origin = None,
    glossary: Glossaries = None,
    config: ConfigFile = None,
) -> None:
    """Show findings that are not known (+), and known ones that are gone (-).

    Exit status: 0 nothing new, 1 new findings, 2 not everything could be checked.
    """
    from qa.gate import baseline as known  # `qa --help` needs none of it

    options = Options(
        language=language,
        origin=origin,
        glossaries=tuple(glossary or ()),
        baseline="",
        config=config,
    )
    path = place(baseline, paths, config)
    before = known.read(path)
    difference = known.compared(check(paths, options), before, path.parent)
    for line in known.lines(difference):
        typer.echo(line)
    raise typer.Exit(FINDINGS if difference.new else CLEAN)
