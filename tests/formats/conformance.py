from qa.model import Document, Run, Segment, Source


def assert_conforms(document: Document) -> None:
    """Assert what every reader must keep to."""
    _assert_numbered(document, document.segments)
    if document.source:
        _assert_numbered(document, document.source.segments)
        _assert_paired(document.source, document.segments)


def _assert_paired(source: Source, targets: tuple[Segment, ...]) -> None:
    for pair in source.pairs:
        assert source.segments[pair.source.number] is pair.source
        assert targets[pair.target.number] is pair.target
    assert len(source.pairs) + len(source.omitted) == len(source.segments)
    assert len(source.pairs) + len(source.added) == len(targets)


def _assert_numbered(document: Document, segments: tuple[Segment, ...]) -> None:
    for number, segment in enumerate(segments):
        assert segment.number == number
        assert segment.text.content
        assert segment.text.content == segment.text.content.strip()
        _assert_tiled(segment)
        for run in segment.text.runs:
            _assert_placed(document, segment, run)


def _assert_tiled(segment: Segment) -> None:
    offset = 0
    for run in segment.text.runs:
        assert run.offset == offset
        assert run.length > 0
        offset += run.length
    assert offset == len(segment.text.content)


def _assert_placed(document: Document, segment: Segment, run: Run) -> None:
    stretch = document.content[run.origin : run.origin + run.width]
    assert len(stretch) == run.width > 0
    if run.length == run.width:
        assert stretch == segment.text.content[run.offset : run.offset + run.length]


def contents(document: Document) -> list[str]:
    return [segment.text.content for segment in document.segments]


def flagged(document: Document, word: str) -> str:
    """Return what of the file is flagged where the first ``word`` of the segments stands."""
    text = next(segment.text for segment in document.segments if word in segment.text.content)
    start = text.content.index(word)
    span = text.span(start, start + len(word))
    return document.content[span.start : span.end]


def place(document: Document, word: str) -> int:
    """Return where in the file the first ``word`` of the segments stands."""
    text = next(segment.text for segment in document.segments if word in segment.text.content)
    return text.locate(text.content.index(word))
