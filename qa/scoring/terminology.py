"""How well a system renders the terms of a glossary.

The measures are those of Anastasopoulos et al. 2021, "On the Evaluation of Machine Translation
for Terminology Consistency"; see ``accuracy`` for where these differ.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from statistics import fmean

from msgspec import Struct

from qa.glossary.terms import Pattern, Term, exact, inflected, occurrences, of_sources, of_targets
from qa.scoring.edits import term_edit_rate
from qa.scoring.model import System, TestSet
from qa.scoring.traits import references
from qa.scoring.wording import words

_WINDOWS = (2, 3)


class _Wanted(Struct, frozen=True):
    """A term that a segment has to have so many times, and where the reference has it."""

    exact: tuple[Pattern, ...]
    inflected: tuple[Pattern, ...]
    times: int
    places: tuple[range, ...]


class _Task(Struct, frozen=True):
    """A segment with terms: its index, and the words of its reference."""

    segment: int
    reference: list[str]
    wanted: list[_Wanted]


def accuracy(
    test_set: TestSet,
    system: System,
    glossary: tuple[Term, ...],
    source_language: str = "und",
) -> dict[str, float]:
    """Return what share of the terms a system renders, by way of matching.

    Terms are looked for in the sources; without sources, those of the references count.

    * ``exact``: the hypothesis has an allowed translation as it is listed, in capitals or not,
      as often as the source has the term.
    * ``inflected``: the same with every word in any form; the paper compares lemmas.
    * ``window 2`` and ``window 3``: of the words beside the term in the reference, two or three
      on either side, the share that stands beside it in the hypothesis too; 0 where the term is
      missing (the original script leaves it out unless the segment has no other).
    * ``1-TERm``: 1 minus the mean edit rate of segments with terms in the reference, edits of
      terms counting twice (``edits.term_edit_rate``).

    Returns:
        Shares from 0 to 1 (``1-TERm`` may be below 0); empty if the segments have no terms.
    """
    tasks = _tasks(test_set.sources, test_set.references, glossary, source_language, _tag(test_set))
    hypotheses = [words(system.hypotheses[one.segment], _tag(test_set)).keys for one in tasks]
    total = sum(one.times for task in tasks for one in task.wanted)
    if not total:
        return {}
    return {
        "exact": sum(map(_exact, tasks, hypotheses)) / total,
        "inflected": sum(map(_inflected, tasks, hypotheses)) / total,
        **_beside_references(tasks, hypotheses),
    }


def _tag(test_set: TestSet) -> str:
    return test_set.target_language or "und"


@lru_cache(maxsize=1)
def _tasks(
    sources: Sequence[str] | None,
    streams: tuple[Sequence[str | None], ...],
    glossary: tuple[Term, ...],
    source_language: str,
    tag: str,
) -> list[_Task]:
    found = references(TestSet(streams, target_language=tag))
    targets = (one.keys if one else [] for one in found)
    if sources is None:
        looked_for = of_targets(glossary, tag)
        texts = ((keys, keys) for keys in targets)
    else:
        looked_for = of_sources(glossary, source_language)
        pairs = zip(sources, targets, strict=True)
        texts = ((words(source, source_language).keys, keys) for source, keys in pairs)
    return [
        _Task(segment, target, [*_wanted(demand, target, tag)])
        for segment, (text, target) in enumerate(texts)
        if (demand := Counter(looked_for.found_in(text)))
    ]


def _patterns(term: Term, tag: str) -> tuple[Pattern, ...]:
    return tuple(inflected(target, tag) for target in term.targets)


def _wanted(demand: Counter[Term], reference: Sequence[str], tag: str) -> Iterator[_Wanted]:
    for term, times in demand.items():
        patterns = _patterns(term, tag)
        yield _Wanted(
            tuple(exact(target, tag) for target in term.targets),
            patterns,
            times,
            tuple(occurrences(reference, patterns)),
        )


def _exact(task: _Task, keys: Sequence[str]) -> int:
    return sum(min(one.times, len(occurrences(keys, one.exact))) for one in task.wanted)


def _inflected(task: _Task, keys: Sequence[str]) -> int:
    return sum(min(one.times, len(occurrences(keys, one.inflected))) for one in task.wanted)


def _beside_references(tasks: list[_Task], hypotheses: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return the measures for which the reference has to have the term as well."""
    shared = [
        (task, keys)
        for task, keys in zip(tasks, hypotheses, strict=True)
        if any(one.places for one in task.wanted)
    ]
    if not shared:
        return {}
    windows = {
        f"window {size}": fmean(
            share for task, keys in shared for share in _overlaps(task, keys, size)
        )
        for size in _WINDOWS
    }
    return {**windows, "1-TERm": 1 - fmean(_edit_rate(task, keys) for task, keys in shared)}


def _overlaps(task: _Task, keys: Sequence[str], size: int) -> Iterator[float]:
    for one in task.wanted:
        there = [_beside(keys, place, size) for place in occurrences(keys, one.inflected)]
        for place in one.places:
            here = _beside(task.reference, place, size)
            yield max((_share(here, other) for other in there), default=0.0)


def _beside(keys: Sequence[str], place: range, size: int) -> Counter[str]:
    before = keys[max(0, place.start - size) : place.start]
    return Counter([*before, *keys[place.stop : place.stop + size]])


def _share(reference: Counter[str], hypothesis: Counter[str]) -> float:
    return (reference & hypothesis).total() / reference.total() if reference else 1.0


def _edit_rate(task: _Task, keys: Sequence[str]) -> float:
    terms = {at for one in task.wanted for place in one.places for at in place}
    return term_edit_rate(keys, task.reference, terms)
