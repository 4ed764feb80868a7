"""The tables of the README, made from the checks and from measured figures."""

from collections.abc import Callable
from pathlib import Path

from msgspec import json

from qa import registry

EVALUATION = Path(__file__).resolve().parent.parent / "corpora" / "evaluation"


def checks() -> str:
    rows = [
        f"| `{check.id}` | {check.severity.value} | {', '.join(check.languages) or 'all'} "
        f"| {check.manual.summary.rstrip('.')} |"
        for check in registry.all_checks().values()
    ]
    return _table("| check | severity | languages | what it finds |", rows)


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


def _table(heading: str, rows: list[str]) -> str:
    line = "|---" * (heading.count("|") - 1) + "|"
    return "\n".join(["", heading, line, *rows, "", ""])


TABLES: dict[str, Callable[[], str]] = {"checks": checks, "speed": speed}
