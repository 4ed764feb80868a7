"""The tables of the README, made from the checks and from measured figures."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import json
from msgspec.structs import replace

from qa import registry
from qa.findings import Confidence
from qa.glossary.rates import Rates
from qa.glossary.termbase import load
from qa.language import language
from qa.translationese import tabulation
from qa.translationese.tables import Calibrated, Contrast, FalseAlarms, Table

CORPORA = Path(__file__).resolve().parent.parent / "corpora"
EVALUATION = CORPORA / "evaluation"
_DRAWN = 200
_SHOWN = {"unseen engine": 200, "unseen source language": 500}


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


def termbase() -> str:
    figures = json.decode((EVALUATION / "termbase-size.json").read_bytes())
    rows = [
        f"| {row['command']} | {row['seconds']:.2f} | {row['megabytes']} |"
        for row in figures["rows"]
    ]
    return (
        f"{figures['concepts']:,} concepts with 210,000 terms, seconds of the processor; measured\n"
        "by `python tests/benchmarks/termbase_size.py`.\n\n"
        + _table("| command | s | peak MB |", rows)
    )


def scoring() -> str:
    figures = json.decode((EVALUATION / "scoring.json").read_bytes())
    speed = figures["speed"]
    return (
        f"{figures['values']:,} values compared with sacrebleu's ({figures['data']}; of TER every\n"
        f"{figures['ter_every']}th document): {figures['different']} differ. {speed['systems']} "
        f"systems of {speed['segments']} segments, all pairs tested:\n"
        f"{speed['seconds']:.1f} s; sacrebleu's program {speed['sacrebleu_seconds']:.1f} s "
        f"in the same run ({speed['ratio']:.1f} times).\n"
    )


def size() -> str:
    figures = json.decode((EVALUATION / "glossary-size.json").read_bytes())
    rows = [
        f"| {row['entries']:,} entries | {row['seconds']:.2f} "
        f"| {max(row['loading'], 0) * 1000:.0f} |"
        for row in figures["rows"]
    ]
    table = _table("| glossary | s for a check of 1 MB | ms to load it |", rows)
    return f"{table}The larger takes {figures['ratio']:.2f} times as long.\n"


def verdict() -> str:
    found = json.decode((EVALUATION / "translationese.en.json").read_bytes(), type=Table)
    kept = replace(
        found,
        contrasts=tuple(one for one in found.contrasts if _is_shown(one)),
        false_alarms=tuple(one for one in found.false_alarms if _is_reference(one)),
    )
    return "\n".join(["", *tabulation.lines(kept), ""])


def generalisation() -> str:
    figures = json.decode((EVALUATION / "generalisation.en.json").read_bytes())
    rows = [
        _left_out(row) for row in figures["rows"] if row.get("words") == _SHOWN.get(row["track"], 0)
    ]
    heading = "| left out | told apart | words | AUC with it | AUC without (95 %) | loss (95 %) |"
    return _table(heading, rows)


def _left_out(row: dict[str, Any]) -> str:
    low, high = row["interval"]
    least, most = row["loss interval"]
    return (
        f"| {row['left out']} | {row['source']}: native against {row['right']} | {row['words']} "
        f"| {row['seen']:.2f} | {row['unseen']:.2f} ({low:.2f}–{high:.2f}) "
        f"| {row['loss']:.3f} ({least:.3f} to {most:.3f}) |"
    )


def draws() -> str:
    figures = json.decode((EVALUATION / "generalisation.en.json").read_bytes())
    rows = [
        f"| {row['source']}: native against {row['right']} | {row['words']} | {row['all']:.3f} "
        f"| {row['mean']:.3f} | {row['deviation']:.3f} |"
        for row in figures["rows"]
        if row["track"] == "five draws" and row["words"] == _DRAWN
    ]
    return _table("| told apart | words | AUC | mean of five draws | deviation |", rows)


def _is_shown(one: Contrast) -> bool:
    trivial = one.score in ("sentence length", "type-token ratio")
    return not one.source.endswith("-pt") and not trivial


def _is_reference(one: FalseAlarms) -> bool:
    return not one.source.endswith("-pt") and one.reference == "news-de-en"


def _table(heading: str, rows: list[str]) -> str:
    line = "|---" * (heading.count("|") - 1) + "|"
    return "\n".join(["", heading, line, *rows, "", ""])


def languages() -> str:
    paths = sorted(EVALUATION.glob("translationese.*.json"))
    found = [json.decode(path.read_bytes(), type=Table) for path in paths]
    rows = [row for table in found if table.language != "en" for row in _measured(table)]
    heading = "| language | source | AUC, human | AUC, machine | ECE | native called translated |"
    return _table(heading, rows)


def _measured(table: Table) -> Iterator[str]:
    """Yield a row for every source that has native text: the areas are those of all origins."""
    sources = {one.source for one in table.contrasts} | {one.source for one in table.false_alarms}
    for source in sorted(sources):
        areas = [one for one in table.contrasts if _is_of(one, source)]
        error = [one.error for one in table.calibration if _is_of(one, source)]
        called = [one.called for one in table.false_alarms if _is_of(one, source)]
        cells = [
            _range([one.area.auc for one in areas if one.right.startswith("human")], ".2f"),
            _range([one.area.auc for one in areas if not one.right.startswith("human")], ".2f"),
            _range(error, ".2f"),
            _range(called, ".0%"),
        ]
        yield f"| {language(table.language).name} | {source} | {' | '.join(cells)} |"


def _is_of(one: Contrast | Calibrated | FalseAlarms, source: str) -> bool:
    of_model = not isinstance(one, Contrast) or (one.score == "model" and one.left == "native")
    return of_model and one.source == source and one.words == _DRAWN


def _range(figures: list[float], shape: str) -> str:
    shown = [format(figure, shape) for figure in sorted(figures)]
    return "–".join(dict.fromkeys([*shown[:1], *shown[-1:]])) or "–"


TABLES: dict[str, Callable[[], str]] = {
    "checks": checks,
    "draws": draws,
    "generalisation": generalisation,
    "languages": languages,
    "pairs": pairs,
    "scoring": scoring,
    "size": size,
    "speed": speed,
    "termbase": termbase,
    "verdict": verdict,
}
