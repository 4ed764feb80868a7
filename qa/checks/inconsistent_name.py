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
    names = _by_spelling(frozenset().union(*keys.values()), context)
    places: dict[_Name, list[_Place]] = {}
    for segment in document.segments if names else ():
        present = names.keys() & keys[segment.number]
        for place in _places(segment, present, names, context):
            places.setdefault(names[place.written.lower()], []).append(place)
    for found in places.values():
        yield from _minority(found)


def _by_spelling(keys: frozenset[str], context: Context) -> dict[str, _Name]:
    """Return the names that occur in several spellings, by each of them, also with 's'."""
    table = _table(context.language.tag)
    listed = Counter(table[key] for key in table.keys() & keys)
    names = {name for name, spellings in listed.items() if spellings > 1}
    names.update(_accented(keys, context.language.words("loanwords")))
    return {key: name for name in names for spelling in name.spellings for key in _forms(spelling)}


@cache
def _table(tag: str) -> dict[str, _Name]:
    variants = resources.table(f"{tag}/name-variants.toml", _Variants)
    names = [_Name(frozenset(map(str.lower, group)), is_place=True) for group in variants.places]
    names += [_Name(frozenset(map(str.lower, group))) for group in variants.people]
    return {key: name for name in names for spelling in name.spellings for key in _forms(spelling)}


def _forms(spelling: str) -> tuple[str, str]:
    return spelling, f"{spelling}'s"


def _accented(keys: frozenset[str], loanwords: frozenset[str]) -> Iterator[_Name]:
    """Yield the words with accents that also occur without them."""
    accented = {key.removesuffix("'s") for key in keys if not key.isascii()}
    for word in accented - loanwords:
        plain = {one for one in _plain(word) if not keys.isdisjoint(_forms(one))}
        if plain and len(word) >= _SHORTEST:
            yield _Name(frozenset({word, *plain}))


def _plain(word: str) -> set[str]:
    """Return a word without accents, and with 'ue' for 'ü'."""
    letters = unicodedata.normalize("NFD", word.replace("ß", "ss"))
    stripped = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return {stripped, word.translate(_DIGRAPHS)} - {word}


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
        name = names[found[0].lower()]
        if not within(hidden, found.start()) and not _excused(name, found, context):
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
