"""Termbases between glossary files and the files of other tools, and what that leaves out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from qa import resources
from qa.errors import QAError
from qa.terminology import exchange, keeping
from qa.terminology.exchange.layout import Layout
from qa.terminology.model import Imported, Lost, Termbase
from qa.terminology.receiving import Received

GLOSSARY = ".toml"

_SHOWN = 3
_LONGEST = 60


def read(path: str, layout: Layout, name: str | None = None) -> Imported:
    """Return the termbase in a file of any format, a glossary file among them.

    Raises:
        QAError: it cannot be read, or nobody knows its format.
    """
    if not name and is_glossary(path):
        return Imported(keeping.read(Path(path)), ())
    known = exchange.chosen(path, name)
    return known.read(resources.content(Path(path)), path, layout)


def written(
    termbase: Termbase, path: str, layout: Layout, name: str | None = None
) -> tuple[bytes, tuple[Lost, ...]]:
    """Return the content of a file in the format of its suffix, and what that cannot hold.

    Raises:
        QAError: nobody knows the format, or it cannot hold such a termbase at all.
    """
    if not name and is_glossary(path):
        raise QAError(f"{path}: is a glossary file", "use `qa glossary import` to write one")
    return exchange.chosen(path, name).write(termbase, layout)


def is_glossary(path: str) -> bool:
    """Tell whether a path is that of a glossary file."""
    return PurePath(path).suffix.lower() == GLOSSARY


def told(lost: Iterable[Lost], verb: str) -> Iterator[str]:
    """Yield a line for each kind of thing that got lost, with the first examples.

    Args:
        lost: what did.
        verb: how, such as "not imported".
    """
    found = list(lost)
    counts = Counter(_kind(one) for one in found)
    for kind, count in counts.most_common():
        shown = [one for one in found if _kind(one) == kind][:_SHOWN]
        examples = "; ".join(f"{one.concept}: {_short(one.value)}".lstrip(": ") for one in shown)
        more = " …" if count > _SHOWN else ""
        yield f"{verb}: {kind} ({count}): {examples}{more}"


def changes(received: Received) -> Iterator[str]:
    """Yield what became of the concepts, in words."""
    yield (
        f"{received.edit.path}: {len(received.added)} added, {len(received.merged)} merged, "
        f"{len(received.unchanged)} unchanged, {len(received.conflicts)} conflicts"
    )
    for one in received.conflicts:
        here, there = _short(one.here), _short(one.there)
        yield f"conflict: {one.concept}: {one.what}: kept {here}, not taken {there}"


def _kind(one: Lost) -> str:
    return one.what.split(" of '")[0]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
