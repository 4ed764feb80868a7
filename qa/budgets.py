"""What a text may have of findings and of translationese before a run fails."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import asdict, fields, replace

from qa.errors import QAError
from qa.findings import Breach, DocumentReport, Severity

_PER = 1000
# Rates of the same text, read back from a file, may differ in the last digit.
_TOLERANCE = 1e-9

Rate = Annotated[float, Meta(ge=0)]
Probability = Annotated[float, Meta(ge=0, le=1)]


class Budgets(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The budgets of ``qa.toml``; None is no limit.

    Attributes:
        note: most findings per 1,000 words of a document, of any severity.
        warning: the same, of warnings and errors.
        error: the same, of errors.
        translationese: highest probability that a document reads as translated.
        no_worse_than: a report, such as the base branch's, whose findings per 1,000 words the run
            must not exceed.
    """

    note: Rate | None = None
    warning: Rate | None = None
    error: Rate | None = None
    translationese: Probability | None = None
    no_worse_than: str | None = None

    def over(self, others: "Budgets") -> "Budgets":
        """Return ``others``, but for what these budgets limit."""
        told = {name: value for name, value in asdict(self).items() if value is not None}
        return replace(others, **told)


def told(asked: Iterable[str], no_worse_than: str | None = None) -> Budgets:
    """Return the budgets of the command line, each as ``NAME=LIMIT``.

    Raises:
        QAError: there is no such budget, or its limit cannot be one.
    """
    limits = {name: _limit(name, limit) for name, _, limit in (one.partition("=") for one in asked)}
    try:
        return convert({**limits, "no-worse-than": no_worse_than}, Budgets)
    except ValidationError as error:
        raise QAError(f"the budgets of the command line: {error}") from error


def _limit(name: str, limit: str) -> float:
    known = [one.encode_name for one in fields(Budgets) if one.name != "no_worse_than"]
    try:
        return {one: float(limit) for one in known}[name]
    except (KeyError, ValueError) as error:
        hint = f"write NAME=LIMIT; the names are {', '.join(known)}"
        raise QAError(f"'{name}={limit}' is not a budget", hint) from error


def breaches(documents: Iterable[DocumentReport], budgets: Budgets) -> Iterator[Breach]:
    """Yield the budgets that documents of one configuration do not keep.

    Raises:
        QAError: the report to compare with cannot be read.
    """
    whole = _Density()
    for document in documents:
        yield from _dense(document, budgets)
        yield from _translated(document, budgets)
        whole.add(document)
    if budgets.no_worse_than:
        yield from _worse(whole, budgets.no_worse_than)


class _Density:
    """Findings and words of a run."""

    def __init__(self) -> None:
        self._words = 0
        self._counts: Counter[Severity] = Counter()

    def add(self, document: DocumentReport) -> None:
        self._words += document.words
        for severity in Severity:
            self._counts[severity] += _count(document, severity)

    def rate(self, severity: Severity) -> float:
        return self._counts[severity] * _PER / max(self._words, 1)


def _dense(document: DocumentReport, budgets: Budgets) -> Iterator[Breach]:
    for severity in reversed(Severity):
        limit = getattr(budgets, severity.value)
        count = _count(document, severity)
        # One finding in a short text is no density.
        if limit is None or count <= max(min(1, limit), limit * document.words / _PER):
            continue
        measured = count * _PER / max(document.words, 1)
        yield Breach(
            document.path,
            severity.value,
            f"{measured:.1f} {_named(severity)} per 1,000 words ({count} in {document.words});"
            f" the budget is {limit:g}",
            limit,
            measured,
        )


def _translated(document: DocumentReport, budgets: Budgets) -> Iterator[Breach]:
    limit = budgets.translationese
    measured = document.verdict.probability if document.verdict else None
    if limit is not None and measured is not None and measured > limit:
        said = f"reads as translated with probability {measured:.2f}; the budget is {limit:g}"
        yield Breach(document.path, "translationese", said, limit, measured)


def _worse(run: _Density, name: str) -> Iterator[Breach]:
    from qa import recorded  # few runs compare themselves

    base = _Density()
    for document in recorded.read(Path(name)).documents:
        base.add(document)
    for severity in reversed(Severity):
        measured, limit = run.rate(severity), base.rate(severity)
        if measured > limit + _TOLERANCE:
            said = (
                f"{measured:.2f} {_named(severity)} per 1,000 words in the whole run are more than"
                f" the {limit:.2f} of {Path(name).name}"
            )
            yield Breach(None, "no-worse-than", said, limit, measured)
            return


def _count(document: DocumentReport, severity: Severity) -> int:
    """Return the number of standing findings of at least ``severity``."""
    return sum(
        one.suppressed is None and one.severity.rank >= severity.rank for one in document.findings
    )


def _named(severity: Severity) -> str:
    return {
        Severity.NOTE: "findings",
        Severity.WARNING: "warnings and errors",
        Severity.ERROR: "errors",
    }[severity]
