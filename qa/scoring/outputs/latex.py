r"""Scores as LaTeX tables, to be read with ``\input``; they need the package ``booktabs``.

Names may hold any script: compile with XeLaTeX or LuaLaTeX where they do.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from qa.regex import lazy
from qa.scoring import presentation as say
from qa.scoring.model import ScoreReport, SystemScores
from qa.scoring.tabular import tables
from qa.text.columns import flat

_WRITTEN = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': r"\char34{}",
    "`": r"\textasciigrave{}",
    "'": r"\textquotesingle{}",
    "[": r"{[}",
    "]": r"{]}",
    # Two hyphens in a row would join, a star would follow a line end.
    "-": r"{-}",
    "*": r"{*}",
}
_SPECIAL = lazy(r"""[\\{}$&#%_^~<>|"`'\[\]*]|-(?=-)""")


def render(report: ScoreReport, out: TextIO) -> None:
    """Write tables of scores, tests, buckets, habits, and agreement of metrics and people."""
    out.write("% needs \\usepackage{booktabs,textcomp}\n")
    out.writelines(f"% warning: {flat(warning)}\n" for warning in report.warnings)
    for part in (_scores, _tests, _buckets, _others):
        out.writelines(line + "\n" for line in part(report))


def escaped(text: str) -> str:
    """Return ``text`` on one line, so that LaTeX prints it as it is."""
    return _SPECIAL.sub(lambda found: _WRITTEN[found[0]], flat(text))


def _table(
    caption: str, headings: Sequence[str], columns: str, rows: Sequence[Sequence[str]]
) -> Iterator[str]:
    """Yield a floating table; caption, headings and cells are LaTeX."""
    yield "\n\\begin{table}\n  \\centering"
    yield f"  \\caption{{{caption}}}"
    yield f"  \\begin{{tabular}}{{{columns}}}\n    \\toprule"
    yield f"    {' & '.join(headings)} \\\\\n    \\midrule"
    yield from (f"    {' & '.join(row)} \\\\" for row in rows)
    yield "    \\bottomrule\n  \\end{tabular}\n\\end{table}"


def _scores(report: ScoreReport) -> Iterator[str]:
    names = say.metrics(report)
    rows = [
        [escaped(one.name), *(_score(one, metric, report) for metric in names)]
        for one in report.systems
    ]
    signed = "; ".join(
        f"{escaped(metric)}: \\texttt{{{escaped(signature)}}}"
        for metric, signature in say.signatures(report).items()
    )
    if rows:
        caption = f"Scores with 95~\\% bootstrap intervals. {signed}."
        headings = [_heading(metric, report) for metric in names]
        yield from _table(caption, ["System", *headings], "l" + "r" * len(names), rows)


def _heading(metric: str, report: ScoreReport) -> str:
    arrow = "downarrow" if metric in report.lower_is_better else "uparrow"
    return f"{escaped(metric)} $\\{arrow}$"


def _score(system: SystemScores, metric: str, report: ScoreReport) -> str:
    one = say.score_of(system, metric)
    if one is None:
        return "--"
    best = system.name in say.leading(report, metric)
    figure = f"\\textbf{{{say.figure(one.score)}}}" if best else say.figure(one.score)
    limits = say.interval(one, dash="--")
    return f"{figure} {{\\scriptsize [{limits}]}}" if limits else figure


def _tests(report: ScoreReport) -> Iterator[str]:
    kinds = say.kinds_of_test(report)
    rows = [_test(one, kinds) for one in say.tested(report)]
    if rows:
        caption = f"Paired tests; differences with $p < {say.SIGNIFICANT}$ are bold."
        headings = ["Systems", "Metric", "Difference", *(f"$p$, {escaped(one)}" for one in kinds)]
        yield from _table(caption, headings, "ll" + "r" * (len(kinds) + 1), rows)


def _test(one: say.Tested, kinds: Sequence[str]) -> list[str]:
    difference = f"${one.delta:+.2f}$"
    return [
        f"{escaped(one.left)} $-$ {escaped(one.right)}",
        escaped(one.metric),
        f"\\boldmath{difference}" if one.favoured else difference,
        *(f"${one.chance(kind)}$" if kind in one.chances else "--" for kind in kinds),
    ]


def _buckets(report: ScoreReport) -> Iterator[str]:
    metric = say.headline(report) or ""
    names = [system.name for system in report.systems]
    for kind, parts in groupby(report.buckets, key=lambda bucket: bucket.kind):
        rows = [
            [escaped(part.name), str(part.segments)]
            + [_known(part.scores.get(name, {}).get(metric)) for name in names]
            for part in parts
        ]
        headings = [escaped(kind), "Segments", *map(escaped, names)]
        caption = f"{escaped(metric)} by {escaped(kind)}."
        yield from _table(caption, headings, "l" + "r" * (len(names) + 1), rows)


def _others(report: ScoreReport) -> Iterator[str]:
    for one in tables(report):
        rows = [[_figure(entry.text) for entry in row] for row in one.rows]
        columns = "l" + "r" * (len(one.headings) - 1)
        yield from _table(f"{one.title}.", [*map(escaped, one.headings)], columns, rows)


def _figure(text: str) -> str:
    return escaped(text).replace("−", "$-$").replace("–", "--")


def _known(score: float | None) -> str:
    return "--" if score is None else say.figure(score)
