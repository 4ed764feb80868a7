"""The index says which article to mend first, and why."""

import re

from msgspec.structs import replace

from qa.findings import Report, Severity, Verdict
from qa.reports.html.index import Standing, index, notices, reason, standing

CLEAN = Standing(0, "a.txt", False, 0, (0, 0, 0), 0.2, "native", 500)


def test_what_fails_comes_first_then_errors_then_warnings_then_translated() -> None:
    rows = [
        CLEAN,
        replace(CLEAN, number=1, kind="translated", probability=0.97),
        replace(CLEAN, number=2, counts=(0, 2, 9)),
        replace(CLEAN, number=3, counts=(1, 0, 0)),
        replace(CLEAN, number=4, fails=True, counts=(0, 1, 0)),
        replace(CLEAN, number=5, counts=(0, 2, 0), probability=0.9),
    ]
    ordered = sorted(rows, key=lambda one: one.urgency)
    assert [one.number for one in ordered] == [4, 3, 5, 2, 1, 0]


def test_the_reason_is_in_words() -> None:
    bad = replace(CLEAN, counts=(3, 1, 0), kind="translated", probability=0.97, over=1)
    assert reason(bad) == "3 errors, 1 warning, over budget, reads translated (0.97)"
    assert reason(CLEAN) == "nothing found"


def test_what_is_suppressed_counts_for_nothing(report: Report) -> None:
    document = report.documents[0]
    made = standing(0, document, report, 1)
    assert made.fails
    assert sum(made.counts) == sum(one.suppressed is None for one in document.findings)
    silent = Verdict("unsure", None, None, None, None, (), "too short", ())
    assert standing(0, replace(document, verdict=silent), report, 0).kind is None
    calm = replace(report, failing=(Severity.ERROR, Severity.ERROR))
    assert not standing(0, document, calm, 0).fails


def test_rows_link_to_the_articles_that_are_on_the_page() -> None:
    rows = [replace(CLEAN, path="<b>.txt"), replace(CLEAN, number=7)]
    made = index(rows, {7}, 0)
    assert re.findall(r'<a href="([^"]+)">', made) == ["#document-8"]
    assert "&lt;b&gt;.txt" in made
    assert "1 article without a link" in made
    assert "further" not in made


def test_failures_and_budgets_are_listed(report: Report) -> None:
    made = notices(report)
    assert made.count('<section class="notice"') == 2
    assert made.index("Not checked") < made.index("Over budget")
    assert notices(replace(report, failures=(), breaches=())) == ""
