"""Tests of real engines: all of them carry the marker ``integration``."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("integration")


def missing(what: str) -> None:
    """Skip a test for want of ``what``; where everything must be there (CI), fail instead."""
    if os.environ.get("FRCLEAN_REQUIRE_ALL"):
        pytest.fail(f"{what} is missing; .ci/install-engines should install it")
    pytest.skip(f"needs {what} (.ci/install-engines installs it)")
