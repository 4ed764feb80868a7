"""Glossaries of everyday terms, between any two of the languages that the list has."""

import csv
import re
from pathlib import Path

from qa.glossary.terms import Term

LIST = Path(__file__).resolve().parents[1] / "corpora/evaluation/everyday-terms.tsv"


def terms(origin: str, language: str) -> tuple[Term, ...]:
    """Return the terms of one language with their translations into another, if it has both."""
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file, delimiter="\t")]
    found: dict[str, dict[str, None]] = {}
    for row in rows if {origin, language} <= set(rows[0]) else []:
        for source in row[origin].split("|"):
            found.setdefault(source, {}).update(dict.fromkeys(row[language].split("|")))
    return tuple(Term(source, tuple(targets)) for source, targets in found.items())


def write(listed: tuple[Term, ...], path: Path) -> None:
    """Write terms as a table that can be given as a glossary."""
    rows = [f"{one.source}\t{'|'.join(one.targets)}\n" for one in listed]
    path.write_text("source\ttarget\n" + "".join(rows), encoding="utf-8")


def literal(term: str, text: str, ending: int = 0) -> re.Match[str] | None:
    """Return where a term stands as it is listed, in capitals or not.

    ``ending`` is how many letters may follow: two for most regular inflections.
    """
    pattern = rf"(?<!\w){re.escape(term)}\w{{0,{ending}}}(?!\w)"
    return re.search(pattern, text, re.IGNORECASE)
