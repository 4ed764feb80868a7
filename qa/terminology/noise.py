"""Which entries of glossaries editors dismiss most, and which cause most findings."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from qa import resources
from qa.errors import QAError
from qa.findings import SCHEMA


class _Finding(Struct, frozen=True):
    check: str
    entry: str | None = None
    suppressed: str | None = None


class _Document(Struct, frozen=True):
    path: str
    findings: tuple[_Finding, ...] = ()


class _Report(Struct, frozen=True):
    """As much of a report as is counted here."""

    schema: str
    documents: tuple[_Document, ...]


class Noise(Struct, frozen=True):
    """How often an entry was found, in how many articles, and how often that was dismissed."""

    entry: str
    findings: int
    suppressed: int
    articles: int

    @property
    def share(self) -> float:
        """The part of the findings that was dismissed, from 0 to 1."""
        return self.suppressed / self.findings


def noise(paths: Iterable[Path]) -> list[Noise]:
    """Count the findings of every entry in reports, the most dismissed first, then the commonest.

    An article that stands in several reports counts as often.

    Raises:
        QAError: a file cannot be read, or is no report of ``qa check --format json``.
    """
    found: dict[str, list[tuple[str, bool]]] = {}
    for number, path in enumerate(paths):
        for document in _read(path).documents:
            for one in document.findings:
                if one.entry:
                    place = (f"{number} {document.path}", one.suppressed is not None)
                    found.setdefault(one.entry, []).append(place)
    counted = (
        Noise(name, len(all_), sum(gone for _, gone in all_), len({path for path, _ in all_}))
        for name, all_ in found.items()
    )
    return sorted(counted, key=lambda one: (-one.suppressed, -one.findings, one.entry))


def _read(path: Path) -> _Report:
    try:
        report = msgspec.json.decode(resources.content(path), type=_Report)
    except msgspec.DecodeError as error:
        raise QAError(f"{path}: {error}", "qa check --format json makes a report") from error
    if report.schema != SCHEMA:
        raise QAError(f"{path}: is of the schema '{report.schema}'", f"this reads {SCHEMA}")
    return report


def table(found: Iterable[Noise]) -> Iterator[str]:
    """Yield the counts as lines of a table."""
    row = "{:>9}  {:>9}  {:>7}  {:>8}  {}"
    yield row.format("dismissed", "findings", "share", "articles", "entry")
    for one in found:
        yield row.format(one.suppressed, one.findings, f"{one.share:.0%}", one.articles, one.entry)
