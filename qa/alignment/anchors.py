"""What stays recognisable in translation: numbers, names, cognates, dates and punctuation.

Every anchor of a sentence is a key that its translation is likely to have too. Words become keys
by their first letters and by their consonants, in Latin letters whatever their script (anyascii);
Chinese names by their pinyin. A key that few sentences of the texts have says more.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log1p

from qa.language import language
from qa.regex import lazy

Keys = dict[str, float]
Row = dict[int, float]

_NUMBER = lazy(r"\d+(?:[.,:\u00a0\u202f' ]\d+)*")
_SEPARATOR = lazy(r"[^\d]")
_WORD = lazy(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_KATAKANA = lazy(r"[\u30a1-\u30fa\u30fc]{3,}")
_IDEOGRAPHS = lazy(r"[\u3400-\u9fff]{2,}")
_CAPITALISED = lazy(r"\b[A-Z][a-z]+(?:[- ][A-Z][a-z]+)*")
_VOWELS = str.maketrans("", "", "aeiouyhwj'-")
# Consonants that languages write, or hear, differently.
_ALIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "l": "r", "v": "b", "f": "b", "p": "b"})
_DOUBLED = lazy(r"(.)\1+")
_SIGNS = {
    **dict.fromkeys("?？؟", "?"),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(";；؛", ";"),
    **dict.fromkeys('"“”„«»「」『』〝〟', '"'),
    **dict.fromkeys("(（", "("),
    **dict.fromkeys("%％", "%"),
    **dict.fromkeys("€$£¥@#/&…", "symbol"),
}
_PREFIX = 4
_SKELETON = 3
# Ideographs of a name.
_NAME_LENGTHS = (2, 3)
# How the keys begin that a translation has to have.
_TELLING = frozenset("#md?!:;%(")
# Sentences of a text that a key counts in: one that more have says nothing, and costs time.
_COMMON = 50
# What a shared key is worth beside a shared number.
_EXACT, _BEGINNING, _SOUND, _SIGN, _DATE, _NAME = 0.6, 0.45, 0.25, 0.5, 0.7, 0.9


def keys(content: str, tag: str) -> Keys:
    """Return the anchors of a sentence in a language, with what each is worth, up to 1."""
    found: Keys = {}
    for key, worth in _keys(content, tag):
        found[key] = max(worth, found.get(key, 0.0))
    return found


def _keys(content: str, tag: str) -> Iterator[tuple[str, float]]:
    for number in _NUMBER.findall(content):
        yield "#" + _SEPARATOR.sub("", number), 1.0
    for character in set(content) & _SIGNS.keys():
        yield _SIGNS[character], _SIGN
    yield from _dates(content, tag)
    for word in _WORD.findall(content):
        yield from _word(word)
    yield from _names(content)


def _dates(content: str, tag: str) -> Iterator[tuple[str, float]]:
    pattern, names = _calendar(tag)
    for name in pattern.findall(content) if pattern else ():
        yield names[name], _DATE


@lru_cache(maxsize=64)
def _calendar(tag: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return what finds the names of months and days of a language, and their keys."""
    known = language(tag)
    names = {**_numbered("day", known.weekdays, 7), **_numbered("month", known.months, 12)}
    longest = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    if not longest:
        return None, {}
    edge = r"\b" if known.spaced else r"(?<!\d)"
    return re.compile(edge + "(?:" + "|".join(map(re.escape, longest)) + ")"), names


def _numbered(what: str, names: Sequence[str], size: int) -> dict[str, str]:
    """Return a key for every name of a month or a day; those of an incomplete set are left out."""
    whole = names[: len(names) // size * size]
    return {name: f"{what}{number % size}" for number, name in reversed([*enumerate(whole)])}


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> tuple[tuple[str, float], ...]:
    letters = _latin(word)
    if _IDEOGRAPHS.search(word) or len(letters) < _PREFIX:
        return ()
    own = ("=" + letters, _EXACT), ("<" + letters[:_PREFIX], _BEGINNING)
    return *own, *_sound(skeleton(letters))


def _names(content: str) -> Iterator[tuple[str, float]]:
    for name in _CAPITALISED.findall(content):
        parts = name.replace("-", " ").lower().split()
        yield "^" + "".join(parts), _NAME
        for part in parts:
            yield "^" + part, _NAME
    if not content.isascii():
        yield from _transcribed(content)


def _transcribed(content: str) -> Iterator[tuple[str, float]]:
    """Yield keys of the katakana in a sentence, and of ideographs that could be a name."""
    for stretch in _KATAKANA.findall(content):
        yield from _sound(skeleton(_latin(stretch)))
    for stretch in _IDEOGRAPHS.findall(content):
        syllables = [_latin(character) for character in stretch]
        for length in _NAME_LENGTHS:
            for at in range(len(syllables) - length + 1):
                yield "^" + "".join(syllables[at : at + length]), _NAME


def _sound(consonants: str) -> Iterator[tuple[str, float]]:
    if len(consonants) >= _SKELETON:
        yield "~" + consonants[:_SKELETON], _SOUND


def skeleton(letters: str) -> str:
    """Return the consonants of a word in Latin letters, those that sound alike as one."""
    return _DOUBLED.sub(r"\1", letters.translate(_VOWELS).translate(_ALIKE))


@lru_cache(maxsize=1 << 16)
def _latin(word: str) -> str:
    if word.isascii():
        return word.lower()
    from anyascii import anyascii

    return anyascii(word).lower()


class Anchors:
    """What the sentences of two texts share.

    ``shared[i][j]`` is the worth of the keys that source sentence i and target sentence j share,
    each by how few sentences have it, and ``telling[i][j]`` of those among them that a translation
    has to have: numbers and signs. ``of_sources`` and ``of_targets`` are the worth of all telling
    keys of each sentence.
    """

    def __init__(
        self, sources: Sequence[str], targets: Sequence[str], tags: tuple[str, str]
    ) -> None:
        left = [keys(one, tags[0]) for one in sources]
        right = [keys(one, tags[1]) for one in targets]
        counts = [Counter(key for found in side for key in found) for side in (left, right)]
        self._most = counts[0] | counts[1]
        self._sentences = max(len(sources), len(targets))
        self.shared = self._rows(left, right)
        self.telling = self._rows(list(map(_telling, left)), list(map(_telling, right)))
        self.of_sources, self.of_targets = map(self._worths, (left, right))

    def _rows(self, sources: Sequence[Keys], targets: Sequence[Keys]) -> list[Row]:
        places: dict[str, list[int]] = defaultdict(list)
        for j, found in enumerate(targets):
            for key in found:
                places[key].append(j)
        return [self._row(found, places) for found in sources]

    def _row(self, found: Keys, places: dict[str, list[int]]) -> Row:
        row: Row = defaultdict(float)
        for key, worth in found.items():
            for j in places.get(key, ())[:_COMMON]:
                row[j] += self._weighted(key, worth)
        return row

    def _weighted(self, key: str, worth: float) -> float:
        return worth * log1p(self._sentences / (2 * self._most[key]))

    def _worths(self, side: Sequence[Keys]) -> list[float]:
        return [
            sum(self._weighted(key, worth) for key, worth in _telling(found).items())
            for found in side
        ]


def _telling(found: Keys) -> Keys:
    return {key: worth for key, worth in found.items() if key[0] in _TELLING}
