"""Scores beside sacrebleu's on all of WMT 2021–22, and how long both take for twenty systems.

    python tests/benchmarks/scoring.py [--ter-every 20] [--only wmt21.en-de …] [--resume] […]

Every value of every system against all references is compared: corpus, document and segment
scores, intervals, and p-values between the first system and each other: of the paired bootstrap,
and for the first four systems of approximate randomisation.
sacrebleu's TER takes hours; `--ter-every 1` gives them to it, by default it has every twentieth
document. Writes `corpora/evaluation/scoring.json` after every direction; `--resume` leaves those
that are in it, from the same data and with as much of TER, as they are. A part that is left out
stays as it was. Nothing is asserted: this measures.
"""

import argparse
import hashlib
import lzma
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from msgspec import json
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER
from sacrebleu.significance import PairedTest as Peer

from qa.scoring.model import System, TestSet
from qa.scoring.options import Options, PairedTest
from qa.scoring.scoring import Scored, score

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared/data/wmt-documents"
LARGEST = "wmt21.en-de"
FAST = ("bleu", "chrf", "chrf++")
# sacrebleu's mean of 32-bit numbers is one of 32 bits, ours an end of an interval of 64.
INTERVAL = 1e-4
# Ten thousand trials of every system would take longer than all the rest.
RANDOMISED = 4


def main() -> None:
    asked = arguments()
    if not asked.no_parity:
        parity(asked)
    if not asked.no_speed:
        merge(asked.to, {"speed": speed(DATA / f"{LARGEST}.jsonl.xz", asked.documents)})
    figures = json.decode(asked.to.read_bytes())
    print({key: value for key, value in figures.items() if key != "directions"})


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ter-every", type=int, default=20)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--jobs", type=int, default=1, help="directions at a time")
    parser.add_argument("--documents", type=int, help="take the time of only so many")
    parser.add_argument("--no-parity", action="store_true")
    parser.add_argument("--no-speed", action="store_true")
    parser.add_argument("--to", type=Path, default=ROOT / "corpora/evaluation/scoring.json")
    return parser.parse_args()


def merge(to: Path, figures: dict[str, Any]) -> None:
    """Put figures in the place of those of the same names in a file."""
    before = json.decode(to.read_bytes()) if to.exists() else {}
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    about = {"machine": machine, "date": datetime.now(tz=UTC).date().isoformat()}
    to.write_bytes(json.format(json.encode(before | about | figures), indent=1) + b"\n")


def read(path: Path) -> list[dict[str, Any]]:
    return [json.decode(line) for line in lzma.decompress(path.read_bytes()).splitlines()]


def name(path: Path) -> str:
    return path.name.removesuffix(".jsonl.xz")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def parity(asked: argparse.Namespace) -> None:
    """Write how many values were compared, and how many differ, by kind and by direction."""
    done = json.decode(asked.to.read_bytes())["directions"] if asked.to.exists() else {}
    every = sorted(DATA.glob("*.jsonl.xz"))
    paths = [path for path in every if wanted(path, asked, done)]
    merge(asked.to, {"available": len(every), **summed(done)})
    with ProcessPoolExecutor(asked.jobs) as pool:
        found = pool.map(partial(compared, ter_every=asked.ter_every), paths)
        for path, (values, different) in zip(paths, found, strict=True):
            print(name(path), values.total(), "different:", different.total(), flush=True)
            done[name(path)] = {
                "data": digest(path),
                "ter_every": asked.ter_every,
                "compared": values,
                "different": +different,
            }
            merge(asked.to, summed(done))


def wanted(path: Path, asked: argparse.Namespace, done: dict[str, Any]) -> bool:
    before = done.get(name(path), {})
    known = before.get("data") == digest(path) and before["ter_every"] <= asked.ter_every
    return name(path) in (asked.only or [name(path)]) and not (asked.resume and known)


def summed(directions: dict[str, Any]) -> dict[str, Any]:
    every, wrong = (
        sum((Counter(one[key]) for one in directions.values()), Counter[str]())
        for key in ("compared", "different")
    )
    return {
        "ter_every": max((one["ter_every"] for one in directions.values()), default=0),
        "values": every.total(),
        "different": wrong.total(),
        "compared": every,
        "directions": dict(sorted(directions.items())),
    }


def compared(path: Path, ter_every: int) -> tuple[Counter[str], Counter[str]]:
    """Compare one direction: all of it by the fast metrics, some documents by TER."""
    documents = read(path)
    pairs = [
        *beside(*test_set(documents, path), FAST),
        *beside(*test_set(documents[::ter_every], path), ("ter",)),
    ]
    values, different = Counter[str](), Counter[str]()
    for kind, ours, theirs in pairs:
        close = INTERVAL if "interval" in kind else 0.0
        values[kind] += 1
        different[kind] += not abs(ours - theirs) <= close
    return values, different


def test_set(documents: list[dict[str, Any]], path: Path) -> tuple[TestSet, list[System]]:
    """Return segments as sacrebleu's command line reads them."""
    first = documents[0]
    language = name(path).split("-")[-1]
    references = tuple(
        tuple(segment.rstrip() for one in documents for segment in one["refs"][reference])
        for reference in first["refs"]
    )
    ids = tuple(f"{at} {one['docid']}" for at, one in enumerate(documents) for _ in one["src"])
    systems = [
        System(
            system, tuple(segment.rstrip() for one in documents for segment in one["hyps"][system])
        )
        for system in first["hyps"]
    ]
    return TestSet(references, documents=ids, target_language=language), systems


