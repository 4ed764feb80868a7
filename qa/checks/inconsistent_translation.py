"""One source with two translations in one text.

What it finds
: Segments with the same source and different targets, letters in upper and lower case, spaces and
  final marks aside. The rarer translation is marked, or the later one. Sources of one or two words
  depend on what stands around them, and are left alone.

Why it matters
: Readers take two wordings for two things; buttons and headings have to be called the same
  everywhere.

Flagged
: [en > de] Close the hatch now. | Schließen Sie jetzt die Luke. ¶ Close the hatch now. | Machen Sie
  die Luke zu.

Clean
: [en > de] Close the hatch now. | Luke jetzt schließen. ¶ Close the hatch now! | Luke jetzt
  schließen!
: [en > de] Open | Öffnen ¶ Open | Offen

Sources
: MQM, style > inconsistent style (https://themqm.org)
: Okapi Framework, Inconsistency Check Step
"""

from collections import Counter
from collections.abc import Iterator

from qa.check import Context, SegmentMarks, document_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.model import Document, Pair

_FEWEST_WORDS = 3
_FEWEST_CHARACTERS = 6
_SHOWN = 60
_EDGES = " .,:;!?…。！？：；，、\"'“”„‚‘’«»()[]*_-–—"


@document_check("inconsistent-translation", Category.TERMINOLOGY, Severity.NOTE)
def inconsistent_translation(document: Document, context: Context) -> SegmentMarks:
    """Mark every target that is not the usual one of its source."""
    if document.source is None or context.source is None:
        return
    found: dict[str, list[Pair]] = {}
    for pair in document.source.pairs:
        found.setdefault(_plain(pair.source.text.content), []).append(pair)
    for source, pairs in found.items():
        if len(pairs) > 1 and _is_long_enough(source, spaced=context.source.language.spaced):
            for pair, usual in _minority(pairs):
                yield pair.target, _mark(pair, usual)


def _plain(content: str) -> str:
    return " ".join(content.casefold().split()).strip(_EDGES)


def _is_long_enough(source: str, *, spaced: bool) -> bool:
    return source.count(" ") + 1 >= _FEWEST_WORDS if spaced else len(source) >= _FEWEST_CHARACTERS


def _minority(pairs: list[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Yield the pairs with another target than the usual one, and the first that has this."""
    targets = [_plain(pair.target.text.content) for pair in pairs]
    counts = Counter(targets)
    usual = max(counts, key=counts.__getitem__)
    first = pairs[targets.index(usual)]
    yield from (
        (pair, first) for pair, target in zip(pairs, targets, strict=True) if target != usual
    )


def _mark(pair: Pair, usual: Pair) -> Mark:
    wanted = usual.target.text.content
    shown = wanted if len(wanted) <= _SHOWN else f"{wanted[:_SHOWN].rstrip()} …"
    return Mark(
        0,
        len(pair.target.text.content),
        f"the same source is elsewhere: {shown}",
        suggestions=(wanted,),
        confidence=Confidence.CONTEXT,
        others=(usual.target.text.span(0, len(wanted)),),
        source_text=pair.source.text.content,
    )
