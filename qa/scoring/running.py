"""A whole run, from the names of files to a report and the conditions that it meets."""

from collections.abc import Iterator
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace

from qa.errors import QAError
from qa.glossary.terms import Term, is_table
from qa.scoring import gates, judgements, reporting
from qa.scoring.metrics import distinct, metrics
from qa.scoring.model import Gate, ScoreReport
from qa.scoring.options import Options
from qa.scoring.reading import Inputs, read
from qa.scoring.reliability import Correlation
from qa.scoring.scoring import Scored, score
from qa.terminology import demanded

_UNKNOWN = "und"


class Conditions(Struct, frozen=True):
    """What a build must meet.

    Attributes:
        fail_under: least scores such as ``chrf=55``.
        base: a candidate, or a further file of hypotheses, that no other may be worse than.
        level: a difference with a lower p-value is real.
        term_accuracy: least share of the glossary's terms that has to be rendered.
    """

    fail_under: tuple[str, ...] = ()
    base: str | None = None
    level: float = 0.05
    term_accuracy: float | None = None


class Request(Struct, frozen=True):
    """What is asked for; see ``qa.scoring.reading.read`` for the files and columns."""

    candidates: tuple[str, ...]
    references: tuple[str, ...] = ()
    source: str | None = None
    options: Options = Options()
    source_language: str = _UNKNOWN
    glossary: Path | None = None
    people: Path | None = None
    conditions: Conditions = Conditions()
    columns: dict[str, str | None] = {}


def run(request: Request) -> ScoreReport:
    """Read, score, explain and judge.

    Raises:
        QAError: something asked for cannot be read, scored or judged.
    """
    least = _least(request)
    base = request.conditions.base
    inputs = _read(request)
    against = _system(inputs, base) if base else None
    scored = score(inputs.test_set, inputs.systems, request.options)
    report = reporting.report(
        inputs.test_set,
        inputs.systems,
        scored,
        base=against,
        glossary=_terms(request),
        source_language=request.source_language,
        correlations=_correlations(request.people, inputs, scored),
        warnings=inputs.warnings,
    )
    return replace(report, gates=tuple(_judged(request.conditions, report, against, least)))


def _terms(request: Request) -> tuple[Term, ...]:
    if request.glossary is None:
        return ()
    source, target = request.source_language, request.options.settings.target_language
    if not is_table(request.glossary) and (target is None or source == _UNKNOWN):
        raise QAError(
            f"--glossary {request.glossary}: concepts have terms of many languages",
            "add --source-language and --target-language",
        )
    listed = demanded.terms_of([request.glossary], source, target or _UNKNOWN)
    return tuple(term for term in listed if term.targets)


def _least(request: Request) -> dict[str, float]:
    """Return the least scores; wrong conditions are told before anything is computed."""
    conditions = request.conditions
    if conditions.term_accuracy is not None and request.glossary is None:
        raise QAError("--min-term-accuracy needs the terms to expect", "add --glossary FILE")
    if conditions.base and request.options.paired is None:
        raise QAError("--fail-if-worse needs a test between systems", "leave out --paired none")
    options = request.options
    made = metrics(options.metrics, options.settings)
    names = (name.partition("=")[0] for name in distinct(options.metrics))
    asked = {name: one.name for name, one in zip(names, made, strict=True)}
    shown = {one.name.casefold(): one.name for one in made}
    return gates.limits(conditions.fail_under, asked | shown)


def _read(request: Request) -> Inputs:
    base = request.conditions.base
    added = [base] if base and base not in request.candidates and Path(base).is_file() else []
    return read(
        [*request.candidates, *added],
        request.references,
        request.source,
        target_language=request.options.settings.target_language,
        **request.columns,
    )


def _system(inputs: Inputs, asked: str) -> str:
    """Return the name of the system that is called so, or was read from a file called so."""
    names = [system.name for system in inputs.systems]
    found = next((name for name in (asked, PurePath(asked).name) if name in names), None)
    if found is None:
        raise QAError(f"--fail-if-worse {asked}: no such system", f"there are {', '.join(names)}")
    if len(names) == 1:
        raise QAError(f"--fail-if-worse {asked}: nothing to compare", "name another candidate")
    return found


def _correlations(people: Path | None, inputs: Inputs, scored: Scored) -> tuple[Correlation, ...]:
    if people is None:
        return ()
    names = [system.name for system in inputs.systems]
    given = judgements.read(people, names, inputs.test_set.size)
    return reporting.correlations(given, scored)


def _judged(
    conditions: Conditions, report: ScoreReport, base: str | None, least: dict[str, float]
) -> Iterator[Gate]:
    yield from gates.least_scores(report, least)
    if base is not None:
        yield from gates.not_worse(report, base, conditions.level)
    if conditions.term_accuracy is not None:
        yield from gates.terms_rendered(report.habits, conditions.term_accuracy)
