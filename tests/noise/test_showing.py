"""An account of noise for people and for programs."""

import csv
import io

import pytest
from finding_reports import rendered
from msgspec import json

from qa.findings import Report
from qa.noise import showing
from qa.noise.counting import Account, count
from qa.recorded import Recorded


@pytest.fixture
def account(report: Report) -> Account:
    return count([json.decode(rendered("json", report), type=Recorded)])


def test_the_terminal_has_a_line_for_each_check_and_names_the_few(account: Account) -> None:
    lines = showing.terminal(account).splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in lines if line}
    headings = "findings share standing comment settings baseline precision (95 %)"
    assert rows["check"] == headings.split()
    figures = "3 38% 2 1 0 0 0.67 (0.21–0.94)"
    assert rows["repeated-word"] == figures.split()
    assert rows["encoding-damage"][-2:] == ["not", "judged"]
    assert "of the findings come from" in lines[-1]


def test_tsv_has_every_figure(account: Account) -> None:
    rows = list(csv.DictReader(io.StringIO(showing.tsv(account)), delimiter="\t"))
    assert {row["kind"] for row in rows} == {"check", "entry"}
    assert len(rows) == len(account.checks) + len(account.entries)
    by_name = {row["name"]: row for row in rows}
    assert by_name["de-en/under-four-eyes"]["configuration"] == "1"


def test_json_is_the_account(account: Account) -> None:
    assert json.decode(showing.structured(account), type=Account) == account
