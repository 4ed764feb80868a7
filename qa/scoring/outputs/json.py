"""Scores as JSON, schema ``qa-score/1``: the keys are the fields of ``qa.scoring.model``."""

from typing import TextIO

from msgspec import json, structs

from qa.scoring.model import SCHEMA, ScoreReport


def render(report: ScoreReport, out: TextIO) -> None:
    """Write one indented JSON object; a figure that is not a number becomes null."""
    encoded = json.encode({"schema": SCHEMA} | structs.asdict(report))
    out.write(json.format(encoded, indent=2).decode() + "\n")