def beside(
    test: TestSet, systems: list[System], metrics: tuple[str, ...]
) -> Iterator[tuple[str, float, float]]:
    """Yield the kind of every value, our value and sacrebleu's."""
    scored = score(test, systems, Options(metrics=metrics))
    peers = [peer(metric, test) for metric in metrics]
    for metric in peers:
        for at, system in enumerate(systems):
            yield from of_system(scored, at, system, test, metric)
    yield from tested(scored, systems, peers, "bs")
    some = systems[:RANDOMISED]
    randomised = score(test, some, Options(metrics=metrics, paired=PairedTest.RANDOMISATION))
    yield from tested(randomised, some, peers, "ar")


def peer(metric: str, test: TestSet) -> Any:
    references: Any = test.references
    made: dict[str, Any] = {
        "bleu": lambda: BLEU(trg_lang=test.target_language or "", references=references),
        "chrf": lambda: CHRF(references=references),
        "chrf++": lambda: CHRF(word_order=2, references=references),
        "ter": lambda: TER(references=references),
    }
    found = made[metric]()
    # One and the same rows serve the scores and both tests.
    found._extract_corpus_statistics = cache(found._extract_corpus_statistics)  # noqa: SLF001
    return found


def of_system(
    scored: Scored, at: int, system: System, test: TestSet, metric: Any
) -> Iterator[tuple[str, float, float]]:
    rows = metric._extract_corpus_statistics(system.hypotheses, None)  # noqa: SLF001
    whole = metric._aggregate_and_compute(rows)  # noqa: SLF001
    ours = scored.systems[at]
    corpus = next(one for one in ours.scores if one.metric == whole.name)
    yield f"{whole.name} corpus", corpus.score, whole.score
    members: dict[str, list[Any]] = {}
    for identity, row in zip(test.documents or (), rows, strict=True):
        members.setdefault(identity, []).append(row)
    for document, some in zip(ours.documents, members.values(), strict=True):
        theirs = metric._aggregate_and_compute(some).score  # noqa: SLF001
        yield f"{whole.name} document", document.scores[whole.name], theirs
    single: Any = BLEU(effective_order=True) if whole.name == "BLEU" else metric
    for segment, row in zip(ours.segments, rows, strict=True):
        theirs = single._aggregate_and_compute([row]).score  # noqa: SLF001
        yield f"{whole.name} segment", segment.scores[whole.name], theirs


def tested(
    scored: Scored, systems: list[System], peers: list[Any], kind: str
) -> Iterator[tuple[str, float, float]]:
    """Yield p-values against the first system, with intervals of the bootstrap."""
    streams: Any = [(one.name, one.hypotheses) for one in systems]
    numbered = {str(at): one for at, one in enumerate(peers)}
    found: dict[str, Any] = Peer(streams, numbered, None, test_type=kind)()[1]
    found.pop("System")
    ours = {(one.metric, one.left, one.right): one.p for one in scored.differences}
    for metric, results in found.items():
        for at, result in enumerate(results):
            if at:
                p = ours[metric, systems[0].name, systems[at].name]
                yield f"{metric} p-value {kind}", p, result.p_value
            if kind == "bs":
                mine = next(one for one in scored.systems[at].scores if one.metric == metric)
                low, high = mine.low or 0, mine.high or 0
                yield f"{metric} interval mean", (low + high) / 2, float(result.mean)
                yield f"{metric} interval half", (high - low) / 2, float(result.ci)


def speed(path: Path, size: int | None) -> dict[str, float]:
    """Time twenty systems by four metrics, with 1,000 resamples and paired tests.

    Ours tests every pair of systems. sacrebleu's command line tests the first against the others,
    and has to be called a second time for chrF++.
    """
    test, systems = test_set(read(path)[:size], path)
    with tempfile.TemporaryDirectory() as place:
        reference = written(Path(place) / "reference", test.references[0])
        files = [written(Path(place) / f"{at}", one.hypotheses) for at, one in enumerate(systems)]
        program = "from qa.cli.score import score; import typer; typer.run(score)"
        qa = [sys.executable, "-c", program, *files, "--reference", reference]
        ours = timed([*qa, "--target-language", "de", "--format", f"json={place}/scores.json"])
        sacrebleu = [str(Path(sys.executable).with_name("sacrebleu")), reference, "-i", *files]
        paired = ["--paired-bs", "--format", "text", "--quiet"]
        theirs = timed([*sacrebleu, *paired, "-m", "bleu", "chrf", "ter"])
        theirs += timed([*sacrebleu, *paired, "-m", "chrf", "--chrf-word-order", "2"])
    return {
        "systems": len(systems),
        "segments": test.size,
        "seconds": ours,
        "sacrebleu_seconds": theirs,
        "ratio": theirs / ours,
    }


def written(path: Path, segments: Sequence[str | None]) -> str:
    path.write_text("".join(f"{segment}\n" for segment in segments), encoding="utf-8")
    return str(path)


def timed(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
