"""JSON: a termbase whole, a list of records with the columns of a table, or source to target."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import msgspec
from msgspec import Struct, field

from qa.errors import QAError
from qa.formats import decoding
from qa.glossary.termbase import Scope
from qa.regex import lazy
from qa.terminology.exchange import sheet
from qa.terminology.exchange.layout import Layout
from qa.terminology.model import Concept, Imported, Lost, Termbase

SUFFIXES = (".json",)
SCHEMA = "qa-termbase/1"

_AT = lazy(r"byte (?P<byte>\d+)")


class _File(Struct, forbid_unknown_fields=True, omit_defaults=True):
    schema: str
    name: str
    concepts: tuple[Concept, ...] = field(name="concept", default=())
    scope: Scope = Scope.HOUSE


def read(content: bytes, path: str, layout: Layout = Layout()) -> Imported:  # noqa: B008 - frozen
    """Return the termbase in a JSON file.

    Raises:
        QAError: it is not JSON, or of none of the three shapes.
    """
    text = decoding.decode(content, path)
    try:
        if SCHEMA in text[:200]:
            whole = msgspec.json.decode(text, type=_File)
            return Imported(Termbase(whole.name, whole.concepts, whole.scope), ())
        found = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        place = _AT.search(str(error))
        line = text.encode().count(b"\n", 0, int(place["byte"])) + 1 if place else 1
        raise QAError(f"{path}:{line}: {error}", f'see "schema": "{SCHEMA}"') from error
    return sheet.imported(_lines(found, path, layout), path, layout)


def write(termbase: Termbase, layout: Layout = Layout()) -> tuple[bytes, tuple[Lost, ...]]:  # noqa: ARG001, B008
    """Return a termbase whole; nothing is lost."""
    whole = _File(SCHEMA, termbase.name, termbase.concepts, termbase.scope)
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n", ()


def _lines(found: Any, path: str, layout: Layout) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401
    if isinstance(found, dict) and all(isinstance(value, str) for value in found.values()):
        if not layout.languages:
            hint = "say them: --language en:de"
            raise QAError(f"{path}: nothing says the languages of source and target", hint)
        yield 1, ["source", "target"]
        yield from enumerate(([source, target] for source, target in found.items()), start=1)
        return
    records = found if isinstance(found, list) else _only_list(found)
    if not records or not all(isinstance(one, dict) for one in records):
        raise QAError(
            f"{path}: is no glossary: {PurePath(path).name} has neither records nor pairs",
            'write [{"source": …, "target": …}, …] or {"source": "target", …}',
        )
    header = list(dict.fromkeys(str(key) for one in records for key in one))
    yield 1, header
    for number, one in enumerate(records, start=1):
        yield number, [_text(one.get(key)) for key in header]


def _only_list(found: Any) -> list[Any]:  # noqa: ANN401
    """Return the one list in an object, such as that of ``{"terms": […]}``."""
    lists = [value for value in found.values() if isinstance(value, list)] if found else []
    return lists[0] if len(lists) == 1 else []


def _text(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(map(_text, value))
    return "" if value is None else str(value).strip()
