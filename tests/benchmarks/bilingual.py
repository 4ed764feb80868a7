"""How many faults the bilingual checks find, and how often they flag good translations.

    python tests/benchmarks/bilingual.py [--year 2022] [--segments 300] [--only de-en …] [--show 5]

The good translations are human references of WMT, those that are suspected to be edited machine
translation left out: 2021 is there to tune on, 2022 to report. Of every direction whole documents
are taken with a fixed seed until there are so many segments. Faults are seeded by `tests/faults.py`
into every third segment of a copy, one kind at a time; one counts as found if its segment has a
warning or worse that it did not have before. Sentences are dropped from paragraphs of two or three
segments put together. Terms are few, so they are replaced in a second run, over all documents of
the directions for which `corpora/evaluation/everyday-terms.tsv` has both languages. It is given
that glossary, and what it flags in good translations is counted apart. Writes
`corpora/evaluation/bilingual.json`, from which the README's tables are made; with `--year 2021` it
only prints.
"""

import argparse
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec import Struct, field, json, structs

from qa import registry
from qa.config import Config
from qa.findings import Finding, Severity
from qa.model import Document, Pair, Segment, Source, Text
from qa.pipeline import inspect

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import everyday_terms  # noqa: E402
from faults import KINDS, KINDS_OF_TERMS, Material, names, tagged  # noqa: E402

DATA = ROOT.parent / "shared/data/wmt-documents"
TARGET = ROOT / "corpora/evaluation/bilingual.json"
EVERY = 3
SEED = 7
ALL_KINDS = KINDS | KINDS_OF_TERMS
Report = dict[int, list[Finding]]


class Figures(Struct):
    """What was counted in one direction; ``alarms`` and ``found`` are by check."""

    segments: int = 0
    flagged: int = 0
    noted: int = 0
    alarms: Counter[str] = field(default_factory=Counter)
    seeded: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)


class Figured(Struct):
    """What a run counted."""

    all: Figures
    directions: dict[str, Figures]


def main() -> None:
    asked = arguments()
    paths = sorted(DATA.glob(f"wmt{asked.year % 100}.*.jsonl.xz"))
    paths = [path for path in paths if not asked.only or direction(path) in asked.only]
    with ProcessPoolExecutor(asked.jobs) as pool:
        plain = run(pool, partial(measured, segments=asked.segments, show=asked.show), paths)
        listed = [path for path in paths if everyday_terms.terms(*languages(path))]
        print("With a glossary of everyday terms:")
        with_glossary = run(pool, partial(measured_with_glossary, show=asked.show), listed)
    if asked.year != 2021 and not asked.only:
        written(plain, with_glossary, paths, asked)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--year", type=int, default=2022)
    parser.add_argument("--segments", type=int, default=300)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--show", type=int, default=0, help="print so many false alarms and misses")
    parser.add_argument("--jobs", type=int, default=2)
    return parser.parse_args()


def direction(path: Path) -> str:
    return path.name.split(".")[1]


def languages(path: Path) -> tuple[str, str]:
    origin, language = direction(path).split("-")
    return origin, language


def run(
    pool: ProcessPoolExecutor, measure: Callable[[Path], Figures], paths: list[Path]
) -> Figured:
    """Measure the directions, print what was counted and return it."""
    every = zip(map(direction, paths), pool.map(measure, paths), strict=True)
    figures = {name: one for name, one in every if one.segments}
    everything = total(figures.values())
    for name, one in {**figures, "all": everything}.items():
        print(line(name, one))
    print("false alarms", everything.alarms.most_common())
    print("found by", everything.found.most_common())
    return Figured(everything, figures)


def line(name: str, one: Figures) -> str:
    kinds = {kind: f"{one.caught[kind]}/{count}" for kind, count in one.seeded.items()}
    rate = one.caught.total() / (one.seeded.total() or 1)
    flagged = one.flagged / (one.segments or 1)
    return f"{name}: {one.segments} flagged {flagged:.2%} found {rate:.1%} {kinds}"


