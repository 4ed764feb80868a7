"""Two changed copies of a glossary joined into one, by concept, term and field."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from qa.terminology.loading import Loaded
from qa.terminology.outline import Outline, concept, entry, outlines
from qa.terminology.splicing import Change, Changes, Item, Layout
from qa.terminology.wording import named, shown


class Side(StrEnum):
    """Which of two changed copies is right."""

    MINE = "mine"
    THEIRS = "theirs"


class Conflict(Struct, frozen=True):
    """A field that both copies changed, each in its own way; the values are in words."""

    id: str
    what: str
    base: str
    mine: str
    theirs: str


class Joined(Struct, frozen=True):
    """The text of the joined file, and the conflicts that nobody decided."""

    text: str
    conflicts: tuple[Conflict, ...]


Choose = Callable[[Conflict], Side | None]
# What is not there: no field has this value.
_ABSENT: Any = None
_AT_TERM = 5


def join(base: Loaded, mine: Loaded, theirs: Loaded, choose: Choose) -> Joined:
    """Join what two people made of one file; the order, head and comments are those of ``mine``.

    Args:
        base: the file that both began with.
        mine: one copy.
        theirs: the other copy.
        choose: decides a conflict, or returns None, which leaves it open.

    Raises:
        QAError: an id or a term stands in one of the files twice.
    """
    joining = _Joining(choose)
    start, before, other = outlines(base, mine, theirs)
    after = joining.joined((), start, before, other)
    if joining.conflicts:
        return Joined(mine.text, tuple(joining.conflicts))
    return Joined(_written(mine, before, after), ())


class _Joining:
    def __init__(self, choose: Choose) -> None:
        self.choose = choose
        self.conflicts: list[Conflict] = []

    def joined(self, path: tuple[str, ...], base: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401
        """Return what a value becomes; whatever only one side changed is taken from there."""
        if theirs in (mine, base):
            return mine
        if mine == base:
            return theirs
        if isinstance(mine, dict) and isinstance(theirs, dict):
            return self.table(path, base if isinstance(base, dict) else {}, mine, theirs)
        return self.decided(path, base, mine, theirs)

    def table(self, path: tuple[str, ...], base: Outline, mine: Outline, theirs: Outline) -> Any:  # noqa: ANN401
        keys = dict.fromkeys((*mine, *theirs))
        values = (
            (key, self.joined((*path, key), base.get(key), mine.get(key), theirs.get(key)))
            for key in keys
        )
        found = {key: value for key, value in values if value is not _ABSENT}
        if _rivals(path, found, mine, theirs):
            return self.decided(path, base, mine, theirs)
        return found

    def decided(self, path: tuple[str, ...], base: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401
        conflict = Conflict(path[1], _what(path), *map(_said, (base, mine, theirs)))
        side = self.choose(conflict)
        if side is None:
            self.conflicts.append(conflict)
        return theirs if side is Side.THEIRS else mine


def _rivals(path: tuple[str, ...], found: Outline, mine: Outline, theirs: Outline) -> bool:
    """Tell whether a language has got more preferred terms than either side wanted."""
    if path[2:3] != ("terms",) or len(path) != _AT_TERM - 1:
        return False
    return _preferred(found) > max(_preferred(mine), _preferred(theirs), 1)


def _preferred(terms: Outline) -> int:
    return sum(1 for said in terms.values() if said["status"] == "preferred")


def _what(path: tuple[str, ...]) -> str:
    """Name what stands at a path: ``concept``, ``definition``, ``German term 'Fluss', status``."""
    kind, _, *inside = path
    if inside[:1] != ["terms"]:
        return inside[0] if inside else kind
    if not inside[2:]:
        return f"{named(inside[1])} terms" if inside[1:] else "terms"
    return ", ".join((f"{named(inside[1])} term {shown(inside[2])}", *inside[3:]))


def _said(value: Any) -> str:  # noqa: ANN401 - of any type
    if value in (_ABSENT, "", [], (), {}):
        return "nothing"
    if isinstance(value, dict):
        return "; ".join(_parts(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " | ".join(value) if isinstance(value, list | tuple) else str(value)


def _parts(table: Outline) -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict) and "status" in value:
            yield f"{key} ({value['status']})"
        elif value:
            yield f"{key}: {_said(value)}"


def _written(mine: Loaded, before: Outline, after: Outline) -> str:
    makers: dict[str, Callable[[str, Outline], Item]] = {"concept": concept, "entry": entry}
    changes: Changes = {}
    added: list[Item] = []
    places = _places(mine)
    for kind, make in makers.items():
        for name, was in before[kind].items():
            number, now = places[kind][name], after[kind].get(name)
            if now != was:
                better = make(name, now) if now is not None else None
                changes[kind, number] = Change(make(name, was), better)
        new = after[kind].keys() - before[kind].keys()
        added.extend(make(name, now) for name, now in after[kind].items() if name in new)
    return Layout(mine.text).rewritten(changes, added)


def _places(mine: Loaded) -> dict[str, dict[str, int]]:
    kinds: dict[str, Sequence[Item]] = {
        "concept": mine.contents.concepts,
        "entry": mine.contents.entries,
    }
    return {
        kind: {one.id: number for number, one in enumerate(items)} for kind, items in kinds.items()
    }


def described(conflict: Conflict) -> Iterator[str]:
    """Yield a conflict as lines: where it is, and its three values."""
    yield f"{conflict.id}: {conflict.what}"
    yield f"  base    {conflict.base}"
    yield f"  mine    {conflict.mine}"
    yield f"  theirs  {conflict.theirs}"
