"""One job: chunks in, shards of cleaned rows, one output that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO, Any, TextIO

from frclean.batch.chunks import Chunk, Outcome, Stats
from frclean.batch.progress import Progress
from frclean.batch.readers import read
from frclean.batch.rows import BadRowError, Task
from frclean.batch.shards import MixError, Parts, Shard
from frclean.batch.workers import clean_chunks
from frclean.batch.writers import assemble, header, join

__all__ = ["Job", "Report"]


@dataclass(frozen=True, slots=True)
class Report:
    """What a job came to."""

    stats: Stats
    seconds: float
    resumed: int = 0
    """Articles that an earlier run had done."""

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready values."""
        return {**self.stats.to_dict(), "seconds": round(self.seconds, 3), "resumed": self.resumed}


@dataclass
class Job:
    """Clean every row of ``inputs`` into ``out``.

    ``rejected`` is where bad rows go; with ``strict`` the first of them ends the job. A chunk
    holds about ``chunk_size`` bytes, a shard ``shard_chunks`` chunks. If it is not ``ordered``,
    chunks are written as soon as they are done, so that a slow one holds up no other; such a job
    cannot be resumed.
    """

    inputs: Sequence[str]
    out: str
    task: Task
    workers: int = 1
    resume: bool = False
    strict: bool = False
    rejected: str = ""
    quiet: bool = True
    ordered: bool = True
    chunk_size: int = 512_000
    shard_chunks: int = 32

    def run(self) -> Report:
        """Do the job.

        Raises:
            MixError: if ``resume`` finds parts of another job.
            OSError: if something cannot be read or written; an older output stays as it was.
            ValueError: if the inputs cannot be read as what they claim to be, or for a bad row
                under ``strict``.

        """
        if self.resume and not self.ordered:
            raise ValueError("a job can be resumed only if it is ordered: leave out --unordered")
        start = time.monotonic()
        self.stats, self.resumed = Stats(), 0
        self.progress = Progress(self._total(), self.quiet)
        try:
            if self._is_stream():
                self._run_to_stream()
            else:
                self._run_to_file()
        except OSError as error:
            raise self._explained(error) from error
        finally:
            self.progress.end()
        return Report(self.stats, time.monotonic() - start, self.resumed)

    def _is_stream(self) -> bool:
        """True if the output cannot be replaced: a pipe, a terminal, a device."""
        return self.out == "-" or (Path(self.out).exists() and not Path(self.out).is_file())

    def _total(self) -> int:
        """Bytes of all inputs on the disk; 0 if one of them is a pipe."""
        if not all(Path(path).is_file() for path in self.inputs):
            return 0
        return sum(Path(path).stat().st_size for path in self.inputs)

    def _explained(self, error: OSError) -> OSError:
        if error.errno == errno.ENOSPC:
            kept = "" if self._is_stream() else " What is done is kept: make room, then --resume."
            return OSError(f"{self.out} cannot be written: no space is left on the device.{kept}")
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return OSError(f"{error.filename or self.out} may not be read or written: {error}")
        return error

    # --- to a stream: as it comes ---------------------------------------------------------

    def _run_to_stream(self) -> None:
        if self.resume:
            raise ValueError(f"--resume needs an output file; {self.out} is a stream")
        if self.task.format == "parquet":
            raise ValueError("Parquet cannot be written to a stream; give -o FILE.parquet")
        chunks = self._with_columns(self._read())
        out = "" if self.out == "-" else self.out
        with _stream(out, sys.stdout) as stream, _stream(self.rejected, sys.stderr) as aside:
            stream.write(header(self.task))
            for chunk, outcome in self._cleaned(chunks):
                stream.write(outcome.data)
                aside.write(outcome.rejected)
                self._count(outcome.stats, chunk)
            stream.flush()
            aside.flush()

    # --- to a file: shards, then all at once ----------------------------------------------

    def _run_to_file(self) -> None:
        out = Path(self.out).resolve()
        aside = Path(self.rejected or f"{out}.rejected.jsonl").resolve()
        for path in (out, aside):
            if not path.parent.is_dir():
                raise FileNotFoundError(f"there is no folder {path.parent} to write {path.name} in")
        chunks = self._with_columns(self._read())
        parts = Parts(out, self._identity())
        if self.resume:
            parts.resume()
        else:
            parts.start()
        self._skip(parts, chunks)
        self._write_shards(parts, chunks)
        self._finish(parts, out, aside)

    def _identity(self) -> dict[str, Any]:
        """What must be equal for results to be one whole."""
        from frclean.version import __version__

        task = self.task
        return {
            "version": __version__,
            "fingerprint": task.pipeline.fingerprint,
            "inputs": list(self.inputs),
            "field": task.field,
            "keep": None if task.keep is None else list(task.keep),
            "add": list(task.add),
            "max_chars": task.max_chars,
            "format": task.format,
            "compression": task.compression,
            "columns": list(task.columns),
            "ordered": self.ordered,
            "chunk_size": self.chunk_size,
            "shard_chunks": self.shard_chunks,
        }

    def _skip(self, parts: Parts, chunks: Iterator[Chunk]) -> None:
        """Read past what is done, and see that it is still what it was."""
        for entry in parts.done:
            seen = Shard(entry["shard"])
            for chunk in islice(chunks, entry["chunks"]):
                seen.saw(chunk)
            if seen.source_digest.hexdigest() != entry["source"]:
                raise MixError(
                    f"the input has changed before {entry['until'][0]}, row {entry['until'][1]}, "
                    "since the job was begun; leave out --resume to begin anew"
                )
            self.stats.add(Stats.of(entry["stats"]))
            self.progress.begin(*self._done(), chunk.position)
        self.resumed = self.stats.articles
        self._refuse_rejected(self.stats)

    def _write_shards(self, parts: Parts, chunks: Iterator[Chunk]) -> None:
        shard = Shard(len(parts.done))
        for chunk, outcome in self._cleaned(chunks):
            shard.add(chunk, outcome)
            self._count(outcome.stats, chunk)
            if shard.chunks == self.shard_chunks:
                parts.write(shard)
                shard = Shard(shard.number + 1)
        if shard.chunks:
            parts.write(shard)

    def _finish(self, parts: Parts, out: Path, aside: Path) -> None:
        """Put what was set aside in its place, then the output, then clear away."""
        pairs = [parts.paths(entry["shard"]) for entry in parts.done]
        whole = parts.folder / "whole"
        assemble(self.task, [data for data, _ in pairs], whole)
        _sync(whole)
        _write_aside([rejected for _, rejected in pairs], aside)
        os.replace(whole, out)
        parts.remove()

    # --- both -----------------------------------------------------------------------------

    def _read(self) -> Iterator[Chunk]:
        return read(self.inputs, self.chunk_size)

    def _cleaned(self, chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, Outcome]]:
        for chunk, outcome in clean_chunks(self.task, chunks, self.workers, ordered=self.ordered):
            self._refuse_rejected(outcome.stats, outcome.rejected)
            yield chunk, outcome

    def _refuse_rejected(self, stats: Stats, rejected: bytes = b"") -> None:
        if self.strict and stats.rejected:
            import json

            first = json.loads(rejected.splitlines()[0]) if rejected else None
            where = f"{first['source']}, line {first['line']}: {first['reason']}" if first else ""
            raise ValueError(f"--strict: {where or 'rows were rejected before the interruption'}")

    def _with_columns(self, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
        """The same chunks; the header of a CSV is fixed by what the first row holds."""
        if self.task.format not in ("csv", "tsv"):
            return chunks
        first = list(islice(chunks, 1))
        self.task = _with_header(self.task, first)
        return chain(first, chunks)

    def _count(self, stats: Stats, chunk: Chunk) -> None:
        self.stats.add(stats)
        self.progress.show(*self._done(), chunk.position)

    def _done(self) -> tuple[int, int]:
        """Rows and characters so far."""
        return self.stats.articles + self.stats.rejected, self.stats.characters_in


def _with_header(task: Task, chunks: Sequence[Chunk]) -> Task:
    from dataclasses import replace

    from frclean.batch.rows import get_field, parsed, rows_of

    for chunk in chunks:
        for _, raw in rows_of(chunk):
            try:
                row = parsed(raw)
                get_field(row, task.field)
            except BadRowError:
                continue
            top = task.field if task.field in row else task.field.split(".")[0]
            names = [*row] if task.keep is None else [top, *task.keep]
            return replace(task, columns=tuple(dict.fromkeys((*names, *task.add))))
    return replace(task, columns=(task.field, *(task.keep or ()), *task.add))


@contextmanager
def _stream(path: str, standard: TextIO) -> Iterator[IO[bytes]]:
    """``path`` opened for writing, or a standard stream, which stays open."""
    if path:
        with open(path, "wb", buffering=0) as file:
            yield file
    else:
        yield standard.buffer


def _write_aside(shards: Sequence[Path], target: Path) -> None:
    """What was set aside as ``target``, which may lie on another device, or be one."""
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            join(shards, file)
        return
    if not any(shard.stat().st_size for shard in shards):
        target.unlink(missing_ok=True)  # of an earlier run
        return
    fresh = target.with_name(f"{target.name}.new")
    with fresh.open("wb") as file:
        join(shards, file)
    os.replace(fresh, target)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
