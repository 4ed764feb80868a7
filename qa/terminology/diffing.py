"""Two versions of a glossary compared by concept, in words."""

from collections.abc import Iterator
from typing import Any

from qa.terminology.loading import Loaded
from qa.terminology.outline import Outline, outlines
from qa.terminology.wording import counted, listed, named, shown

_NOTHING: tuple[Any, ...] = (None, "", False, [], (), {})
_SWITCHES = ("case-sensitive", "do-not-translate", "draft")


def differences(old: Loaded, new: Loaded) -> Iterator[str]:
    """Yield what changed, a sentence each: ``river: German term 'Fluss' added (preferred)``.

    Raises:
        QAError: an id or a term stands in one of the files twice.
    """
    yield from _head(old, new)
    before, after = outlines(old, new)
    for kind in before:
        yield from _items(kind, before[kind], after[kind])


def _head(old: Loaded, new: Loaded) -> Iterator[str]:
    for field in ("name", "scope"):
        was, now = getattr(old.contents.termbase, field), getattr(new.contents.termbase, field)
        if was != now:
            yield f"the glossary's {field} changed from {shown(was)} to {shown(now)}"


def _items(kind: str, before: Outline, after: Outline) -> Iterator[str]:
    renamed = _renamed(before, after)
    for name, was in before.items():
        if name in renamed:
            yield f"{name}: {kind} is now called {shown(renamed[name])}"
        elif name not in after:
            yield f"{name}: {kind} removed{_said(was)}"
        elif was != after[name]:
            yield from (f"{name}: {change}" for change in _changes(was, after[name]))
    known = {*before, *renamed.values()}
    for name in [one for one in after if one not in known]:
        yield f"{name}: {kind} added{_said(after[name])}"


def _renamed(before: Outline, after: Outline) -> dict[str, str]:
    """Return the new names of what is gone and stands there under another name, unchanged."""
    gone = {repr(was): name for name, was in before.items() if name not in after}
    came = {repr(now): name for name, now in after.items() if name not in before}
    return {gone[content]: came[content] for content in gone.keys() & came.keys()}


def _said(told: Outline) -> str:
    terms = told.get("terms")
    if not terms:
        return ""
    said = [f"{named(tag)} {', '.join(map(shown, found))}" for tag, found in terms.items()]
    return f" ({listed(said)})"


def _changes(was: Outline, now: Outline) -> Iterator[str]:
    for field in dict.fromkeys((*was, *now)):
        before, after = was.get(field), now.get(field)
        if before != after:
            terms = field == "terms"
            yield from _terms(was[field], now[field]) if terms else _field(field, before, after)


def _terms(was: Outline, now: Outline) -> Iterator[str]:
    for tag in dict.fromkeys((*was, *now)):
        before, after = was.get(tag, {}), now.get(tag, {})
        for text in dict.fromkeys((*before, *after)):
            yield from (
                f"{named(tag)} term {shown(text)} {change}"
                for change in _term(before.get(text), after.get(text))
            )


def _term(was: Outline | None, now: Outline | None) -> Iterator[str]:
    if was == now:
        return
    if was is None or now is None:
        yield f"added ({now['status']})" if now else "removed"
        return
    if was["status"] != now["status"]:
        yield f"is now {now['status']} (was {was['status']})"
    for field in sorted((was.keys() | now.keys()) - {"status"}):
        if was.get(field) != now.get(field):
            yield from _field(field, was.get(field), now.get(field))


def _field(field: str, was: Any, now: Any) -> Iterator[str]:  # noqa: ANN401 - of any type
    if field in _SWITCHES:
        yield f"is {'now' if now else 'no longer'} {'a draft' if field == 'draft' else field}"
    elif isinstance(was or now, list | tuple):
        yield from _list(field, was or [], now or [])
    elif was in _NOTHING or now in _NOTHING:
        yield f"{field} {shown(now)} added" if now else f"{field} {shown(was)} removed"
    else:
        yield f"{field} changed from {shown(was)} to {shown(now)}"


def _list(field: str, was: list[str], now: list[str]) -> Iterator[str]:
    yield from (f"{field}: {shown(one)} added" for one in now if one not in was)
    yield from (f"{field}: {shown(one)} removed" for one in was if one not in now)
    if sorted(was) == sorted(now):
        yield f"{field}: the order of {counted(len(now), 'text')} changed"
