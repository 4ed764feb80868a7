"""Reports come back in the order of their sources, from memory or from disk."""

from io import FileIO
from pathlib import Path

import pytest
from msgspec import msgpack

from qa.batch import record
from qa.batch.inspection import Outcome
from qa.batch.record import Record
from qa.errors import QAError
from qa.findings import DocumentReport, Failure


def report(number: int) -> bytes:
    words = ("word " * 20,)
    made = DocumentReport(str(number), "en", None, number, (), words, None, ())
    return msgpack.encode(made)


@pytest.mark.parametrize("in_memory", [1_000_000, 500])
def test_outcomes_in_any_order_are_read_in_that_of_the_sources(
    in_memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record, "_IN_MEMORY", in_memory)
    kept, numbers = Record(), list(range(60))
    numbers.sort(key=lambda number: number * 7 % 60)
    for number in numbers:
        failure = Failure(str(number), "odd", None) if number % 10 == 3 else None
        kept.add(number, Outcome(b"" if failure else report(number), failure=failure))
    good = [number for number in range(60) if number % 10 != 3]
    assert [one.words for one in kept.documents] == good
    assert [one.words for one in kept.documents] == good
    assert [one.path for one in kept.failures] == ["3", "13", "23", "33", "43", "53"]
    assert (kept.done, kept.next) == (60, 60)
    assert kept.documents[-1].words == 59
    assert [one.words for one in kept.documents[:3]] == [0, 1, 2]


def test_the_first_source_without_an_outcome_is_known() -> None:
    kept = Record()
    for number in (0, 1, 4):
        kept.add(number, Outcome(report(number)))
    assert kept.next == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_disk_is_a_users_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "_IN_MEMORY", 0)
    monkeypatch.setattr("tempfile.TemporaryFile", lambda: FileIO("/dev/full", "r+"))
    kept = Record()
    kept.add(0, Outcome(report(0)))
    with pytest.raises(QAError, match="No space left on device") as caught:
        kept.add(1, Outcome(report(1)))
    assert "TMPDIR" in str(caught.value.hint)
