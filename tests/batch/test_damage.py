"""What goes wrong around a batch job: damaged inputs, full disks, folders that refuse."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from frclean.batch.progress import Progress
from frclean.cli import main

GOOD = {"text": "Le coalition."}
CLEANED = "La coalition."
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


def _write(path: Path, *rows: Any) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return str(path)


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
@pytest.mark.parametrize(
    ("compression", "damage"),
    [
        (compression, damage)
        for compression in PACKERS
        for damage in ("cut", "junk", "flipped")
        # bzip2 takes what stands behind its end for padding, as the tool of that name does.
        if (compression, damage) != (".bz2", "junk")
    ],
)
def test_damaged_input_is_never_a_shorter_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str, compression: str, damage: str
) -> None:
    content = {"jsonl": b'{"text": "a"}\n', "csv": b"text\nabc\n"}[form] * 3000
    data = PACKERS[compression](content)
    middle = len(data) // 2
    data = {
        "cut": data[:-6],
        "junk": data + b"junk and more junk",
        "flipped": data[:middle] + bytes(b ^ 255 for b in data[middle : middle + 8]) + data[-9:],
    }[damage]
    source, out = tmp_path / f"in.{form}{compression}", tmp_path / "out.jsonl"
    source.write_bytes(data)
    out.write_text("old")

    assert main(["batch", str(source), "-o", str(out), "-q"]) == 2
    assert f"{source} is damaged behind line" in capsys.readouterr().err
    assert out.read_text() == "old"


def test_text_file_that_is_damaged_is_one_bad_row(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / "a.txt.gz").write_bytes(gzip.compress(b"Le coalition.")[:-9])
    (folder / "b.txt.bz2").write_bytes(bz2.compress(b"Le coalition."))
    (folder / "c.txt").write_bytes(b"Le coalition.")

    assert main(["batch", str(folder), "-o", str(out), "-q"]) == 1
    assert [row["text"] for row in _lines(out)] == [CLEANED] * 2
    (aside,) = _lines(tmp_path / "out.jsonl.rejected.jsonl")
    assert aside["reason"].startswith("cannot be read: Compressed file ended")
    assert json.loads(aside["row"])["path"] == str(folder / "a.txt.gz")


def test_every_kind_of_bad_row_of_parquet(tmp_path: Path) -> None:
    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    texts = ["Le coalition.", None, "a" * 101, "Le coalition."]
    times = pa.array([1, 2, 3, 1234567891234567891], pa.timestamp("ns"))
    pq.write_table(pa.table({"text": texts, "at": times}), source)

    assert main(["batch", str(source), "-o", str(out), "-q", "--max-chars", "100"]) == 1
    assert pq.read_table(out)["text"].to_pylist() == [CLEANED] * 2
    # What is not touched keeps its type, and each nanosecond.
    assert pq.read_table(out)["at"].equals(pa.chunked_array([times.take([0, 3])]))
    assert [(row["line"], row["reason"]) for row in _lines(Path(f"{out}.rejected.jsonl"))] == [
        (2, "the field 'text' holds no text: null"),
        (3, "more than 100 characters: 101"),
    ]


def test_column_of_bytes_is_set_aside(tmp_path: Path) -> None:
    source, out = tmp_path / "in.parquet", tmp_path / "out.jsonl"
    pq.write_table(pa.table({"text": [b"\xff\x00"]}), source)

    assert main(["batch", str(source), "-o", str(out), "-q"]) == 1
    (aside,) = _lines(Path(f"{out}.rejected.jsonl"))
    assert (aside["reason"], aside["row"]) == (
        "the field 'text' holds no text: bytes", {"text": "/wA="}
    )  # fmt: skip
    assert out.read_bytes() == b""


def test_every_kind_of_bad_row_of_csv(tmp_path: Path) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(
        b"id,text\n1,Le coalition.\n2\n3,a,b\n4,caf\xe9\n"
        b'5,"Le coalition.\nIl."\n6,' + b"a" * 101 + b"\n7,Le coalition.\n"
    )

    assert main(["batch", str(source), "-o", str(out), "-q", "--max-chars", "100"]) == 1
    assert out.read_text() == (
        'id,text\n1,La coalition.\n5,"La coalition.\nIl."\n7,La coalition.\n'
    )
    assert [(row["line"], row["reason"]) for row in _lines(Path(f"{out}.rejected.jsonl"))] == [
        (3, "1 cells under a header of 2"),
        (4, "3 cells under a header of 2"),
        (5, "bytes that are not UTF-8"),
        (8, "more than 100 characters: 101"),
    ]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_full_disk_leaves_the_old_output_and_what_is_done(
    small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"n": n, "rest": "x" * 4000, **GOOD} for n in range(200)]
    source, out = _write(tmp_path / "in.jsonl", *rows), small_disk / "out.jsonl"
    out.write_text("old")
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 500_000)
    arguments = ["batch", source, "-o", str(out), "-q", "--shard-size", "0.1"]

    assert main(arguments) == 2
    assert capsys.readouterr().err == (
        f"frclean: {out} cannot be written: no space is left on the device. "
        "What is done is kept: make room, then --resume.\n"
    )
    assert out.read_text() == "old"

    subprocess.run(["mount", "-o", "remount,size=4m", str(small_disk)], check=True)
    stats = tmp_path / "stats.json"
    assert main([*arguments, "--resume", "--stats", str(stats)]) == 0
    assert [row["n"] for row in _lines(out)] == list(range(200))
    assert json.loads(stats.read_text("utf-8"))["resumed"] > 0
    assert sorted(path.name for path in small_disk.iterdir()) == ["ballast", "out.jsonl"]


def test_folder_that_may_not_be_written(
    small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = _write(tmp_path / "in.jsonl", GOOD), small_disk / "out.jsonl"
    out.write_text("old")
    # Root may write in every folder, but not on a disk that is mounted read-only.
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)

    assert main(["batch", source, "-o", str(out)]) == 2
    assert f"frclean: {out}.parts may not be read or written: " in capsys.readouterr().err
    assert out.read_text() == "old"


def test_folder_of_somebody_else_is_not_thrown_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = _write(tmp_path / "in.jsonl", GOOD), tmp_path / "out.jsonl"
    parts = tmp_path / "out.jsonl.parts"
    parts.mkdir()
    (parts / "thesis.tex").write_text("dear")

    assert main(["batch", source, "-o", str(out), "-q"]) == 2
    assert "is in the way and was not written by frclean" in capsys.readouterr().err
    assert (parts / "thesis.tex").read_text() == "dear"


def test_another_version_does_not_mix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = _write(tmp_path / "in.jsonl", GOOD, 3), tmp_path / "out.jsonl"
    assert main(["batch", source, "-o", str(out), "-q", "--strict"]) == 2
    manifest = tmp_path / "out.jsonl.parts" / "manifest.jsonl"
    first, *rest = _lines(manifest)
    _write(manifest, {**first, "version": "0.0.1"}, *rest)
    capsys.readouterr()

    assert main(["batch", source, "-o", str(out), "-q", "--resume"]) == 2
    assert "was begun with another version ('0.0.1', now " in capsys.readouterr().err


def test_glob_does_not_find_what_an_earlier_run_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / "a.jsonl", GOOD, 3)
    arguments = ["batch", "*.jsonl", "a.jsonl", "-o", "out.jsonl", "-q"]

    for _ in range(2):
        assert main(arguments) == 1
        assert _lines(tmp_path / "out.jsonl") == [{"text": CLEANED}]
        assert len(_lines(tmp_path / "out.jsonl.rejected.jsonl")) == 1


def test_rejected_rows_go_where_they_are_sent(tmp_path: Path) -> None:
    source, out = _write(tmp_path / "in.jsonl", GOOD, 3), str(tmp_path / "out.jsonl")
    aside = tmp_path / "aside.jsonl"
    aside.write_text("of an earlier run\n")

    for target in (out, "-"):
        assert main(["batch", source, "-o", target, "-q", "--rejected", str(aside)]) == 1
        assert [row["line"] for row in _lines(aside)] == [2]
    # A device stays a device.
    assert main(["batch", source, "-o", out, "-q", "--rejected", os.devnull]) == 1
    assert not Path(os.devnull).is_file()
    assert main(["batch", source, "-o", out, "-q", "--rejected", str(tmp_path / "no/a")]) == 2
    assert main(["batch", source, "-o", out, "-q", "--stats", str(tmp_path / "no/a")]) == 2


DIES_ONCE = """
import os, pathlib, signal
from frclean.batch import Job, Task
from frclean.pipeline import Pipeline

