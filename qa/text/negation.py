"""Whether a text says no: ``corpora/<tag>/negation.toml``, compiled."""

import re
from functools import cache

from msgspec import Struct

from qa.language import language, nearest

_STEM = "~"
_GAP = "…"
_WORDS = r"\W+(?:\w+\W+){0,8}"


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    """``negation.toml``; ``en/negation.toml`` explains the lists."""

    asked: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()


class Negation(Struct, frozen=True):
    """The patterns of a language's words that say no.

    Attributes:
        hints: letters, some of which a text with a word that is asked for must have.
        asked: words that a translation must render by a no; where group ``excused`` matched,
            they do not say no.
        offered: words that render a no.
    """

    hints: tuple[str, ...]
    asked: re.Pattern[str]
    offered: re.Pattern[str]


@cache
def negation(tag: str) -> Negation | None:
    """Return the patterns of the nearest known language to ``tag``, None where none are known."""
    table = nearest(tag, "negation", _Table)
    if not table.asked:
        return None
    spaced = language(tag).spaced
    excused, asked = (_alternatives(forms, spaced=spaced) for forms in (table.excused, table.asked))
    innocent = f"(?!{_alternatives(table.innocent, spaced=spaced)})" if table.innocent else ""
    offered = _alternatives((*table.asked, *table.offered), spaced=spaced, innocent=innocent)
    return Negation(
        tuple(f" {form} " if spaced and form.isalpha() else form for form in table.asked),
        re.compile(rf"(?P<excused>{excused})|{asked}", re.IGNORECASE),
        re.compile(offered, re.IGNORECASE),
    )


def _alternatives(forms: tuple[str, ...], *, spaced: bool, innocent: str = "") -> str:
    longest = sorted(forms, key=len, reverse=True)
    return "(?:" + "|".join(_form(one, spaced=spaced, innocent=innocent) for one in longest) + ")"


def _form(form: str, *, spaced: bool, innocent: str) -> str:
    """Return the pattern of a form: a whole word, or its beginning."""
    words = re.escape(form.strip(_STEM)).replace("'", "['’]")
    if not spaced:
        return words
    words = words.replace(rf"\ {_GAP}\ ", _WORDS).replace(r"\ ", r"\s+")
    if form.endswith(_STEM):
        return rf"\b{innocent}{words}"
    return ("" if form.startswith("n'") else r"\b") + words + r"\b"


def lost(source: str, target: str, source_tag: str, target_tag: str) -> re.Match[str] | None:
    """Return the no of the source, if the target says no in no way."""
    before, after = negation(source_tag), negation(target_tag)
    if before is None or after is None or not _may_say_no(source, before):
        return None
    found = next((one for one in before.asked.finditer(source) if not one["excused"]), None)
    return found if found and not after.offered.search(target) else None


def _may_say_no(content: str, known: Negation) -> bool:
    """Tell quickly whether a text can have a word that is asked for."""
    plain = f" {content.lower()} ".translate(_PUNCTUATION)
    return any(hint in plain for hint in known.hints)


_PUNCTUATION = str.maketrans(dict.fromkeys('.,;:!?"“”„«»()[]–—-\n\t…¿¡', " ") | {"’": "'"})
