"""The article that outputs show beside the findings in it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from qa.article import Article, Passage, Sentence
from qa.findings import DocumentReport, Finding
from qa.language import primary
from qa.model import Document, Run, Segment, Source, Text
from qa.translationese.sentence_shares import shares

# Nobody reads more than so many passages on a page; later ones are shown if they have findings.
_WHOLE = 2000


def article(document: Document, report: DocumentReport) -> Article:
    """Return what is shown of a document, or of a part of a file.

    Args:
        document: what was checked.
        report: what was found in it; findings count their offsets in the file.
    """
    passages = list(_passages(document))
    whole = passages[:_WHOLE] if document.start.offset == 0 else []
    shown = (*whole, *_flagged(passages[len(whole) :], report.findings))
    return Article(shown, _sentences(document, report), len(passages) - len(shown))


def joined(articles: Iterable[Article]) -> Article:
    """Return the parts of a file, in order, as one."""
    parts = list(articles)
    return Article(
        passages=tuple(passage for part in parts for passage in part.passages),
        sentences=parts[0].sentences,
        left_out=sum(part.left_out for part in parts),
    )


def _passages(document: Document) -> Iterator[Passage]:
    sources = _sources(document.segments, document.source) if document.source else {}
    for segment in document.segments:
        text = _moved(segment.text, document.start.offset)
        source = sources.get(segment.number)
        yield Passage(text, segment.kind, segment.language, source)


def _moved(text: Text, offset: int) -> Text:
    """Return a text of a part of a file with its places in the whole file."""
    if not offset:
        return text
    runs = (Run(run.offset, run.length, run.origin + offset, run.width) for run in text.runs)
    return Text(text.content, tuple(runs))


def _sources(segments: Sequence[Segment], source: Source) -> dict[int, str]:
    """Return the source of every segment that has one, by the number of the segment."""
    starts = [segment.text.locate(0) for segment in segments]
    found: dict[int, list[str]] = {}
    for pair in source.pairs:
        at = bisect_right(starts, pair.target.text.locate(0)) - 1
        if at >= 0:
            found.setdefault(segments[at].number, []).append(pair.source.text.content)
    return {number: " ".join(texts) for number, texts in found.items()}


def _flagged(passages: Sequence[Passage], findings: Sequence[Finding]) -> list[Passage]:
    starts = [passage.start for passage in passages]
    numbers = {bisect_right(starts, finding.start) - 1 for finding in findings}
    return [passages[number] for number in sorted(numbers) if number >= 0]


def _sentences(document: Document, report: DocumentReport) -> tuple[Sentence, ...]:
    """Return the sentences with their parts of the verdict, which only the first part has."""
    judged = report.verdict is not None and report.verdict.log_odds is not None
    if not judged or document.start.offset or not report.language:
        return ()
    return shares(document, primary(report.language))
