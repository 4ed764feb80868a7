"""A source that says no, and a translation that does not.

What it finds
: Words such as "nicht", "never" or 没有 in the source, and in the translation neither such a word
  nor one that does their work: "without", "fail", "un-", "refuse".

Why it matters
: A lost "not" says the opposite, in perfect prose.

Flagged
: [de > en] Der Minister hat das nicht gesagt. | The minister said that.
: [en > fr] They never met him. | Ils l'ont rencontré.
: [en > ja] The shop is not open. | 店は開いている。
: [ru > en] Он не пришёл на встречу. | He came to the meeting.

Clean
: [de > en] Der Minister hat das nicht gesagt. | The minister denied saying that.
: [de > en] Nicht nur Kinder kamen. | Children and others came.
: [en > cs] The report will not come until Friday. | Zpráva přijde v pátek.
: [en > de] They were not happy. | Sie waren unglücklich.
: [ja > en] これは夢かもしれない。 | This may be a dream.
: [de > en] Er kam. | He did not come.

Sources
: MQM, accuracy > mistranslation (https://themqm.org)
: Wikipedia, Affirmation and negation
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Mark, Severity
from qa.model import Pair
from qa.text.negation import lost


@bilingual_check("lost-negation", Category.ACCURACY, Severity.WARNING)
def lost_negation(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the whole translation."""
    source, target = pair.source.text.content, pair.target.text.content
    negated = lost(source, target, context.origin or "und", context.language.tag)
    if negated:
        yield Mark(
            0,
            len(target),
            f"the source says '{negated[0]}'; does this say no?",
            source_text=negated[0],
        )