def written(
    plain: Figured, with_glossary: Figured, paths: list[Path], asked: argparse.Namespace
) -> None:
    digest = sha256()
    for path in paths:
        digest.update(path.read_bytes())
    report = {
        "date": datetime.now(tz=UTC).date().isoformat(),
        "data": f"wmt-documents {asked.year}, SHA-256 {digest.hexdigest()[:12]}",
        "segments_a_direction": asked.segments,
        "all": plain.all,
        "directions": plain.directions,
        "with_glossary": with_glossary,
    }
    TARGET.write_bytes(json.format(json.encode(report), indent=1) + b"\n")


def total(figures: Iterable[Figures]) -> Figures:
    whole = Figures()
    for one in figures:
        for each in structs.fields(Figures):
            both = getattr(whole, each.name) + getattr(one, each.name)
            setattr(whole, each.name, both)
    return whole


def measured(path: Path, segments: int, show: int) -> Figures:
    """Count the false alarms and the faults found in a sample of one direction."""
    documents = [list(document(path, pairs)) for pairs in sampled(path, segments)]
    return counted(documents, KINDS, show)


def measured_with_glossary(path: Path, show: int) -> Figures:
    """Count the false alarms and the replaced terms found in all of one direction."""
    listed = everyday_terms.terms(*languages(path))
    with TemporaryDirectory() as folder:
        table = Path(folder) / f"{direction(path)}.tsv"
        everyday_terms.write(listed, table)
        documents = [
            [
                structs.replace(one, terms=listed, glossary=str(table))
                for one in document(path, pairs)
            ]
            for pairs in translated(path)
        ]
        return counted(documents, KINDS_OF_TERMS, show)


def document(path: Path, pairs: list[tuple[str, str]]) -> Iterator[Material]:
    """Yield the pairs of a document with the names of all of it."""
    good = [Material(*pair, *languages(path)) for pair in pairs]
    known = tuple(name for one in good for name in names(one))
    return (structs.replace(one, names=known) for one in good)


def counted(documents: list[list[Material]], kinds: Iterable[str], show: int) -> Figures:
    """Count what is flagged in good translations, and what is found of faults of these kinds."""
    figures = Figures()
    shown: list[str] = []
    for number, good in enumerate(documents):
        clean = inspected(good)
        count(figures, clean, len(good))
        shown += alarms(good, clean)
        for kind in kinds:
            material = prepared(kind, good)
            before = clean if material is good else inspected(material)
            chance = Random(f"{SEED}{number}{kind}")  # noqa: S311
            shown += seeded(kind, material, before, chance, figures)
    sample = Random(SEED).sample(shown, min(show, len(shown)))  # noqa: S311
    print("\n".join(sample))
    return figures


def sampled(path: Path, segments: int) -> Iterator[list[tuple[str, str]]]:
    """Yield documents as pairs of source and reference until there are enough segments."""
    found = list(translated(path))
    Random(SEED).shuffle(found)  # noqa: S311
    taken = 0
    for document in found:
        if taken < segments:
            taken += len(document)
            yield document


