"""The same word twice in a row.

What it finds
: A word that is written twice with only white space, a line break included, between the two.

Why it matters
: It is nearly always a slip of the keyboard or of a sentence that was rebuilt half-way. Words
  that a language may rightly double are listed in corpora/<tag>/doubled-words.txt; a language
  without that list, such as Turkish, which doubles words to form adverbs, is left alone.

Flagged
: The minister told reporters that the the vote was over.
: They met in in Ankara.
: [de] Er sagte, er habe die die Wahl verloren.
: [fr] Le maire a salué les les pompiers.

Clean
: He had had enough, and she knew that that was true.
: The band Duran Duran once played in Walla Walla.
: It went on and on, for a long, long time.
: What is going on on the bridge, and who would invest in in-depth research?
: She shouted no no no until they let her go.
: The three-time time trial champion came fourth.
: [de] Die Stadt, in der der Künstler lebte, und die Briefe, die die Erben fanden, sind bekannt.
: [de] Was das das Land kostet, weiß niemand.
: [fr] Nous nous levons quand vous vous couchez.

Sources
: MQM, accuracy > addition (https://themqm.org)
"""

from collections.abc import Iterator
from itertools import islice
from operator import eq

from qa.check import Context, check
from qa.findings import Category, Mark, Severity
from qa.model import Segment
from qa.text.words import Words

_LANGUAGES = ("cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "uk")
# German: an article may follow its own shape as a relative pronoun.
_ARTICLES = frozenset({"der", "die", "den", "dem", "denen", "deren"})


@check("repeated-word", Category.FLUENCY, Severity.WARNING, languages=_LANGUAGES)
def repeated_word(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark both words of every such pair."""
    words = context.words(segment)
    if True not in map(eq, words.keys, islice(words.keys, 1, None)):
        return
    allowed = context.language.words("doubled-words")
    for index in _pairs(words):
        if not _is_meant(words, index, allowed) and not _is_relative(words, index):
            word = words.text(index)
            start, end = words.spans[index][0], words.spans[index + 1][1]
            yield Mark(start, end, f"'{word}' stands here twice", suggestions=(word,))


def _pairs(words: Words) -> list[int]:
    """Return where exactly two equal words in small letters stand with only space between."""
    keys = words.keys
    return [
        index
        for index in range(len(keys) - 1)
        if keys[index] == keys[index + 1]
        and keys[index] not in (*keys[max(0, index - 1) : index], *keys[index + 2 : index + 3])
        and words.text(index + 1).islower()
        and words.text(index).islower()
        and words.between(index).isspace()
    ]


def _is_meant(words: Words, index: int, allowed: frozenset[str]) -> bool:
    """Tell whether the pair, or the word before with it, is listed or hyphenated, or a letter."""
    word = words.keys[index]
    phrase = " ".join(words.keys[max(0, index - 1) : index + 1])
    start, end = words.spans[index][0], words.spans[index + 1][1]
    hyphenated = "-" in (words.content[start - 1 : start], words.content[end : end + 1])
    return word in allowed or phrase in allowed or hyphenated or (len(word) == 1 and word != "a")


def _is_relative(words: Words, index: int) -> bool:
    """Tell whether a comma opens a relative clause no more than two words before."""
    before = range(max(0, index - 2), index)
    return words.keys[index] in _ARTICLES and any("," in words.between(word) for word in before)
