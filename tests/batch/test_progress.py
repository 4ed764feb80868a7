"""A bar on a terminal, lines in a log, nothing for a short run."""

import io

from qa.batch.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def told(out: io.StringIO, total: int | None, *moments: tuple[float, int]) -> str:
    clock = Clock()
    progress = Progress(out, total, clock)
    for seconds, done in moments:
        clock.now = 100 + seconds
        progress.tell(done)
    progress.close()
    return out.getvalue()


def test_a_short_run_tells_nothing() -> None:
    assert told(io.StringIO(), 50, (0.1, 10), (9.9, 50)) == ""
    assert told(Terminal(), 50, (0.1, 10), (0.4, 50)) == ""
    assert told(io.StringIO(), 1, (60, 1)) == ""


def test_a_log_gets_a_plain_line_now_and_then() -> None:
    text = told(io.StringIO(), 4000, (10, 1000), (11, 1100), (20, 2000))
    assert text == (
        "qa: 1,000 of 4,000 files done, 0:30 left\nqa: 2,000 of 4,000 files done, 0:20 left\n"
    )


def test_a_terminal_gets_a_bar_that_goes_away() -> None:
    text = told(Terminal(), 100, (1, 50))
    assert "━" * 12 + "─" * 12 + " 50 of 100 files done, 0:01 left" in text
    assert text.endswith("\r\x1b[K")


def test_a_stream_of_unknown_length_has_a_rate() -> None:
    assert told(io.StringIO(), None, (10, 500)) == "qa: 500 done, 50 a second\n"
