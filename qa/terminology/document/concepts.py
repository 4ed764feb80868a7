"""Concepts read from the blocks of a glossary file.

The standard library decodes some 2.5 MB of TOML a second, which is 15 s for 100,000 concepts. A
block in the form that ``qa.terminology.writing`` gives it differs from JSON only where keys stand,
so it is turned into JSON and decoded as such; any other block is left to the standard library.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from qa.cache import kept
from qa.glossary import toml
from qa.glossary.blocks import Block, line_of
from qa.regex import lazy
from qa.terminology.model import Concept

_MANY = 500
AT_ONCE = 64
_OPENING = b"[[concept]]\nid = "

# No \u: JSON has surrogate pairs there, TOML refuses them.
_INSIDE = rb'[^"\\\x00-\x1f\x7f]*(?:\\["\\btnfr][^"\\\x00-\x1f\x7f]*)*'
_STRING = rb'"%b"' % _INSIDE
_TERM = (
    rb"  \{ text = S(?:, status = S)?(?:, part-of-speech = S)?(?:, case-sensitive = true)?"
    rb"(?:, do-not-translate = true)?(?:, note = S)?(?:, example = S)? \},\n"
)
PLAIN = lazy(
    (
        rb'\[\[concept\]\]\nid = "(I)"\n(?:draft = true\n)?(?:domain = S\n)?'
        rb"(?:definition = S\n)?(?:note = S\n)?"
        rb"(?:examples = \[\n(?:  S,\n)+\]\n)?(?:terms\.[A-Za-z0-9_-]+ = \[\n(?:%b)+\]\n)+" % _TERM
    )
    .replace(b"S", _STRING)
    .replace(b"I", _INSIDE)
)
_ID = lazy(rb'\[\[concept\]\]\nid = "([^"\\\n]*)"\n')
# Where one of these stands in a string, the quotation mark put there makes the JSON invalid.
_TO_JSON = (
    (b"\n\n[[concept]]\nid = ", b'}},{"id":'),
    (b"\ndraft = ", b',"draft":'),
    (b"\ndomain = ", b',"domain":'),
    (b"\ndefinition = ", b',"definition":'),
    (b"\nnote = ", b',"note":'),
    (b"\nexamples = [", b',"examples":['),
    (b'",\n]\nterms.', b'"],"terms":{"'),
    (b'"\nterms.', b'","terms":{"'),
    (b"\nterms.", b',"'),
    (b" = [\n  { text = ", b'":[{"text":'),
    (b"\n  { text = ", b'{"text":'),
    (b", status = ", b',"status":'),
    (b", part-of-speech = ", b',"part-of-speech":'),
    (b", case-sensitive = ", b',"case-sensitive":'),
    (b", do-not-translate = ", b',"do-not-translate":'),
    (b", note = ", b',"note":'),
    (b", example = ", b',"example":'),
    (b",\n]", b"]"),
)
_json = msgspec.json.Decoder(tuple[Concept, ...])


class _One(Struct, frozen=True, forbid_unknown_fields=True):
    concept: tuple[Concept]


class _Kept(Struct, frozen=True):
    concepts: tuple[Concept, ...]


def concepts(path: Path, content: bytes, found: list[Block]) -> tuple[Concept, ...]:
    """Decode the concepts of a file.

    Args:
        path: for messages.
        content: of the file, lines ended by a line feed alone.
        found: the blocks of the concepts in it.

    Raises:
        QAError: one is not TOML or not a concept; the message has path and line.
    """
    quick: list[Concept | None] = []
    for start in range(0, len(found), AT_ONCE):
        quick += _several(content, found[start : start + AT_ONCE])
    slow = [block for block, known in zip(found, quick, strict=True) if known is None]
    decoded = iter(_kept(content, slow, lambda: tuple(one(path, content, each) for each in slow)))
    return tuple(known or next(decoded) for known in quick)


def one(path: Path, content: bytes, block: Block) -> Concept:
    """Decode one concept.

    Raises:
        QAError: it is not TOML or not a concept; the message has path and line.
    """
    return (
        _several(content, [block])[0]
        or toml.decode(
            path, content[block.header : block.end], line_of(content, block.header), _One
        ).concept[0]
    )


@cache
def decoded_at_once(text: bytes) -> tuple[Concept, ...] | None:
    """Decode concepts in the usual form, a blank line between them; None where it does not work.

    What several versions of a file share is decoded and held once.

    Args:
        text: from the first ``[[concept]]`` on, at least one, each matched by ``PLAIN``.
    """
    terms = text.count(b"\nterms.")
    for old, new in _TO_JSON:
        text = text.replace(old, new)
    try:
        known = _json.decode(b'[{"id":%b}}]' % text[len(_OPENING) :])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    # Of a key that stands there twice, JSON takes the last; TOML refuses it.
    return known if sum(len(one.terms) for one in known) == terms else None


def id_of(path: Path, content: bytes, block: Block) -> str:
    """Return the id of a concept; only those in an unusual form have to be decoded.

    Raises:
        QAError: it has to be, and is not TOML or not a concept.
    """
    match = _ID.match(content, block.header, block.end)
    return match[1].decode() if match else one(path, content, block).id


def plain_end(content: bytes, block: Block) -> int | None:
    """Return where a concept ends that stands there as ``qa.terminology.writing`` would put it."""
    match = PLAIN.match(content, block.header, block.end)
    return match.end() if match and not content[match.end() : block.end].strip() else None


def _several(content: bytes, found: list[Block]) -> list[Concept | None]:
    """Decode those of some concepts that are in the usual form; None for the others."""
    ends = [plain_end(content, block) for block in found]
    texts = [content[block.header : end] for block, end in zip(found, ends, strict=True) if end]
    decoded = iter(_decoded(texts))
    return [next(decoded) if end else None for end in ends]


def _decoded(texts: list[bytes]) -> list[Concept | None]:
    """Decode concepts in the usual form, one by one where it does not work at once."""
    known = decoded_at_once(b"\n".join(texts)) if texts else ()
    if known is None and len(texts) > 1:
        return [one for text in texts for one in _decoded([text])]
    return list(known or [None] * len(texts))


def _kept(
    content: bytes, slow: list[Block], make: Callable[[], tuple[Concept, ...]]
) -> tuple[Concept, ...]:
    """Return what ``make`` does; what takes long is kept between runs."""
    if len(slow) < _MANY:
        return make()
    source = b"".join(content[block.header : block.end] for block in slow)
    return kept(source, _Kept, lambda: _Kept(make())).concepts
