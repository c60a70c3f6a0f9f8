"""Many files: from the cache what has not changed, the rest in several processes."""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, takewhile
from pathlib import Path

from frclean.finding import Finding
from frclean.project.cache import Cache
from frclean.project.checking import Checker, Fixed, checker_for
from frclean.project.settings import Settings
from frclean.project.source import NotTextError, Source

__all__ = ["Checked", "Job", "run"]

#: Below so many bytes of text, starting processes costs more than it saves.
_LEAST_BYTES = 100_000
#: So many characters teach most of what texts have in common: classes of words, neighbours, states
#: of automata. To learn it takes as long as to check a hundred files that know it.
_LESSON = 40_000


@dataclass(frozen=True, slots=True)
class Job:
    """One file to check: its bytes' text, and what is looked for in it."""

    path: Path
    settings: Settings
    checker: Checker
    source: Source
    key: bytes

    @classmethod
    def of(cls, path: Path, settings: Settings, data: bytes) -> Job:
        """The job of a file; raises NotTextError if it is binary."""
        checker = checker_for(settings, settings.relative(path))
        digest = hashlib.sha256(checker.fingerprint)
        # A file's format follows from the end of its name, so a file may move at no cost.
        kind = path.suffix or path.name
        digest.update(kind.encode("utf-8", "surrogateescape") + b"\0" + data)
        return cls(path, settings, checker, Source.of(data, str(path)), digest.digest())

    @property
    def is_cached(self) -> bool:
        """False where findings depend on more than the file: a server, or the user's wish."""
        return self.settings.cache and "languagetool" not in self.checker.step_names


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say about one file: ``findings`` are left; ``applied`` were repaired.

    ``text`` is the file's text after the fixes; ``findings`` count in it. ``error`` says why a
    file could not be checked.
    """

    path: Path
    settings: Settings
    text: str = ""
    source: Source = field(default_factory=lambda: Source(""))
    findings: tuple[Finding, ...] = ()
    applied: tuple[Finding, ...] = ()
    error: str = ""


def run(
    files: Sequence[tuple[Path, Settings]], *, fix: bool = False, workers: int | None = None
) -> list[Checked]:
    """Check ``files`` (and work out their fixes; nothing is written), in their order.

    Args:
        files: paths with the settings that hold for them.
        fix: give the texts with their fixes applied.
        workers: processes at most; default: as many as there are cores.

    """
    caches = _Caches()
    entries = [_opened(path, settings) for path, settings in files]
    jobs = [entry for entry in entries if isinstance(entry, Job)]
    known = caches.get(jobs)
    due = [job for job in jobs if job.key not in known or (fix and _fixable(job, known[job.key]))]
    done = dict(zip((job.path for job in due), _worked(due, fix, workers), strict=True))
    caches.put((job, done[job.path]) for job in due)
    caches.close()
    checked = []
    for entry in entries:
        if isinstance(entry, Checked):
            checked.append(entry)
            continue
        fixed = done.get(entry.path) or Fixed(entry.source.text, (), known[entry.key])
        checked.append(
            Checked(entry.path, entry.settings, fixed.text, entry.source, fixed.left, fixed.applied)
        )
    return checked


def _opened(path: Path, settings: Settings) -> Job | Checked:
    try:
        return Job.of(path, settings, path.read_bytes())
    except NotTextError as error:
        return Checked(path, settings, error=str(error))
    except OSError as error:
        return Checked(path, settings, error=f"{path}: {error.strerror}")


def _fixable(job: Job, findings: Iterable[Finding]) -> bool:
    return any(f.applicability.rank >= job.checker.floor.rank for f in findings)


class _Caches:
    """One cache for each project that the files belong to."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, Cache] = {}

    def _of(self, job: Job) -> Cache:
        folder = job.settings.root / job.settings.cache_dir
        if folder not in self._by_folder:
            self._by_folder[folder] = Cache(folder)
        return self._by_folder[folder]

    def get(self, jobs: Iterable[Job]) -> dict[bytes, tuple[Finding, ...]]:
        keys: dict[Cache, list[bytes]] = {}
        for job in jobs:
            if job.is_cached:
                keys.setdefault(self._of(job), []).append(job.key)
        return {key: found for cache, ks in keys.items() for key, found in cache.get(ks).items()}

    def put(self, results: Iterable[tuple[Job, Fixed]]) -> None:
        rows: dict[Cache, dict[bytes, tuple[Finding, ...]]] = {}
        for job, fixed in results:
            if not job.is_cached:
                continue
            key = job.key
            if fixed.applied:  # what is left is left in the repaired file
                key = Job.of(job.path, job.settings, job.source.encoded(fixed.text)).key
            rows.setdefault(self._of(job), {})[key] = fixed.left
        for cache, found in rows.items():
            cache.put(found)

    def close(self) -> None:
        for cache in self._by_folder.values():
            cache.close()


def _worked(jobs: Sequence[Job], fix: bool, workers: int | None) -> Iterator[Fixed]:
    # What is not UTF-8 is only checked: a repair would change its encoding, unasked.
    tasks = [(j.checker, j.path, j.source.text, fix and j.source.is_utf8) for j in jobs]
    workers = min(workers or os.cpu_count() or 1, len(tasks))
    if workers < 2 or sum(len(task[2]) for task in tasks) < _LEAST_BYTES:
        return map(_work, tasks)
    return _in_processes(tasks, workers)


Task = tuple[Checker, Path, str, bool]


def _in_processes(tasks: Sequence[Task], workers: int) -> Iterator[Fixed]:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_start_method

    # Where processes are forked, they start with the rules that are ready here, and with what the
    # first files have taught.
    for checker in {task[0] for task in tasks}:
        checker.check("Il pleut.", "text")
    here = _lesson(tasks) if get_start_method() == "fork" else 0
    yield from map(_work, tasks[:here])
    # What is there already is no garbage: looked through there, its pages would be copied.
    gc.freeze()
    size = max(1, (len(tasks) - here) // (workers * 8))
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_work, tasks[here:], chunksize=size)


def _lesson(tasks: Sequence[Task]) -> int:
    """How many of the tasks, from the first on, are worth waiting for."""
    sizes = accumulate(len(text) for _, _, text, _ in tasks)
    return sum(1 for _ in takewhile(_LESSON.__ge__, sizes))


def _work(task: Task) -> Fixed:
    from frclean.formats import format_of

    checker, path, text, fix = task
    format = format_of(path, text.partition("\n")[0])
    if fix:
        return checker.fix(text, format)
    return Fixed(text, (), tuple(checker.check(text, format)))
