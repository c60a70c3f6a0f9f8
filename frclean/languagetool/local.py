"""A LanguageTool on this machine: found in a directory, started, and never left behind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from threading import Lock
from typing import Any

__all__ = ["Directory", "has_java", "start", "stop"]

_JARS = ("languagetool-server.jar", "languagetool.jar")
#: Reads until its parent is gone, however it went, then ends the server.
_WATCH = (
    "import os, signal, sys\n"
    "sys.stdin.read()\n"
    "try: os.kill(int(sys.argv[1]), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    "except OSError: pass\n"
)
_starting = Lock()


class Directory:
    """A directory that holds a LanguageTool, named as its makers do: ``LanguageTool-6.6``.

    Raises:
        ValueError: if it does not.

    """

    def __init__(self, path: str) -> None:
        self.path = Path(path).expanduser().resolve()
        named = re.fullmatch(r"LanguageTool-(\d[\w.-]*)", self.path.name)
        if named is None or not any((self.path / jar).is_file() for jar in _JARS):
            raise ValueError(
                f"languagetool: no LanguageTool in {path!r}: it should be a directory "
                f"LanguageTool-6.6 with {_JARS[0]}, or the address of a server (http://…)"
            )
        self.version = named[1]


def has_java() -> bool:
    """True if there is a Java to start LanguageTool with."""
    return shutil.which("java") is not None


def start(tool: type[Any], path: str, **options: Any) -> Any:
    """A ``language_tool_python.LanguageTool`` on a server that it starts from a directory.

    Nothing is downloaded. The server ends with this process, also if this process is killed.

    Raises:
        ValueError: if there is no LanguageTool in the directory.

    """
    directory = Directory(path)
    with _starting:
        before = os.environ.get("LTP_PATH")
        os.environ["LTP_PATH"] = str(directory.path.parent)
        try:
            started = tool(language_tool_download_version=directory.version, **options)
        finally:
            if before is None:
                del os.environ["LTP_PATH"]
            else:
                os.environ["LTP_PATH"] = before
        _watch(_processes()[-1].pid)
    return started


def stop(tool: Any) -> None:
    """End a client, with its server if it has started one, and whoever watches over that."""
    tool.close()
    for pid in [process.pid for process in _processes() if process.poll() is not None]:
        if watcher := _watchers.pop(pid, None):
            assert watcher.stdin is not None
            watcher.stdin.close()
            watcher.wait()


def _processes() -> list[subprocess.Popen[str]]:
    from language_tool_python.server import RUNNING_SERVER_PROCESSES

    return RUNNING_SERVER_PROCESSES


#: Process number of a server -> who watches over it. What is held here is the pipe whose end it
#: waits for.
_watchers: dict[int, subprocess.Popen[bytes]] = {}


def _watch(pid: int) -> None:
    """Have a process of a few lines end the server when this one is gone."""
    _watchers[pid] = subprocess.Popen(
        [sys.executable, "-S", "-c", _WATCH, str(pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
