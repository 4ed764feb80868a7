"""How well sentences are aligned, and what is said of parts without a partner.

    python tests/benchmarks/alignment.py [--year 2022] [--only de-en] [--semantic] [--out]

The documents of WMT 2021–22 are aligned by segment. Here some of their segments are joined or
divided on one side, shifted across a boundary or dropped, by a fixed seed; every row of faults
gives a text whose true alignment is known. F1 is that of beads that have sentences on both sides:
all their sentences have to be right. Weights were tuned on 2021; the figures are of 2022. The
package galechurch, lengths alone as Gale and Church (1993) have it, aligns the same texts in the
same run.

Parts without a partner are measured on whole articles, cut into sentences by ``qa`` itself, with
paragraphs and without: on the articles as they are (false alarms) and with one segment dropped
from either side (found). ``--out`` writes corpora/evaluation/alignment.json. Nothing is asserted.
"""

import argparse
import lzma
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import galechurch
import msgspec
from msgspec import Struct, json

from qa import embeddings
from qa.alignment.lexical import Lexical
from qa.alignment.meaning import Meaning
from qa.alignment.search import Costs, align
from qa.alignment.sentences import Sentence
from qa.check import Check, Context, source_context
from qa.checks.possible_addition import possible_addition
from qa.checks.possible_omission import possible_omission
from qa.config import Config
from qa.findings import Mark, Severity
from qa.formats import read_text
from qa.language import language
from qa.model import Segment, Span, Text
from qa.originals import beside

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/wmt-documents"
RESULT = ROOT / "corpora/evaluation/alignment.json"
DIRECTIONS = ("de-en", "fr-de", "cs-en", "zh-en", "ja-en", "ru-en")
LEAST_SEGMENTS = 5
LONG = 500
LONG_TEXTS = 3
# The encoder takes its time: documents that it is measured on.
ENCODED = 15
ARTICLES = 50
PARAGRAPH_ENDS = 0.5
STOP = re.compile(r"[.!?;:,。！？；，、…][\"”»」’)]*\s*")

Found = list[tuple[Check, Mark, str]]
Bead = tuple[int, int, int, int]
Lines = tuple[list[str], list[str]]


class Faults(Struct, frozen=True):
    """How often segments are joined, divided, shifted and dropped."""

    joined: float
    divided: float
    shifted: float
    dropped: float


KINDS = {
    "12 % joined or divided, 5 % dropped": Faults(0.06, 0.06, 0.02, 0.05),
    "24 % joined or divided, 10 % dropped": Faults(0.12, 0.12, 0.04, 0.1),
}


class Case(Struct):
    """Two texts with a known alignment."""

    sources: list[str]
    targets: list[str]
    beads: list[Bead]

    def add(self, sources: Sequence[str], targets: Sequence[str]) -> None:
        bead = (len(self.sources), len(sources), len(self.targets), len(targets))
        self.beads.append(bead)
        self.sources += sources
        self.targets += targets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--year", type=int, default=2022)
    parser.add_argument("--only")
    parser.add_argument("--semantic", action="store_true")
    parser.add_argument("--out", action="store_true")
    asked = parser.parse_args()
    names = [name for name in DIRECTIONS if asked.only in (None, name)]
    rows = [row for name in names for row in direction(name, asked.year, semantic=asked.semantic)]
    parts = [part for name in names for part in unaligned(name, asked.year)]
    figures = {
        "data": f"WMT {asked.year}, documents of {LEAST_SEGMENTS} segments or more",
        "galechurch": galechurch_version(),
        "rows": rows,
        "unaligned": parts,
    }
    print(msgspec.json.format(json.encode(figures)).decode())
    if asked.out:
        RESULT.write_bytes(msgspec.json.format(json.encode(figures)) + b"\n")


def galechurch_version() -> str:
    from importlib.metadata import version

    return version("galechurch")


def documents(name: str, year: int) -> list[Lines]:
    """Return the sources and first human references of the documents of a direction."""
    path = DATA / f"wmt{year % 100}.{name}.jsonl.xz"
    records = (json.decode(line) for line in lzma.decompress(path.read_bytes()).splitlines())
    pairs = ((record["src"], reference(record)) for record in records)
    return [pair for pair in pairs if len(pair[0]) >= LEAST_SEGMENTS and all(map(all, pair))]


def reference(record: dict[str, Any]) -> list[str]:
    names = sorted(record["refs"])
    human = [name for name in names if name not in record["suspected_post_edited"]]
    return [line.strip() for line in record["refs"][(human or names)[0]]]


