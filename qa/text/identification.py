"""The language that a text is written in: told by its script, else by langdetect.

langdetect (https://github.com/Mimino666/langdetect, a naive Bayes classifier over character
n-grams after Nakatani Shuyo) compares the languages of one script. It is seeded, and its
profiles are always read in the same order, so that a text gets the same answer in every run and
on every machine. langdetect_rs, which computes the same probabilities faster, takes its place
where it is installed. A language that langdetect has no profile of, such as Galician, Malay or
Belarusian, is mistaken for its nearest neighbour.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct, json

from qa.language import primary
from qa.regex import lazy
from qa.text.words import Words

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

TOO_SHORT = "too short"
MIXED = "mixed"
UNSURE = "unsure"

_PIECE = 600
_LEAST_HALF = 400
_LEAST_LETTERS = 20
_LEAST_LETTERS_OF_A_TELLING_SCRIPT = 4
_LEAST_WORDS = 4
_LEAST_PROBABILITY = 0.85
_LEAST_SHARE_OF_SCRIPT = 0.6
_LEAST_SHARE_OF_KANA = 0.1

_ADDRESS = lazy(r"https?://[!-~]+|www\.[!-~]+|[-+.\w]{1,64}@[-.\w]{1,255}", re.ASCII)
# Profiles of langdetect, and the language where it has none, by script; the keys are how the
# Unicode names of letters begin.
LANGUAGES: dict[str, tuple[str, ...]] = {
    "LATIN": (
        *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id"),
        *("it", "lt", "lv", "nl", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw"),
        *("tl", "tr", "vi"),
    ),
    "CYRILLIC": ("bg", "mk", "ru", "uk"),
    "ARABIC": ("ar", "fa", "ur"),
    "DEVANAGARI": ("hi", "mr", "ne"),
    "CJK": ("zh-cn", "zh-tw"),
    "ARMENIAN": ("hy",),
    "BENGALI": ("bn",),
    "GEORGIAN": ("ka",),
    "GREEK": ("el",),
    "GUJARATI": ("gu",),
    "GURMUKHI": ("pa",),
    "HANGUL": ("ko",),
    "HEBREW": ("he",),
    "KANA": ("ja",),
    "KANNADA": ("kn",),
    "KHMER": ("km",),
    "LAO": ("lo",),
    "MALAYALAM": ("ml",),
    "MYANMAR": ("my",),
    "SINHALA": ("si",),
    "TAMIL": ("ta",),
    "TELUGU": ("te",),
    "THAI": ("th",),
}
_TAGS = {"zh-cn": "zh", "zh-tw": "zh-TW"}
_KANA = {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "HALFWIDTH"}
# An ideograph or a syllable says as much as two or three letters.
_WEIGHTS = {"CJK": 2, "HANGUL": 2, "KANA": 2}


class Identification(Struct, frozen=True):
    """The language of a text.

    Attributes:
        tag: BCP 47 tag; None where the language is not certain enough to act on.
        probability: of the likeliest language, 0 to 1; 0 where nothing was compared.
        reason: why there is no tag: "too short", "mixed" or "unsure".
    """

    tag: str | None
    probability: float
    reason: str | None = None


def identify(content: str, candidates: Collection[str] = ()) -> Identification:
    """Return the language of a text, judged by pieces of its start, middle and end.

    Args:
        content: running text; what it costs does not grow with its length.
        candidates: tags of the languages that come into question; empty for all. Where the
            script leaves a single one, that one is the answer.
    """
    sample = _sample(content)
    middle = len(sample) // 2
    if middle < _LEAST_HALF:
        return _identified(sample, candidates)
    halves = [_identified(half, candidates) for half in (sample[:middle], sample[middle:])]
    tags = [half.tag for half in halves if half.tag]
    if len(tags) == len(halves) and len(set(tags)) == 1:
        return min(halves, key=lambda half: half.probability)
    if len(set(map(primary, tags))) > 1:
        return Identification(None, 0.0, MIXED)
    return _identified(sample, candidates)


def possible(content: str, tag: str) -> bool:
    """Tell whether a text can be in a language, by its script."""
    scripts = [script for script in LANGUAGES if _names(script, [tag])]
    letters = _letters(content)
    return not scripts or not letters.total() or letters.most_common(1)[0][0] in scripts


def _sample(content: str) -> str:
    if len(content) > 3 * _PIECE:
        start = (len(content) - _PIECE) // 2
        content = "\n".join((content[:_PIECE], content[start : start + _PIECE], content[-_PIECE:]))
    sample = unicodedata.normalize("NFC", _ADDRESS.sub(" ", content))
    # langdetect skips words in capitals, and would find nothing in a text of them.
    return sample.lower() if sample.isupper() else sample


def _identified(sample: str, candidates: Collection[str]) -> Identification:
    letters = _letters(sample)
    total = letters.total()
    if total < _LEAST_LETTERS_OF_A_TELLING_SCRIPT:
        return Identification(None, 0.0, TOO_SHORT)
    script, count = letters.most_common(1)[0]
    if count < _LEAST_SHARE_OF_SCRIPT * total:
        return Identification(None, 0.0, MIXED)
    names = _names(script, candidates)
    if len(names) < 2:  # noqa: PLR2004 - nothing to compare
        return _told(names)
    least = _LEAST_LETTERS * _WEIGHTS.get(script, 1)
    if total < least or len(Words(sample)) < _LEAST_WORDS:
        return Identification(None, 0.0, TOO_SHORT)
    return _compared(sample, names)


def _letters(sample: str) -> Counter[str]:
    """Weigh the letters of every script; ideographs among enough kana are Japanese."""
    letters: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        if character.isalpha():
            script = unicodedata.name(character, "UNKNOWN").split(maxsplit=1)[0]
            script = "KANA" if script in _KANA else script
            letters[script] += count * _WEIGHTS.get(script, 1)
    if letters["KANA"] >= _LEAST_SHARE_OF_KANA * (letters["KANA"] + letters["CJK"]):
        letters["KANA"] += letters.pop("CJK", 0)
    return letters


def _names(script: str, candidates: Collection[str]) -> tuple[str, ...]:
    names = LANGUAGES.get(script, ())
    wanted = {primary(tag) for tag in candidates}
    return tuple(name for name in names if not wanted or primary(name) in wanted)


def _told(names: tuple[str, ...]) -> Identification:
    if not names:
        return Identification(None, 0.0, UNSURE)
    return Identification(_TAGS.get(names[0], names[0]), 1.0)


def _compared(sample: str, names: tuple[str, ...]) -> Identification:
    detector = factory(names).create()
    detector.append(sample)
    try:
        found = detector.get_probabilities()
    except package().LangDetectException:
        found = []
    # Four digits hide the differences between versions of Python in summing floats.
    probability = round(found[0].prob, 4) if found else 0.0
    if probability < _LEAST_PROBABILITY:
        return Identification(None, probability, UNSURE)
    return Identification(_TAGS.get(found[0].lang, found[0].lang), probability)


@cache
def package() -> Any:  # noqa: ANN401 - langdetect has no types
    """Return langdetect_rs where it is installed, else langdetect."""
    try:
        import langdetect_rs as package
    except ImportError:
        import langdetect as package
    return package


class Profile(Struct):
    """How often langdetect's n-grams occur in one language, as in its JSON files."""

    name: str
    freq: dict[str, int]
    n_words: list[int]


