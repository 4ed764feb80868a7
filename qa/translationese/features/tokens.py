"""The stream of masked words of a text.

House style is taken out here: quotation marks are passed over, so their form and their order with
the stop say nothing; the comma before a conjunction goes; "%", "percent" and "per cent" are one.
"""

import re
from collections.abc import Iterable

from qa.translationese.features.masking import (
    INITIAL,
    NAME,
    NUMBER,
    START,
    Classes,
    Masking,
)

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“‘„«‚(\\["
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĜĞĠĢĦĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŖŘŚŜŞŠŢŤŪŮŰŲŴŶŸŹŻŽА-ЯЁІЇЄҐ"
_LETTER = r"[^\W\d_]"
# What a class becomes after another one; an empty class is dropped.
_AFTER = {
    (START, START): "",
    (START, NAME): INITIAL,
    (INITIAL, NAME): "",
    (NAME, NAME): "",
    (NUMBER, NUMBER): "",
}
_CHANGING = frozenset(kind for _, kind in _AFTER)


class Stream:
    """The masked words of a text.

    ``classes[i]`` stands at ``spans()[i]`` of the text. A sentence opens with ``START``.
    """

    def __init__(self, text: str, tokenizer: "Tokenizer") -> None:
        self._text = text
        self._pattern = tokenizer.pattern
        written = tokenizer.pattern.findall(text)
        self.classes, self._places, self._ends = _reduce(
            map(tokenizer.classes.__getitem__, written), tokenizer.special
        )

    def spans(self) -> list[tuple[int, int]]:
        """Return start and end of every class, in code points of the text.

        A run of names or numbers spans all of it; the opening of the text is an empty span.
        """
        found = [(0, 0), *map(re.Match.span, self._pattern.finditer(self._text))]
        return [
            (found[place][0], found[self._ends.get(index, place)][1])
            for index, place in enumerate(self._places)
        ]


class Tokenizer:
    """Cuts texts of one language into masked words."""

    def __init__(self, masking: Masking, vocabulary: Iterable[str]) -> None:
        self.classes = Classes(masking, vocabulary)
        self.special = _CHANGING.union(masking.conjunctions)
        self.pattern = _pattern(masking)

    def stream(self, text: str) -> Stream:
        """Return the masked words of a text."""
        return Stream(text, self)


def _pattern(masking: Masking) -> re.Pattern[str]:
    """Return the pattern of a token: the commonest kinds come first.

    What repeats without a letter or digit is bounded, so that the time is linear in the text. Every
    kind opens with what it is rarely mistaken for: what stands before a stop is looked at last.
    """
    phrases = "".join(rf"{re.escape(one)}\b|" for one in masking.percent if " " in one)
    unended = "".join(rf"(?<!\b{re.escape(one)}[.!?])" for one in masking.abbreviations)
    joined = "['’]?" if masking.elision else rf"(?:['’]{_LETTER}+)*"
    return re.compile(
        rf"{phrases}{_LETTER}+{joined}|[%,:;()]|\d(?:[\d.,:]*\d)?"
        rf"|[.!?](?<!\b[{_CAPITAL}][.!?]){unended}[.!?]{{0,3}}[{_CLOSING}]{{0,3}}"
        rf"(?=\s{{1,4}}[{_OPENING}]{{0,3}}[{_CAPITAL}])"
        rf"|…|\.\.\.|[!?]|\s[-–—]{{1,3}}\s|—"
    )


def _reduce(
    classes: Iterable[str], special: frozenset[str]
) -> tuple[list[str], list[int], dict[int, int]]:
    """Join runs of one class, and drop a comma before a conjunction.

    Returns the classes, where each came from, and for runs where they end. Place 0 is the opening
    of the text, place ``i + 1`` the token ``i``.
    """
    kept, places = [START], [0]
    ends: dict[int, int] = {}
    previous = START
    for place, kind in enumerate(classes, 1):
        if kind in special:
            if previous == "," and kind not in _CHANGING:
                kept.pop()
                places.pop()
            kind = _AFTER.get((previous, kind), kind)  # noqa: PLW2901 - the loop is the hot path
            if not kind:
                ends[len(kept) - 1] = place
                continue
        kept.append(kind)
        places.append(place)
        previous = kind
    return kept, places, ends


def join(streams: Iterable[Stream]) -> list[str]:
    """Return the masked words of several texts as those of one."""
    return [kind for stream in streams for kind in stream.classes]
