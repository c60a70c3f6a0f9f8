"""``frclean serve`` as a process of its own, for as long as it is needed."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import psutil


@contextlib.contextmanager
def served(*options: str) -> Iterator[tuple[str, psutil.Process]]:
    """Its URL, and the process; it is stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        [sys.executable, "-m", "frclean", "serve", "--port", str(port), *options]
    ) as process:
        try:
            for _ in range(150):
                try:
                    urllib.request.urlopen(f"{url}/v2/healthcheck", timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.1)
            yield url, psutil.Process(process.pid)
        finally:
            process.terminate()
