"""The audit itself: read, measure in one process or several, add up."""

from __future__ import annotations

import os
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from frclean.audit.measure import Measure, Reader
from frclean.audit.reading import Entry
from frclean.audit.summary import Summary
from frclean.boilerplate.learnt import EdgeCounts, LearntLines
from frclean.pipeline import Pipeline

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["Audit", "audit", "in_sample", "share_of", "workers_for"]

READ_BYTES = 6_000_000
"""A corpus up to this size is read in full, of a larger one a sample of this size: some 2,000
articles, so that the rates of the page are sure to ±2.2 % of the texts at worst, ±0.6 % for what
one text in fifty has. Twice as much would take 100 MB 40 % longer."""

_CHUNK = 200_000  # characters that travel together
_WORTH_PROCESSES = 2_000_000  # bytes: a few seconds of work
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
        sample: share of the texts that are read in full, from 0 to 1; encodings, lengths,
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


def share_of(size: int) -> float:
    """The share of the texts that a corpus of ``size`` bytes is sampled by unless told otherwise.

    >>> share_of(100_000_000), share_of(5_000)
    (0.06, 1.0)
    """
    return min(1.0, READ_BYTES / size) if size else 1.0


def workers_for(size: int) -> int:
    """Processes for a corpus of ``size`` bytes: one for each core, if that is worth it."""
    return (os.cpu_count() or 1) if size > _WORTH_PROCESSES else 1


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
        work = _Work(pipeline, sample)
        yield from map(work, entries)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_start, initargs=(pipeline, sample)) as pool:
        pending: deque[Future[list[Measure]]] = deque()
        for chunk in _chunks(entries):
            pending.append(pool.submit(_measure_all, chunk))
            if len(pending) > 2 * workers:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


@dataclass
class _Work:
    """What is done with each text."""

    pipeline: Pipeline
    sample: float

    def __post_init__(self) -> None:
        self._reader = Reader(self.pipeline)

    def __call__(self, entry: Entry) -> Measure:
        return self._reader.measure(entry, is_read=in_sample(entry.key, self.sample))


def _chunks(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    chunk: list[Entry] = []
    size = 0
    for entry in entries:
        chunk.append(entry)
        size += len(entry.text)
        if size >= _CHUNK or len(chunk) >= 1000:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


_work: _Work | None = None


def _start(pipeline: Pipeline, sample: float) -> None:
    global _work
    _work = _Work(pipeline, sample)


def _measure_all(chunk: list[Entry]) -> list[Measure]:
    assert _work is not None
    return list(map(_work, chunk))