def direction(name: str, year: int, *, semantic: bool) -> Iterator[dict[str, Any]]:
    for number, (texts, cases) in enumerate(texts_of(name, year)):
        row = {"direction": name, "texts": texts, **measured(name, cases)}
        if semantic and number == 0 and embeddings.knows(*name.split("-")):
            row |= by_meaning(name, cases[:ENCODED])
        yield row


def texts_of(name: str, year: int) -> Iterator[tuple[str, list[Case]]]:
    for kind, faults in KINDS.items():
        draw = drawing(name, kind)
        yield kind, [damaged(pair, faults, draw) for pair in documents(name, year)]
    draw, (kind, faults) = drawing(name), next(iter(KINDS.items()))
    yield f"{kind}, {LONG} segments", [damaged(pair, faults, draw) for pair in long(name, year)]


def drawing(*seed: object) -> random.Random:
    return random.Random(repr(seed))  # noqa: S311 - the same faults in every run


def long(name: str, year: int) -> list[Lines]:
    """Return documents put together to texts of ``LONG`` segments."""
    both = documents(name, year)
    sources = [line for one, _ in both for line in one]
    targets = [line for _, one in both for line in one]
    starts = range(0, min(len(sources), LONG_TEXTS * LONG), LONG)
    return [(sources[at : at + LONG], targets[at : at + LONG]) for at in starts]


def damaged(pair: Lines, faults: Faults, draw: random.Random) -> Case:
    case, at = Case([], [], []), 0
    while at < len(pair[0]):
        sources, targets = pair[0][at : at + 2], pair[1][at : at + 2]
        at += step(case, sources, targets, faults, draw)
    return case


def step(
    case: Case, sources: list[str], targets: list[str], faults: Faults, draw: random.Random
) -> int:
    """Add one or two segments to a text, with or without a fault; return how many it took."""
    first = sources[:1], targets[:1]
    fault = draw.choices(
        (*FAULTS, None), weights=(*msgspec.structs.astuple(faults), 1 - total(faults))
    )[0]
    left, right, taken = fault(sources, targets, draw) if fault else (*first, 1)
    case.add(left, right)
    return taken


def total(faults: Faults) -> float:
    return faults.joined + faults.divided + faults.shifted + faults.dropped


Damaged = tuple[list[str], list[str], int]


def join(sources: list[str], targets: list[str], draw: random.Random) -> Damaged:
    left, right = (
        (sources, [" ".join(targets)]) if draw.random() < 0.5 else ([" ".join(sources)], targets)
    )
    return left, right, len(sources)


def divide(sources: list[str], targets: list[str], draw: random.Random) -> Damaged:
    if draw.random() < 0.5:
        return halves(sources[0]), targets[:1], 1
    return sources[:1], halves(targets[0]), 1


def shift(sources: list[str], targets: list[str], _draw: random.Random) -> Damaged:
    """Move the beginning of the second target to the first, so that neither stands alone."""
    parts = halves(targets[-1])
    if len(targets) < 2 or len(parts) < 2:
        return sources[:1], targets[:1], 1
    return sources, [f"{targets[0]} {parts[0]}", parts[1]], 2


def drop(sources: list[str], targets: list[str], draw: random.Random) -> Damaged:
    return (sources[:1], [], 1) if draw.random() < 0.5 else ([], targets[:1], 1)


FAULTS: tuple[Callable[..., Damaged], ...] = (join, divide, shift, drop)


def halves(line: str) -> list[str]:
    """Return a line cut after the punctuation that is nearest to its middle, if there is any."""
    cuts = [found.end() for found in STOP.finditer(line)]
    inner = [cut for cut in cuts if 0.2 * len(line) < cut < 0.8 * len(line)]
    if not inner:
        return [line]
    cut = min(inner, key=lambda one: abs(one - len(line) / 2))
    return [line[:cut].strip(), line[cut:].strip()]


def measured(name: str, cases: Sequence[Case]) -> dict[str, Any]:
    found, seconds = timed(Lexical, name, cases)
    return {
        "cases": len(cases),
        "beads": sum(len(case.beads) for case in cases),
        "f1": f1(found, cases),
        "seconds": seconds,
        "galechurch": f1([by_length(case) for case in cases], cases),
    }


