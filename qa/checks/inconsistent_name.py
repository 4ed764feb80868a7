"""One name in two spellings within one text.

What it finds
: Names that are written in two ways: with and without accents (Erdoğan, Erdogan; Müller,
  Mueller), or in two of the spellings that ``name-variants.toml`` puts together (Kyiv, Kiev). The
  rarer spelling is marked, or the later one.

Why it matters
: Sources and agencies transcribe differently. Within one article two spellings look like two
  people or two places, and searches find only half.

Flagged
: President Erdoğan spoke first. ¶ Later Erdogan left the hall.
: The train from Kyiv was late. ¶ In Kiev, nobody was surprised. ¶ Kyiv stayed calm.
: Mr Zelenskyy came with his wife, and Mrs Zelensky opened the show.

Clean
: The train from Kyiv was late. ¶ Dynamo Kiev won, and the Kiev Ballet danced.
: Myanmar, formerly known as Burma, has a new capital.
: Mr Erdogan wrote to "Erdoğan und die Türkei".
: Mumbai was once called Bombay.

Sources
: The Chicago Manual of Style, chapter 8 (names) and chapter 11 (transliteration)
: MQM, linguistic conventions > textual conventions (https://themqm.org)
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from qa import resources
from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import primary
from qa.model import Document, Segment
from qa.text.passages import neighbours, quoted, within

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_GLOSS = r"(?:\(|\b(?:formerly|known\s+as|called|named|also|then|or|as))\W*\Z"
_REACH = 30
# Shorter words with and without accents are too often different words.
_SHORTEST = 5


class _Variants(Struct, frozen=True, forbid_unknown_fields=True):
    """``name-variants.toml``: groups of spellings."""

    places: tuple[tuple[str, ...], ...]
    people: tuple[tuple[str, ...], ...]


class _Name(Struct, frozen=True):
    """The spellings of one name, in lower case."""

    spellings: frozenset[str]
    is_place: bool = False


class _Place(Struct, frozen=True):
    """Where a spelling stands, as it is written there."""

    segment: Segment
    start: int
    written: str


@document_check("inconsistent-name", Category.FLUENCY, Severity.WARNING, languages=("en",))
def inconsistent_name(document: Document, context: Context) -> SegmentMarks:
    """Mark the rarer spellings of each name."""
    keys = {segment.number: frozenset(context.words(segment).keys) for segment in document.segments}
    everywhere = frozenset().union(*keys.values())
    names = _by_spelling({*_listed(everywhere, context), *_accented(everywhere, document, context)})
    places: dict[_Name, list[_Place]] = {}
    for segment in document.segments if names else ():
        present = names.keys() & keys[segment.number]
        for place in _places(segment, present, names, context):
            places.setdefault(names[place.written.lower()], []).append(place)
    for found in places.values():
        yield from _minority(found)


def _listed(keys: frozenset[str], context: Context) -> Iterator[_Name]:
    """Yield the names of the table that occur in several spellings."""
    tag = primary(context.language.tag)
    spellings = Counter(_table(tag)[key] for key in _table_keys(tag) & keys)
    yield from (name for name, several in spellings.items() if several > 1)


def _accented(keys: frozenset[str], document: Document, context: Context) -> Iterator[_Name]:
    """Yield the words with accents that also occur without them."""
    if all(segment.text.content.isascii() for segment in document.segments):
        return
    for word in {key.removesuffix("'s") for key in keys if not key.isascii()}:
        plain = {one for one in _plain(word) if not keys.isdisjoint(_forms(one))}
        if plain and len(word) >= _SHORTEST and word not in context.language.words("loanwords"):
            yield _Name(frozenset({word, *plain}))


def _plain(word: str) -> set[str]:
    """Return a word without accents, and with 'ue' for 'ü'."""
    letters = unicodedata.normalize("NFD", word.replace("ß", "ss"))
    stripped = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return {stripped, word.translate(_DIGRAPHS)} - {word}


def _by_spelling(names: set[_Name]) -> dict[str, _Name]:
    """Return the names by each spelling, with and without a possessive."""
    return {key: name for name in names for spelling in name.spellings for key in _forms(spelling)}


def _forms(spelling: str) -> tuple[str, str]:
    return spelling, f"{spelling}'s"


@cache
def _table(tag: str) -> dict[str, _Name]:
    variants = resources.table(f"{tag}/name-variants.toml", _Variants)
    places = {_Name(frozenset(map(str.lower, group)), is_place=True) for group in variants.places}
    people = {_Name(frozenset(map(str.lower, group))) for group in variants.people}
    return _by_spelling(places | people)


@cache
def _table_keys(tag: str) -> frozenset[str]:
    return frozenset(_table(tag))


def _places(
    segment: Segment, present: set[str], names: dict[str, _Name], context: Context
) -> Iterator[_Place]:
    """Yield where the spellings ``present`` stand, capitalised and outside quotation marks."""
    if not present:
        return
    content = segment.text.content
    hidden = quoted(content)
    spellings = "|".join(re.escape(one) for one in {key.removesuffix("'s") for key in present})
    pattern = re.compile(rf"(?<![\w@/.#])(?:{spellings})(?![\w@/]|\.\w)", re.IGNORECASE)
    for found in pattern.finditer(content):
        name = names.get(found[0].lower())
        if name and not within(hidden, found.start()) and not _excused(name, found, context):
            yield _Place(segment, found.start(), found[0])


def _excused(name: _Name, found: re.Match[str], context: Context) -> bool:
    gloss = re.search(_GLOSS, found.string[max(0, found.start() - _REACH) : found.start()])
    if not found[0].istitle() or gloss:
        return True
    before, after = neighbours(found.string, *found.span())
    common = before.lower() in context.language.words("function-words")
    return name.is_place and (after[:1].isupper() or (before[:1].isupper() and not common))


def _minority(places: list[_Place]) -> SegmentMarks:
    counts = Counter(place.written for place in places)
    usual = max(counts, key=counts.__getitem__)
    yield from ((one.segment, _mark(one, usual)) for one in places if one.written != usual)


def _mark(place: _Place, usual: str) -> Mark:
    return Mark(
        place.start,
        place.start + len(place.written),
        f"spelt '{usual}' elsewhere in this text",
        why="agencies and languages transcribe differently; one text needs one spelling",
        suggestions=(usual,),
        confidence=Confidence.NEARLY_ALWAYS,
    )
