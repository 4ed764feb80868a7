"""Whatever is in a file, there is an outcome."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import msgpack

from qa import formats, pipeline
from qa.batch.inspection import Inspector, Look, Outcome
from qa.batch.sources import Source
from qa.config import Config, FailOn
from qa.findings import DocumentReport

INSPECTOR = Inspector(Look.CHECK, (Config(language="en"), Config(fail_on=FailOn.WARNING)))
SUFFIXES = sorted(formats.readers())
PIECES = [
    b"The Ukraine met. ", b"\xff", b"\0", b"<p>", b"<!--", b"-->", b"</", b"&#x110000;", b"\r",
    b"\n\n", b"```", b"[a](", b"- ", b"\xed\xa0\x80", "\u2028„".encode(), b"qa:ignore", b"#",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES) | st.binary(max_size=9), max_size=25).map(b"".join)


def report(outcome: Outcome) -> DocumentReport:
    return msgpack.decode(outcome.report, type=DocumentReport)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300) | SOUP)
def test_any_bytes_are_checked_or_a_failure_that_the_user_can_put_right(
    suffix: str, content: bytes
) -> None:
    outcome = INSPECTOR.inspect(Source(b"a" + suffix.encode(), 0, content))
    if outcome.failure:
        assert "could not be checked" not in outcome.failure.message
    else:
        assert report(outcome).path == f"a{suffix}"


@settings(max_examples=60, deadline=None)
@given(SOUP | st.text().map(lambda text: b'{"id": 1, "text": "%s"}' % text.encode()))
def test_any_bytes_may_stand_in_a_line(content: bytes) -> None:
    outcome = INSPECTOR.inspect(Source(b"a.jsonl", 0, content, 3))
    assert outcome.failure is None or outcome.failure.message.startswith("a.jsonl:3: ")


@pytest.mark.parametrize("tag", [b"div", b"b", b"blockquote", b"ul><li"])
def test_deep_markup_is_checked(tag: bytes) -> None:
    outcome = INSPECTOR.inspect(
        Source(b"a.html", 0, b"<%s>" % tag * 20_000 + b"They met in in Ankara.")
    )
    assert not outcome.failure
    assert [one.check for one in report(outcome).findings] == ["repeated-word"]


def test_deep_quotations_are_checked() -> None:
    assert not INSPECTOR.inspect(Source(b"a.md", 0, b"> " * 3000 + b"The end.")).failure


def test_a_long_line_takes_time_in_proportion() -> None:
    def spent(size: int) -> float:
        content = b"The ferry left at noon on a Tuesday, and nobody on the quay saw it go. " * size
        start = os.times().user
        assert not INSPECTOR.inspect(Source(b"a.txt", 0, content)).failure
        return os.times().user - start

    spent(200)
    assert spent(4000) < 12 * spent(800)


def test_the_settings_of_the_source_decide_whether_it_fails() -> None:
    content = b"The minister said that the the vote was over."
    assert not INSPECTOR.inspect(Source(b"a.txt", 0, content)).failed
    assert INSPECTOR.inspect(Source(b"a.txt", 1, content)).failed


def test_a_mistake_in_a_check_costs_one_article_and_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        error = ZeroDivisionError("by zero")
        error.add_note("in the check 'odd'")
        raise error

    monkeypatch.setattr(pipeline, "inspect", broken)
    failure = INSPECTOR.inspect(Source(b"a.txt", 0, b"Words.")).failure
    assert failure
    assert failure.message.startswith(
        "a.txt: could not be checked: ZeroDivisionError: by zero, in the check 'odd' ("
    )
    assert failure.hint
