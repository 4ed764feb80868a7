"""What an editor shows of a finding, or of the text, in a box: Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from qa import manual, registry
from qa.docstring import Manual
from qa.errors import QAError
from qa.findings import DocumentReport, Finding
from qa.phrasing import confidence, name, rates, reading
from qa.regex import lazy
from qa.text.escaping import markdown

_TAG = lazy(r"\A\[([\w> -]+)\] ")
_EXAMPLES = ("Flagged", "Clean")
_SHOWN_EXAMPLES = 3
_SHOWN_CONTRIBUTIONS = 5


def of_findings(findings: Iterable[Finding], glossaries: Sequence[str]) -> str:
    """Return what there is to say of findings, each with its page of the manual.

    Args:
        findings: in a text.
        glossaries: files of the text besides the built-in ones.
    """
    return "\n\n---\n\n".join("\n\n".join(_finding(one, glossaries)) for one in findings)


def of_report(report: DocumentReport) -> str:
    """Return how the text reads as a whole, and the phrases that move that most."""
    return "\n\n".join(_report(report))


def _finding(finding: Finding, glossaries: Sequence[str]) -> Iterator[str]:
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
    yield from _entry(finding.entry, glossaries) if finding.entry else _check(finding.check)


def _check(name: str) -> Iterator[str]:
    for heading, items in registry.find(name).manual.sections.items():
        yield _section(heading, items[:_SHOWN_EXAMPLES] if heading in _EXAMPLES else items)


def _entry(name: str, glossaries: Sequence[str]) -> Iterator[str]:
    """Yield what was measured of an entry, and its examples; or a concept as it is listed."""
    try:
        page = Manual(manual.page(name, glossaries))
    except QAError:  # the glossary has changed since
        return
    if not page.sections:
        yield f"```text\n{page.docstring}\n```"
    # The patterns of an entry are for those who write entries.
    yield from map(markdown, filter(_is_measured, page.docstring.splitlines()))
    for heading in _EXAMPLES:
        if heading in page.sections:
            yield _section(heading, page.sections[heading][:_SHOWN_EXAMPLES])


def _section(heading: str, items: Iterable[str]) -> str:
    # Not all editors take the backslash away that brackets need.
    shown = (_TAG.sub(r"(\1) ", item) for item in items)
    return f"*{heading}*\n" + "\n".join(f"- {markdown(item)}" for item in shown)


def _is_measured(line: str) -> bool:
    return line.startswith("Measured ")


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
