"""Which column of a table holds what, told by its header or by ``--map``."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa.errors import QAError
from qa.regex import lazy
from qa.terminology.exchange.languages import tag
from qa.terminology.exchange.layout import Layout

_SEPARATORS = lazy(r"[\W_]+")
_NUMBER = lazy(r"[1-9][0-9]{0,2}")
_BRACKETS = lazy(r"(?P<outer>[^\[(]+)[\[(](?P<inner>[^\])]+)[\])]")
_CUTS = lazy(r"[\s_:.-]+")
# Headers of memoQ, Trados, Crowdin, Lokalise, Phrase, Lingohub, Weblate, Pontoon and of ourselves,
# in lower case.
_NAMES = {
    "id": "id|concept id|entry id|term id|key|uuid|concept|entry",
    "domain": "domain|subject|subject field|concept subject|entry subject|entry domain|topic|field",
    "definition": "definition|concept definition|description|general description|meaning|def"
    "|entry description|term description",
    "note": "note|notes|comment|comments|remark|remarks|concept note|entry note"
    "|translator comments|developer comments",
    "examples": "examples|concept examples",
    "language": "language|lang|locale|term locale|language code|term language",
    "source-language": "source lang|source language|src lang|source locale",
    "target-language": "target lang|target language|tgt lang|target locale|trg lang",
    "term": "term|terms|term text|name|value",
    "source": "source|source term|source string|source text|src|msgid",
    "target": "target|target term|target string|target text|translation|tgt|trg|msgstr",
    "status": "status|term status|usage status|administrative status|state",
    "part-of-speech": "part of speech|pos|word class|grammatical category",
    "case-sensitive": "case sensitive|case sensitivity|match case|is case sensitive",
    "do-not-translate": "do not translate|dnt|non translatable|untranslatable|read only",
    "translatable": "translatable|entry translatable|translate",
    "forbidden": "forbidden|banned|is forbidden|term forbidden",
    "term-note": "term note|usage note|term notes|term comment",
    "term-example": "term example|example|usage|usage example|context|sample",
}
_FIELDS = {
    name.replace(" ", ""): field for field, names in _NAMES.items() for name in names.split("|")
}
# What a column of one language holds under a name that elsewhere means the concept.
_OF_A_LANGUAGE = {"note": "term-note", "examples": "term-example", "source": "term"} | {
    "target": "term"
}
TERM_FIELDS = frozenset(
    (
        "term",
        "status",
        "part-of-speech",
        "case-sensitive",
        "do-not-translate",
        "translatable",
        "forbidden",
        "term-note",
        "term-example",
    )
)


class Column(NamedTuple):
    """What stands in a column, and of which language, "" where the row or nothing says it."""

    field: str
    language: str = ""


def recognised(header: Sequence[str], layout: Layout, place: str) -> list[Column | None]:
    """Return what each column holds, None where nobody knows.

    Args:
        header: the first row.
        layout: its columns come before what is recognised.
        place: for messages, such as ``terms.csv:1``.

    Raises:
        QAError: a column of ``--map`` is not there.
    """
    named = [_named(cell) for cell in header]
    for role, wanted in layout.columns.items():
        named[_position(wanted, header, place)] = role_column(role)
    return list(_following(named))


def role_column(role: str) -> Column:
    """Return what the left side of ``--map`` means, such as ``source``, ``de``, ``status:de``.

    Raises:
        QAError: it means nothing.
    """
    field, _, language = role.partition(":")
    found = _named(f"{field} [{language}]" if language else field)
    if not found:
        fields = ", ".join(_NAMES)
        raise QAError(f"--map: nobody knows what '{role}' is", f"a language tag, or: {fields}")
    return found


def is_table(columns: Sequence[Column | None]) -> bool:
    """Tell whether a header has a column of terms."""
    return any(one and one.field in {"term", "source", "target"} for one in columns)


def _position(wanted: str, header: Sequence[str], place: str) -> int:
    folded = [cell.strip().lower() for cell in header]
    if wanted.lower() in folded:
        return folded.index(wanted.lower())
    if _NUMBER.fullmatch(wanted) and int(wanted) <= len(header):
        return int(wanted) - 1
    raise QAError(f"{place}: has no column '{wanted}'", f"its columns are: {', '.join(header)}")


def _named(cell: str) -> Column | None:
    whole = _field(cell)
    if whole:
        return Column(whole)
    language = tag(cell)
    if language:
        return Column("term", language)
    return next(filter(None, (_of_a_language(*parts) for parts in _parts(cell))), None)


def _field(name: str) -> str | None:
    return _FIELDS.get(_SEPARATORS.sub("", name).lower())


def _parts(cell: str) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a header may be a name and a language, or the other way round."""
    found = _BRACKETS.fullmatch(cell.strip())
    if found:
        yield found["outer"], found["inner"]
        yield found["inner"], found["outer"]
    for cut in _CUTS.finditer(cell):
        yield cell[: cut.start()], cell[cut.end() :]
        yield cell[cut.end() :], cell[: cut.start()]


def _of_a_language(name: str, language: str) -> Column | None:
    field, known = _field(name), tag(language)
    if not field or not known:
        return None
    return Column(_OF_A_LANGUAGE.get(field, field), known)


def _following(columns: Sequence[Column | None]) -> Iterator[Column | None]:
    """Give a repeated ``Term_Example`` the language of the column of terms before it, as memoQ."""
    language = ""
    repeated = {one for one in columns if one and columns.count(one) > 1}
    for one in columns:
        language = one.language if one and one.field == "term" else language
        yield Column(one.field, language) if one in repeated and one.field in TERM_FIELDS else one
