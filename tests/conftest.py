"""Profiles of Hypothesis, and how many examples a run has tried.

Quick by default; ``--hypothesis-profile=deep`` tries more than a million examples over all laws.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

# Two busy cores make single examples slow at times; time is tested where it is the point.
settings.register_profile("default", deadline=None, max_examples=60)
settings.register_profile("deep", deadline=None, max_examples=5_200, print_blob=True)
settings.load_profile("default")

_STARTED = time.monotonic()
_PROPERTY = "hypothesis-examples"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: Any) -> Iterator[None]:
    """Note how many examples the test has tried; a property of the report goes through xdist."""
    outcome: Any = yield
    statistics = getattr(item, "hypothesis_statistics", "")
    if call.when == "call" and statistics:
        counts = re.findall(r"(\d+) passing(?: examples)?, (\d+) failing", statistics)
        tried = sum(int(number) for row in counts for number in row)
        outcome.get_result().user_properties.append((_PROPERTY, tried))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the count and the time."""
    reports = [r for rows in terminalreporter.stats.values() for r in rows]
    tried = [
        count
        for report in reports
        for name, count in getattr(report, "user_properties", ())
        if name == _PROPERTY and report.when == "call"
    ]
    if tried:
        seconds = time.monotonic() - _STARTED
        terminalreporter.write_line(
            f"hypothesis: {sum(tried):,} examples over {len(tried)} laws in {seconds:.0f} s"
        )
