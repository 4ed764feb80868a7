"""Faults that a translation may have, put into good ones with a fixed seed.

Each kind takes the target of a pair, with its source, the names of its document and a source of
chance, and returns the faulty target, or None where it has nothing to spoil.
"""

import re
from collections.abc import Callable, Iterable
from random import Random

from anyascii import anyascii
from everyday_terms import literal
from msgspec import Struct

from qa.glossary.terms import Term
from qa.text.sentences import split

NEGATIONS = {
    "en": r"\b(?:not|never)\s|n['’]t\b",
    "de": r"\b(?:nicht|nie)\s|\bk(?=eine?[nmrs]?\b)",
    "fr": r"\b(?:n['’]|ne )(?P<verb>\w+(?: \w+)?) (?:pas|jamais|plus)\b",
    "es": r"\b(?:no|nunca)\s",
    "it": r"\b(?:non|mai)\s",
    "pt": r"\b(?:não|nunca)\s",
    "cs": r"\bne(?=(?:ní|jsou|byl[aoi]?|má|mají|může|mohou|bude|budou|chce|chtěl|mohla?|měl)\b)",
    "pl": r"\bnie\s",
    "ru": r"\bне\s",
    "uk": r"\bне\s",
    "zh": "不(?=[会能是要想])|没(?=有)",
    "ja": "(?<=[きしちにみりい])ません|(?<=てい)ない",
}
# What replaces a negation whose removal alone leaves no word.
REWRITTEN = {"fr": r"\g<verb>", "ja": "る"}
NUMBER = re.compile(r"(?<![\w.,:/-])\d[\d.,]*\d|(?<![\w.,:/-])\d(?![\w.,:/-])")
NAME = re.compile(r"(?<=[^\W\d_] )[A-ZА-ЯЁІЇЄČŘŠŽ][^\W\d_A-Z]{3,}\b")
LETTERS = 4


class Material(Struct, frozen=True):
    """A pair to be spoilt: its texts, its languages, and names of its document.

    ``terms`` are those of the glossary at the path ``glossary``; "" where there is none.
    """

    source: str
    target: str
    origin: str
    language: str
    names: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    glossary: str = ""


Fault = Callable[[Material, Random], str | None]


def names(good: Material) -> list[str]:
    """Return the names of a translation: what begins, capital and all, as a word of the source."""
    romanised = anyascii(good.source)
    found = NAME.findall(good.target)
    return [one for one in found if anyascii(one)[:LETTERS] in romanised]


def number_changed(good: Material, chance: Random) -> str | None:
    """Change one digit of a number that the source has too."""
    found = [one for one in NUMBER.finditer(good.target) if one[0] in good.source]
    if not found:
        return None
    number = chance.choice(found)
    digits = [at for at, letter in enumerate(number[0]) if letter.isdigit()]
    at = chance.choice(digits)
    others = [one for one in "123456789" if one != number[0][at]]
    changed = number[0][:at] + chance.choice(others) + number[0][at + 1 :]
    return good.target[: number.start()] + changed + good.target[number.end() :]


def number_dropped(good: Material, chance: Random) -> str | None:
    """Leave out a number of two digits or more."""
    found = [
        one for one in NUMBER.finditer(good.target) if len(one[0]) > 1 and one[0] in good.source
    ]
    if not found:
        return None
    number = chance.choice(found)
    return good.target[: number.start()].rstrip() + good.target[number.end() :]


def name_swapped(good: Material, chance: Random) -> str | None:
    """Put another name of the document in the place of one."""
    own = set(names(good))
    found = [one for one in NAME.finditer(good.target) if one[0] in own]
    if not found:
        return None
    name = chance.choice(found)
    others = sorted(
        one for one in set(good.names) if one[:3] != name[0][:3] and one not in good.target
    )
    if not others:
        return None
    return good.target[: name.start()] + chance.choice(others) + good.target[name.end() :]


def sentence_dropped(good: Material, chance: Random) -> str | None:
    """Leave out one of several sentences."""
    spans = split(good.target, good.language)
    if len(spans) < 2:
        return None
    gone = chance.choice(spans)
    return (good.target[: gone.start].rstrip() + " " + good.target[gone.end :].lstrip()).strip()


def sentence_doubled(good: Material, chance: Random) -> str | None:
    """Have a sentence twice."""
    spans = [one for one in split(good.target, good.language) if one.end - one.start > 15]
    if not spans:
        return None
    twice = chance.choice(spans)
    again = good.target[twice.start : twice.end]
    return f"{good.target[: twice.end]} {again}{good.target[twice.end :]}"


def negation_removed(good: Material, chance: Random) -> str | None:
    """Take the first negation away, where the source says no too."""
    del chance
    asked = NEGATIONS.get(good.origin)
    pattern = NEGATIONS.get(good.language)
    if not asked or not pattern or not re.search(asked, good.source, re.IGNORECASE):
        return None
    replacement = REWRITTEN.get(good.language, "")
    spoilt, count = re.subn(pattern, replacement, good.target, count=1, flags=re.IGNORECASE)
    return spoilt if count else None


def tag_broken(good: Material, chance: Random) -> str | None:
    """Spoil one of the tags and placeholders of a pair made by ``tagged``."""
    tags = re.findall(r"</?b>|\{\w+\}|%\w", good.target)
    if not tags:
        return None
    tag = chance.choice(tags)
    broken = chance.choice(
        ["", tag[:-1], tag.replace("b", "i").replace("name", "nom").replace("%s", "%d")]
    )
    return good.target.replace(tag, broken, 1)


def term_replaced(good: Material, chance: Random) -> str | None:
    """Put the translation of a term that the source does not have in the place of one it has."""
    there = [one for one in good.terms if literal(one.source, good.source, ending=2)]
    wanted = dict.fromkeys(target for one in there for target in one.targets)
    found = [place for target in wanted if (place := literal(target, good.target))]
    others = _foreign(good, wanted)
    if not found or not others:
        return None
    place, other = chance.choice(found), chance.choice(others)
    if place[0][0].isupper():
        other = other[0].upper() + other[1:]
    return good.target[: place.start()] + other + good.target[place.end() :]


def _foreign(good: Material, wanted: Iterable[str]) -> list[str]:
    """Return translations of terms that the source has not even as a part of a word."""
    source, target = good.source.casefold(), good.target.casefold()
    absent = [one for one in good.terms if one.source.casefold() not in source]
    found = dict.fromkeys(other for one in absent for other in one.targets)
    return [other for other in found if other not in wanted and other.casefold() not in target]


def tagged(good: Material) -> Material:
    """Return a pair with a placeholder and a pair of tags on both sides."""
    source, target = (f"<b>{{name}}</b>: {text}" for text in (good.source, good.target))
    return Material(source, target, good.origin, good.language, good.names)


KINDS: dict[str, Fault] = {
    "number changed": number_changed,
    "number dropped": number_dropped,
    "name swapped": name_swapped,
    "sentence dropped": sentence_dropped,
    "sentence doubled": sentence_doubled,
    "negation removed": negation_removed,
    "tag broken": tag_broken,
}
# What is found only by a run that has a glossary.
KINDS_OF_TERMS: dict[str, Fault] = {"term replaced": term_replaced}
