"""A remark in brackets that lost them in translation, or got some.

What it finds
: Round, square and curly brackets that only one of source and target has. Round brackets of
  Chinese and Japanese are left alone: names stand in them as they are written elsewhere.

Why it matters
: What stands in brackets is an aside, an explanation or somebody else's words; without them it is a
  statement of the text, and where they are new somebody added something.

Flagged
: [en > de] The ferry (built in 1954) sank. | Die 1954 gebaute Fähre sank.
: [de > en] Er sagte, „sie [die Fähre] kam spät“. | He said "it was late".
: [en > zh] The ferry "sank". | 渡船［建于1954年］沉没了。

Clean
: [en > zh] The Albatros sank. | 信天翁号（Albatros）沉没了。
: [en > de] 1) First 2) second | Erstens, zweitens
: [en > de] It was late (as usual :-). | Sie kam spät (wie immer).

Sources
: MQM, fluency > punctuation (https://themqm.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Pair

_KINDS = (("(", "（"), ("[", "［"), ("{", "｛"))


@bilingual_check("changed-bracket", Category.FLUENCY, Severity.NOTE)
def changed_bracket(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the brackets that are new, or the target where they are missing."""
    source, target = pair.source.text.content, pair.target.text.content
    spaced = context.language.spaced and context.source and context.source.language.spaced
    for kind in _KINDS if spaced else _KINDS[1:]:
        here, there = (any(bracket in side for bracket in kind) for side in (target, source))
        if here != there:
            yield _mark(target, kind, is_new=here)


def _mark(target: str, kind: tuple[str, ...], *, is_new: bool) -> Mark:
    if not is_new:
        message = f"the source has brackets '{kind[0]}' that are missing here"
        return Mark(0, len(target), message, confidence=Confidence.CONTEXT)
    start = min(at for bracket in kind if (at := target.find(bracket)) >= 0)
    message = "the source has no such brackets"
    return Mark(start, start + 1, message, confidence=Confidence.CONTEXT)
