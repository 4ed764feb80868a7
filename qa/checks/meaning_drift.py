"""A sentence that may not say what its source says.

What it finds
: Pairs whose meanings the cross-lingual encoder finds farther apart than those of nearly all
  translations by people in the same two languages: another sentence in its place, half of it left
  out, something put in. It needs the ``semantic`` extra, runs with --semantic or --select, and
  knows the pairs of languages that it was measured for. A wrong figure or a lost "not" it does not
  see.

Why it matters
: A sentence that was pasted to the wrong place reads well; only beside its source is it wrong.

Flagged
: [de > en] Der Hafen von Altstadt wurde wegen des Sturms am Morgen geschlossen. | Nine
  candidates have applied for the post of the orchestra's conductor.

Clean
: [de > en] Der Hafen von Altstadt wurde wegen des Sturms am Morgen geschlossen. | The port
  of Altstadt was closed in the morning because of the storm.
: [de > en] Der Hafen ist zu. | Read more.

Sources
: MQM, accuracy > mistranslation, omission and addition (https://themqm.org)
: Yang et al., Multilingual universal sentence encoder for semantic retrieval (2020)
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from msgspec import Struct

from qa import embeddings, resources
from qa.check import Context, SegmentMarks, source_check
from qa.findings import Category, Confidence, Mark, Severity
from qa.language import primary
from qa.model import Document, Pair
from qa.text.sizes import size

_LEAST = 40  # letters of an alphabet; the vectors of a few words say little


class Limit(Struct, frozen=True):
    """How near translations are in a pair of languages.

    Attributes:
        least: similarity that nearly all translations by people reach.
        segments: that it was measured on.
        false_alarms: share of other translations by people that do not reach it.
        found: share of damaged translations that do not reach it, by the kind of damage.
    """

    least: float
    segments: int
    false_alarms: float
    found: dict[str, float]


class Limits(Struct, frozen=True):
    """The limits by pair of languages, such as ``de-en``, and what they were measured on."""

    data: str
    pairs: dict[str, Limit]


@source_check(
    "meaning-drift",
    Category.ACCURACY,
    Severity.WARNING,
    languages=tuple(sorted(embeddings.LANGUAGES)),
    semantic=True,
)
def meaning_drift(document: Document, context: Context) -> SegmentMarks:
    """Flag the targets that are less like their sources than translations are."""
    source, limit = document.source, _limit(context)
    if source is None or limit is None:
        return
    pairs = [pair for pair in source.pairs if _is_long_enough(pair)]
    near = list(similarities(pairs))
    ranks = {at: rank for rank, at in enumerate(sorted(range(len(near)), key=near.__getitem__), 1)}
    for at, pair in enumerate(pairs):
        if near[at] < limit.least:
            yield pair.target, _mark(pair, near[at], f"{ranks[at]} of {len(near)}", limit)


def similarities(pairs: list[Pair]) -> Iterator[float]:
    """Yield the cosine of the vectors of source and target, from -1 to 1, for every pair.

    Raises:
        QAError: the encoder is not installed.
    """
    embeddings.require()
    sources = embeddings.blocks([pair.source.text.content for pair in pairs])
    targets = embeddings.blocks([pair.target.text.content for pair in pairs])
    both = zip(sources, targets, strict=True)
    return chain.from_iterable((left * right).sum(axis=1).tolist() for left, right in both)


@cache
def limits() -> Limits:
    """Return the limits that were measured."""
    return resources.figures("und/meaning-drift.json", Limits)


def _limit(context: Context) -> Limit | None:
    origin = context.source.language.tag if context.source else "und"
    return limits().pairs.get(f"{primary(origin)}-{primary(context.language.tag)}")


def _is_long_enough(pair: Pair) -> bool:
    return min(size(side.text.content) for side in (pair.source, pair.target)) >= _LEAST


def _mark(pair: Pair, similarity: float, rank: str, limit: Limit) -> Mark:
    return Mark(
        0,
        len(pair.target.text.content),
        f"this may not say what the source says (similarity {similarity:.2f})",
        why=f"By nearness to the source, the lowest first, it is number {rank}; of translations by "
        f"people {limit.false_alarms:.1%} are below {limit.least:.2f}.",
        confidence=Confidence.CONTEXT,
        source_text=pair.source.text.content,
    )