class DiesOnce:
    def __call__(self, document):
        flag = pathlib.Path("died")
        if "meurs" in document.text and not flag.exists():
            flag.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return []

if __name__ == "__main__":
    Job(["in.jsonl"], "out.jsonl", Task(Pipeline([DiesOnce()])), workers=2).run()
"""


def test_row_whose_worker_died_by_chance_is_not_rejected(tmp_path: Path) -> None:
    texts = ["a", "meurs", "b"]
    _write(tmp_path / "in.jsonl", *({"text": text} for text in texts))
    (tmp_path / "run.py").write_text(DIES_ONCE, "utf-8")
    subprocess.run([sys.executable, "run.py"], cwd=tmp_path, check=True, timeout=120)

    assert (tmp_path / "died").exists()
    assert [row["text"] for row in _lines(tmp_path / "out.jsonl")] == texts
    assert not (tmp_path / "out.jsonl.rejected.jsonl").exists()


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _progress(stream: io.StringIO, quiet: bool = False) -> str:
    """What stands on the screen when half of the input is done, a quarter of it by another run."""
    progress = Progress(1000, quiet, stream)
    progress.begin(50, 5000, 250)
    progress.start -= 100
    progress.shown -= 100
    progress.show(150, 10_005_000, 500)
    progress.show(160, 11_000_000, 510)  # too soon to be shown
    progress.end()
    return stream.getvalue()


def test_progress_tells_rate_and_time_left() -> None:
    told = "50% 150 articles, 1 articles/s, 0.10 M characters/s, 3:20 left"

    assert _progress(io.StringIO()) == f" {told}\n"
    assert _progress(_Terminal()) == f"\r\x1b[K[##########..........]  {told}\r\x1b[K"
    assert _progress(_Terminal(), quiet=True) == ""


def test_summary_says_what_was_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = _write(tmp_path / "in.jsonl", GOOD, 3, {}), str(tmp_path / "out.jsonl")

    assert main(["batch", source, "-o", out]) == 1
    first, *rest = capsys.readouterr().err.splitlines()
    assert first.startswith("1 articles, 1 changed, 2 rejected; 13 characters in, 13 out; ")
    assert [line.split() for line in rest] == [
        ["rejected", "1", "not", "an", "object"],
        ["rejected", "1", "lacks", "the", "field", "'text'"],
        ["GRM001", "1", "applied"],
    ]
