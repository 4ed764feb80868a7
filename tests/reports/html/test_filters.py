"""Filters are offered where there is something to choose between."""

import re

from msgspec.structs import replace

from qa.findings import Report
from qa.reports.html.filters import filters


def test_counts_leave_out_what_is_suppressed(report: Report) -> None:
    document = report.documents[0]
    standing = [one for one in document.findings if one.suppressed is None]
    made = filters(document)
    counts = re.findall(r">(\d+) (?:error|warning|note)s?</span>", made)
    assert sum(map(int, counts)) == len(standing)
    assert f"Show {len(document.findings) - len(standing)} not counted" in made


def test_a_property_that_all_share_is_no_filter(report: Report) -> None:
    document = report.documents[0]
    one = document.findings[0]
    made = filters(replace(document, findings=(one, one)))
    assert "fieldset" not in made
    assert filters(replace(document, findings=())) == ""
