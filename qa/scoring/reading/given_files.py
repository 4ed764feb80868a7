"""The files of a run, each read once, and the streams in them by role."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from qa.errors import QAError
from qa.formats.decoding import STANDARD_INPUT
from qa.scoring.packed import Packed
from qa.scoring.reading import documents, languages, readers, roles
from qa.scoring.reading.opening import named
from qa.scoring.reading.roles import Columns
from qa.scoring.reading.tables import Cells, Stream, Table


class GivenFiles:
    """The tables of all paths, each read once, and what stands in them by role."""

    def __init__(
        self,
        candidates: Sequence[str],
        references: Sequence[str],
        source: str | None,
        target_language: str | None,
    ) -> None:
        originals = [source] if source else []
        paths = [*candidates, *references, *originals]
        _require_sensible(candidates, paths)
        tables = {path: readers.table(path, target_language) for path in dict.fromkeys(paths)}
        blank = documents.blank_lines(list(tables.values()))
        self._tables = documents.divided(tables, blank)
        self.warnings = list(_divided(blank))
        self._candidates = [self._tables[path] for path in candidates]
        self._references = [self._tables[path] for path in references]
        self._originals = [self._tables[path] for path in originals]

    @property
    def _by_authority(self) -> list[Table]:
        return list(
            {
                table.path: table
                for table in (*self._references, *self._originals, *self._candidates)
            }.values()
        )

    def systems(self, columns: Columns) -> list[Stream]:
        """Return the hypotheses of every system, under names that differ."""
        found = [
            one for table in self._candidates for one in _streams(table, roles.HYPOTHESIS, columns)
        ]
        names = Counter(one.name for one in found)
        return [
            one if names[one.name] == 1 else Stream(_distinct(found, at), one.table, one.cells)
            for at, one in enumerate(found)
        ]

    def references(self, columns: Columns) -> list[Stream]:
        """Return the references given, or those beside the hypotheses of the first that has any."""
        given = [
            one for table in self._references for one in _streams(table, roles.REFERENCE, columns)
        ]
        beside = (_beside(table, roles.REFERENCE, columns) for table in self._candidates)
        found = given or next(filter(None, beside), [])
        if not found:
            raise QAError("there is no reference to score against", "name one with --reference")
        return found

    def source(self, columns: Columns) -> Stream | None:
        """Return the source given, or what stands beside references or hypotheses."""
        for table in self._originals:
            return _streams(table, roles.SOURCE, columns)[0]
        for table in self._by_authority:
            for stream in _beside(table, roles.SOURCE, columns):
                return stream
        return None

    def documents(self, columns: Columns) -> Iterator[tuple[str, Cells]]:
        """Yield the documents of every file that has them, with its path."""
        for table in self._by_authority:
            cells = roles.documents(table, columns)
            if cells:
                yield table.path, cells

    def columns(self, columns: Columns) -> dict[str, Packed[str]]:
        """Return the columns without a role; of two of one name, that of the references."""
        found = [roles.further(table, columns) for table in reversed(self._by_authority)]
        return {
            name: Packed(cell or "" for cell in cells)
            for table in found
            for name, cells in table.items()
        }

    def target_language(self, reference: Stream) -> str | None:
        """Return the language that a file says it is in, or that a reference looks like."""
        told = (table.target_language for table in self._by_authority)
        return next(filter(None, told), None) or languages.detected(reference.cells)


def _require_sensible(candidates: Sequence[str], paths: Sequence[str]) -> None:
    if not candidates:
        raise QAError("there is nothing to score", "name a file of hypotheses")
    if paths.count(STANDARD_INPUT) > 1:
        raise QAError("standard input can be read once", "name a file in the other place")


def _divided(blank: Sequence[int]) -> Iterator[str]:
    if blank:
        one = len(blank) == 1
        yield (
            f"{len(blank)} blank line{'' if one else 's'} in the same place{'' if one else 's'} of"
            " every file: taken as the ends of documents, not as segments"
        )


def _streams(table: Table, role: str, columns: Columns) -> list[Stream]:
    return _called(roles.streams(table, role, columns), table)


def _beside(table: Table, role: str, columns: Columns) -> list[Stream]:
    """Return the streams of a role in a table that was given in another."""
    return _called(roles.beside(table, role, columns), table)


def _called(found: dict[str, Cells], table: Table) -> list[Stream]:
    """Return streams by their own names, a single one by that of its file."""
    own = len(found) > 1
    file = PurePath(named(table.path)).name
    return [Stream(name if own else file, table, cells) for name, cells in found.items()]


def _distinct(streams: Sequence[Stream], at: int) -> str:
    """Return a name for one of several streams of one name: by its path, and by its order."""
    one = streams[at]
    path = named(one.table.path)
    name = path if one.name == PurePath(path).name else f"{path}:{one.name}"
    before = sum(
        (other.name, other.table.path) == (one.name, one.table.path) for other in streams[:at]
    )
    return f"{name} #{before + 1}" if before else name
