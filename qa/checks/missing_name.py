"""Another name than in the source.

What it finds
: A name of the source that the translation lacks, where it has another name that the source
  lacks, and that belongs elsewhere in the text. Names are compared across scripts (Трамп, トランプ,
  Trump) and in their inflected forms. Countries, which have a name in every language, and names
  that are never told apart from other words are left alone.

Why it matters
: It puts words into the wrong mouth.

Flagged
: [de > en] Gestern kam Frau Merkel. | Yesterday came Mrs Merkel. ¶ Dann sprach Herr Lindner. |
  Then Mr Merkel spoke.
: [ru > en] Вчера выступил Навроцкий. | Yesterday, Nawrocki spoke. ¶ Потом вышел Стармер. | Then
  came Nawrocki.

Clean
: [de > en] Gestern kam Frau Merkel. | Yesterday came Mrs Merkel. ¶ Dann sprach Herr Lindner. |
  Then Mr Lindner spoke.
: [ru > en] Он говорил с Трампом и Путиным. | He spoke with Trump and Putin.
: [ja > en] 昨日、トランプが来た。 | Yesterday, Trump came.
: [en > de] The German Foreign Office wrote to Spain. | Das Auswärtige Amt schrieb an Spanien.
: [de > en] Gestern kam Frau Merkel. | Yesterday came Mrs Merkel. ¶ Dann sprach sie. | Then
  Merkel spoke.

Sources
: MQM, accuracy > mistranslation (https://themqm.org)
: Knight and Graehl 1998, Machine transliteration
"""

from collections.abc import Iterator

from qa.check import Context, SegmentMarks, source_check
from qa.findings import Category, Mark, Severity
from qa.language import language
from qa.model import Document, Pair
from qa.text.shared_names import SharedNames


@source_check("missing-name", Category.ACCURACY, Severity.WARNING)
def missing_name(document: Document, context: Context) -> SegmentMarks:
    """Mark the name in the translation; a note where the names of countries are not known."""
    if document.source is None:
        return
    pairs = document.source.pairs
    origin = context.origin or "und"
    contents = ((pair.source.text.content, pair.target.text.content) for pair in pairs)
    shared = SharedNames(contents, origin, context.language.tag)
    known = all(one.words("countries") for one in (context.language, language(origin)))
    for pair in pairs:
        for mark in _marks(pair, shared, None if known else Severity.NOTE):
            yield pair.target, mark


def _marks(pair: Pair, shared: SharedNames, severity: Severity | None) -> Iterator[Mark]:
    source, target = pair.source.text.content, pair.target.text.content
    for swap in shared.swaps(source, target):
        written = source[swap.source.start : swap.source.end]
        yield Mark(
            swap.target.start,
            swap.target.end,
            f"the source has '{written}' here",
            severity=severity,
            source_text=written,
        )
