"""A segment in another language than the translation.

What it finds
: Targets of eight words or more that langdetect takes for another language with near certainty, in
  languages whose little words are not known; those whose are show themselves sentence by sentence
  in the check untranslated. Not where the file itself names the language.

Why it matters
: A file of another language was joined in, or the translation of another order.

Flagged
: [en > de] The ferry will not leave before the storm has gone. | Parvlaemvs neatiesies, kamēr vētra
  nebūs beigusies, paziņoja ostas pārvalde pirmdien.

Clean
: [en > de] The ferry will not leave before the storm has gone. | Die Fähre bleibt, bis der Sturm
  vorüber ist.
: [en > de] Riga Port Authority, Latvia | Rīgas ostas pārvalde, Latvija

Sources
: MQM, accuracy > untranslated (https://themqm.org)
: langdetect (https://github.com/Mimino666/langdetect)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import known, language, primary
from qa.model import Pair, SegmentKind
from qa.text.identification import identify

_FEWEST_WORDS = 8
_CERTAIN = 0.999
# With more different little words than this it is in the language that it should be.
_OWN = 0.1


@bilingual_check("wrong-language", Category.ACCURACY, Severity.ERROR)
def wrong_language(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the target."""
    own = context.language
    words, little = context.words(pair.target), own.words("function-words")
    named = pair.target.language or pair.target.kind is SegmentKind.QUOTATION
    if named or len(words) < _FEWEST_WORDS or not (little and own.spaced):
        return
    if len(little.intersection(words.keys)) <= _OWN * len(words):
        found = identify(pair.target.text.content)
        if found.tag and found.probability >= _CERTAIN and _is_unknown(found.tag, own.tag):
            yield Mark(
                0,
                len(pair.target.text.content),
                f"this is not {own.name} but reads like '{found.tag}'",
                why="each language has its own sequences of letters",
                confidence=Confidence.NEARLY_ALWAYS,
            )


def _is_unknown(tag: str, own: str) -> bool:
    """Tell whether a language is neither that of the text nor one that another check knows."""
    return primary(tag) != primary(own) and not (
        primary(tag) in known() and language(tag).words("function-words")
    )
