"""A card for each finding: what, why, how often, how sure, and what to write instead."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from qa.findings import Confidence, Finding
from qa.markup import Markup, element, joined
from qa.phrasing import frequency, replacements, suppression
from qa.reports.html import anchors

_SHOWN = 160  # code points of flagged words; cards are not for reading whole paragraphs
_SURE = {
    Confidence.NEARLY_ALWAYS: "nearly always right",
    Confidence.CONTEXT: "depends on context",
    Confidence.FREQUENT: "only when frequent",
}


class Setting(NamedTuple):
    """What the cards of one document have in common.

    Attributes:
        prefix: of ids, where several documents are on a page.
        language: of the text, for its fonts and for screen readers.
        origin: the language of the source.
    """

    prefix: str = ""
    language: str | None = None
    origin: str | None = None


_NONE = Setting()


def card(finding: Finding, number: int, setting: Setting = _NONE, *, marked: bool = True) -> Markup:
    """Return the card of a finding.

    Args:
        finding: what it is about; ``data-start`` and ``data-end`` of the card are its code points
            in the file.
        number: of the finding in its document, from 0.
        setting: what its document says.
        marked: whether its words are marked in a text beside it; else they are shown here.
    """
    target = anchors.mark(setting.prefix, number) if marked else None
    heading = f"{anchors.card(setting.prefix, number)}-words"
    return element(
        "article",
        _heading(finding, heading, setting.language, target),
        *_body(finding, setting, marked=marked),
        _foot(finding),
        id=anchors.card(setting.prefix, number),
        class_="card" if finding.suppressed is None else "card suppressed",
        tabindex=-1,
        aria_labelledby=heading,
        data_number=number + 1,
        data_start=finding.start,
        data_end=finding.end,
        data_check=finding.check,
        data_entry=finding.entry,
        data_severity=finding.severity.value,
        data_category=finding.category.value,
        data_confidence=finding.confidence.value if finding.confidence else "not said",
        data_suppressed=finding.suppressor.value if finding.suppressor else None,
        data_fingerprint=finding.fingerprint,
    )


def shown(text: str) -> str:
    """Return words on one line, cut where they are many; what cannot be seen has its name."""
    flat = " ".join(text.split())
    if not flat:
        return f"({', '.join(map(_named, text)) or 'nothing'})"
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"


def _named(character: str) -> str:
    return unicodedata.name(character, "control character").lower()


def _heading(finding: Finding, name: str, language: str | None, target: str | None) -> Markup:
    words = element("bdi", shown(finding.text), class_="words", lang=language)
    said = element("span", finding.severity.value, class_="severity")
    linked = element("a", words, href=f"#{target}") if target else words
    line = element("span", f"line {finding.line}", class_="line")
    return element("header", element("h3", said, " ", linked, id=name), line)


def _body(finding: Finding, setting: Setting, *, marked: bool) -> Iterator[Markup]:
    yield element("p", finding.message, class_="message", dir="auto")
    if not marked:
        yield _excerpt(finding, setting.language)
    if finding.suggestions:
        yield _suggestions(finding, setting.language)
    if finding.source_text:
        quoted = element("q", finding.source_text, dir="auto", lang=setting.origin)
        yield element("p", element("span", "Source"), " ", quoted, class_="source")
    if finding.why:
        yield element("p", finding.why, class_="why", dir="auto")
    yield from _evidence(finding)


def _excerpt(finding: Finding, language: str | None) -> Markup:
    excerpt = finding.excerpt
    flagged = element("mark", excerpt.flagged)
    around = (excerpt.before, flagged, excerpt.after)
    return element("p", *around, class_="excerpt", dir="auto", lang=language)


def _suggestions(finding: Finding, language: str | None) -> Markup:
    """Return the replacements; what cannot just be put in place of the words is no button."""
    exact = replacements(finding)
    items = (
        element("li", _button(one) if one in exact else element("bdi", shown(one)))
        for one in finding.suggestions
    )
    return element("ul", *items, class_="suggestions", lang=language, aria_label="Write instead")


def _button(suggestion: str) -> Markup:
    label = element("bdi", shown(suggestion))
    return element("button", label, type="button", data_suggestion=suggestion)


def _evidence(finding: Finding) -> Iterator[Markup]:
    rates = frequency(finding)
    if rates:
        yield element("p", f"{rates[0].upper()}{rates[1:]}.", class_="evidence")
    if finding.places:
        lines = ", ".join(str(one.line) for one in finding.places)
        yield element("p", f"See also line {lines}.", class_="evidence")
    if finding.suppressor:
        yield element("p", f"Not counted: {suppression(finding)}.", class_="evidence")


def _foot(finding: Finding) -> Markup:
    sure = _SURE.get(finding.confidence) if finding.confidence else None
    about = element("span", finding.category.value, class_="category")
    manual = element(
        "button",
        finding.check,
        type="button",
        class_="check",
        title=finding.entry,
        popovertarget=anchors.manual(finding.check),
        aria_label=f"About the check {finding.check}",
    )
    dismiss = element("button", "Not a problem here", type="button", class_="dismiss")
    middle = joined(" · ", element("span", sure, class_="sure")) if sure else ""
    return element(
        "footer", element("p", about, middle, " · ", manual), "" if finding.suppressed else dismiss
    )
