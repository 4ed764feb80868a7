"""How far a long run has come: a bar on a terminal, a line now and then in a log."""

import time
from collections.abc import Callable
from typing import TextIO

_SECONDS_BETWEEN_BARS = 0.1
_SECONDS_BEFORE_A_BAR = 0.5
_SECONDS_BETWEEN_LINES = 10.0
_CELLS = 24


class Progress:
    """Tells on a stream how many sources are done; a short run tells nothing.

    Args:
        out: the stream.
        total: how many sources there are; None where nobody knows.
        clock: returns seconds.
    """

    def __init__(
        self, out: TextIO, total: int | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._out = out
        self._total = total
        self._clock = clock
        self._drawn = False
        self._terminal = out.isatty()
        self._pause = _SECONDS_BETWEEN_BARS if self._terminal else _SECONDS_BETWEEN_LINES
        self._start = clock()
        first = _SECONDS_BEFORE_A_BAR if self._terminal else _SECONDS_BETWEEN_LINES
        self._due = self._start + first

    def tell(self, done: int) -> None:
        """Show that ``done`` sources are done, unless that is all or it was shown a moment ago."""
        now = self._clock()
        if now < self._due or done == self._total:
            return
        self._due = now + self._pause
        self._write(done, now - self._start)

    def close(self) -> None:
        """Remove the bar."""
        if self._drawn:
            self._out.write("\r\x1b[K")
            self._out.flush()
            self._drawn = False

    def _write(self, done: int, seconds: float) -> None:
        said = f"{done:,}{self._of(done, seconds)}"
        if self._terminal:
            self._drawn = True
            self._out.write(f"\r\x1b[K{self._bar(done)}{said}")
        else:
            self._out.write(f"qa: {said}\n")
        self._out.flush()

    def _of(self, done: int, seconds: float) -> str:
        if not self._total:
            return f" done, {done / seconds:,.0f} a second"
        minutes, left = divmod(round(seconds / max(done, 1) * (self._total - done)), 60)
        return f" of {self._total:,} files done, {minutes}:{left:02} left"

    def _bar(self, done: int) -> str:
        if not self._total:
            return ""
        filled = min(_CELLS, done * _CELLS // self._total)
        return f"{'━' * filled}{'─' * (_CELLS - filled)} "
