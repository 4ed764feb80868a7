"""The tables of the README, made from the checks and from measured figures."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import json
from msgspec.structs import replace

from qa import registry
from qa.checks.meaning_drift import limits
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


def batch() -> str:
    figures = json.decode((EVALUATION / "batch.json").read_bytes())
    rows = [
        f"| {row['what']} | {row['words_per_second']:,.0f} | {row['seconds']:.1f} "
        f"| {row['processor_seconds']:.1f} | {row['megabytes']:.0f} |"
        for row in figures["rows"]
    ]
    head = "| what | words/s | s | s of processor | peak MB of a process |"
    return (
        f"Measured by `python tests/benchmarks/batch.py {figures['articles']}` on "
        f"{figures['machine']}, {figures['date']},\nload {figures['load']:.1f}; "
        f"{figures['articles']:,} articles of {figures['words'] / figures['articles']:.0f} words."
        "\n\n"
        f"{_table(head, rows)}\n{_at_scale(figures)}\n"
    )


def _at_scale(figures: dict[str, Any]) -> str:
    """Return what the measured rate means for a hundred million articles."""
    row = next(row for row in figures["rows"] if row["what"] == "all, 1 core")
    seconds = 100_000_000 * figures["words"] / figures["articles"] * row["processor_seconds"]
    core_hours = seconds / figures["words"] / 3600
    return (
        f"At {figures['words'] / row['processor_seconds']:,.0f} words per second of processor, "
        f"100 million articles take {core_hours:,.0f} hours of one\ncore: "
        f"{core_hours / 1000:.1f} hours on a thousand, as Spark would spread them. "
        "This is on paper; nobody ran it."
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
        f"{figures['values']:,} values compared with sacrebleu's, {len(figures['directions'])} of "
        f"{figures['available']} directions\nwith all systems and references (of TER every "
        f"{figures['ter_every']}th document or more): {figures['different']} differ.\n"
        f"{speed['systems']} systems of {speed['segments']} segments, all pairs tested: "
        f"{speed['seconds']:.1f} s; sacrebleu's program\n{speed['sacrebleu_seconds']:.1f} s "
        f"in the same run ({speed['ratio']:.1f} times).\n"
    )


def memory() -> str:
    figures = json.decode((EVALUATION / "scoring-memory.json").read_bytes())
    rows = [
        f"| {row['segments']:,} | {row['systems']} | {row['text_megabytes']} "
        f"| {row['megabytes']} | {row['seconds']:,} |"
        for row in figures["rows"]
    ]
    return _table("| segments | systems | MB of text | MB at most | s |", rows)


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


def alignment() -> str:
    figures = json.decode((EVALUATION / "alignment.json").read_bytes())
    rows = [
        f"| {row['direction']} | {row['texts']} | {row['beads']:,} | {row['f1']:.3f} "
        f"| {_encoded(row)} | {row['galechurch']:.3f} | {row['seconds']:.2f} |"
        for row in figures["rows"]
    ]
    heading = "| direction | texts | beads | F1 | F1 with the encoder | galechurch | s a text |"
    return _table(heading, rows)


def _encoded(row: dict[str, Any]) -> str:
    if "semantic" not in row:
        return "–"
    return f"{row['semantic']:.3f} ({row['semantic_cases']} texts; without {row['f1_of_them']:.3f})"


def unaligned() -> str:
    figures = json.decode((EVALUATION / "alignment.json").read_bytes())
    rows = [
        f"| {row['direction']} | {row['texts']} | {row['segments']} "
        f"| {row['warnings'] / row['segments']:.1%} | {row['notes'] / row['segments']:.1%} "
        f"| {row['found'] / row['dropped']:.0%} of {row['dropped']} |"
        for row in figures["unaligned"]
    ]
    heading = "| direction | texts | segments | false warnings | false notes | dropped and found |"
    return _table(heading, rows)


def drift() -> str:
    pairs = limits().pairs
    kinds = list(next(iter(pairs.values())).found)
    rows = [
        f"| {name} | {one.least:.2f} | {one.false_alarms:.1%} | "
        + " | ".join(f"{one.found[kind]:.0%}" for kind in kinds)
        + " |"
        for name, one in pairs.items()
    ]
    return _table(f"| direction | least similarity | false alarms | {' | '.join(kinds)} |", rows)


def adherence() -> str:
    figures = json.decode((EVALUATION / "adherence.json").read_bytes())
    heading = (
        "| terms | into | in the source | literal matching reports | of these wrong at least "
        "| `missing-term` warns | notes | wrong, of those judged | wrong, of all in the source "
        "| reported where the text is another |"
    )
    return _table(heading, [_adherence(row) for row in figures["rows"]])


def _adherence(row: dict[str, Any]) -> str:
    judged = row["judged"]
    of = judged.get("right", 0) + judged.get("wrong", 0)
    return (
        f"| {row['set']} | {row['language']} | {row['hits']:,} "
        f"| {row['reported by literal matching']:,} | {row['of these wrong at least']:.0%} "
        f"| {row['reported by ours']:,} | {row['notes']:,} | {judged.get('wrong', 0)} of {of} "
        f"| {row['wrong of hits']:.1%} "
        f"| {row['reported in the translation of another source']:.0%} |"
    )


def origins() -> str:
    figures = json.decode((EVALUATION / "origins.json").read_bytes())
    shown = (
        "findings without the source",
        "with words of the source",
        "raised",
        "lowered to a note",
        "dropped",
    )
    rows = [
        f"| {row['pair']} | {row['segments']:,} | "
        + " | ".join(str(row[one]) for one in shown)
        + " |"
        for row in figures
    ]
    return _table(f"| pair | segments | {' | '.join(shown)} |", rows)


def faults() -> str:
    figures = json.decode((EVALUATION / "bilingual.json").read_bytes())
    whole, asked = figures["all"], figures["with_glossary"]
    share = sum(whole["caught"].values()) / sum(whole["seeded"].values())
    rows = _found(whole, "") + _found(asked["all"], ", with a glossary")
    return (
        f"\n{whole['flagged'] / whole['segments']:.1%} of {whole['segments']:,} segments of human "
        f"translations have a warning,\nand {share:.0%} of the seeded faults are found, both "
        f"without a glossary\n({figures['data']}; {figures['date']}).\n\n"
        + _table("| fault | seeded | found |", rows)
        + _with_glossary(asked)
    )


def _found(counted: dict[str, Any], addition: str) -> list[str]:
    return [
        f"| {kind}{addition} | {count:,} | {counted['caught'].get(kind, 0) / count:.0%} |"
        for kind, count in counted["seeded"].items()
    ]


def _with_glossary(asked: dict[str, Any]) -> str:
    whole = asked["all"]
    flagged, missing = (
        one / whole["segments"] for one in (whole["flagged"], whole["alarms"]["missing-term"])
    )
    return (
        "Terms were replaced where everyday words are the glossary, in all documents of "
        f"{' and '.join(asked['directions'])}:\n{flagged:.1%} of {whole['segments']:,} human "
        f"translations have a warning there, {missing:.1%} one of `missing-term`.\n"
    )


def bilingual_checks() -> str:
    whole = json.decode((EVALUATION / "bilingual.json").read_bytes())["all"]
    rows = [
        f"| `{name}` | {whole['found'].get(name, 0):,} | {whole['alarms'].get(name, 0):,} |"
        for name in sorted(whole["found"] | whole["alarms"])
    ]
    return _table("| check | faults found | false alarms |", rows)


def directions() -> str:
    figures = json.decode((EVALUATION / "bilingual.json").read_bytes())["directions"]
    rows = [
        f"| {name} | {one['segments']} | {one['flagged'] / one['segments']:.1%} "
        f"| {sum(one['caught'].values()) / sum(one['seeded'].values()):.0%} |"
        for name, one in figures.items()
    ]
    return _table("| direction | segments | false alarms | faults found |", rows)


def bilingual_speed() -> str:
    figures = json.decode((EVALUATION / "bilingual-speed.json").read_bytes())
    rows = [
        f"| {row['direction']} | {row['pairs_a_minute']:,} | {row['pofilter_pairs_a_minute']:,} |"
        for row in figures["rows"]
    ]
    return (
        f"\nMeasured on {figures['machine']}, {figures['date']}; {figures['pairs']:,} pairs each, "
        "processor time of one core.\n\n"
        + _table("| direction | pairs a minute | pofilter |", rows)
    )


TABLES: dict[str, Callable[[], str]] = {
    "adherence": adherence,
    "alignment": alignment,
    "batch": batch,
    "bilingual_checks": bilingual_checks,
    "bilingual_speed": bilingual_speed,
    "checks": checks,
    "directions": directions,
    "draws": draws,
    "drift": drift,
    "faults": faults,
    "generalisation": generalisation,
    "languages": languages,
    "memory": memory,
    "origins": origins,
    "pairs": pairs,
    "scoring": scoring,
    "size": size,
    "speed": speed,
    "unaligned": unaligned,
    "termbase": termbase,
    "verdict": verdict,
}
