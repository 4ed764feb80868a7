"""How often terms are wrongly reported missing in published human translations.

    python tests/benchmarks/adherence.py [--sample 60 SAMPLE.tsv]

Two glossaries for German, Spanish and French: the term lists of the shared data, on a translation
memory of the same field (for German on news of WMT 2021 and NTREX), and the everyday terms of
`corpora/evaluation/everyday-terms.tsv`, on NTREX. A term of the source that the target lacks is
reported; literal matching looks for the term as a word, in capitals or not.

`--sample` writes some of what our matching reports, for a person to judge: `wrong` where the target
does have the term in some form, `right` where it says something else or nothing, `misaligned` where
it translates another source. Judgements stand in `corpora/evaluation/adherence.judged.json` under a
hash of the pair and its term, and this script counts them: of the pairs judged that translate each
other, the share that is wrong, and what share of all hits that makes. So that a matcher which finds
everything everywhere shows itself, terms are also looked for in the translation of a source far
away. Writes `corpora/evaluation/adherence.json`. Nothing is asserted: this measures.
"""

import argparse
import csv
import lzma
import random
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b, sha256
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import json

from qa import safe_xml
from qa.formats import decoding
from qa.glossary import terms
from qa.glossary.demands import demands
from qa.glossary.renderings import rendering
from qa.glossary.terms import Term
from qa.language import language
from qa.text.words import Words

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import everyday_terms  # noqa: E402

DATA = ROOT.parent / "shared/data"
EVALUATION = ROOT / "corpora/evaluation"
LISTS = {"de": "f_en-de_DE.csv", "es": "f_en-es_XX.csv", "fr": "f_en-fr_XX.csv"}
MEMORIES = {"es": "all.en-es-419.tmx", "fr": "all.en-fr.tmx"}
READ = [
    *(f"terminology/{name}" for name in LISTS.values()),
    *(f"translation-memories/{name}" for name in MEMORIES.values()),
    *(f"ntrex/{tag}.jsonl.xz" for tag in ("en", *LISTS)),
    "wmt-documents/wmt21.en-de.jsonl.xz",
]
# So many pairs on, the translation of a source is about something else.
ELSEWHERE = 500

Texts = list[tuple[str, str]]


class Report(NamedTuple):
    """A term that was reported missing."""

    term: Term
    source: str
    target: str

    @property
    def key(self) -> str:
        text = f"{self.source}\t{self.target}\t{self.term.source}"
        return blake2b(text.encode(), digest_size=8).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", nargs=2, metavar=("SIZE", "FILE"))
    asked = parser.parse_args()
    judged = json.decode((EVALUATION / "adherence.judged.json").read_bytes(), type=dict[str, str])
    rows, left = [], []
    for tag in LISTS:
        for name, glossary, texts in sets(tag):
            row, reports = measured(tag, glossary, texts, judged)
            rows.append({"set": name, "language": tag, **row})
            left += [(f"{name} {tag}", one) for one in reports if one.key not in judged]
            print(rows[-1], file=sys.stderr)
    figures = {"data": {name: digest(name) for name in READ}, "rows": rows}
    (EVALUATION / "adherence.json").write_bytes(json.format(json.encode(figures), indent=1) + b"\n")
    if asked.sample:
        write_sample(left, int(asked.sample[0]), Path(asked.sample[1]))


def digest(name: str) -> str:
    return sha256((DATA / name).read_bytes()).hexdigest()


def sets(tag: str) -> Iterator[tuple[str, tuple[Term, ...], Texts]]:
    listed = terms.read(DATA / "terminology" / LISTS[tag])
    texts = memory(tag) if tag in MEMORIES else [*wmt(), *ntrex(tag)]
    yield "term list", listed, texts
    yield "everyday", everyday_terms.terms("en", tag), ntrex(tag)


def memory(tag: str) -> Texts:
    found = []
    path = DATA / "translation-memories" / MEMORIES[tag]
    content = decoding.decode(path.read_bytes(), str(path))
    units = islice(safe_xml.elements(content, str(path), ("tu",)), 1, None)
    for _, unit in units:
        texts = {
            (variant.get("xml:lang") or "")[:2]: "".join(segment.itertext())
            for variant in unit.findall("tuv")
            for segment in variant.findall("seg")
        }
        found.append((texts["en"], texts[tag]))
    return found


def ntrex(tag: str) -> Texts:
    english, other = (
        {one["docid"]: one["text"] for one in lines(f"ntrex/{name}")} for name in ("en", tag)
    )
    return [pair for name in other for pair in zip(english[name], other[name], strict=True)]


def wmt() -> Texts:
    found: Texts = []
    for one in lines("wmt-documents/wmt21.en-de"):
        human = [name for name in one["refs"] if name not in one["suspected_post_edited"]]
        found += zip(one["src"], one["refs"][human[0]], strict=True) if human else []
    return found


def lines(name: str) -> Iterator[dict[str, Any]]:
    with lzma.open(DATA / f"{name}.jsonl.xz", "rt", encoding="utf-8") as file:
        yield from map(json.decode, file)


def measured(
    tag: str, glossary: tuple[Term, ...], texts: Texts, judged: dict[str, str]
) -> tuple[dict[str, object], list[Report]]:
    looked_for = terms.of_sources(glossary, "en")
    counts: Counter[str] = Counter()
    manners: Counter[str] = Counter()
    reports: list[Report] = []
    others = [target for _, target in texts[ELSEWHERE:] + texts[:ELSEWHERE]]
    for (source, target), other in zip(texts, others, strict=True):
        words = Words(target, elision=language(tag).elision)
        for demand in demands(looked_for, Words(source), "en"):
            counts["hits"] += 1
            found = [one for name in demand.term.targets if (one := rendering(words, name, tag))]
            literal = any(everyday_terms.literal(name, target) for name in demand.term.targets)
            counts["literal"] += not literal
            counts["elsewhere"] += is_reported(demand.term, other, tag)
            counts["literal, found by ours"] += bool(found) and not literal
            manners[found[0].manner if found else "missing"] += 1
            counts["notes"] += not found and not demand.certain
            if not found and demand.certain:
                reports.append(Report(demand.term, source, target))
    verdicts = Counter(judged[one.key] for one in reports if one.key in judged)
    seen = verdicts["wrong"] + verdicts["right"]
    wrong = verdicts["wrong"] / seen if seen else None
    hits = counts["hits"]
    row = {
        "pairs": len(texts),
        "hits": hits,
        "reported by literal matching": counts["literal"],
        "of these wrong at least": counts["literal, found by ours"] / counts["literal"],
        "reported by ours": len(reports),
        "notes": counts["notes"],
        "reported in the translation of another source": counts["elsewhere"] / hits,
        "manners": dict(manners.most_common()),
        "judged": dict(sorted(verdicts.items())),
        "wrong of reports": wrong,
        "wrong of hits": None if wrong is None else wrong * len(reports) / hits,
    }
    return row, reports


def is_reported(term: Term, target: str, tag: str) -> bool:
    words = Words(target, elision=language(tag).elision)
    return not any(rendering(words, name, tag) for name in term.targets)


def write_sample(left: list[tuple[str, Report]], size: int, path: Path) -> None:
    """Write as many reports of every set, drawn by chance but always the same."""
    drawn = random.Random(0)  # noqa: S311 - no secret
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        for name in dict.fromkeys(name for name, _ in left):
            reports = [one for of, one in left if of == name]
            for one in drawn.sample(reports, min(size, len(reports))):
                wanted = "|".join(one.term.targets)
                writer.writerow((one.key, name, one.term.source, wanted, one.source, one.target))


if __name__ == "__main__":
    main()
