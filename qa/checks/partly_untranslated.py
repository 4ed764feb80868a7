"""Words of the source that were left standing in the translation.

What it finds
: Three words or more of the source in a row that the target has as well, where two of them are
  little words that only the source's language has; not in quotation marks or brackets, not in names
  and titles, and not where the whole target is the source.

Why it matters
: The end of a sentence was overlooked, or pasted back by a tool.

Flagged
: [en > de] The ferry was late because of the heavy storm. | Die Fähre kam zu spät because of
  the storm.
: [de > en] Die Fähre kam nicht, weil der Wind zu stark war. | The ferry did not come, weil der Wind
  zu stark war.

Clean
: [en > de] He read "The Wind in the Willows" aloud. | Er las „The Wind in the Willows“ vor.
: [en > de] She works for the Bank of the West in Texas. | Sie arbeitet für die Bank of the West.
: [en > fr] The ferry was late. | Le ferry était en retard.

Sources
: MQM, accuracy > untranslated (https://themqm.org)
"""

from collections.abc import Iterator
from functools import cache

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language, primary
from qa.model import Pair, SegmentKind
from qa.text.passages import quoted, within
from qa.text.words import Words

_RUN = 3
_LITTLE = 2
# A run with a capital letter in front is a name or a title: if it is no longer, or at its end too.
_NAME_AT_MOST = 5


@bilingual_check("partly-untranslated", Category.ACCURACY, Severity.WARNING)
def partly_untranslated(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark each run of words."""
    source = context.source
    if source is None or primary(source.language.tag) == primary(context.language.tag):
        return
    little = _little(source.language, context.language)
    words = context.words(pair.target)
    if len(little.intersection(words.keys)) < _LITTLE or pair.target.kind is SegmentKind.QUOTATION:
        return
    for run in _runs(source.words(pair.source).keys, words.keys):
        if _is_left_over(run, words, little) and len(run) < len(words):
            yield _mark(run, words, source.language)


@cache
def _little(origin: Language, own: Language) -> frozenset[str]:
    """Return the function words that only the source's language has."""
    theirs = origin.words("function-words") - own.words("function-words")
    return frozenset(word for word in theirs if len(word) > 1)


def _runs(source: list[str], target: list[str]) -> Iterator[range]:
    """Yield the longest runs of three words or more that both have, none within another."""
    threes = set(zip(source, source[1:], source[2:], strict=False))
    start = None
    for at in range(len(target) - 1):
        known = tuple(target[at : at + _RUN]) in threes
        if known and start is None:
            start = at
        elif not known and start is not None:
            yield range(start, at + _RUN - 1)
            start = None


def _is_left_over(run: range, words: Words, little: frozenset[str]) -> bool:
    return (
        sum(words.keys[at] in little for at in run) >= _LITTLE
        and not _is_name(run, words)
        and not within(quoted(words.content), words.spans[run.start][0])
    )


def _is_name(run: range, words: Words) -> bool:
    first, last = words.text(run.start), words.text(run.stop - 1)
    return first[0].isupper() and (len(run) <= _NAME_AT_MOST or last[0].isupper())


def _mark(run: range, words: Words, origin: Language) -> Mark:
    start, end = words.spans[run.start][0], words.spans[run.stop - 1][1]
    return Mark(
        start,
        end,
        f"these words stand in the source, in {origin.name}",
        why="this part was not translated",
        confidence=Confidence.NEARLY_ALWAYS,
        source_text=words.content[start:end],
    )
