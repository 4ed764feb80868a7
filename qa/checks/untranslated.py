"""A sentence that was left in another language.

What it finds
: Sentences of five words or more whose little words are those of another language, or whose
  letters are those of another script; not in quotation marks, and not where the file itself
  names another language. Where the source is at hand and the same as a whole, the check
  identical-to-source says so.

Why it matters
: The sentence was skipped in translation, or pasted back from the source.

Flagged
: The minister arrived late. Er wollte sich zu den Vorwürfen nicht äußern. Then he left.
: Le ministre est arrivé avec une heure de retard dans la capitale.
: The mayor was pleased. Мэр города остался доволен новым мостом.
: [de] Der Minister kam zu spät. He did not want to comment on the accusations.

Clean
: The minister called the book "Das ist nicht das Ende der Welt" a success.
: He sang Ich bin von Kopf bis Fuß at the Volksoper.
: The Bank of China, 中国银行, has opened in Bonn.
: Via della Conciliazione was closed, and so were Campo de' Fiori and Piazza di Spagna.
: [de] Der Minister kam zu spät. Das Motto lautet Keep on running.

Sources
: MQM, accuracy > untranslated (https://themqm.org)
"""

import operator
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from qa import resources
from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language, language, primary
from qa.model import Segment, SegmentKind, Span
from qa.text.passages import quoted, sentence_around, within
from qa.text.words import Words

