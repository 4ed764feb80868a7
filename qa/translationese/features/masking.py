"""Classes of words: what is kept of a word when names, sums and topics are taken away.

A word of the model's vocabulary stands for itself, any other word for its ending. Names, numbers,
days, months and currencies each become one class, and spellings that only tell the country are
joined: what is left says how a text is written rather than where and about what (Volansky, Ordan
and Wintner 2015, contextual function words).
"""

from collections.abc import Iterable, Mapping

import msgspec
from msgspec import Struct

from qa import resources
from qa.language import Language

START = "^"
NAME = "<name>"
INITIAL = "<initial>"
NUMBER = "<number>"
CURRENCY = "<currency>"
PERCENT = "<percent>"
DAY = "<day>"
MONTH = "<month>"
ENDING = "-"
_MARKS = {"%": PERCENT, "-": "–", "–": "–", "—": "–", "...": "…"}
_READABLE = {
    START: "sentence ends",
    NAME: "names",
    INITIAL: "names or rare words that open a sentence",
    NUMBER: "numbers",
    CURRENCY: "sums of money",
    PERCENT: "percentages",
    DAY: "days of the week",
    MONTH: "months",
    ",": "commas",
    ":": "colons",
    ";": "semicolons",
    "–": "dashes",
    "-short": "other short words",
    "-other": "other words",
}
_SHORT = 4
_STEM = 2


class Masking(Struct, frozen=True, forbid_unknown_fields=True):
    """The word lists of a language that the masking needs, ``corpora/<tag>/masking.toml``.

    ``abbreviations`` keep the stop after them from ending a sentence; a comma before one of
    ``conjunctions`` is a matter of house style and is dropped; ``spelling`` maps a variant to the
    form that is kept. All are in lower case but the abbreviations. ``days``, ``months`` and
    ``elision`` come from ``language.toml``.
    """

    numbers: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
    percent: tuple[str, ...] = ("%",)
    titles: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    spelling: Mapping[str, str] = msgspec.field(default_factory=dict)
    days: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    elision: bool = False


def masking(language: Language) -> Masking:
    """Return the masking of a language, without word lists where it has no file."""
    name = f"{language.tag}/masking.toml"
    found = resources.table(name, Masking) if resources.exists(name) else Masking()
    days = tuple(day.lower() for day in language.weekdays)
    months = tuple(month.lower() for month in language.months)
    return msgspec.structs.replace(found, days=days, months=months, elision=language.elision)


class Classes(dict[str, str]):
    """The class of every word as it is written; filled as words are asked for."""

    def __init__(self, masking: Masking, vocabulary: Iterable[str]) -> None:
        super().__init__()
        self._known = dict.fromkeys(vocabulary, "") | _closed(masking)
        self._spelling = masking.spelling
        self._endings = sorted(masking.endings, key=len, reverse=True)

    def __missing__(self, written: str) -> str:
        found = self[written] = self._class(written)
        return found

    def _class(self, written: str) -> str:
        word = written.strip().lower().replace("’", "'").rstrip(".")
        if not word[:1].isalpha():
            return _mark(written.strip())
        word = self._spelling.get(word, word)
        if word in self._known and not _acronym(written):
            return self._known[word] or word
        return self._open(written, word)

    def _open(self, written: str, word: str) -> str:
        genitive = "'s" if word.endswith("'s") else ""
        if written[0].isupper():
            return NAME + genitive
        return self._ending(word.removesuffix("'s")) + genitive

    def _ending(self, word: str) -> str:
        for ending in self._endings:
            if word.endswith(ending) and len(word) > len(ending) + _STEM:
                return ENDING + self._spelling.get(ending, ending)
        return f"{ENDING}short" if len(word) <= _SHORT else f"{ENDING}other"


def readable(classes: Iterable[str]) -> str:
    """Return a run of classes in words: what a habit is called in a report."""
    return " + ".join(_READABLE.get(one) or _described(one) for one in classes)


def _described(kind: str) -> str:
    return f"words in {kind}" if kind.startswith(ENDING) else kind


def _closed(masking: Masking) -> dict[str, str]:
    kinds = {
        NUMBER: masking.numbers,
        CURRENCY: masking.currencies,
        PERCENT: masking.percent,
        NAME: masking.titles,
        DAY: masking.days,
        # "May" and "March" are commoner as a verb.
        MONTH: tuple(month for month in masking.months if month not in {"may", "march"}),
    }
    return {word: kind for kind, words in kinds.items() for word in words}


def _acronym(written: str) -> bool:
    return len(written) > 1 and written.isupper()


def _mark(written: str) -> str:
    if written[0].isdigit():
        return NUMBER
    return _MARKS.get(written[:3]) or (START if written[0] in ".!?" else written)
