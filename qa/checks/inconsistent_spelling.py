"""A name of the source in two spellings.

What it finds
: Names of five letters or more that the target writes in two ways which sound alike (Zelensky,
  Zelenskyy; Sergei, Sergey; Mohamed, Mohammed), where the source has one way. The rarer one is
  marked, or the later one.

Why it matters
: Two spellings look like two people, and a search finds half of what is said of either.

Flagged
: [de > en] Der Gast hieß Sergej. | The guest was called Sergei. ¶ Dann ging Sergej.
  | Then Sergey left.
: [ru > en] Пришёл Мохаммед. | There came Mohammed. ¶ Ушёл Мохаммед. | Away went Mohamed.

Clean
: [de > en] Der Gast hieß Sergej. | The guest was called Sergei. ¶ Dann ging Sergej.
  | Then Sergei left.
: [de > en] Es kam Herr Mayer. | In came Mr Mayer. ¶ Es ging Herr Maier. | Off went Mr Maier.
: [de > en] Die Miete steigt, sagt Peter. | The rent is up, says Peter. ¶ Peters Katze | The cat is
  Peter's.

Sources
: The Chicago Manual of Style, chapter 11 (transliteration)
: MQM, linguistic conventions > textual conventions (https://themqm.org)
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.renderings import folded
from qa.model import Document, Pair
from qa.regex import lazy

_ALIKE = str.maketrans({"y": "i", "j": "i", "w": "v", "c": "k", "q": "k", "z": "s", "h": None})
_DOUBLED = lazy(r"([^aeiou])\1+")
# Further apart are the names of one place in two languages: Scotland and Schottland.
_FURTHEST = 1
# Five letters or more within a sentence.
_WORD = lazy(r"(?<=[\w,;)] )\w{5,}")


class _Place(NamedTuple):
    """A capitalised word in the target of a pair, and how it is spelt without accents."""

    pair: Pair
    start: int
    written: str
    name: str


@document_check("inconsistent-spelling", Category.FLUENCY, Severity.WARNING)
def inconsistent_spelling(document: Document, context: Context) -> SegmentMarks:
    """Mark the rarer spellings of each name."""
    if document.source is None or context.source is None:
        return
    found: dict[str, list[_Place]] = defaultdict(list)
    for pair in document.source.pairs:
        for place in _places(pair):
            found[_sound(place.name)].append(place)
    for sound, places in found.items():
        counts = Counter(place.name for place in places)
        if _is_close(counts) and _is_one_name(sound, places, context):
            spelling = max(counts, key=counts.__getitem__)
            usual = next(place for place in places if place.name == spelling)
            yield from (
                (place.pair.target, _mark(place, usual))
                for place in places
                if place.name != spelling
            )


def _places(pair: Pair) -> Iterator[_Place]:
    for match in _WORD.finditer(pair.target.text.content):
        written = match[0]
        if written[0].isupper():
            yield _Place(pair, match.start(), written, folded(written))


@lru_cache(maxsize=16384)
def _sound(name: str) -> str:
    """Return what is left of a name when letters that are mixed up are made one."""
    return _DOUBLED.sub(r"\1", name.translate(_ALIKE))


def _is_close(spellings: Iterable[str]) -> bool:
    sizes = sorted(map(len, spellings))
    return len(sizes) > 1 and sizes[-1] - sizes[0] <= _FURTHEST


def _is_one_name(sound: str, places: list[_Place], context: Context) -> bool:
    """Tell whether the source has one spelling, or is in another script where nouns have none."""
    sources = [context.source.words(place.pair.source) for place in places if context.source]
    there = [
        {folded(key) for key in words.keys if _sound(folded(key)) in (sound, f"{sound}s")}
        for words in sources
    ]
    if not any(re.search("[a-z]", folded(words.content)) for words in sources):
        return not context.language.capitals
    return all(there) and len({key.removesuffix("s") for keys in there for key in keys}) == 1


def _mark(place: _Place, usual: _Place) -> Mark:
    end = usual.start + len(usual.written)
    return Mark(
        place.start,
        place.start + len(place.written),
        f"spelt '{usual.written}' elsewhere in this text",
        why="the source has one name here",
        suggestions=(usual.written,),
        confidence=Confidence.NEARLY_ALWAYS,
        others=(usual.pair.target.text.span(usual.start, end),),
    )
