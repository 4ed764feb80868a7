"""Segments with names: what has a capital letter inside a sentence.

That tells names in most languages of Europe, but not where every noun has one, nor where the
script has none; then the source is asked, if its language is of the first kind, or else only
words count that source and reference have in common.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from qa.language import Language, language
from qa.regex import lazy
from qa.scoring.model import TestSet
from qa.scoring.traits import Labels, references, yes
from qa.scoring.wording import words
from qa.text.words import Words

# What may stand between two words of one sentence.
_WITHIN = lazy(r"[\s,;’'-]*")
# Where more words have a capital letter, it is a headline.
_CAPITALS_AT_MOST = 0.5
_CASED_AT_LEAST = 0.5
_LOOKED_AT = 100


def names(test_set: TestSet, source_language: str = "und") -> Labels:
    """Tell segments with a name from those without; none can be told without what it takes.

    Names of months and days, single letters and headlines do not count.
    """
    target, source = language(test_set.target_language or "und"), language(source_language)
    if _shows(target, references(test_set)):
        return [
            None if one is None else yes(any(_capitals(one, target)))
            for one in references(test_set)
        ]
    if test_set.sources is None:
        return [None] * test_set.size
    if source.tag != "und" and _shows(source, _words(test_set.sources, source_language)):
        found = _words(test_set.sources, source_language)
        return [yes(any(_capitals(one, source))) for one in found]
    return [
        None if right is None else yes(_has_shared(left, source, right, target))
        for left, right in zip(
            _words(test_set.sources, source_language), references(test_set), strict=True
        )
    ]


def _words(sources: Sequence[str], tag: str) -> Iterator[Words]:
    return (words(source, tag) for source in sources)


def _shows(known: Language, texts: Iterator[Words | None] | Iterator[Words]) -> bool:
    """Tell whether a capital letter shows a name in texts such as the first of these."""
    if known.capitals:
        return False
    first = islice(texts, _LOOKED_AT)
    letters = [one for text in first if text for one in text.content if one.isalpha()]
    return sum(one.lower() != one.upper() for one in letters) > _CASED_AT_LEAST * len(letters)


def _has_shared(left: Words, source: Language, right: Words, target: Language) -> bool:
    shared = {*_capitals(left, source)} & {*_capitals(right, target)}
    return bool(shared)


def _capitals(text: Words, known: Language) -> Iterator[str]:
    """Yield the words with a capital letter that no sentence begins with."""
    capitals = [at for at in range(len(text.spans)) if text.text(at)[0].isupper()]
    if not known.capitals and len(capitals) > max(1, _CAPITALS_AT_MOST * len(text.spans)):
        return
    dates = {*known.months, *known.weekdays}
    for at in capitals:
        word = text.text(at)
        inside = at > 0 and _WITHIN.fullmatch(text.between(at - 1))
        if inside and len(word) > 1 and word not in dates:
            yield word
