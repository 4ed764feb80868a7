"""The text of an article with its findings marked in it, beside its source where there is one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from qa.article import Article, Passage
from qa.findings import DocumentReport, Finding
from qa.markup import Markup, element, joined
from qa.model import SegmentKind, Span
from qa.phrasing import number as counted
from qa.reports.html import anchors
from qa.reports.html.marks import Piece, Stretch, pieces, spread
from qa.reports.html.verdict import step

# Of the same length: a line of the file is none of the page, and a code inside has no letters.
_AS_READ = str.maketrans("\r\n\t\u2028\u2029\ufffc", "     ▯")


class Shown(NamedTuple):
    """The text of an article.

    Attributes:
        text: what is read.
        marked: numbers of the findings whose words are marked in it.
    """

    text: Markup
    marked: frozenset[int]


def shown(document: DocumentReport, article: Article, prefix: str = "") -> Shown:
    """Return the text of an article with marks that link to the cards of their findings.

    Args:
        document: what is said of it.
        article: its passages, in the order of the file.
        prefix: of ids, where several documents are on a page.
    """
    marks = spread(article.passages, [Span(one.start, one.end) for one in document.findings])
    sentences = spread(article.passages, [Span(one.start, one.end) for one in article.sentences])
    writer = _Writer(document, article, prefix)
    rows = [writer.row(*one) for one in zip(article.passages, marks, sentences, strict=True)]
    paired = any(passage.source for passage in article.passages)
    text = element("div", *rows, _left_out(article), class_="text paired" if paired else "text")
    return Shown(text, frozenset(one.number for stretches in marks for one in stretches))


def _left_out(article: Article) -> Markup:
    if not article.left_out:
        return Markup()
    said = f"{counted(article.left_out, 'further passage')} without findings left out."
    return element("p", said, class_="left-out")


class _Writer:
    """Writes the passages of one document, and knows which marks have begun."""

    def __init__(self, document: DocumentReport, article: Article, prefix: str) -> None:
        self._document = document
        self._sentences = article.sentences
        self._prefix = prefix
        self._marked: set[int] = set()

    def row(self, passage: Passage, marks: list[Stretch], sentences: list[Stretch]) -> Markup:
        # Both have numbers of their own: those of sentences are below 0 here.
        below = (Stretch(~one.number, one.start, one.end) for one in sentences)
        together = pieces(len(passage.text.content), [*marks, *below])
        target = element(
            "h3" if passage.kind is SegmentKind.HEADING else "p",
            *self._spans(passage.text.content, together),
            class_=f"passage {passage.kind.value}",
            lang=passage.language or self._document.language,
            dir="auto",
            data_runs=_runs(passage),
        )
        if passage.source is None:
            return target
        tag = self._document.origin
        origin = element(
            "p", passage.source.translate(_AS_READ), class_="source", lang=tag, dir="auto"
        )
        return element("div", origin, target, class_="pair")

    def _spans(self, text: str, together: Iterable[Piece]) -> Iterator[Markup]:
        """Yield the sentences, and what stands between them, with the marks in them."""
        for number, group in groupby(together, _sentence):
            inside = list(group)
            content = joined(*(self._words(text, one) for one in inside))
            yield content if number is None else self._leaning(number, inside[0], content)

    def _leaning(self, number: int, begin: Piece, content: Markup) -> Markup:
        name = anchors.sentence(self._prefix, number) if ~number in begin.first else None
        share, sentences = self._sentences[number].share, len(self._sentences)
        leans = f"sentence leans{step(share, sentences)}"
        return element("span", content, id=name, class_=leans)

    def _words(self, text: str, piece: Piece) -> Markup:
        words = text[piece.start : piece.end].translate(_AS_READ)
        # A mark without width is itself alone, whatever else is around it.
        numbers = [one for one in (piece.numbers if words else piece.first) if one >= 0]
        return self._mark(words, numbers) if numbers else joined(words)

    def _mark(self, words: str, numbers: list[int]) -> Markup:
        ranked = sorted(numbers, key=lambda one: _importance(self._document.findings[one]))
        begun = [one for one in ranked if one not in self._marked]
        self._marked.update(begun)
        findings = [self._document.findings[one] for one in ranked]
        said = " · ".join(map(_said, findings))
        link = element(
            "a",
            words,
            # What does not count is plain text until the script makes a link of it.
            href=None if findings[0].suppressed else f"#{anchors.card(self._prefix, ranked[0])}",
            title=said,
            aria_label=None if words.strip() or findings[0].suppressed else said,
            tabindex=None if begun else -1,
        )
        names = [anchors.mark(self._prefix, one) for one in begun]
        marked = element(
            "mark",
            link,
            id=names[0] if names else None,
            class_=" ".join(_classes(words, findings)) or None,
            data_findings=_listed(ranked),
            data_notes=_listed(begun) or None,
            data_severity=findings[0].severity.value,
            data_category=findings[0].category.value,
        )
        return joined(*(element("span", id=one) for one in names[1:]), marked)


def _sentence(piece: Piece) -> int | None:
    return next((~one for one in piece.numbers if one < 0), None)


def _importance(finding: Finding) -> tuple[bool, int, int]:
    """Return a key that puts what counts, what is severe and what is short first."""
    return finding.suppressed is not None, -finding.severity.rank, finding.end - finding.start


def _said(finding: Finding) -> str:
    return f"{finding.severity.value}, {finding.category.value}: {finding.message}"


def _classes(words: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not words:
        yield "point"
    elif not words.strip() and not findings[0].text.strip():
        yield "blank"
    if findings[0].suppressed:
        yield from ("suppressed", "off")


def _listed(numbers: Sequence[int]) -> str:
    return " ".join(str(number + 1) for number in numbers)


def _runs(passage: Passage) -> str:
    """Return where the text stands in the file, as ``offset:length:origin:width`` a run."""
    return " ".join(
        f"{one.offset}:{one.length}:{one.origin}:{one.width}" for one in passage.text.runs
    )
