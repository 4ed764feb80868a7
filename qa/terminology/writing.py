"""Concepts as text of a glossary file: one term a line, what says nothing left out."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

from qa.glossary.termbase import Scope
from qa.terminology.model import Concept, Term, Termbase

HEADER = "[[concept]]"
_BARE = re.compile(r"[A-Za-z0-9_-]+")


class Group(NamedTuple):
    """A key of a concept, its values as TOML, and whether it is a list, one value a line."""

    key: str
    values: tuple[str, ...]
    is_list: bool

    def text(self) -> str:
        """Return the lines of the key."""
        if not self.is_list:
            return f"{self.key} = {self.values[0]}\n"
        values = "".join(f"  {value},\n" for value in self.values)
        return f"{self.key} = [\n{values}]\n"


def termbase(whole: Termbase) -> str:
    """Return a glossary file that holds a termbase."""
    return "\n".join((head(whole.name, whole.scope), *map(concept, whole.concepts)))


def head(name: str, scope: Scope) -> str:
    """Return the lines above the first concept."""
    return f"name = {quoted(name)}\nscope = {quoted(scope)}\n"


def concept(one: Concept) -> str:
    """Return the lines of a concept."""
    return HEADER + "\n" + "".join(group.text() for group in groups(one))


def groups(one: Concept) -> Iterator[Group]:
    """Yield the keys of a concept in their order, those with nothing in them left out."""
    yield Group("id", (quoted(one.id),), is_list=False)
    if one.draft:
        yield Group("draft", ("true",), is_list=False)
    for key, value in (("domain", one.domain), ("definition", one.definition), ("note", one.note)):
        if value:
            yield Group(key, (quoted(value),), is_list=False)
    if one.examples:
        yield Group("examples", tuple(map(quoted, one.examples)), is_list=True)
    yield from _terms(one)


def key_of(tag: str) -> str:
    """Return the key of the terms in a language."""
    return f"terms.{tag if _BARE.fullmatch(tag) else quoted(tag)}"


def quoted(text: str) -> str:
    """Return a basic string of TOML, which is one of JSON but for U+007F."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007F")


def term(one: Term) -> str:
    """Return a term as an inline table."""
    values = msgspec.to_builtins(one)
    return f"{{ {', '.join(_pairs(values.items()))} }}"


def _terms(one: Concept) -> Iterator[Group]:
    if not one.terms:
        yield Group("terms", ("{}",), is_list=False)
    for tag, terms in one.terms.items():
        yield Group(key_of(tag), tuple(map(term, terms)), is_list=True)


def _pairs(values: Iterable[tuple[str, object]]) -> Iterator[str]:
    return (
        f"{key} = {quoted(value) if isinstance(value, str) else 'true'}" for key, value in values
    )
