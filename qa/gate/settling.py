"""The last step of a run: what of the findings counts, and whether the run fails."""

from collections.abc import Iterator, Mapping
from itertools import compress, starmap
from pathlib import Path

from msgspec.structs import replace

from qa.budgets import Budgets, breaches
from qa.config import Config, FailOn
from qa.findings import Breach, DocumentReport, Finding, Report, Severity, Suppressor

Documents = tuple[DocumentReport, ...]


def settle(
    report: Report, configs: Mapping[str, Config], changed_since: str | None = None
) -> Report:
    """Return the report with known and unchanged findings suppressed, and whether it fails.

    Args:
        report: of a run, before anything was held against it.
        configs: the settings of each document, by its path.
        changed_since: a revision of git; findings on lines that are as they were do not count.

    Raises:
        QAError: a baseline, a report to compare with or git cannot be read.
    """
    documents = _known(report.documents, configs)
    if changed_since:
        documents = _unchanged(documents, report.contents, changed_since)
    failing = {
        path: Severity(config.fail_on.value)
        for path, config in configs.items()
        if config.fail_on is not FailOn.NEVER
    }
    settled = replace(
        report, documents=documents, breaches=tuple(_breaches(documents, configs)), failing=failing
    )
    return replace(settled, failed=_failed(settled))


def _known(documents: Documents, configs: Mapping[str, Config]) -> Documents:
    """Mark what the baselines of the documents know; most runs have one or none."""
    for name in sorted({config.baseline for config in configs.values() if config.baseline}):
        documents = _marked(documents, configs, name)
    return documents


def _marked(documents: Documents, configs: Mapping[str, Config], name: str) -> Documents:
    from qa.gate import baseline  # for the runs that have one

    held = [configs[one.path].baseline == name for one in documents]
    path = Path(name)
    marked = iter(
        baseline.marked(tuple(compress(documents, held)), baseline.read(path), path.parent)
    )
    return tuple(next(marked) if of_it else one for one, of_it in zip(documents, held, strict=True))


def _unchanged(documents: Documents, contents: Mapping[str, str], revision: str) -> Documents:
    from qa.gate.changes import Changes, changed  # for the runs that ask git

    ranges = changed([document.path for document in documents], revision)
    reason = f"{Suppressor.UNCHANGED} since {revision}"

    def judged(document: DocumentReport) -> DocumentReport:
        changes = Changes(ranges[document.path], contents[document.path])
        findings = (
            one
            if one.suppressed or any(starmap(changes.touch, _spans(one)))
            else replace(one, suppressed=reason)
            for one in document.findings
        )
        return replace(document, findings=tuple(findings))

    return tuple(map(judged, documents))


def _spans(finding: Finding) -> Iterator[tuple[int, int]]:
    """Yield the place of a finding and those that it speaks of too."""
    yield finding.start, finding.end
    for one in finding.places:
        yield one.start, one.end


def _breaches(documents: Documents, configs: Mapping[str, Config]) -> Iterator[Breach]:
    held: dict[Budgets, list[DocumentReport]] = {}
    for document in documents:
        held.setdefault(configs[document.path].budgets, []).append(document)
    for budgets, group in held.items():
        yield from breaches(group, budgets)


def _failed(report: Report) -> bool:
    over = any(one.path is None or one.path in report.failing for one in report.breaches)
    return (over and bool(report.failing)) or any(
        report.fails(document.path, one)
        for document in report.documents
        for one in document.findings
    )
