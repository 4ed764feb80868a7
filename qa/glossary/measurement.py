"""Measuring a glossary: how often its entries are found in native and in translated text."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from qa import corpus
from qa.corpus import Kind, Sample
from qa.errors import QAError
from qa.findings import Confidence
from qa.glossary.compiled import Compiled
from qa.glossary.frequency import too_frequent
from qa.glossary.matching import Matcher
from qa.glossary.rates import FORMAT, Body, Flags, Hits, Rates
from qa.glossary.termbase import Entry
from qa.language import Language, language, primary
from qa.text.words import Words

Progress = Callable[[str], None]
_THOUSAND = 1000
_TOLD_EVERY = 2000


class Text(NamedTuple):
    """The native or the translated side: documents, and the folders they were read from."""

    samples: Sequence[Sample]
    sha256: str


class _Seen(NamedTuple):
    """What was found in one document: hits by entry, in so many words."""

    words: int
    hits: Counter[str]


def native(folders: Sequence[Path], tag: str) -> Text:
    """Read the native text of folders.

    Raises:
        QAError: a folder cannot be read or holds no text of that language, or none is native.
    """
    return _read(folders, tag, Kind.NATIVE, lambda sample: sample.kind is Kind.NATIVE)


def translated(
    folders: Sequence[Path], tag: str, origins: Sequence[str], *, round_trips: bool = False
) -> Text:
    """Read the text of folders that was translated, by people or machines, from any of origins.

    Text that does not say what it was translated from counts, and all does where there are no
    origins; round trips, of which nobody knows the origin, only if asked for.

    Raises:
        QAError: as ``native``.
    """
    wanted = {None, *map(primary, origins)}
    kinds = {Kind.HUMAN, Kind.MACHINE} | ({Kind.ROUND_TRIP} if round_trips else set())
    return _read(
        folders,
        tag,
        Kind.HUMAN,
        lambda one: one.kind in kinds and (not origins or one.origin in wanted),
    )


def evaluate(source: Compiled, native: Text, translated: Text, progress: Progress) -> Rates:
    """Count an entry's hits on both sides.

    Args:
        source: the glossary.
        native: text that was written in the language.
        translated: text that was translated into it.
        progress: is told how far it has come.
    """
    matcher, known = Matcher([source]), language(source.glossary.language)
    seen = list(_look(native, matcher, known, progress))
    others = list(_look(translated, matcher, known, progress))
    totals, further = _total(seen), _total(others)
    measured = Rates(
        format=FORMAT,
        glossary=source.glossary.name,
        date=datetime.now(UTC).date().isoformat(),
        native=_body(native, seen),
        translated=_body(translated, others),
        entries={
            entry.id: Hits(totals[entry.id], further[entry.id], _spread(entry.id, seen))
            for entry in source.glossary.entries
        },
        flags={},
    )
    return structs.replace(measured, flags=_flags(measured, source, (seen, others)))


def _read(
    folders: Sequence[Path], tag: str, otherwise: Kind, keeps: Callable[[Sample], bool]
) -> Text:
    samples = [
        sample
        for folder in folders
        for sample in corpus.read(folder, primary(tag), otherwise)
        if keeps(sample)
    ]
    if folders and not samples:
        kind = "native" if otherwise is Kind.NATIVE else "translated"
        raise QAError(
            f"{folders[0]}: no {kind} text", "qa/corpus/__init__.py says how files tell it"
        )
    return Text(samples, corpus.digest(folders))


def _look(text: Text, matcher: Matcher, known: Language, progress: Progress) -> Iterator[_Seen]:
    for number, sample in enumerate(text.samples, 1):
        words = Words(sample.text, elision=known.elision)
        found = matcher.find_in_whole(words)
        yield _Seen(len(words), Counter(match.phrase.entry.id for match in found))
        if number % _TOLD_EVERY == 0:
            progress(f"{number} of {len(text.samples)} documents")


def _total(seen: Iterable[_Seen]) -> Counter[str]:
    return sum((one.hits for one in seen), Counter[str]())


def _body(text: Text, seen: Sequence[_Seen]) -> Body:
    return Body(sum(one.words for one in seen), len(seen), text.sha256)


def _spread(entry: str, seen: Sequence[_Seen]) -> float:
    """Return the overdispersion of an entry's counts, by the method of moments."""
    words = sum(one.words for one in seen)
    rate = sum(one.hits[entry] for one in seen) / words if words else 0.0
    if not rate:
        return 0.0
    excess = sum((one.hits[entry] - rate * one.words) ** 2 - rate * one.words for one in seen)
    return round(max(0.0, excess / sum((rate * one.words) ** 2 for one in seen)), 2)


def _flags(measured: Rates, source: Compiled, sides: Sequence[Sequence[_Seen]]) -> dict[str, Flags]:
    """Return the findings on each side by confidence, per thousand words."""
    entries = {entry.id: entry for entry in source.glossary.entries}
    native, translated = (_findings(measured, entries, side) for side in sides)
    return {
        kind.value: Flags(
            _per_thousand(native[kind], measured.native),
            _per_thousand(translated[kind], measured.translated),
        )
        for kind in Confidence
    }


def _findings(
    measured: Rates, entries: Mapping[str, Entry], side: Iterable[_Seen]
) -> Counter[Confidence]:
    """Count findings: every hit is one, but of what is only telling when frequent one a text."""
    found: Counter[Confidence] = Counter()
    for seen in side:
        for name, hits in seen.hits.items():
            kind, rate = entries[name].confidence, measured.rate(name)
            if kind is not Confidence.FREQUENT:
                found[kind] += hits
            elif rate and too_frequent(hits, seen.words, rate):
                found[kind] += 1
    return found


def _per_thousand(count: int, body: Body) -> float:
    return round(count / body.words * _THOUSAND, 4) if body.words else 0.0
