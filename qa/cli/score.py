"""``qa score``: translations against references, and where the difference comes from."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa import files
from qa.cli.console import CLEAN, FINDINGS, complain
from qa.errors import QAError

if TYPE_CHECKING:
    from qa.scoring.model import ScoreReport
    from qa.scoring.options import Options, PairedTest

Candidates = Annotated[
    list[str], typer.Argument(metavar="CANDIDATE...", help="Translations; - is standard input.")
]
References = Annotated[
    list[str] | None,
    typer.Option("--reference", "-r", metavar="FILE", help="A reference; several may be given."),
]


def score(
    candidates: Candidates,
    reference: References = None,
    source: Annotated[str | None, typer.Option(metavar="FILE", help="What was translated.")] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(
            "--metric",
            "-m",
            metavar="NAME[=FILE]",
            help="bleu, chrf, chrf++, ter (these by default), semantic, comet=MODEL or a plug-in.",
        ),
    ] = None,
    target_language: Annotated[
        str | None, typer.Option(help="Language of the translations, as a tag.")
    ] = None,
    source_language: Annotated[str, typer.Option(help="Language of the source, as a tag.")] = "und",
    tokenizer: Annotated[
        str | None, typer.Option(help="Of BLEU; by default the one for the language.")
    ] = None,
    confidence: Annotated[
        bool, typer.Option("--confidence/--no-confidence", help="Give 95 % intervals.")
    ] = True,
    paired: Annotated[
        str, typer.Option(help="Test between systems: bootstrap, randomisation or none.")
    ] = "bootstrap",
    resamples: Annotated[
        int | None,
        typer.Option(min=1, help="Of the test; by default 1,000, and 10,000 of randomisation."),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="Of everything that is drawn.")] = 12345,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="NAME[=FILE]",
            help="terminal (default), json, markdown, latex, junit, html or marot.",
        ),
    ] = None,
    fail_under: Annotated[
        list[str] | None,
        typer.Option(metavar="METRIC=SCORE", help="Fail below this score; of TER, above."),
    ] = None,
    fail_if_worse: Annotated[
        str | None,
        typer.Option(metavar="BASE", help="Fail if significantly worse than this candidate."),
    ] = None,
    p: Annotated[float, typer.Option("--p", help="What counts as significant.")] = 0.05,
    min_term_accuracy: Annotated[
        float | None,
        typer.Option(metavar="SHARE", help="Fail if fewer terms are rendered, 0 to 1."),
    ] = None,
    glossary: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Terms to expect: TSV, CSV or concepts in TOML."),
    ] = None,
    correlate: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Scores by people: system, segment, score."),
    ] = None,
    text_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where tables hold translations.")
    ] = None,
    reference_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where tables hold references.")
    ] = None,
    source_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where tables hold sources.")
    ] = None,
    document_column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where tables name the document.")
    ] = None,
) -> None:
    """Score translations against references, and say where and why they differ.

    Exit status: 0, 1 if a condition of --fail-… or --min-… is not met, 2 if not everything could
    be scored.
    """
    from qa.scoring.metrics import STANDARD, Settings  # `qa --help` needs none of it
    from qa.scoring.options import Options
    from qa.scoring.running import Conditions, Request, run

    options = Options(
        metrics=tuple(metric or STANDARD),
        settings=Settings(target_language, tokenizer),
        confidence=confidence,
        paired=_test(paired),
        seed=seed,
    )
    request = Request(
        candidates=tuple(candidates),
        references=tuple(reference or ()),
        source=source,
        options=_resampled(options, resamples),
        source_language=source_language,
        glossary=glossary,
        people=correlate,
        conditions=Conditions(tuple(fail_under or ()), fail_if_worse, p, min_term_accuracy),
        columns={
            "text_column": text_column,
            "reference_column": reference_column,
            "source_column": source_column,
            "document_column": document_column,
        },
    )
    report = run(request)
    _write(report, formats or ["terminal"])
    for gate in report.gates:
        if not gate.passed:
            complain(gate.name, gate.message)
    raise typer.Exit(CLEAN if report.passed else FINDINGS)


def _test(asked: str) -> "PairedTest | None":
    from qa.scoring.options import PairedTest

    if asked not in {*PairedTest, "none"}:
        raise QAError(f"there is no test '{asked}'", "there are bootstrap, randomisation and none")
    return None if asked == "none" else PairedTest(asked)


def _resampled(options: "Options", resamples: int | None) -> "Options":
    """Put the number asked for where the test, or without one the intervals, are drawn."""
    from msgspec.structs import replace

    from qa.scoring.options import PairedTest

    if resamples is None:
        return options
    randomised = options.paired is PairedTest.RANDOMISATION
    return replace(options, **{"trials" if randomised else "resamples": resamples})


def _write(report: "ScoreReport", formats: list[str]) -> None:
    from qa.scoring.outputs import renderer

    targets = [one.partition("=") for one in formats]
    for render, file in [(renderer(name), file) for name, _, file in targets]:
        if not file:
            render(report, sys.stdout)
            continue
        with files.replaced(Path(file)) as target:
            written = io.TextIOWrapper(target, encoding="utf-8", newline="\n")
            render(report, written)
            written.detach()
