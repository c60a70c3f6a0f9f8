"""Threads that clean at once: the first texts of a process fill what all of them share."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# A new process, because classes, books and automata are made once; switching often finds races.
SCRIPT = """
import sys
from concurrent.futures import ThreadPoolExecutor
sys.setswitchinterval(1e-6)
sys.path.insert(0, sys.argv[1])
import articles
import frclean
texts = [row["text"] for row in articles.rows(30)]
pipeline = frclean.Pipeline()
with ThreadPoolExecutor(4) as threads:
    found = list(threads.map(lambda _: [pipeline.clean(text) for text in texts], range(4)))
assert found == [[pipeline.clean(text) for text in texts]] * 4
"""


def test_threads_clean_as_one_does() -> None:
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)],
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
