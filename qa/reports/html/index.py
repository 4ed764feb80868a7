"""The index of a page with several documents: which to mend first, and why."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from qa.findings import DocumentReport, Report, Severity
from qa.markup import Markup, element, joined
from qa.pages.grids import Cell, number, table
from qa.phrasing import breached, place
from qa.phrasing import number as counted
from qa.reports.html import anchors
from qa.reports.html.verdict import chance

_HEADINGS = ("article", "order", "why", "errors", "warnings", "notes", "translated", "words")


class Standing(Struct, frozen=True):
    """What the index says of a document.

    Attributes:
        number: of the document in the report, from 0.
        path: of it.
        fails: whether it makes the run fail.
        over: how many budgets it does not keep.
        counts: its standing findings: errors, warnings, notes.
        probability: of translation; None without a verdict.
        kind: of the verdict; None without one.
        words: in it.
    """

    number: int
    path: str
    fails: bool
    over: int
    counts: tuple[int, int, int]
    probability: float | None
    kind: str | None
    words: int

    @property
    def urgency(self) -> tuple[float, ...]:
        """What documents are sorted by, the first to mend first."""
        errors, warnings, notes = self.counts
        likely = self.probability or 0.0
        return (-self.fails, -errors, -warnings, -self.over, -likely, -notes, self.number)


def standing(number: int, document: DocumentReport, report: Report, over: int) -> Standing:
    """Return what the index says of a document.

    Args:
        number: of the document in the report.
        document: what is said of it.
        report: the whole run.
        over: how many budgets the document does not keep.
    """
    lowest = report.failing[number] if report.failing else None
    counts = Counter(one.severity for one in document.findings if one.suppressed is None)
    verdict = document.verdict
    judged = verdict is not None and verdict.probability is not None
    return Standing(
        number=number,
        path=place(document.path),
        fails=bool(over) or any(one.fails(lowest) for one in document.findings),
        over=over,
        counts=(counts[Severity.ERROR], counts[Severity.WARNING], counts[Severity.NOTE]),
        probability=verdict.probability if verdict else None,
        kind=verdict.kind if verdict and judged else None,
        words=document.words,
    )


def reason(one: Standing) -> str:
    """Return in words why a document is to be mended: ``3 errors, reads translated (0.97)``."""
    names = ("error", "warning", "note")
    parts = [counted(count, name) for count, name in zip(one.counts, names, strict=True) if count]
    if one.over:
        parts.append("over budget")
    if one.kind == "translated" and one.probability is not None:
        parts.append(f"reads translated ({chance(one.probability)})")
    return ", ".join(parts) or "nothing found"


def index(rows: Sequence[Standing], inside: Collection[int], unlisted: int) -> Markup:
    """Return the table of documents.

    Args:
        rows: the first to mend first.
        inside: numbers of the documents whose text is on the page.
        unlisted: how many more documents there are.
    """
    cells = [_row(order, one, one.number in inside) for order, one in enumerate(rows, start=1)]
    return joined(
        table("Articles, the first to mend first", _HEADINGS, cells),
        *_omitted(len(rows) - len(inside), unlisted),
    )


def notices(report: Report) -> Markup:
    """Return what could not be checked and what is over budget; empty if all is well."""
    failures = [
        element("li", one.message, element("small", f" {one.hint}") if one.hint else "", dir="auto")
        for one in report.failures
    ]
    over = [
        element("li", f"{place(one.path)}: " if one.path else "", breached(one), dir="auto")
        for one in report.breaches
    ]
    return joined(_notice("Not checked", failures), _notice("Over budget", over))


def _notice(title: str, items: list[Markup]) -> Markup:
    if not items:
        return Markup()
    return element("section", element("h2", title), element("ul", *items), class_="notice")


def _row(order: int, one: Standing, linked: bool) -> list[Cell]:
    errors, warnings, notes = one.counts
    target = f"#{anchors.document(one.number)}"
    name = element("a", one.path, href=target) if linked else element("span", one.path)
    return [
        Cell(name),
        number(order, str(order)),
        Cell(reason(one), strong=one.fails),
        number(errors, str(errors)),
        number(warnings, str(warnings)),
        number(notes, str(notes)),
        Cell("–") if one.probability is None else number(one.probability, chance(one.probability)),
        number(one.words, str(one.words)),
    ]


def _omitted(textless: int, unlisted: int) -> Iterator[Markup]:
    if textless:
        said = (
            f"{counted(textless, 'article')} without a link: the text is not in this file, which"
            " has the first to mend. Check one by itself to read it: "
        )
        command = element("code", "qa check ARTICLE --format html=article.html")
        yield element("p", said, command, class_="quiet")
    if unlisted:
        said = (
            f"{counted(unlisted, 'further article')} not in this table, with less to mend."
            " All are in "
        )
        yield element("p", said, element("code", "--format jsonl"), class_="quiet")
