"""frclean beside LanguageTool: as a server in its place, and as a gate before it.

    python benchmarks/languagetool.py LanguageTool-6.6     a directory of LanguageTool
    python benchmarks/languagetool.py … --texts FILE.jsonl (field ``text``) instead of our own

Needs Java and the extras ``languagetool``, ``server`` and ``testing``. The same texts go through
language-tool-python to LanguageTool and to ``frclean serve``, in one run.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import language_tool_python
import psutil

from frclean.languagetool import LanguageTool
from frclean.languagetool.local import start
from frclean.languagetool.service import service_of
from frclean.pipeline import Pipeline
from frclean.testing import sample_scraped

sys.path.insert(0, str(Path(__file__).parent))
from served import served


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("directory", help="a directory of LanguageTool")
    parser.add_argument("--texts", help="JSONL with a field text")
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    texts = _texts(options.texts)[: options.count]
    real = start(language_tool_python.LanguageTool, options.directory, language="fr")
    address = real.url.removesuffix("v2/")
    with language_tool_python.LanguageTool("fr", remote_server=address) as client:
        _warm_up(client.check, texts)
        theirs = _measure("LanguageTool", client.check, texts, _java())
    with (
        served() as (url, process),
        language_tool_python.LanguageTool("fr", remote_server=url) as client,
    ):
        _warm_up(client.check, texts)
        ours = _measure("frclean serve", client.check, texts, process)
    print(
        f"throughput: {theirs['seconds'] / ours['seconds']:.0f} ×; "
        f"memory: 1/{theirs['memory'] / ours['memory']:.1f}"
    )
    _cascade(address, texts)
    real.close()


def _texts(path: str | None) -> list[str]:
    if path:
        lines = Path(path).read_text("utf-8").splitlines()
        return [json.loads(line)["text"] for line in lines if line.strip()]
    articles = sample_scraped(400, seed=11)
    return [p for article in articles for p in article.dirty.split("\n") if len(p) > 80]


def _warm_up(check: Callable[[str], list[Any]], texts: list[str]) -> None:
    """Both are slow at first: one compiles, the other gets to know words and their neighbours."""
    for text in texts[:20]:
        check(text)


def _measure(
    name: str, check: Callable[[str], list[Any]], texts: list[str], process: psutil.Process
) -> dict[str, float]:
    times, found = [], 0
    for text in texts:
        begun = time.perf_counter()
        found += len(check(text))
        times.append(time.perf_counter() - begun)
    memory = process.memory_info().rss / 1e6
    size = sum(map(len, texts)) / 1000
    print(
        f"{name:14} {len(texts)} texts, {size:.0f} kB: {found} matches, median "
        f"{1000 * statistics.median(times):.1f} ms, {size / sum(times):.1f} kB/s, {memory:.0f} MB"
    )
    return {"seconds": sum(times), "memory": memory}


def _java() -> psutil.Process:
    from language_tool_python.server import RUNNING_SERVER_PROCESSES

    return psutil.Process(RUNNING_SERVER_PROCESSES[-1].pid)


def _cascade(url: str, texts: list[str]) -> None:
    """What is found, and what is sent, where only doubtful sentences are."""
    figures = {}
    for when in ("all", "suspect"):
        step = LanguageTool(url, when=when, timeout=120)  # type: ignore[arg-type]
        service_of.cache_clear()
        pipeline = Pipeline(["rules", step])
        found = sum(len(pipeline.check(text)) for text in texts)
        figures[when] = (found, len(step.service._cache))  # a sentence sent is remembered
    (all_found, all_sent), (found, sent) = figures["all"], figures["suspect"]
    print(
        f"cascade: {found} of {all_found} findings ({100 * found / all_found:.0f} %) with "
        f"{sent} of {all_sent} sentences sent ({100 * sent / all_sent:.0f} %)"
    )


if __name__ == "__main__":
    main()
