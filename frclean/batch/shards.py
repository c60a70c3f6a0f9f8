"""Finished parts of an output beside it, and the manifest that says what they hold.

``OUT.parts/manifest.jsonl`` begins with what the job is (fingerprint, inputs, options), then has
a line per shard: digests of the rows that went in and of what came out. A line is written only
when its shard is safe on the disk, so what a kill leaves behind is whole shards and rubbish that
is thrown away.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frclean.batch.chunks import Chunk, Outcome, Stats
from frclean.batch.writers import write_parquet

__all__ = ["MixError", "Parts", "Shard"]


class MixError(ValueError):
    """The parts that are there belong to another job."""


@dataclass
class Shard:
    """Outcomes that are written together."""

    number: int
    chunks: int = 0
    source: str = ""
    row: int = 0
    source_digest: Any = field(default_factory=hashlib.sha256)
    data: list[bytes] = field(default_factory=list)
    rejected: list[bytes] = field(default_factory=list)
    stats: Stats = field(default_factory=Stats)

    def add(self, chunk: Chunk, outcome: Outcome) -> None:
        """Take in the outcome of one more chunk."""
        self.saw(chunk)
        self.data.append(outcome.data)
        self.rejected.append(outcome.rejected)
        self.stats.add(outcome.stats)

    def saw(self, chunk: Chunk) -> None:
        """Note what went in."""
        self.chunks += 1
        self.source, self.row = chunk.source, chunk.first + chunk.rows - 1
        self.source_digest.update(f"{chunk.source}:{chunk.first}\n".encode())
        self.source_digest.update(chunk.payload)


class Parts:
    """The folder ``OUT.parts``."""

    def __init__(self, out: Path, job: Mapping[str, Any]) -> None:
        self.folder = out.with_name(out.name + ".parts")
        self.manifest = self.folder / "manifest.jsonl"
        self.job = dict(job)
        self.is_parquet = job["format"] == "parquet"
        self.done: list[dict[str, Any]] = []

    def start(self) -> None:
        """Begin anew.

        Raises:
            FileExistsError: if something that is not ours has the folder's name.

        """
        if self.folder.exists():
            if not self.manifest.exists() and any(self.folder.iterdir()):
                raise FileExistsError(
                    f"{self.folder} is in the way and was not written by frclean; "
                    "move it, or give another -o"
                )
            self.remove()
        self.folder.mkdir()
        self._append(self.job)

    def resume(self) -> None:
        """Take over the shards that are whole.

        Raises:
            MixError: if they were made by another version, configuration or input.

        """
        lines = _whole_lines(self.manifest)
        if not lines:
            self.start()
            return
        self._refuse_another(lines[0])
        for entry in lines[1:]:
            if not self._is_whole(entry):
                break
            self.done.append(entry)
        # What stands behind the last whole shard is rubbish; the manifest is written again.
        fresh = self.folder / "manifest.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(line) + "\n" for line in [self.job, *self.done])
            _to_disk(file.fileno())
        os.replace(fresh, self.manifest)

    def _refuse_another(self, job: dict[str, Any]) -> None:
        for name, value in self.job.items():
            if job.get(name) != value:
                raise MixError(
                    f"{self.folder} was begun with another {name} ({job.get(name)!r}, now "
                    f"{value!r}); results would mix. Finish it as it was begun, or leave out "
                    "--resume to begin anew"
                )

    def _is_whole(self, entry: dict[str, Any]) -> bool:
        data, rejected = self.paths(entry["shard"])
        try:
            digests = [_digest(data), _digest(rejected)]
        except OSError:
            return False
        return digests == [entry["data"], entry["rejected"]]

    def paths(self, number: int) -> tuple[Path, Path]:
        """Where a shard's rows and rejected rows lie."""
        return self.folder / f"{number:06}.data", self.folder / f"{number:06}.rejected"

    def write(self, shard: Shard) -> None:
        """Put a shard on the disk, then into the manifest."""
        data, rejected = self.paths(shard.number)
        if self.is_parquet:
            write_parquet(data, shard.data)
        else:
            _write(data, shard.data)
        _write(rejected, shard.rejected)
        for path in (data, rejected):
            with path.open("rb+") as file:
                _to_disk(file.fileno())
        entry = {
            "shard": shard.number,
            "chunks": shard.chunks,
            "until": [shard.source, shard.row],
            "source": shard.source_digest.hexdigest(),
            "data": _digest(data),
            "rejected": _digest(rejected),
            "stats": shard.stats.to_dict(),
        }
        self._append(entry)
        self.done.append(entry)

    def _append(self, line: dict[str, Any]) -> None:
        with self.manifest.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
            file.flush()
            _to_disk(file.fileno())

    def remove(self) -> None:
        """Clear away, the manifest last: without it nobody knows whose folder this is."""
        for path in self.folder.iterdir():
            if path != self.manifest:
                path.unlink()
        shutil.rmtree(self.folder)


def _to_disk(handle: int) -> None:
    os.fsync(handle)


def _write(path: Path, parts: Iterable[bytes]) -> None:
    """Write one part after the other: a copy of them all would be the job's peak of memory."""
    with path.open("wb") as file:
        file.writelines(parts)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _whole_lines(path: Path) -> list[dict[str, Any]]:
    """The lines of a manifest; a last one that was cut by a kill is none."""
    if not path.exists():
        return []
    lines = []
    for line in path.read_text("utf-8").splitlines(keepends=True):
        try:
            lines.append(json.loads(line) if line.endswith("\n") else None)
        except ValueError:
            break
    return [line for line in lines if line is not None]
