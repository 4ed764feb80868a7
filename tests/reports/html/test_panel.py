"""The panel is a fragment with verdict, filters, cards and the manual pages that cards open."""

import re

from msgspec.structs import replace

from qa.findings import Report
from qa.reports.html.panel import panel


def made(report: Report) -> str:
    return panel(report.documents[0], None, report.manuals)


def test_every_finding_has_a_card_and_every_check_a_page(report: Report) -> None:
    fragment, document = made(report), report.documents[0]
    assert fragment.count('<article id="finding-') == len(document.findings)
    pages = re.findall(r'<section id="manual-([\w-]+)"', fragment)
    assert pages == sorted({one.check for one in document.findings})
    opened = set(re.findall(r'popovertarget="manual-([\w-]+)"', fragment))
    assert opened == set(pages)


def test_ids_are_unique(report: Report) -> None:
    ids = re.findall(r' id="([^"]+)"', made(report))
    assert len(ids) == len(set(ids))


def test_no_style_attribute_asks_for_a_weaker_policy(report: Report) -> None:
    assert " style=" not in made(report)
    assert " on" not in "".join(re.findall(r"<[^>]*>", made(report))).replace(" only", "")


def test_a_clean_document_says_so(report: Report) -> None:
    clean = replace(report.documents[1], findings=(), notes=("no verdict: too short",))
    fragment = panel(clean, None, report.manuals)
    assert "Nothing was found." in fragment
    assert "no verdict: too short" in fragment
    assert "filters" not in fragment
    asked = panel(replace(clean, covered=()), None, report.manuals)
    assert "Only the verdict was asked for." in asked
