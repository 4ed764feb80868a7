"""Termbases made fit for formats without drafts, odd white space or control characters."""

from collections.abc import Iterator

from msgspec import structs

from qa.regex import lazy
from qa.terminology.model import Concept, Lost, Term, Termbase

_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_CONTROL = lazy(f"[{_CONTROLS}]")
_ODD = lazy(rf"[{_CONTROLS}\r]|^\s|\s$|\s\n|\n[^\S\n]")


def portable(termbase: Termbase) -> tuple[Termbase, tuple[Lost, ...]]:
    """Return a termbase without drafts and odd white space, and what that changed."""
    lost = [Lost(one.id, "draft", "not accepted yet") for one in termbase.concepts if one.draft]
    concepts = tuple(_concept(one, lost) for one in termbase.concepts if not one.draft)
    return structs.replace(termbase, concepts=concepts), tuple(lost)


def clean(text: str) -> str:
    r"""Return a text without control characters and without white space around its lines.

    >>> clean(" two  words\r\n and a\x00 line ")
    'two  words\nand a line'
    """
    if not _ODD.search(text):
        return text
    plain = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.strip() for line in plain.strip().split("\n"))


def _concept(one: Concept, lost: list[Lost]) -> Concept:
    if not any(map(_ODD.search, _texts(one))):
        return one
    lost.extend(
        Lost(one.id, "white space or control characters", repr(text))
        for text in _texts(one)
        if _ODD.search(text)
    )
    terms = {language: tuple(map(_term, terms)) for language, terms in one.terms.items()}
    return structs.replace(
        one,
        domain=clean(one.domain),
        definition=clean(one.definition),
        note=clean(one.note),
        examples=tuple(map(clean, one.examples)),
        terms=terms,
    )


def _term(one: Term) -> Term:
    return structs.replace(
        one, text=clean(one.text), note=clean(one.note), example=clean(one.example)
    )


def _texts(one: Concept) -> Iterator[str]:
    yield from (one.domain, one.definition, one.note)
    yield from one.examples
    for terms in one.terms.values():
        for term in terms:
            yield from (term.text, term.note, term.example)
