"""A segment that was left as its source is.

What it finds
: Targets that are their source letter for letter, though it has words to translate: little words of
  its language, or several words that are no names. Names, numbers, codes and titles may stay.

Why it matters
: The segment was skipped, or copied over to be translated later.

Flagged
: [en > de] Open the settings of the ferry. | Open the settings of the ferry.
: [de > en] Ende der Durchsage | Ende der Durchsage
: [en > fr] annual harbour report | annual harbour report
: [de > en] Die Stadt zahlt 3,5 Millionen Euro. | Die Stadt zahlt 3,5 Millionen Euro.

Clean
: [de > en] Die Zeit. | Die Zeit.
: [en > de] Microsoft Windows Server 2019 | Microsoft Windows Server 2019
: [en > de] npm install --save left-pad | npm install --save left-pad
: [en > de] Restaurant | Restaurant
: [en > de] BBC News, 12:30 | BBC News, 12:30
: [en > de] Open the settings. | Öffnen Sie die Einstellungen.

Sources
: MQM, accuracy > untranslated (https://themqm.org)
"""

from collections.abc import Iterator

from qa.check import Context, bilingual_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import Language, primary
from qa.model import Pair
from qa.regex import lazy

_WORD = lazy(r"(?<![\w@/.#$%{<\\-])[^\W\d_]{2,}(?![\w@/\\(}>=]|[.:-]\w)")
# As many words in lower case are no name, in languages that give nouns no capital.
_SEVERAL = 3
_END = lazy(r"[.!?…。！？]\W*\Z")
_COMMANDS = lazy(r"(?:^|\s)--?\w|[{}<>=|\\$]|\w\(\)")


@bilingual_check("identical-to-source", Category.ACCURACY, Severity.WARNING)
def identical_to_source(pair: Pair, context: Context) -> Iterator[Mark]:
    """Mark the target."""
    content = pair.target.text.content
    if content.strip() == pair.source.text.content.strip() and context.source:
        origin, own = context.source.language, context.language
        if primary(origin.tag) != primary(own.tag) and _is_translatable(content, origin, own):
            yield Mark(
                0,
                len(content),
                f"this is the source, in {origin.name}",
                why="the segment was not translated",
                confidence=Confidence.NEARLY_ALWAYS,
            )


def _is_translatable(content: str, origin: Language, own: Language) -> bool:
    if _COMMANDS.search(content):
        return False
    words = _WORD.findall(content)
    little = origin.words("function-words") - own.words("function-words")
    lower = sum(word.islower() for word in words)
    # A name may open with a capital article, as 'Die Zeit' does, but is no whole sentence.
    opens = bool(lower and _END.search(content) and words[0].lower() in little)
    if opens or any(word in little for word in words):
        return len(words) > 1
    return not origin.spaced or (lower >= _SEVERAL and not origin.capitals)
