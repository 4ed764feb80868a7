"""Tab-separated values that a spreadsheet reads."""

import csv
import io

from finding_reports import NAME, rendered

from qa.findings import Report


def rows(report: Report) -> list[dict[str, str]]:
    text = rendered("tsv", report)
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_row_has_every_column(report: Report) -> None:
    for row in rows(report):
        assert None not in row
        assert None not in row.values()


def test_suppressed_findings_are_there_and_marked(report: Report) -> None:
    marked = {row["suppressed"] for row in rows(report) if row["path"] == NAME}
    assert marked == {"", "comment on line 10", "configuration", "baseline"}


def test_words_over_two_lines_stay_in_their_row(report: Report) -> None:
    (row,) = [one for one in rows(report) if one["entry"] == "de-en/the-ukraine"]
    assert (row["line"], row["end_line"], row["text"]) == ("7", "8", "the Ukraine")


def test_budgets_and_unread_files_follow(report: Report) -> None:
    assert [row["check"] for row in rows(report)][-3:] == [
        "budget/warning",
        "budget/no-worse-than",
        "unreadable",
    ]
