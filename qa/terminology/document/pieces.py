"""One concept as a person wrote it, key by key, so that a change touches only the keys it must."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from qa.regex import lazy
from qa.terminology.model import Concept
from qa.terminology.writing import HEADER, Group, groups, key_of

# Strings are tokens so that nothing in them passes for a comment, a key or a bracket.
_TOKEN = lazy(
    r'(?P<string>"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|'
    r"'''(?:[^']|'(?!''))*'{3,5}|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'[^'\n]*')"
    r"|(?P<comment>#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<line>\n)|(?P<other>[^\s\"'#\[\]{}]+)",
    re.DOTALL,
)
_KEY = lazy(r'[ \t]*([a-z]+)(?:[ \t]*\.[ \t]*([A-Za-z0-9_-]+|"[^"\\\n]+"))?[ \t]*=')
_HEADER_LINE = lazy(r"[ \t]*\[\[concept\]\][ \t]*(#[^\n]*)?\n?")
_RANKS = {"id": 0, "draft": 1, "domain": 2, "definition": 3, "note": 4, "examples": 5}
_RANK_OF_TERMS = 6


class Piece(NamedTuple):
    """A key of a concept: the comments and blank lines above it, and its own lines."""

    key: str
    above: str
    body: str


class Comments(NamedTuple):
    """The comments in the lines of a key: above a value, behind it, or elsewhere."""

    above: dict[str, list[str]]
    behind: dict[str, list[str]]
    loose: list[str]


def changed(text: str, before: Concept, after: Concept) -> str:
    """Return the lines of a concept with what differs changed, all else as it was.

    Args:
        text: the lines, from ``[[concept]]`` on.
        before: what they say.
        after: what they are to say.
    """
    was = {group.key: group for group in groups(before)}
    now = {group.key: group for group in groups(after)}
    parts = pieces(text)
    if parts is None:
        return rewritten(text, after)
    kept = [_updated(piece, was.get(piece.key), now.get(piece.key)) for piece in parts]
    have = {piece.key for piece in parts}
    for group in now.values():
        if group.key not in have:
            kept.insert(_place(kept, group.key), Piece(group.key, "", group.text()))
    return _header(text) + _joined(kept) + _below(text, parts)


def ordered(text: str, concept: Concept) -> str:
    """Return the lines of a concept in the usual form and order, with their comments."""
    parts = pieces(text)
    if parts is None:
        return rewritten(text, concept)
    now = {group.key: group for group in groups(concept)}
    kept = [_written(piece, now.get(piece.key)) for piece in parts]
    return _header(text) + _joined(sorted(kept, key=_rank)) + _below(text, parts)


def rewritten(text: str, concept: Concept) -> str:
    """Return a concept in the usual form below all the comments that stood in it."""
    return "".join((*_all_comments(text), HEADER, "\n", *(one.text() for one in groups(concept))))


def pieces(text: str) -> list[Piece] | None:
    """Return the keys of a concept; None where it has tables of its own, or a key in quotes."""
    first = _HEADER_LINE.match(text)
    if first is None:
        return None
    starts = list(_keys(text, first.end()))
    if None in starts:
        return None
    known = [one for one in starts if one is not None]
    return list(_pieces(text, first.end(), known))


def _pieces(text: str, place: int, starts: list[tuple[int, str]]) -> Iterator[Piece]:
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (start, key), end in zip(starts, ends, strict=True):
        last = start + _meant(text[start:end])
        yield Piece(key, text[place:start], text[start:last])
        place = last


def _keys(text: str, place: int) -> Iterator[tuple[int, str] | None]:
    """Yield where the lines start that have a key, and the key; None for any other line."""
    depth, start = 0, place
    for token in _TOKEN.finditer(text, place):
        kind = token.lastgroup
        if kind == "line":
            start = token.end()
        elif kind != "comment" and start >= 0:
            if not depth:
                yield _key(text, start)
            start = -1
        depth += (kind == "open") - (kind == "close")


def _key(text: str, start: int) -> tuple[int, str] | None:
    found = _KEY.match(text, start)
    if found is None:
        return None
    tag = (found[2] or "").removeprefix('"').removesuffix('"')
    return start, key_of(tag) if tag and found[1] == "terms" else found[1] + tag


def _meant(text: str) -> int:
    """Return the length of a text without the comments and blank lines at its end."""
    last = 0
    for token in _TOKEN.finditer(text):
        if token.lastgroup not in ("comment", "line"):
            last = token.end()
    line_end = text.find("\n", last)
    return len(text) if line_end < 0 else line_end + 1


def _updated(piece: Piece, was: Group | None, now: Group | None) -> Piece:
    return piece if was == now else _written(piece, now)


def _written(piece: Piece, now: Group | None) -> Piece:
    if now is None:
        return Piece(piece.key, piece.above + "".join(_all_comments(piece.body)), "")
    return Piece(piece.key, piece.above, _woven(now, comments(piece.body)))


def comments(body: str) -> Comments:
    """Return the comments in the lines of a key, by the first string of the value they go with."""
    found, waiting = Comments({}, {}, []), list[str]()
    place = _Place()
    for token in _TOKEN.finditer(body):
        if token.lastgroup != "comment":
            if place.enters(token):
                found.above.setdefault(place.value, []).extend(waiting)
                waiting = []
        elif place.line_is_new:
            waiting.append(token[0].rstrip())
        else:
            found.behind.setdefault(place.value, []).append(token[0].rstrip())
    found.loose.extend(waiting)
    return found


class _Place:
    """Where in the lines of a key a token stands."""

    def __init__(self) -> None:
        self.value = ""
        self.line_is_new = True
        self._depth = 0
        self._expects = True

    def enters(self, token: re.Match[str]) -> bool:
        """Go on to a token, and tell whether a value of a list starts with it."""
        kind = token.lastgroup
        self.line_is_new = kind == "line"
        self._depth += (kind == "open") - (kind == "close")
        self._expects |= self._depth == 1
        if kind != "string" or not self._depth or not self._expects:
            return False
        self.value, self._expects = token[0], False
        return True


def _woven(group: Group, said: Comments) -> str:
    """Return the lines of a key with the comments; those of a value that is gone stand above."""
    if not group.is_list:
        every = chain(*said.above.values(), *said.behind.values(), said.loose)
        return group.text()[:-1] + "".join(f"  {one}" for one in every) + "\n"
    lines = [line for value in group.values for line in _value(value, said)]
    tops = [*chain(*said.above.values()), *chain(*said.behind.values()), *said.loose]
    return "".join((*(f"{one}\n" for one in tops), f"{group.key} = [\n", *lines, "]\n"))


def _value(value: str, said: Comments) -> Iterator[str]:
    """Yield the lines of a value, and take its comments from those that are to be placed."""
    match = _TOKEN.search(value, value.find('"'))
    text = match[0] if match else ""
    yield from (f"  {one}\n" for one in said.above.pop(text, ()))
    yield f"  {value},{''.join(f'  {one}' for one in said.behind.pop(text, ()))}\n"


def _all_comments(text: str) -> Iterator[str]:
    for token in _TOKEN.finditer(text):
        if token.lastgroup == "comment":
            yield token[0].rstrip() + "\n"


def _header(text: str) -> str:
    found = _HEADER_LINE.match(text)
    return found[0] if found else ""


def _joined(parts: list[Piece]) -> str:
    return "".join(piece.above + piece.body for piece in parts)


def _below(text: str, parts: list[Piece]) -> str:
    used = len(_header(text)) + len(_joined(parts))
    return text[used:]


def _place(parts: list[Piece], key: str) -> int:
    rank = _rank(Piece(key, "", ""))
    return max((index + 1 for index, one in enumerate(parts) if _rank(one) <= rank), default=0)


def _rank(piece: Piece) -> int:
    return _RANKS.get(piece.key, _RANK_OF_TERMS)
