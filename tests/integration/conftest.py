"""Tests of real engines: all of them carry the marker ``integration``."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("integration")


@pytest.fixture
def missing() -> Callable[[str], None]:
    """Skip a test for want of something; where everything must be there (CI), fail instead."""

    def say(what: str) -> None:
        if os.environ.get("FRCLEAN_REQUIRE_ALL"):
            pytest.fail(f"{what} is missing; .ci/install-engines should install it")
        pytest.skip(f"needs {what} (.ci/install-engines installs it)")

    return say