_FEWEST_WORDS = 5
_FEWEST_LETTERS = 8
# Shares of the words of a sentence: little words of the other language, those of them that are
# none in the text's language, and little words of the text's language alone.
_OTHER, _EXCLUSIVE, _OWN = 0.3, 0.2, 0.1
# With more capitals than this it is a title or a list of names.
_CAPITALS = 0.5
_WINDOW = 5
_FEWEST_HITS = 2
# So many different ones are enough if none of ours is among them: Polish and Finnish have fewer.
_MANY = 3
# First and last letters of scripts; Chinese, Japanese and Korean mix theirs.
_SCRIPTS = (
    (("\u0370", "\u03ff"),),
    (("\u0400", "\u052f"),),
    (("\u0590", "\u05ff"),),
    (("\u0600", "\u06ff"),),
    (("\u0900", "\u097f"),),
    (("\u0e00", "\u0e7f"),),
    (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3")),
)
_BEYOND_LATIN = "\u0370"


@check("untranslated", Category.ACCURACY, Severity.ERROR)
def untranslated(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark the sentences, those that follow one another as one."""
    own = language(primary(context.language.tag))
    named = segment.language and primary(segment.language) != primary(own.tag)
    if own.tag == "und" or named or segment.kind is SegmentKind.QUOTATION:
        return
    if _is_source(segment, context):
        return
    found = [
        *_by_words(segment, context.words(segment), own),
        *_by_script(segment.text.content, context.words(segment), own),
    ]
    for span, name in _joined(sorted(found), segment.text.content):
        yield Mark(
            span.start,
            span.end,
            f"this is {name}, not {own.name}",
            why="the sentence was left as it stood in the source",
            confidence=Confidence.NEARLY_ALWAYS,
        )


def _is_source(segment: Segment, context: Context) -> bool:
    content = segment.text.content
    pairs = context.behind(segment, 0, len(content)) if content else []
    return any(pair.source.text.content.strip() == content.strip() for pair in pairs)


def _by_words(segment: Segment, words: Words, own: Language) -> Iterator[tuple[Span, str]]:
    """Yield the sentences whose little words are those of another language, and which."""
    candidates = _candidates(words.keys, own)
    hidden = quoted(segment.text.content) if candidates else []
    done = 0
    for index in candidates:
        start, end = words.spans[index]
        if start >= done:
            start, done = sentence_around(segment.text.content, start, end)
            tag = _language_of(_free(words, Span(start, done), hidden), own)
            if tag:
                yield Span(start, done), language(tag).name


def _candidates(keys: list[str], own: Language) -> list[int]:
    """Return the indexes of words of other languages with another nearby and none of ours."""
    if _frequent(own).isdisjoint(keys):
        return []
    foreign, ours = _exclusive(own)
    present = foreign.intersection(keys)
    hits = [index for index, key in enumerate(keys) if key in present]
    return [
        left
        for left, right in pairwise(hits)
        if right - left < _WINDOW and ours.isdisjoint(keys[left : left + _WINDOW])
    ]


@cache
def _frequent(own: Language) -> frozenset[str]:
    """Return words, one of which nearly every sentence of another language has."""
    return resources.lines("und/frequent-words.txt") - own.words("function-words")


def _free(words: Words, sentence: Span, hidden: list[tuple[int, int]]) -> list[str]:
    """Return the words of a sentence that stand outside quotation marks."""
    inside = range(words.at(sentence.start), words.at(sentence.end))
    return [words.text(index) for index in inside if not within(hidden, words.spans[index][0])]


def _language_of(words: list[str], own: Language) -> str:
    """Return the other language that a sentence is in, empty if it is in none for certain."""
    size = len(words)
    capitals = sum(word[0].isupper() for word in words)
    if size < _FEWEST_WORDS or capitals > _CAPITALS * size:
        return ""
    keys = [word.lower().replace("’", "'") for word in words]
    votes = {tag: sum(key in known for key in keys) for tag, known in _little_words(own).items()}
    best = max(votes, key=votes.__getitem__)
    theirs, ours = _little_words(own)[best], own.words("function-words")
    exclusive = [key for key in keys if key in theirs and key not in ours]
    alone = sum(key in ours and key not in theirs for key in keys)
    shares = votes[best] / size, len(exclusive) / size, (size - alone) / size
    dense = all(map(operator.ge, shares, (_OTHER, _EXCLUSIVE, 1 - _OWN)))
    several = len(set(exclusive))
    many = own.spaced and several >= _MANY and not alone
    return best if several >= _FEWEST_HITS and (dense or many) else ""


@cache
def _little_words(own: Language) -> dict[str, frozenset[str]]:
    """Return the function words of the other languages, without single letters and regions."""
    tags = [path.parent.name for path in resources.paths("*/function-words.txt")]
    others = [tag for tag in tags if "-" not in tag and tag != primary(own.tag)]
    lists = {tag: resources.lines(f"{tag}/function-words.txt") for tag in others}
    return {tag: frozenset(word for word in lists[tag] if len(word) > 1) for tag in others}


@cache
def _exclusive(own: Language) -> tuple[frozenset[str], frozenset[str]]:
    """Return the function words that only other languages have, and those that only ours has."""
    theirs = frozenset().union(*_little_words(own).values())
    return theirs - own.words("function-words"), own.words("function-words") - theirs


def _by_script(content: str, words: Words, own: Language) -> Iterator[tuple[Span, str]]:
    """Yield the sentences of which most letters are of another script."""
    if content.isascii() or max(words.keys, default="") < _BEYOND_LATIN:
        return
    done = 0
    for found in re.finditer(rf"[{_other_scripts(own)}]{{2,}}", content):
        if found.start() >= done:
            start, done = sentence_around(content, *found.span())
            if _is_of_other_script(content[start:done], own):
                yield Span(start, done), "text in another script"


def _is_of_other_script(sentence: str, own: Language) -> bool:
    foreign = len(re.findall(f"[{_other_scripts(own)}]", sentence))
    letters = sum(map(str.isalpha, sentence))
    several = len(Words(sentence)) >= _FEWEST_WORDS
    return foreign > letters / 2 and foreign >= _FEWEST_LETTERS and several


@cache
def _other_scripts(own: Language) -> str:
    """Return the letters of scripts that a language does not use, as a character class."""
    written = set("".join((*own.words("function-words"), *own.weekdays, *own.months)))
    others = (script for script in _SCRIPTS if not _writes(written, script))
    return "".join(f"{first}-{last}" for script in others for first, last in script)


def _writes(written: set[str], script: tuple[tuple[str, str], ...]) -> bool:
    return any(first <= letter <= last for first, last in script for letter in written)


def _joined(found: list[tuple[Span, str]], content: str) -> list[tuple[Span, str]]:
    joined: list[tuple[Span, str]] = []
    for span, name in found:
        if joined and not content[joined[-1][0].end : span.start].strip():
            joined.append((Span(joined.pop()[0].start, span.end), name))
        else:
            joined.append((span, name))
    return joined
