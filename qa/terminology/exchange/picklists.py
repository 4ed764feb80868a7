"""Values that tools write for status, part of speech, yes and no, and ours for them."""

from functools import cache
from typing import TypeVar

from qa.regex import lazy
from qa.terminology.model import PartOfSpeech, Status

T = TypeVar("T")

_LETTERS = lazy(r"[\W_]+")
_STATUSES = {
    Status.PREFERRED: "preferred preferredterm approved standardizedterm standardized legalterm "
    "regulatedterm mandatory recommended",
    Status.ADMITTED: "admitted admittedterm allowed acceptable accepted alternative",
    Status.DEPRECATED: "deprecated deprecatedterm notrecommended discouraged",
    Status.SUPERSEDED: "superseded supersededterm obsolete outdated archaic",
    Status.FORBIDDEN: "forbidden banned prohibited rejected donotuse blacklisted",
}
_PARTS_OF_SPEECH = {
    PartOfSpeech.NOUN: "noun n nom substantiv nomen sustantivo sostantivo substantivo",
    PartOfSpeech.PROPER_NOUN: "propernoun propernouns propn name",
    PartOfSpeech.VERB: "verb v verbe verbo",
    PartOfSpeech.ADJECTIVE: "adjective adj a adjectif adjektiv adjetivo aggettivo",
    PartOfSpeech.ADVERB: "adverb adv adverbe adverbio avverbio",
    PartOfSpeech.OTHER: "other",
}
_YES = frozenset(("yes", "y", "true", "t", "1", "x", "on", "ja", "oui", "wahr", "vrai"))
_NO = frozenset(("no", "n", "false", "f", "0", "", "off", "nein", "non", "falsch", "faux"))


def _inverted(table: dict[T, str]) -> dict[str, T]:
    return {name: value for value, names in table.items() for name in names.split()}


_STATUS_OF = _inverted(_STATUSES)
_PART_OF_SPEECH_OF = _inverted(_PARTS_OF_SPEECH)


@cache
def status(text: str) -> Status | None:
    """Return the status for a value of TBX or of a common tool, None where there is none."""
    return _STATUS_OF.get(_plain(text).removesuffix("admnsts"))


@cache
def part_of_speech(text: str) -> PartOfSpeech | None:
    """Return the part of speech for a name or an abbreviation, None where there is none."""
    return _PART_OF_SPEECH_OF.get(_plain(text))


def yes(text: str) -> bool | None:
    """Return what a cell says, None where it is neither yes nor no."""
    plain = text.strip().lower()
    return True if plain in _YES else False if plain in _NO else None


def _plain(text: str) -> str:
    return _LETTERS.sub("", text).lower()
