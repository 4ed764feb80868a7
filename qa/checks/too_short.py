"""A translation that is too short for its source.

What it finds
: A translation that has far fewer characters than others of sources as long, between the same two
  languages. A few words more or less do not count; a sentence does.

Why it matters
: What is too short by a sentence often lacks one.

Flagged
: [de > en] Die Brücke wurde 1974 gebaut und ist seit Montag gesperrt. Wann sie wieder öffnet,
  konnte die Stadt am Freitag noch nicht sagen. | The bridge was built in 1974.
: [zh > en] 这座桥建于1974年，自星期一起关闭。该市星期五无法说明何时重新开放。 | The bridge
  dates from 1974.

Clean
: [de > en] Die Brücke wurde 1974 gebaut und ist seit Montag gesperrt. | The bridge of 1974 has
  been closed since Monday.
: [en > ja] The bridge of 1974 has been closed since Monday. | 1974年の橋は月曜から閉鎖中。
: [xx > en] Ipsi dolor sit. Amet vero et. | No.

Sources
: MQM, accuracy > omission (https://themqm.org)
: Gale and Church 1993, A program for aligning sentences in bilingual corpora
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.length_ratio import excess


@bilingual_check("too-short", Category.ACCURACY, Severity.WARNING)
def too_short(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the whole translation."""
    source, target = pair.source.text.content, pair.target.text.content
    if excess(source, target, context.origin or "und", context.language.tag) < 0:
        yield Mark(
            0,
            len(target),
            f"too short for its source: {len(target)} characters for {len(source)}",
            why="is something missing?",
        )
