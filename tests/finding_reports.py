"""Reports for tests of outputs: all severities, suppressions, budgets, and awkward text."""

import io
from pathlib import Path

from msgspec.structs import replace

from qa.batch import check_paths
from qa.budgets import Budgets
from qa.config import FailOn, Options
from qa.findings import Report
from qa.gate import baseline
from qa.reports import renderer

SLIP = "The minister told the the press | about 100% of `it` & <b> [x](y) 😀 today."
DAMAGED = "She left Zürich on Monday.".encode().decode("cp1252")
ARTICLE = f"""# News: 😀 the the vote

{SLIP}

{DAMAGED}

In 😀 Kyiv *the
Ukraine* spoke of a *return* service, said one deputy.

They sang the the song. <!-- qa:ignore repeated-word -->

They met under four eyes in the harbour.
"""
NAME = "a, b: 100% ü.md"


def written(folder: Path, text: str = ARTICLE, name: str = NAME) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def checked(*paths: str, **settings: object) -> Report:
    told = replace(Options(language="en", origin="de", fail_on=FailOn.WARNING), **settings)
    return check_paths(list(paths), told)


def full(folder: Path) -> Report:
    """Return a report in which everything occurs; the current folder must be ``folder``.

    One finding is known, one is silenced by comment, one entry by the settings; a budget of a
    document and one of the run are not kept, and one file cannot be read.
    """
    name = written(folder)
    known = checked(name, select=("encoding-damage",))
    baseline.write(baseline.made(known.documents, folder), folder / "known.json")
    written(folder, "The minister left the room early on Monday.\n", "clean.txt")
    with (folder / "base.json").open("w", encoding="utf-8") as out:
        renderer("json")(checked("clean.txt"), out)
    return checked(
        name,
        "clean.txt",
        "missing.txt",
        ignore=("de-en/under-four-eyes",),
        baseline="known.json",
        budgets=Budgets(warning=2, no_worse_than="base.json"),
    )


def rendered(name: str, report: Report) -> str:
    out = io.StringIO()
    renderer(name)(report, out)
    return out.getvalue()
