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

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.glossary.renderings import folded
from qa.model import Document, Pair
from qa.regex import lazy
from qa.text.words import Words

_SHORTEST = 5
_ALIKE = str.maketrans({"y": "i", "j": "i", "w": "v", "c": "k", "q": "k", "z": "s", "h": None})
_DOUBLED = lazy(r"([^aeiou])\1+")
# Further apart are the names of one place in two languages: Scotland and Schottland.
_FURTHEST = 1
_SENTENCE = '.!?:…"“„«»'

_Place = tuple[Pair, int, str]


@document_check("inconsistent-spelling", Category.FLUENCY, Severity.WARNING)
def inconsistent_spelling(document: Document, context: Context) -> SegmentMarks:
    """Mark the rarer spellings of each name."""
    if document.source is None or context.source is None:
        return
    found: dict[str, list[_Place]] = defaultdict(list)
    for pair in document.source.pairs:
        for at, name in _names(context.words(pair.target)):
            found[_sound(name)].append((pair, at, name))
    for sound, places in found.items():
        counts = Counter(name for _, _, name in places)
        if _is_close(counts) and _is_one_name(sound, places, context):
            spelling = max(counts, key=counts.__getitem__)
            usual = next(place for place in places if place[2] == spelling)
            yield from (
                (place[0].target, _mark(place, usual, context))
                for place in places
                if place[2] != spelling
            )


def _names(words: Words) -> Iterator[tuple[int, str]]:
    """Yield the capitalised words within sentences, without a possessive and accents."""
    for at, key in enumerate(words.keys):
        if len(key) >= _SHORTEST and at and words.text(at)[0].isupper():
            before = words.between(at - 1).strip()
            if not before or before[-1] not in _SENTENCE:
                yield at, folded(key.removesuffix("'s"))


@lru_cache(maxsize=16384)
def _sound(name: str) -> str:
    """Return what is left of a name when letters that are mixed up are made one."""
    return _DOUBLED.sub(r"\1", name.translate(_ALIKE))


def _is_close(spellings: Iterable[str]) -> bool:
    sizes = sorted(map(len, spellings))
    return len(sizes) > 1 and sizes[-1] - sizes[0] <= _FURTHEST


def _is_one_name(sound: str, places: list[_Place], context: Context) -> bool:
    """Tell whether the source has one spelling, or is in another script where nouns have none."""
    sources = [context.source.words(pair.source) for pair, _, _ in places if context.source]
    there = [
        {folded(key) for key in words.keys if _sound(folded(key)) in (sound, f"{sound}s")}
        for words in sources
    ]
    if not any(re.search("[a-z]", folded(words.content)) for words in sources):
        return not context.language.capitals
    return all(there) and len({key.removesuffix("s") for keys in there for key in keys}) == 1


def _mark(place: _Place, usual: _Place, context: Context) -> Mark:
    words, other = context.words(place[0].target), context.words(usual[0].target)
    written = other.text(usual[1]).removesuffix("'s").removesuffix("’s")
    return Mark(
        *words.spans[place[1]],
        f"spelt '{written}' elsewhere in this text",
        why="the source has one name here",
        suggestions=(written,),
        confidence=Confidence.NEARLY_ALWAYS,
        others=(usual[0].target.text.span(*other.spans[usual[1]]),),
    )
