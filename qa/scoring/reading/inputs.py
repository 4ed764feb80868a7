"""Candidates, references and a source, read and fitted together."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from qa.scoring.model import System, TestSet
from qa.scoring.packed import Packed
from qa.scoring.reading import languages, lengths, remarks
from qa.scoring.reading.given_files import GivenFiles
from qa.scoring.reading.roles import Columns
from qa.scoring.reading.tables import Cells, Stream


class Inputs(Struct, frozen=True):
    """What is scored, and ``warnings``: what to know before believing the scores."""

    test_set: TestSet
    systems: tuple[System, ...]
    warnings: tuple[str, ...]


def read(  # noqa: PLR0913 - an option is a parameter
    candidates: Sequence[str],
    references: Sequence[str],
    source: str | None = None,
    *,
    target_language: str | None = None,
    text_column: str | None = None,
    reference_column: str | None = None,
    source_column: str | None = None,
    document_column: str | None = None,
) -> Inputs:
    """Return what is in the files, with one item for every segment.

    Args:
        candidates: paths, ``-`` for standard input; one with hypotheses of several systems is as
            many candidates.
        references: paths; a file may have several references. None are needed where a candidate
            has references beside its hypotheses.
        source: path; not needed where references or candidates have the source beside them.
        target_language: BCP 47 tag; None for what the files say or their text looks like.
        text_column: column of the hypotheses, and of other texts where it is there and no other
            column is asked for.
        reference_column: column of the references.
        source_column: column of the source.
        document_column: column of the document of a segment.

    Returns:
        Every segment has at least one reference that is not None: the first is empty where there
        is none. Missing hypotheses and sources are empty.

    Raises:
        QAError: a file cannot be read, has not what it should, or does not match the others.
    """
    columns = Columns(text_column, reference_column, source_column, document_column)
    files = GivenFiles(candidates, references, source, target_language)
    systems, versions = files.systems(columns), files.references(columns)
    original = files.source(columns)
    _require_fitting(systems, versions, original)
    told = list(files.documents(columns))
    warnings = (
        *files.warnings,
        *_remarks(systems, versions, original),
        *remarks.differing_documents(told),
        *languages.remarks(systems, versions, target_language),
    )
    test_set = TestSet(
        references=_references(versions),
        sources=original.texts if original else None,
        documents=Packed(cell or "" for cell in told[0][1]) if told else None,
        columns=files.columns(columns),
        target_language=target_language or files.target_language(versions[0]),
    )
    named_systems = tuple(System(one.name, one.texts) for one in systems)
    return Inputs(test_set, named_systems, warnings)


def _require_fitting(
    systems: Sequence[Stream], references: Sequence[Stream], source: Stream | None
) -> None:
    lengths.require_whole(references, systems[0], "reference")
    lengths.require_whole(systems, references[0], "candidate")
    for one in (*references[1:], *systems, *([source] if source else ())):
        lengths.require_same(one, references[0])


def _remarks(
    systems: Sequence[Stream], references: Sequence[Stream], source: Stream | None
) -> Iterator[str]:
    yield from remarks.swapped(systems, references)
    yield from remarks.identical(systems, references, source)
    yield from remarks.tabs(systems, references)
    yield from remarks.unreferenced(references)
    yield from remarks.untranslated(systems)


def _references(streams: Sequence[Stream]) -> tuple[Cells, ...]:
    """Return the references with None for gaps, but a text for every segment."""
    first, *others = [_with_gaps(one.cells) for one in streams]
    if any(cell is None for cell in first):
        segments = zip(first, *others, strict=True)
        first = Packed(cells[0] if any(cells) else "" for cells in segments)
    return (first, *others)


def _with_gaps(cells: Cells) -> Cells:
    if all(cells):
        return cells
    return Packed(cell if cell and cell.strip() else None for cell in cells)
