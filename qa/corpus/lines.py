"""Text files of a corpus: a document a line, or one document."""

import re
from collections.abc import Iterator
from pathlib import Path

from qa.corpus.content import lines_of
from qa.corpus.samples import Kind, Sample, kind, year_in

_PAIR = re.compile(r"-([a-z]{2,3})-[a-z]{2,3}\Z")


def document(path: Path, what: Kind) -> Sample:
    """Return a file as one document, of a kind that it does not tell itself."""
    return Sample(
        text=" ".join(word for line in lines_of(path) for word in line.split()),
        kind=what,
        system=what,
        origin=None,
        year=year_in(path.name),
        document=path.name.split(".", maxsplit=1)[0],
        source=path.parent.name,
        outlet=path.parent.name,
    )


def documents(path: Path, year: str, label: str) -> Iterator[Sample]:
    """Yield the documents of a file, whose name has the year and the label."""
    what = kind(label)
    foreign = what not in {Kind.NATIVE, Kind.ROUND_TRIP}
    side = "foreign" if foreign else "original"
    pair = _PAIR.search(path.parent.name)
    for number, line in enumerate(lines_of(path), 1):
        document = f"{path.parent.name}/{year}/{side}/{number}"
        yield Sample(
            text=" ".join(line.split()),
            kind=what,
            system=label,
            origin=pair[1] if pair and foreign else None,
            year=int(year),
            document=document,
            source=path.parent.name,
            outlet=f"{path.parent.name}/{year}",
        )
