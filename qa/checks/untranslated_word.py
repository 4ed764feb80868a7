"""A single word that was left in another language.

What it finds
: Words of ``untranslated.toml`` of the pair of languages: little words that stand on their own,
  such as 'und', and nouns, such as 'Bundesregierung'. In English also other words in lower case
  with German letters. Not in quotation marks, next to a capitalised word, or in a sentence that
  is in the other language as a whole.

Why it matters
: The word was skipped in translation; readers cannot be expected to know it.

Flagged
: The minister und the chancellor met in Bonn.
: The Bundesregierung did not comment.
: It was a geänderte version of the plan.
: [de] Der Minister and der Kanzler trafen sich in Bonn.

Clean
: The paper Die Welt and the Frankfurter Allgemeine Zeitung reported it.
: The Bundestag met near the Autobahn for some Glühwein and schadenfreude.
: The public prosecutor's office (Staatsanwaltschaft) did not comment.
: The word und means and, and he is an über fan of his doppelgänger.
: Ursula von der Leyen spoke at the Haus der Kunst.

Sources
: MQM, accuracy > untranslated (https://themqm.org)
: corpora/de-en/untranslated.toml and its like
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from qa import resources
from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language, language, primary
from qa.model import Segment, SegmentKind
from qa.text.passages import neighbours, quoted, sentence_around, within

_WORD = r"(?<![\w@/.#’'\xad-])(?:{})(?![\w@/’'\xad-]|\.\w)"
_GERMAN_LETTERS = "äöüß"
_GERMAN = _WORD.format(rf"(?=\w*[{_GERMAN_LETTERS}])[a-zäöüß]{{4,}}")
_GLOSS_BEFORE = r"(?:\(\s*|\b(?:words?|called|terms?|german|meaning|means|named|so-called|or)\s+)\Z"
_GLOSS_AFTER = r"\s*[()]|\s+(?:means|meaning)\b"
_REACH = 20
# More little words of the other language make a sentence that is in it as a whole.
_ALONE = 2
# Where a capital letter does not make a name.
_CAPITAL_NOUNS = ("de",)


class Untranslated(Struct, frozen=True, forbid_unknown_fields=True):
    """``untranslated.toml``: words and what they mean."""

    little: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]


class Word(Struct, frozen=True):
    """A word of the language ``origin`` that may be left over, as it is written."""

    written: str
    meanings: tuple[str, ...]
    origin: Language


@check("untranslated-word", Category.ACCURACY, Severity.WARNING)
def untranslated_word(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the word."""
    if segment.language or segment.kind is SegmentKind.QUOTATION:
        return
    words = {
        word.written: word for word in (*_listed(segment, context), *_german(segment, context))
    }
    if not words:
        return
    content = segment.text.content
    hidden = quoted(content)
    for found in re.finditer(_WORD.format("|".join(map(re.escape, words))), content):
        if not within(hidden, found.start()) and not _excused(found, words[found[0]], context):
            yield _mark(found, words[found[0]])


def _listed(segment: Segment, context: Context) -> Iterator[Word]:
    """Yield the words of the tables that occur, in whatever case."""
    languages = primary(context.language.tag), primary(context.origin or "*")
    table = _table(*languages)
    for key in _keys(*languages).intersection(context.words(segment).keys):
        yield from table[key]


@cache
def _table(tag: str, origin: str) -> dict[str, tuple[Word, ...]]:
    """Return the words that may be left over in text of one language, by their lower case."""
    found: dict[str, tuple[Word, ...]] = {}
    for path in resources.paths(f"{origin}-{tag}/untranslated.toml"):
        source = language(path.parent.name.removesuffix(f"-{tag}"))
        listed = resources.read(path, Untranslated)
        for written, meanings in {**listed.little, **listed.nouns}.items():
            key = written.lower()
            found[key] = (*found.get(key, ()), Word(written, meanings, source))
    return found


@cache
def _keys(tag: str, origin: str) -> frozenset[str]:
    return frozenset(_table(tag, origin))


def _german(segment: Segment, context: Context) -> Iterator[Word]:
    """Yield the words in lower case with German letters that English does not use."""
    content = segment.text.content
    english = primary(context.language.tag) == "en" and context.origin in (None, "de")
    if english and any(letter in content for letter in _GERMAN_LETTERS):
        for written in set(re.findall(_GERMAN, content)) - context.language.words("loanwords"):
            yield Word(written, (), language("de"))


def _excused(found: re.Match[str], word: Word, context: Context) -> bool:
    content, (start, end) = found.string, found.span()
    return bool(
        _in_name_or_phrase(found, word, context)
        or re.search(_GLOSS_BEFORE, content[max(0, start - _REACH) : start], re.IGNORECASE)
        or re.match(_GLOSS_AFTER, content[end : end + _REACH])
    )


def _in_name_or_phrase(found: re.Match[str], word: Word, context: Context) -> bool:
    """Tell whether the word is part of a name, or of a phrase of its own language."""
    ours, theirs = _little_words(context.language, word.origin)
    before, after = neighbours(found.string, *found.span())
    around = before.lower(), after.lower()
    # 'über cool' is English by now, 'über the war' is not.
    adopted = after not in ours and found[0] in context.language.words("loanwords")
    if adopted or not theirs.isdisjoint(around) or _in_foreign_sentence(found, theirs):
        return True
    if primary(context.language.tag) in _CAPITAL_NOUNS:
        return ours.isdisjoint(around)
    return after[:1].isupper() or (before[:1].isupper() and around[0] not in ours)


@cache
def _little_words(own: Language, other: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return the function words of a language, and those that only the other has."""
    ours = own.words("function-words")
    return ours, other.words("function-words") - ours


def _in_foreign_sentence(found: re.Match[str], theirs: frozenset[str]) -> bool:
    first, last = sentence_around(found.string, *found.span())
    words = re.findall(r"\w+", found.string[first:last].lower())
    return len(theirs.intersection(words)) > _ALONE


def _mark(found: re.Match[str], word: Word) -> Mark:
    return Mark(
        found.start(),
        found.end(),
        f"'{found[0]}' is {word.origin.name} and was not translated",
        why="the word was taken over from the source",
        suggestions=word.meanings,
        confidence=Confidence.NEARLY_ALWAYS,
    )
