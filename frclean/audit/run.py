"""The audit itself: read, measure in one process or several, add up."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frclean.audit.measure import Measure, measure
from frclean.audit.reading import Entry
from frclean.audit.summary import Summary
from frclean.boilerplate.learnt import EdgeCounts, LearntLines
from frclean.pipeline import Pipeline

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Audit", "audit", "in_sample"]

_CHUNK = 64  # texts that travel together
_LEARNT_PAGES = 400  # texts of one site from which its lines are learnt


@dataclass(slots=True)
class Audit:
    """What became of it: the figures, and the lines that sites repeat."""

    summary: Summary
    learnt: LearntLines


def audit(
    entries: Iterable[Entry],
    pipeline: Pipeline | None = None,
    *,
    sample: float = 1.0,
    workers: int = 1,
) -> Audit:
    """The audit of a corpus.

    Args:
        entries: the texts, read only as fast as they are measured.
        pipeline: what looks for findings; default: ``Pipeline()``.
        sample: share of the texts whose findings are looked for, from 0 to 1; lengths,
            languages and duplicates are always those of all texts. Which texts depends on their
            keys alone, so the same corpus gives the same sample.
        workers: processes.

    Raises:
        ValueError: for a sample that is no share, or fewer than one worker.

    """
    if not 0 < sample <= 1:
        raise ValueError(f"sample must be a share in (0, 1], not {sample!r}")
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers!r}")
    counts = EdgeCounts()
    summary = Summary()
    seen = _learning(entries, counts)
    pipeline = pipeline or Pipeline()
    for measured in _measured(seen, pipeline, sample, workers):
        summary.add(measured)
    return Audit(summary, LearntLines.of(counts.learnt()))


def in_sample(key: str, share: float) -> bool:
    """True for about ``share`` of all keys, always the same ones.

    >>> in_sample("un", 1.0), sum(in_sample(str(i), 0.1) for i in range(10_000)) // 100
    (True, 10)
    """
    return zlib.crc32(key.encode("utf-8", "replace")) < share * (1 << 32)


def _learning(entries: Iterable[Entry], counts: EdgeCounts) -> Iterator[Entry]:
    """``entries``, the ends of some counted on their way."""
    for entry in entries:
        if entry.site and counts.pages[entry.site] < _LEARNT_PAGES:
            counts.add(entry.site, entry.text)
        yield entry


def _measured(
    entries: Iterable[Entry], pipeline: Pipeline, sample: float, workers: int
) -> Iterator[Measure]:
    if workers == 1:
        for entry in entries:
            yield measure(entry, pipeline if in_sample(entry.key, sample) else None)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_start, initargs=(pipeline, sample)) as pool:
        pending: deque[Future[list[Measure]]] = deque()
        for chunk in _chunks(entries):
            pending.append(pool.submit(_work, chunk))
            if len(pending) > 2 * workers:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    chunk: list[Entry] = []
    for entry in entries:
        chunk.append(entry)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


_worker: tuple[Pipeline, float] | None = None


def _start(pipeline: Pipeline, sample: float) -> None:
    global _worker
    _worker = (pipeline, sample)


def _work(chunk: list[Entry]) -> list[Measure]:
    assert _worker is not None
    pipeline, sample = _worker
    return [measure(e, pipeline if in_sample(e.key, sample) else None) for e in chunk]