def by_meaning(name: str, cases: Sequence[Case]) -> dict[str, Any]:
    return {
        "semantic": f1(timed(Meaning, name, cases)[0], cases),
        "semantic_cases": len(cases),
        "f1_of_them": f1(timed(Lexical, name, cases)[0], cases),
    }


def timed(
    costs: Callable[..., Costs], name: str, cases: Sequence[Case]
) -> tuple[list[list[Bead]], float]:
    """Return the beads found in all texts, and the processor's seconds a text."""
    start = time.process_time()
    found = [beads(costs(*sentences(case), tuple(name.split("-")))) for case in cases]
    return found, round((time.process_time() - start) / len(cases), 2)


def beads(costs: Costs) -> list[Bead]:
    return [(one.i, one.m, one.j, one.n) for one in align(costs)]


def by_length(case: Case) -> list[Bead]:
    found = galechurch.align(case.sources, case.targets).beads
    return [
        (
            one.source_start,
            one.source_end - one.source_start,
            one.target_start,
            one.target_end - one.target_start,
        )
        for one in found
    ]


def sentences(case: Case) -> tuple[list[Sentence], list[Sentence]]:
    """Return the units of both texts as sentences of a single paragraph."""
    return list(one_paragraph(case.sources)), list(one_paragraph(case.targets))


def one_paragraph(lines: Sequence[str]) -> Iterator[Sentence]:
    segment, start = Segment(0, Text.verbatim(" ".join(lines))), 0
    for at, line in enumerate(lines):
        span = Span(start, start + len(line))
        yield Sentence(segment, span, at == 0, at == len(lines) - 1)
        start = span.end + 1


def f1(found: Sequence[Sequence[Bead]], cases: Sequence[Case]) -> float:
    """Return the harmonic mean of precision and recall of the beads with both sides."""
    right = ours = true = 0
    for beads, case in zip(found, cases, strict=True):
        mine, theirs = ({one for one in side if one[1] and one[3]} for side in (beads, case.beads))
        right, ours, true = right + len(mine & theirs), ours + len(mine), true + len(theirs)
    return round(2 * right / (ours + true), 3)


def unaligned(name: str, year: int) -> Iterator[dict[str, Any]]:
    """Yield what the checks say of whole articles, as they are and with a segment dropped."""
    articles = documents(name, year)[:ARTICLES]
    for divided in (True, False):
        draw = drawing(name, divided)
        told = [article(name, pair, draw, divided=divided) for pair in articles]
        yield {
            "direction": name,
            "texts": "articles in paragraphs" if divided else "articles in one paragraph",
            "segments": sum(len(sources) for sources, _ in articles),
            **{key: sum(one[key] for one in told) for key in told[0]},
        }


def article(name: str, pair: Lines, draw: random.Random, *, divided: bool) -> dict[str, int]:
    """Return the numbers of false alarms, and of dropped segments that were found."""
    sources, targets = pair
    ends = [divided and draw.random() < PARAGRAPH_ENDS for _ in sources]
    lost = draw.randrange(1, len(sources) - 1)
    intact = findings(name, text(sources, ends), text(targets, ends))
    omitted = findings(name, text(sources, ends), text(targets, ends, lost))
    added = findings(name, text(sources, ends, lost), text(targets, ends))
    return {
        "warnings": sum(mark.severity is not Severity.NOTE for _, mark, _ in intact),
        "notes": sum(mark.severity is Severity.NOTE for _, mark, _ in intact),
        "dropped": 2,
        "found": named(omitted, sources[lost], possible_omission)
        + named(added, targets[lost], possible_addition),
    }


def text(lines: Sequence[str], ends: Sequence[bool], lost: int | None = None) -> str:
    kept = [
        (line, end) for at, (line, end) in enumerate(zip(lines, ends, strict=True)) if at != lost
    ]
    return "".join(line + ("\n\n" if end else " ") for line, end in kept)


def findings(name: str, source: str, target: str) -> Found:
    origin, tag = name.split("-")
    config = Config(language=tag, origin=origin)
    document = beside(read_text(target), read_text(source), config)
    context = Context(document, language(tag), origin, source=source_context(document))
    return [
        (check, mark, mark.source_text or segment.text.content)
        for check in (possible_omission, possible_addition)
        for segment, mark in check.run(document, context)
    ]


def named(found: Found, lost: str, check: Check) -> bool:
    """Tell whether a finding has words of what was dropped."""
    texts = (words for one, _, words in found if one is check)
    return any(line in lost for one in texts for line in one.split("\n"))


if __name__ == "__main__":
    main()
