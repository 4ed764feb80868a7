"""What an editor shows of a finding, or of the text, in a box: Markdown."""

from collections.abc import Iterable, Iterator

from qa import manual, registry
from qa.docstring import Manual
from qa.errors import QAError
from qa.findings import DocumentReport, Finding
from qa.phrasing import confidence, name, rates, reading
from qa.text.escaping import markdown

_EXAMPLES = ("Flagged", "Clean")
_SHOWN_EXAMPLES = 3
_SHOWN_CONTRIBUTIONS = 5


def of_findings(findings: Iterable[Finding]) -> str:
    """Return what there is to say of findings, each with its page of the manual."""
    return "\n\n---\n\n".join("\n\n".join(_finding(one)) for one in findings)


def of_report(report: DocumentReport) -> str:
    """Return how the text reads as a whole, and the phrases that move that most."""
    return "\n\n".join(_report(report))


def _finding(finding: Finding) -> Iterator[str]:
    yield f"**{markdown(finding.message)}**"
    if finding.suggestions:
        yield "→ " + " · ".join(markdown(one) or "(nothing)" for one in finding.suggestions)
    if finding.why:
        yield markdown(finding.why)
    if finding.source_text:
        yield f"Source: {markdown(finding.source_text)}"
    if finding.confidence:
        yield markdown(confidence(finding))
    yield f"{finding.severity}, {finding.category}: `{name(finding)}`"
    yield from _page(finding)


def _page(finding: Finding) -> Iterator[str]:
    page = _entry_page(finding.entry) if finding.entry else None
    yield from map(markdown, _measured(page) if page else ())
    # The patterns of an entry are for those who write entries.
    sections = page or registry.find(finding.check).manual
    for heading, items in sections.sections.items():
        if page is None or heading in _EXAMPLES:
            shown = items[:_SHOWN_EXAMPLES] if heading in _EXAMPLES else items
            yield f"*{heading}*\n" + "\n".join(f"- {markdown(item)}" for item in shown)


def _entry_page(entry: str) -> Manual | None:
    """Return the page of a built-in entry; those of a house have none."""
    try:
        return Manual(manual.page(entry))
    except QAError:
        return None


def _measured(page: Manual) -> list[str]:
    return [line for line in page.docstring.splitlines() if line.startswith("Measured ")]


def plain(report: DocumentReport) -> str:
    """Return the same as ``of_report`` without markup, a line each."""
    return "\n".join((title(report), *report.notes, *_moving(report)))


def title(report: DocumentReport) -> str:
    """Return in a line what language a text is in and how it reads."""
    origin = f" from {report.origin}" if report.origin else ""
    about = f"qa: {report.language or 'language unsure'}{origin}, {report.words} words"
    if report.verdict is None:
        return about
    reads = "reads " if report.verdict.probability is not None else ""
    return f"{about}; {reads}{reading(report.verdict)}"


def _report(report: DocumentReport) -> Iterator[str]:
    yield f"**{markdown(title(report))}**"
    yield from map(markdown, report.notes)
    lines = [f"- {markdown(line)}" for line in _moving(report)]
    if lines:
        yield "\n".join(lines)


def _moving(report: DocumentReport) -> Iterator[str]:
    found = report.verdict.contributions[:_SHOWN_CONTRIBUTIONS] if report.verdict else ()
    for one in found:
        yield f"{one.share:+.2f} {one.text}{rates(one)}"
