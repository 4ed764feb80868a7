"""Filters of the findings of a document, with counts; the page's script applies them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from qa.findings import Category, Confidence, DocumentReport, Finding, Severity
from qa.markup import Markup, element, joined
from qa.phrasing import number

_Key = Callable[[Finding], str]


def _confidence(finding: Finding) -> str:
    return finding.confidence.value if finding.confidence else "not said"


_FURTHER: tuple[tuple[str, str, _Key, Sequence[str]], ...] = (
    ("category", "Kind", lambda one: one.category.value, [one.value for one in Category]),
    ("check", "Check", lambda one: one.check, ()),
    ("confidence", "How sure", _confidence, [one.value for one in Confidence]),
)


def filters(document: DocumentReport) -> Markup:
    """Return the filters that make sense for a document; empty where it has no findings."""
    standing = [one for one in document.findings if one.suppressed is None]
    hidden = len(document.findings) - len(standing)
    if not document.findings:
        return Markup()
    counts = Counter(one.severity for one in standing)
    chips = (_chip(one, counts[one]) for one in reversed(Severity) if counts[one])
    return element(
        "div",
        element("div", *chips, class_="chips", role="group", aria_label="Severity"),
        *_further(standing),
        _suppressed(hidden) if hidden else "",
        class_="filters",
    )


def _chip(severity: Severity, count: int) -> Markup:
    return element(
        "label",
        _box("severity", severity.value),
        element("span", number(count, severity.value), data_severity=severity.value),
    )


def _further(standing: list[Finding]) -> Iterator[Markup]:
    groups = [
        _group(name, title, Counter(map(key, standing)), order)
        for name, title, key, order in _FURTHER
    ]
    if any(groups):
        yield element("details", element("summary", "More filters"), *groups)


def _group(name: str, title: str, counts: Counter[str], order: Sequence[str]) -> Markup:
    """Return the boxes of one property, in its own order or else by count."""
    if len(counts) < 2:  # noqa: PLR2004 - a choice is between two
        return Markup()
    values = sorted(counts, key=lambda one: (_place(one, order), -counts[one], one))
    boxes = (
        element(
            "label",
            _box(name, value),
            element("span", value, class_="value", **{f"data_{name}": value}),
            element("span", str(counts[value]), class_="count"),
        )
        for value in values
    )
    return element("fieldset", element("legend", title), joined(*boxes))


def _place(value: str, order: Sequence[str]) -> int:
    return order.index(value) if value in order else len(order)


def _box(name: str, value: str) -> Markup:
    return element("input", type="checkbox", checked=True, data_filter=name, value=value)


def _suppressed(hidden: int) -> Markup:
    """Return the box that works without a script: styles show what is suppressed by it."""
    box = element("input", type="checkbox", class_="show-suppressed")
    return element("label", box, f" Show {hidden} not counted", class_="suppressed-too")
