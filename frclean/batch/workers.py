"""Chunks through processes; a worker that dies costs at most the row it died of."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing.connection import wait

from frclean.batch.chunks import Chunk, Outcome
from frclean.batch.rows import Task, clean_chunk

__all__ = ["clean_chunks"]

DIED = "the worker died twice on it"


def clean_chunks(
    task: Task, chunks: Iterable[Chunk], workers: int, *, ordered: bool = True
) -> Iterator[tuple[Chunk, Outcome]]:
    """Each chunk with its outcome; few chunks are in memory at a time.

    They come in order, or, if not ``ordered``, as soon as they are done.
    """
    if workers == 1:
        for chunk in chunks:
            yield chunk, clean_chunk(task, chunk)
        return
    pool = _Pool(task, workers)
    try:
        yield from pool.run(chunks, pool.first if ordered else pool.soonest)
    finally:
        pool.close()


class _Pool:
    """Workers, and the chunks that are with them."""

    def __init__(self, task: Task, workers: int) -> None:
        self.task, self.workers = task, workers
        self.executor = self._start(workers)
        self.pending: deque[tuple[Chunk, Future[Outcome]]] = deque()

    def _start(self, workers: int) -> ProcessPoolExecutor:
        # spawn: a fork of a process with threads (Arrow has some) may hang.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, context, _start_worker, (self.task,))

    def run(
        self, chunks: Iterable[Chunk], take: Callable[[], tuple[Chunk, Outcome]]
    ) -> Iterator[tuple[Chunk, Outcome]]:
        """All chunks with their outcomes; ``take`` says which of those that wait comes next."""
        for chunk in chunks:
            self._submit(chunk)
            if len(self.pending) > 2 * self.workers:
                yield take()
        while self.pending:
            yield take()

    def close(self) -> None:
        self.executor.shutdown(wait=True, cancel_futures=True)

    def _submit(self, chunk: Chunk) -> None:
        try:
            self.pending.append((chunk, self.executor.submit(_work, chunk)))
        except BrokenProcessPool:
            self._restart()
            self.pending.append((chunk, self.executor.submit(_work, chunk)))

    def soonest(self) -> tuple[Chunk, Outcome]:
        """The first chunk to be done, and its outcome."""
        futures = [future for _, future in self.pending]
        done = wait_for(futures, return_when=FIRST_COMPLETED).done
        at = next(i for i, future in enumerate(futures) if future in done)
        chunk, future = self.pending[at]
        del self.pending[at]
        return self._outcome(chunk, future)

    def first(self) -> tuple[Chunk, Outcome]:
        """The chunk that has waited longest, and its outcome."""
        return self._outcome(*self.pending.popleft())

    def _outcome(self, chunk: Chunk, future: Future[Outcome]) -> tuple[Chunk, Outcome]:
        try:
            return chunk, future.result()
        except BrokenProcessPool:
            outcome = self._rescue(chunk)
            self._restart()
            return chunk, outcome

    def _restart(self) -> None:
        """New workers; what was with the old ones is given out again."""
        self.close()
        self.executor = self._start(self.workers)
        waiting, self.pending = self.pending, deque()
        for chunk, future in waiting:
            done = future.done() and not future.cancelled() and future.exception() is None
            again = future if done else self.executor.submit(_work, chunk)
            self.pending.append((chunk, again))

    def _rescue(self, chunk: Chunk) -> Outcome:
        """The outcome of a chunk alone; rows on which a worker dies again are rejected."""
        outcome = self._alone(chunk)
        if outcome is not None:
            return outcome
        if self._alone(_only(chunk, range(0))) is None:
            raise ValueError(
                f"workers die before they clean anything (at {chunk.source}, row {chunk.first}): "
                "is there memory for them? Try fewer --workers"
            )
        numbers = range(chunk.first, chunk.first + chunk.rows)
        deadly = dict.fromkeys(self._deadly(chunk, numbers), DIED)
        outcome = self._alone(replace(chunk, spoilt={**chunk.spoilt, **deadly}))
        if outcome is None:
            raise ValueError(
                f"workers die on {chunk.source} behind row {chunk.first}, on no row alone: "
                "is there memory for them? Try fewer --workers"
            )
        return outcome

    def _deadly(self, chunk: Chunk, numbers: range) -> list[int]:
        """Rows among ``numbers`` that a worker dies of, found by halves: starting one costs."""
        if self._alone(_only(chunk, numbers)) is not None:
            return []
        if len(numbers) == 1:
            return list(numbers)
        middle = len(numbers) // 2
        return [
            *self._deadly(chunk, numbers[:middle]), *self._deadly(chunk, numbers[middle:])
        ]  # fmt: skip

    def _alone(self, chunk: Chunk) -> Outcome | None:
        """The outcome of a chunk in a worker that has nothing else; None if the worker dies."""
        with self._start(1) as executor:
            try:
                return executor.submit(_work, chunk).result()
            except BrokenProcessPool:
                return None


def _only(chunk: Chunk, numbers: range) -> Chunk:
    """``chunk`` with all other rows spoilt: only ``numbers`` are cleaned."""
    others = (n for n in range(chunk.first, chunk.first + chunk.rows) if n not in numbers)
    return replace(chunk, spoilt={**dict.fromkeys(others, "not tried"), **chunk.spoilt})


_task: Task | None = None


def _start_worker(task: Task) -> None:
    import gc
    import signal

    global _task
    _task = task
    gc.set_threshold(100_000)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the job, and the workers
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that is killed cannot say good-bye: nobody would end its workers."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(chunk: Chunk) -> Outcome:
    assert _task is not None
    return clean_chunk(_task, chunk)