def translated(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the documents of a file once for every human reference, without empty segments."""
    for record in map(json.decode, lzma.decompress(path.read_bytes()).splitlines()):
        for name in sorted(set(record["refs"]) - set(record["suspected_post_edited"])):
            pairs = zip(record["src"], record["refs"][name], strict=True)
            full = [pair for pair in pairs if pair[0].strip() and pair[1].strip()]
            if full:
                yield full


def prepared(kind: str, good: list[Material]) -> list[Material]:
    """Return pairs that a fault of this kind can spoil."""
    if kind == "sentence dropped":
        return paragraphs(good)
    return [tagged(one) for one in good] if kind == "tag broken" else good


def paragraphs(good: list[Material]) -> list[Material]:
    """Return paragraphs of two or three consecutive segments."""
    sizes = [2 + at % 2 for at in range(len(good))]
    joined, place = [], 0
    for size in sizes:
        group = good[place : place + size]
        place += size
        if len(group) > 1:
            space = "" if group[0].origin in {"zh", "ja"} else " "
            between = "" if group[0].language in {"zh", "ja"} else " "
            source = space.join(one.source for one in group)
            target = between.join(one.target for one in group)
            joined.append(structs.replace(group[0], source=source, target=target))
    return joined


def seeded(
    kind: str, good: list[Material], before: Report, chance: Random, figures: Figures
) -> list[str]:
    """Spoil every third pair and count the faults that are found; return those that are not."""
    spoilt: dict[int, str] = {}
    for number, one in enumerate(good):
        if number % EVERY == chance.randrange(EVERY) and (target := ALL_KINDS[kind](one, chance)):
            spoilt[number] = target
    faulty = [
        structs.replace(one, target=spoilt.get(at, one.target)) for at, one in enumerate(good)
    ]
    after = inspected(faulty) if spoilt else {}
    missed = []
    for number, target in spoilt.items():
        fresh = warned(after.get(number, [])) - warned(before.get(number, []))
        figures.seeded[kind] += 1
        figures.caught[kind] += bool(fresh)
        figures.found.update({name for name, _ in fresh})
        if not fresh:
            missed.append(f"MISSED {kind}\n   {good[number].source}\n   {target}")
    return missed


def inspected(pairs: list[Material]) -> Report:
    """Return the findings of the bilingual checks by the number of the segment."""
    if not pairs:
        return {}
    document = made(pairs)
    config = Config(
        language=pairs[0].language,
        origin=pairs[0].origin,
        glossaries=tuple(filter(None, [pairs[0].glossary])),
        select=bilingual(),
    )
    starts = [one.target for one in pairs]
    found: Report = defaultdict(list)
    segment_of: dict[int, int] = {}
    for segment in document.segments:
        start = segment.text.locate(0)
        segment_of |= dict.fromkeys(
            range(start, start + len(starts[segment.number])), segment.number
        )
    for finding in inspect(document, config).findings:
        found[segment_of[finding.start]].append(finding)
    return found


def bilingual() -> tuple[str, ...]:
    """Return the checks whose examples have a source."""
    checks = registry.all_checks().values()
    return tuple(one.id for one in checks if any(text.origin for text in one.manual.flagged))


def made(pairs: list[Material]) -> Document:
    """Return a document with the pairs as its segments, a line each."""
    sources, targets = (
        laid_out([getattr(one, side) for one in pairs]) for side in ("source", "target")
    )
    source = Source(
        path="source",
        content="\n".join(one.source for one in pairs),
        segments=sources,
        pairs=tuple(Pair(*both) for both in zip(sources, targets, strict=True)),
        language=pairs[0].origin,
    )
    return Document("target", "\n".join(one.target for one in pairs), targets, source=source)


def laid_out(texts: list[str]) -> tuple[Segment, ...]:
    starts = [sum(len(one) + 1 for one in texts[:at]) for at in range(len(texts))]
    return tuple(
        Segment(number, Text.verbatim(text, start))
        for number, (text, start) in enumerate(zip(texts, starts, strict=True))
    )


def warned(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(one.check, one.message) for one in findings if one.severity is not Severity.NOTE}


def count(figures: Figures, clean: Report, segments: int) -> None:
    figures.segments += segments
    for findings in clean.values():
        figures.flagged += bool(warned(findings))
        figures.noted += bool(findings)
        figures.alarms.update({name for name, _ in warned(findings)})


def alarms(good: list[Material], clean: Report) -> Iterator[str]:
    for number, findings in clean.items():
        for name, message in warned(findings):
            yield f"ALARM {name}: {message}\n   {good[number].source}\n   {good[number].target}"


if __name__ == "__main__":
    main()
