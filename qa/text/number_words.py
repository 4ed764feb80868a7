"""Numbers that are written as words, or in the characters of Chinese and Japanese."""

import re
from collections.abc import Iterator

from qa.regex import lazy
from qa.text.numbers import Number, Weight, readings, rounded
from qa.text.quantity_words import Vocabulary, total

_WORD = lazy(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_MOST_APART = 6
# Eighty is four twenties, and ninety-seven ends in ten, seven.
_SCORES = {(4, 20), (10, 7), (10, 8), (10, 9)}
_LINKS = {"", "-", "and", "y", "et", "e", "und", "i", "и", "a", "i-"}
_ROMAN = lazy(
    r"\b(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
    r"(?=(?:e|er|ème|th|º|ª)?\b)"
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_DIGITS = {one: at for at, one in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_PLACES = {"十": 10.0, "百": 100.0, "千": 1000.0, "成": 10.0, "割": 10.0}
_MYRIADS = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12}
_ALL_PLACES = "".join([*_PLACES, *_MYRIADS])
_CHARACTERS = "".join([*_DIGITS, *_PLACES, *_MYRIADS])
_RUN = lazy(
    rf"(?:\d[\d,.]*(?<=\d)|(?![成割])[{_CHARACTERS}])(?:[多余餘来來数數几幾]?\s?[{_ALL_PLACES}]"
    rf"|(?<!\d)[{_CHARACTERS}]|(?<=[{_ALL_PLACES}])\d[\d,.]*(?<=\d))*"
)
_PIECE = lazy(rf"\d[\d,.]*|[{_CHARACTERS}]")
_ALL_DIGITS = lazy(rf"[{''.join(_DIGITS)}]{{2,}}\Z")


def spelled(content: str, vocabulary: Vocabulary) -> Iterator[Number]:
    """Yield the numbers that are written as words, with their parts, and the months."""
    run: list[tuple[int, int, float, bool]] = []
    for match in _WORD.finditer(content):
        if match[0].lower() in _LINKS:
            continue
        yield from _month(match, vocabulary)
        values, asked = _counted(match[0].lower().replace("’", "'"), vocabulary)
        if run and not _continues(run, match, values, vocabulary):
            yield _number(run, vocabulary)
            run = []
        if values:
            run.append((*match.span(), values[0], asked))
            yield Number(*match.span(), values, weight=Weight.OFFERED)
    if run:
        yield _number(run, vocabulary)


def _month(match: re.Match[str], vocabulary: Vocabulary) -> Iterator[Number]:
    name = match[0].removesuffix("'s").removesuffix("’s")
    month = vocabulary.months.get(name) or vocabulary.months.get(name.lower())
    if month:
        yield Number(*match.span(), (float(month),), weight=Weight.OFFERED)


def _counted(word: str, vocabulary: Vocabulary) -> tuple[tuple[float, ...], bool]:
    """Return what a word may count, and whether a translation must have it."""
    if word in vocabulary.cardinals:
        return (vocabulary.cardinals[word],), word in vocabulary.asked
    scale = vocabulary.scale(word) if len(word) > 1 else None
    return ((scale,), True) if scale else (vocabulary.values(word), False)


def _continues(
    run: list[tuple[int, int, float, bool]],
    match: re.Match[str],
    values: tuple[float, ...],
    vocabulary: Vocabulary,
) -> bool:
    """Tell whether a word goes on with the number before it."""
    _, end, before, _ = run[-1]
    between = match.string[end : match.start()].strip().lower()
    if not values or match.start() - end > _MOST_APART or between not in _LINKS:
        return False
    value = values[0]
    if value >= 100 or before >= 100:  # noqa: PLR2004
        return True
    tens = before >= 20 and before % 10 == 0  # noqa: PLR2004
    scores = vocabulary.vigesimal and (before, value) in _SCORES
    return (tens and value < 20) or scores  # noqa: PLR2004


def _number(run: list[tuple[int, int, float, bool]], vocabulary: Vocabulary) -> Number:
    values = tuple(value for _, _, value, _ in run)
    value = total(values, vigesimal=vocabulary.vigesimal)
    asked = all(asked for *_, asked in run) and min(values) < 100  # noqa: PLR2004
    weight = Weight.SPELLED if asked else Weight.OFFERED
    return Number(run[0][0], run[-1][1], (value,), values, weight)


def roman(content: str) -> Iterator[Number]:
    """Yield the Roman numerals."""
    for match in _ROMAN.finditer(content):
        if match[0]:
            yield Number(*match.span(), (_roman_value(match[0]),), weight=Weight.OFFERED)


def _roman_value(written: str) -> float:
    values = [_ROMAN_VALUES[one] for one in written]
    following = [*values[1:], 0]
    signed = (-one if one < after else one for one, after in zip(values, following, strict=True))
    return float(sum(signed))


def characters(content: str) -> Iterator[Number]:
    """Yield the numbers of Chinese or Japanese text, those in digits too: 3億, 二十五, 2000多万.

    Digits without such a character behind them are left to ``figures``.
    """
    for match in _RUN.finditer(content):
        pieces = _PIECE.findall(match[0])
        if len(pieces) == 1 and pieces[0] not in _MYRIADS and pieces[0][0].isdecimal():
            continue
        figures = any(piece[0].isdecimal() for piece in pieces)
        weight = Weight.FIGURES if figures else Weight.OFFERED
        yield Number(*match.span(), tuple(_folded(match[0], pieces)), weight=weight)


def _folded(written: str, pieces: list[str]) -> Iterator[float]:
    """Yield the values of a number: "二〇二一" digit by digit, others by their places."""
    if _ALL_DIGITS.match(written):
        yield float("".join(str(_DIGITS[one]) for one in written))
        return
    for reading in (0, -1):
        values = [_value(piece, reading) for piece in pieces]
        yield _placed(zip(pieces, values, strict=True))


def _value(piece: str, reading: int) -> float:
    if piece in _DIGITS:
        return float(_DIGITS[piece])
    known = _PLACES.get(piece) or _MYRIADS.get(piece)
    found = readings(piece.rstrip(",.")) if not known else ()
    return known or (found[reading] if found else 0.0)


def _placed(pieces: Iterator[tuple[str, float]]) -> float:
    """Return the number that digits and the characters for places make."""
    whole = section = 0.0
    current: float | None = None
    for piece, value in pieces:
        if piece in _MYRIADS:
            section += current or 0.0
            whole = whole * value if whole and not section else whole + (section or 1.0) * value
            section, current = 0.0, None
        elif piece in _PLACES:
            section, current = section + (1.0 if current is None else current) * value, None
        else:
            current = value
    return rounded(whole + section + (current or 0.0))
