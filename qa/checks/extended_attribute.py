"""A German extended attribute: 'the on Monday adopted law'.

What it finds
: An article, then a preposition or an adverb of time with its words, then a participle, then the
  noun of the article.

Why it matters
: German packs a whole clause between article and noun: 'das am Montag beschlossene Gesetz'. English
  puts it after the noun: 'the law adopted on Monday'.

Flagged
: The on Monday adopted law is to come into force in May.
: Critics of the by the government planned reform met in Bonn.
: She met the in Berlin born actor.
: The yesterday presented budget pleases nobody.

Clean
: The law adopted on Monday is to come into force in May.
: The by now familiar pattern was repeated.
: The at times heated debate lasted until night.
: Those on the left voted against the reform.
: The last people to leave were the ones invited by the council.

Sources
: Duden: Die Grammatik, erweitertes Attribut (Partizipialattribut)
: Cambridge Grammar of the English Language, chapter 5 (pre-head and post-head modifiers)
"""

import re
from collections.abc import Iterator

from qa.check import Context, check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language
from qa.model import Segment, Span

# What English does put there: 'the by now familiar pattern', 'the at times heated debate'.
_IDIOM = (
    r"(?!by\s+(?:now|then|far|definition|nature|default)\b|at\s+(?:times|first|best|least|most|once)\b"
    r"|in\s+(?:part|effect|turn|fact|general|principle|theory)\b|of\s+late\b|for\s+once\b"
    r"|on\s+average\b|to\s+date\b|under\s+way\b)"
)
_OPENER = (
    r"(?:in|on|by|from|for|with|at|of|against|under|since|during|between|after|before|through|to"
    r"|yesterday|today|tomorrow)"
)
_WORD = r"[\w’'-]+"
_ATTRIBUTE = rf"\s+(?P<words>{_IDIOM}{_OPENER}(?:\s+{_WORD}){{2,7}})"
# Each starts with letters that the search can look for at once.
_ARTICLES = (rf"he(?<=\b[Tt]he){_ATTRIBUTE}", rf" an?{_ATTRIBUTE}", rf" An?{_ATTRIBUTE}")
# Words that no attribute contains.
_CLAUSE = (
    r"(?:is|are|was|were|has|have|had|will|would|that|which|who|it|he|she|they|we|you|and|or)\Z"
)
_ADVERBS = ("yesterday", "today", "tomorrow")
# Words of the shortest, 'yesterday adopted law', and the last place where a participle may be.
_SHORTEST = 3
_LONGEST = 5


@check("extended-attribute", Category.FLUENCY, Severity.WARNING, languages=("en",))
def extended_attribute(segment: Segment, context: Context) -> Iterator[Mark]:
    """Mark from the word after the article to the noun."""
    content = segment.text.content
    for pattern in _ARTICLES:
        for found in re.finditer(pattern, content):
            words = [Span(*word.span()) for word in re.finditer(_WORD, found["words"])]
            last = _noun([found["words"][one.start : one.end] for one in words], context.language)
            if last:
                start = found.start("words")
                attribute = [Span(start + one.start, start + one.end) for one in words[: last + 1]]
                yield _mark(content, attribute, context.language)


def _noun(words: list[str], language: Language) -> int:
    """Return the index of the noun that the attribute stands before, 0 where there is none."""
    for index in range(1, min(_LONGEST, len(words) - 1)):
        if re.match(_CLAUSE, words[index]):
            return 0
        if _is_attribute(words[: index + 2], language):
            return index + 1
    return 0


def _is_attribute(words: list[str], language: Language) -> bool:
    *_, before, participle, noun = words
    functional = language.words("function-words") - {"be"}
    adverb = len(words) == _SHORTEST
    return (
        _is_participle(participle, language)
        and not _is_participle(noun, language)
        and functional.isdisjoint([noun, "" if adverb else before])
        and noun[0].islower()
        and (not adverb or before in _ADVERBS)
    )


def _is_participle(word: str, language: Language) -> bool:
    return word.endswith("ed") or word == "born" or word in language.words("participles")


def _mark(content: str, attribute: list[Span], language: Language) -> Mark:
    *_, before, participle, noun = attribute
    start, end = attribute[0].start, noun.end
    following = re.match(r"\s+([\w’'-]+)", content[end : end + 40])
    alone = following is None or following[1] in language.words("function-words")
    words = content[noun.start : end], content[participle.start : participle.end]
    rewritten = f"{words[0]} {words[1]} {content[start : before.end]}"
    return Mark(
        start,
        end,
        "what says more of the noun goes after it",
        why="German packs a clause between article and noun; English cannot",
        suggestions=(rewritten,) if alone else (),
        confidence=Confidence.NEARLY_ALWAYS,
    )
