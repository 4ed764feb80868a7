"""The last step of a run: what of the findings counts, and whether the run fails."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from qa.budgets import Budgets, breaches
from qa.config import Config, FailOn
from qa.findings import Breach, DocumentReport, Finding, Report, Severity, Suppressor
from qa.gate import baseline

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
    for name in {config.baseline for config in configs.values() if config.baseline}:
        held = tuple(one for one in documents if configs[one.path].baseline == name)
        marked = iter(baseline.marked(held, baseline.read(Path(name)), Path(name).parent))
        documents = tuple(
            next(marked) if configs[one.path].baseline == name else one for one in documents
        )
    return documents


def _unchanged(documents: Documents, contents: Mapping[str, str], revision: str) -> Documents:
    from qa.gate.changes import Changes, changed  # subprocess, which few runs need

    ranges = changed([document.path for document in documents], revision)
    reason = f"{Suppressor.UNCHANGED} since {revision}"

    def judged(finding: Finding, changes: Changes) -> Finding:
        spans = [(finding.start, finding.end), *((one.start, one.end) for one in finding.places)]
        stands = finding.suppressed or any(changes.touch(*span) for span in spans)
        return finding if stands else replace(finding, suppressed=reason)

    return tuple(
        replace(
            document,
            findings=tuple(
                judged(one, changes)
                for changes in [Changes(ranges[document.path], contents[document.path])]
                for one in document.findings
            ),
        )
        for document in documents
    )


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
