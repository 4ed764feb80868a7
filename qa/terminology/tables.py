"""How term candidates and faults are printed."""

from collections.abc import Iterable, Iterator, Sequence

from qa.terminology.linting import Fault
from qa.terminology.suggesting import Candidate
from qa.terminology.wording import counted
from qa.text.columns import width

_WIDEST = 40


def candidates(found: Sequence[Candidate]) -> Iterator[str]:
    """Yield term candidates as lines of a table, with an example each."""
    source = _column([one.source for one in found])
    target = _column([one.target for one in found])
    yield f"{'':4} {_padded('source', source)}  {_padded('target', target)}     G²  both  each"
    for number, one in enumerate(found, 1):
        each = f"{one.source_segments}/{one.target_segments}"
        yield (
            f"{number:4} {_padded(one.source, source)}  {_padded(one.target, target)} "
            f"{one.likelihood:6.0f} {one.together:5} {each:>5}"
        )
        for example in one.examples[:1]:
            yield f"       {example.source}"
            yield f"       {example.target}"


def _column(texts: Sequence[str]) -> int:
    return min(_WIDEST, max(map(width, texts), default=6))


def _padded(text: str, columns: int) -> str:
    return text + " " * max(0, columns - width(text))


def faults(path: str, found: Iterable[Fault]) -> Iterator[str]:
    """Yield faults as lines: place, what is wrong, and what to do."""
    count = safe = 0
    for one in found:
        count, safe = count + 1, safe + one.safe
        yield f"{path}:{one.line}: {one.id}: {one.what} ({one.rule})"
        yield f"    {one.fix}"
    mended = f"; --fix puts {safe} right" if safe else ""
    yield f"{counted(count, 'fault')}{mended}"
