"""The tables of the README, made from the checks and from measured figures."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from msgspec import json
from msgspec.structs import replace

from qa import registry
from qa.findings import Confidence
from qa.glossary.rates import Rates
from qa.glossary.termbase import load
from qa.translationese import tabulation
from qa.translationese.evaluation import Contrast, FalseAlarms, Table

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
EVALUATION = CORPORA / "evaluation"


def checks() -> str:
    rows = [
        f"| `{check.id}` | {check.severity.value} | {', '.join(check.languages) or 'all'} "
        f"| {check.manual.summary.rstrip('.')} |"
        for check in registry.all_checks().values()
    ]
    return _table("| check | severity | languages | what it finds |", rows)


def pairs() -> str:
    rows = [_pair(path) for path in sorted(CORPORA.glob("*/phrases.rates.json"))]
    heading = (
        "| pair | nearly always right | depends on context | only when frequent | native words "
        "| warnings | all | translated words | warnings | all | ratio |"
    )
    return _table(heading, rows)


def _pair(path: Path) -> str:
    measured = json.decode(path.read_bytes(), type=Rates)
    entries = load(path.with_name("phrases.toml")).entries
    counts = Counter(entry.confidence for entry in entries)
    cells = [measured.glossary, *(str(counts[kind]) for kind in Confidence)]
    for side, body in (("native", measured.native), ("translated", measured.translated)):
        flags = [getattr(one, side) for one in measured.flags.values()]
        found = (f"{flags[0]:.3f}", f"{sum(flags):.2f}") if body.words else ("–", "–")
        cells += [f"{body.words:,}", *found]
    native, translated = (
        sum(getattr(one, side) for one in measured.flags.values())
        for side in ("native", "translated")
    )
    comparable = measured.native.words and measured.translated.words and native
    cells.append(f"{translated / native:.0f}" if comparable else "–")
    return f"| {' | '.join(cells)} |"


def speed() -> str:
    figures = json.decode((EVALUATION / "speed.json").read_bytes())
    rows = [
        f"| {row['what']} | {row['words_per_second']:,.0f} | {row['seconds']:.2f} "
        f"| {row['megabytes']:.0f} |"
        for row in figures["rows"]
    ]
    return (
        f"Measured by `python tests/benchmarks/speed.py` on {figures['machine']}, "
        f"{figures['date']}; {figures['text']}.\n\n"
        + _table("| what | words/s | s | peak MB |", rows)
    )


def verdict() -> str:
    found = json.decode((EVALUATION / "translationese.en.json").read_bytes(), type=Table)
    kept = replace(
        found,
        contrasts=tuple(one for one in found.contrasts if _is_shown(one)),
        false_alarms=tuple(one for one in found.false_alarms if _is_reference(one)),
    )
    return "\n".join(["", *tabulation.lines(kept), ""])


def _is_shown(one: Contrast) -> bool:
    trivial = one.score in ("sentence length", "type-token ratio")
    return not one.source.endswith("-pt") and not trivial


def _is_reference(one: FalseAlarms) -> bool:
    return not one.source.endswith("-pt") and one.reference == "news-de-en"


def _table(heading: str, rows: list[str]) -> str:
    line = "|---" * (heading.count("|") - 1) + "|"
    return "\n".join(["", heading, line, *rows, "", ""])


TABLES: dict[str, Callable[[], str]] = {
    "checks": checks,
    "pairs": pairs,
    "speed": speed,
    "verdict": verdict,
}
