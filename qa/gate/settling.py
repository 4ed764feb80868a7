"""The last step of a run: what of the findings counts, and whether the run fails."""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress
from pathlib import Path
from typing import overload

from msgspec.structs import replace

from qa.budgets import Budgets, breaches
from qa.config import Config, FailOn
from qa.findings import Breach, DocumentReport, Finding, Report, Severity, Suppressor

Documents = Sequence[DocumentReport]
Judge = Callable[[DocumentReport, Config], DocumentReport]


class Judged(Documents):
    """Documents that are judged each time they are looked at, since they may lie on disk."""

    def __init__(self, documents: Documents, configs: Sequence[Config], judge: Judge) -> None:
        self._documents = documents
        self._configs = configs
        self._judge = judge

    def __len__(self) -> int:
        return len(self._documents)

    @overload
    def __getitem__(self, index: int) -> DocumentReport: ...

    @overload
    def __getitem__(self, index: slice) -> Documents: ...

    def __getitem__(self, index: int | slice) -> DocumentReport | Documents:
        if isinstance(index, slice):
            return tuple(map(self._judge, self._documents[index], self._configs[index]))
        return self._judge(self._documents[index], self._configs[index])

    def __iter__(self) -> Iterator[DocumentReport]:
        return map(self._judge, self._documents, self._configs)


def settle(report: Report, configs: Sequence[Config], changed_since: str | None = None) -> Report:
    """Return the report with known and unchanged findings suppressed, and whether it fails.

    Args:
        report: of a run, before anything was held against it.
        configs: the settings of each document.
        changed_since: a revision of git; findings on lines that are as they were do not count.

    Raises:
        QAError: a baseline, a report to compare with or git cannot be read.
    """
    documents = _known(report.documents, configs)
    if changed_since:
        documents = _unchanged(documents, configs, changed_since)
    over = tuple(_breaches(documents, configs))
    failing = [_lowest(config) for config in configs]
    failed = report.failed if documents is report.documents else _failed(documents, failing)
    return replace(
        report,
        documents=documents,
        breaches=tuple(breach for breach, _ in over),
        failing=failing,
        failed=failed or any(fails for _, fails in over),
    )


def _known(documents: Documents, configs: Sequence[Config]) -> Documents:
    """Mark what the baselines of the documents know; most runs have one or none."""
    names = {config.baseline for config in configs if config.baseline}
    if not names:
        return documents
    from qa.gate import baseline  # for the runs that have one

    paths = [document.path for document in documents]
    known = {
        name: baseline.Matching(baseline.read(Path(name)), Path(name).parent, paths)
        for name in names
    }

    def judge(document: DocumentReport, config: Config) -> DocumentReport:
        return known[config.baseline].marked(document) if config.baseline else document

    return Judged(documents, configs, judge)


def _unchanged(documents: Documents, configs: Sequence[Config], revision: str) -> Documents:
    from qa.gate.changes import changed, touch  # for the runs that ask git

    ranges = changed([document.path for document in documents], revision)
    reason = f"{Suppressor.UNCHANGED} since {revision}"

    def judge(document: DocumentReport, _: Config) -> DocumentReport:
        lines = ranges[document.path]
        findings = (
            one
            if one.suppressed or any(touch(lines, *place) for place in _lines(one))
            else replace(one, suppressed=reason)
            for one in document.findings
        )
        return replace(document, findings=tuple(findings))

    return Judged(documents, configs, judge)


def _lines(finding: Finding) -> Iterator[tuple[int, int]]:
    """Yield the lines of a finding and of the places that it speaks of too."""
    yield finding.line, finding.end_line
    for one in finding.places:
        yield one.line, one.line


def _breaches(documents: Documents, configs: Sequence[Config]) -> Iterator[tuple[Breach, bool]]:
    """Yield the budgets that are not kept, and whether that fails the run."""
    keys = [(config.budgets, _lowest(config) is not None) for config in configs]
    for budgets, fails in dict.fromkeys(keys):
        if budgets != Budgets():
            held = compress(documents, (key == (budgets, fails) for key in keys))
            yield from ((breach, fails) for breach in breaches(held, budgets))


def _lowest(config: Config) -> Severity | None:
    return None if config.fail_on is FailOn.NEVER else Severity(config.fail_on.value)


def _failed(documents: Documents, failing: Sequence[Severity | None]) -> bool:
    return any(
        one.fails(lowest)
        for document, lowest in zip(documents, failing, strict=True)
        for one in document.findings
    )
