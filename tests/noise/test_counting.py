"""Noise: what causes findings, what was mended, what was dismissed."""

from msgspec.structs import replace

from qa.findings import Category, DocumentReport, Excerpt, Finding, Severity
from qa.noise.counting import Account, Noise, count
from qa.recorded import Recorded


def finding(number: int, check: str = "dash", suppressed: str | None = None) -> Finding:
    return Finding(
        check=check,
        entry="de-en/handy" if check == "suspect-phrase" else None,
        severity=Severity.NOTE,
        category=Category.STYLE,
        message="m",
        why="",
        start=0,
        end=1,
        line=1,
        column=1,
        end_line=1,
        end_column=2,
        byte_column=1,
        end_byte_column=2,
        text="x",
        source_text=None,
        suggestions=(),
        confidence=None,
        native_per_million=None,
        translated_per_million=None,
        places=(),
        suppressed=suppressed,
        fingerprint=f"{check}{number}",
        excerpt=Excerpt("", "x", ""),
    )


def report(*findings: Finding, path: str = "a.txt") -> Recorded:
    document = DocumentReport(path, "en", None, 100, (), (), None, findings)
    return Recorded("qa-report/1", "s", (document,))


def only(account: Account) -> Noise:
    (row,) = account.checks
    return row


def test_checks_and_entries_are_ranked_with_their_shares() -> None:
    account = count([report(*(finding(at, "suspect-phrase") for at in range(3)), finding(9))])
    assert [(one.name, one.findings, one.share, one.running) for one in account.checks] == [
        ("suspect-phrase", 3, 0.75, 0.75),
        ("dash", 1, 0.25, 1.0),
    ]
    assert [(one.name, one.findings) for one in account.entries] == [("de-en/handy", 3)]


def test_a_finding_counts_once_and_as_it_was_last() -> None:
    silenced = finding(1, suppressed="comment on line 3")
    row = only(count([report(finding(1)), report(silenced)]))
    assert (row.findings, row.standing, row.comment) == (1, 0, 1)


def test_what_a_later_run_lacks_is_mended_only_if_its_document_was_checked() -> None:
    first = report(finding(1), finding(2))
    assert only(count([first, report(finding(2))])).mended == 1
    assert only(count([first, report(path="b.txt")])).mended == 0
    assert only(count([first, report(finding(2)), first])).mended == 0


def test_each_suppressor_has_its_column() -> None:
    reasons = [
        "comment on line 1",
        "configuration",
        "baseline",
        "unchanged since main",
        "unchanged since main",
    ]
    row = only(count([report(*(finding(at, suppressed=one) for at, one in enumerate(reasons)))]))
    assert (row.comment, row.configuration, row.baseline, row.unchanged) == (1, 1, 1, 2)


def test_the_precision_is_what_was_judged_and_not_dismissed() -> None:
    known = [finding(at, suppressed="baseline") for at in range(50)]
    judged = [
        *(finding(at) for at in range(100, 106)),
        *(finding(at, suppressed="comment on line 1") for at in range(200, 202)),
    ]
    mended = (finding(300), finding(301))
    row = only(count([report(*judged, *known, *mended), report(*judged, *known)]))
    assert row.precision == 0.8
    assert row.low is not None
    assert row.high is not None
    # Wilson's interval for 8 of 10, by hand.
    assert (round(row.low, 3), round(row.high, 3)) == (0.490, 0.943)


def test_where_nobody_judged_there_is_no_precision() -> None:
    assert only(count([report(finding(1))])).precision is None


def test_no_findings_make_no_rows() -> None:
    empty = count([report()])
    assert (empty.findings, empty.checks, empty.words) == (0, (), 100)
    assert replace(empty, reports=1) == empty


def test_what_editors_dismissed_on_the_page_counts_against_the_check() -> None:
    row = only(count([report(finding(1), finding(2, suppressed="dismissed (false alarm)"))]))
    assert (row.standing, row.dismissed, row.precision) == (1, 1, 0.5)
