"""How far a job is: one line that is written over on a terminal, plain lines otherwise."""

from __future__ import annotations

import sys
import time
from typing import TextIO

__all__ = ["Progress"]


class Progress:
    """Shows rows, rate and the time that is left, on standard error."""

    def __init__(self, total: int, quiet: bool, stream: TextIO | None = None) -> None:
        self.total, self.quiet = total, quiet
        self.stream = stream or sys.stderr
        self.on_terminal = self.stream.isatty()
        self.pause = 0.2 if self.on_terminal else 10.0
        self.begin(0, 0, 0)

    def begin(self, rows: int, characters: int, position: int) -> None:
        """Start the clock; what was done before does not count for the rate."""
        self.before = rows, characters, position
        self.start = self.shown = time.monotonic()

    def show(self, rows: int, characters: int, position: int) -> None:
        """Say how far it is, if it is time to."""
        now = time.monotonic()
        if self.quiet or now - self.shown < self.pause:
            return
        self.shown = now
        line = self._line(now - self.start, rows, characters, position)
        self.stream.write(f"\r\x1b[K{line}" if self.on_terminal else f"{line}\n")
        self.stream.flush()

    def _line(self, seconds: float, rows: int, characters: int, position: int) -> str:
        before_rows, before_characters, before = self.before
        articles = (rows - before_rows) / seconds
        millions = (characters - before_characters) / seconds / 1e6
        rate = f"{articles:.0f} articles/s, {millions:.2f} M characters/s"
        if not (self.total and position):
            return f"{rows} articles, {rate}"
        share = min(1.0, position / self.total)
        left = seconds * max(0, self.total - position) / max(1, position - before)
        filled = round(20 * share)
        bar = f"[{'#' * filled}{'.' * (20 - filled)}] " if self.on_terminal else ""
        return f"{bar}{share:4.0%} {rows} articles, {rate}, {_clock(left)} left"

    def end(self) -> None:
        """Clear the line."""
        if self.on_terminal and not self.quiet:
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def _clock(seconds: float) -> str:
    """Hours, minutes and seconds.

    >>> _clock(3725)
    '1:02:05'
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
