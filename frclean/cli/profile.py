"""What each step and each family of rules costs on some texts: ``frclean clean --profile``."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from frclean.pipeline import Pipeline

__all__ = ["profile"]

_REPEATS = 5


def profile(texts: Sequence[str], pipeline: Pipeline) -> Iterator[str]:
    """Lines of a table: milliseconds of CPU, the best of some runs, everything warm.

    Each step is timed on what the steps before it leave; families of rules alone, so their
    common part (words looked up, pairs walked over) is counted in each.
    """
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6
    whole = _milliseconds(pipeline.clean, texts)
    yield f"{'step':20} {'ms':>9} {'share':>7} {'MB/s':>8}"
    left = list(texts)
    for step in pipeline.steps:
        alone = Pipeline([step], pipeline.config)
        name = step if isinstance(step, str) else getattr(step, "__name__", type(step).__name__)
        yield _row(name, _milliseconds(alone.clean, left), whole, size)
        if step == "rules":
            for family in ("GRM", "SPL"):
                only = Pipeline([step], replace(pipeline.config, select=(family,)))
                yield _row(f"  {family} alone", _milliseconds(only.clean, left), whole, size)
        left = [alone.clean(text) for text in left]
    yield _row("clean()", whole, whole, size)


def _row(name: str, milliseconds: float, whole: float, size: float) -> str:
    rate = size / (milliseconds / 1000) if milliseconds else float("inf")
    return f"{name:20} {milliseconds:9.2f} {milliseconds / whole:7.0%} {rate:8.2f}"


def _milliseconds(work: Callable[[str], str], texts: Sequence[str]) -> float:
    best = float("inf")
    for _ in range(_REPEATS):
        begun = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - begun)
    return 1000 * max(best, 1e-6)
