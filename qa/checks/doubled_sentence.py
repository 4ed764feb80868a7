"""A sentence that the translation has twice, and the source once.

What it finds
: The same words, from one full stop to the next, twice in one segment, where the source repeats
  nothing.

Why it matters
: It is left over from pasting, or from a machine that got stuck.

Flagged
: [de > en] Die Brücke ist gesperrt. Niemand weiß, wie lange. | The bridge is closed. The bridge
  is closed. Nobody knows for how long.
: [en > zh] The bridge is closed. Nobody knows for how long. |
  大桥已经关闭。没人知道要关多久。没人知道要关多久。

Clean
: [de > en] Die Brücke ist gesperrt. Niemand weiß, wie lange. | The bridge is closed. Nobody
  knows for how long.
: [de > en] Ich habe einen Traum. Ich habe einen Traum. | I have a dream today. I have a dream
  today.
: [de > en] Nein. Und noch einmal nein. | No. And again: no. No.

Sources
: MQM, accuracy > addition (https://themqm.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.doubling import newly_doubled


@bilingual_check("doubled-sentence", Category.ACCURACY, Severity.WARNING)
def doubled_sentence(pair: Pair, _context: Context) -> Iterator[Mark]:
    """Mark the sentence where it stands again."""
    for start, end in newly_doubled(pair.source.text.content, pair.target.text.content):
        yield Mark(start, end, "this sentence stands here twice, in the source once")
