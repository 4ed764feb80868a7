"""The report as JSON lines: one document a line, in the order in which they were read.

Budgets that were not kept follow, a ``{"breach": …}`` each.
"""

from typing import TextIO

from msgspec import json

from qa.findings import Report


def render(report: Report, out: TextIO) -> None:
    """Write the documents as in ``qa-report/1``, each on a line of its own."""
    out.writelines(json.encode(document).decode() + "\n" for document in report.documents)
    out.writelines(json.encode({"breach": one}).decode() + "\n" for one in report.breaches)