class _Likelihoods(dict[str, list[float]]):
    """The likelihood of an n-gram in every language, computed when it is first met.

    langdetect's own table is filled in advance, which takes most of its half second of loading;
    the figures are the same.
    """

    def __init__(self, profiles: list[Profile]) -> None:
        super().__init__()
        self._profiles = profiles

    def __contains__(self, gram: object) -> bool:
        return bool(self[str(gram)])

    def __missing__(self, gram: str) -> list[float]:
        size = len(gram) - 1
        row = [one.freq.get(gram, 0) / one.n_words[size] for one in self._profiles]
        if not any(row):
            return []
        self[gram] = row
        return row


@lru_cache(maxsize=8)
def factory(names: tuple[str, ...]) -> Any:  # noqa: ANN401 - langdetect has no types
    """Return a seeded ``DetectorFactory`` that compares the profiles of these names, in order."""
    profiles = [profile(name) for name in names]
    detectors = package().DetectorFactory()
    detectors.set_seed(0)
    if package().__name__ == "langdetect":
        detectors.langlist = list(names)
        detectors.word_lang_prob_map = _Likelihoods(profiles)
        return detectors
    for index, one in enumerate(profiles):
        detectors.add_profile(one, index, len(profiles))
    return detectors


def profile(name: str) -> Profile:
    """Return one of langdetect's profiles, without importing langdetect."""
    return json.decode((_folder() / name).read_bytes(), type=Profile)


def _folder() -> Path:
    installed = cast("ModuleSpec", find_spec("langdetect"))
    return Path(str(installed.origin)).parent / "profiles"
