"""What ``frclean batch`` costs: workers, memory, Spark beside it, and kills.

    python benchmarks/batch.py workers --mb 200     1 and 2 workers, and a bare loop of clean()
    python benchmarks/batch.py memory --mb 50 500   the peak of every process, per size
    python benchmarks/batch.py spark --mb 50        Spark local[2] beside 2 workers (extra spark)
    python benchmarks/batch.py kills --times 20     kill -9 at random moments, then --resume
    python benchmarks/batch.py cost --mb 10         CPU time of an article, and of a billion

Articles are made by frclean.testing; the file repeats 4,000 of them.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from frclean import clean
from frclean.testing import sample_scraped

DISTINCT = 4_000


def main() -> None:
    """Measure what is asked for, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("what", choices=("workers", "memory", "spark", "kills", "cost"))
    parser.add_argument("--mb", type=int, nargs="+", default=[50], help="sizes of the input")
    parser.add_argument("--times", type=int, default=20, help="kills")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run = {"workers": workers, "memory": memory, "spark": spark, "cost": cost}.get(options.what)
        if run is None:
            kills(Path(folder), options.times)
        else:
            run(Path(folder), options.mb)


def workers(folder: Path, sizes: list[int]) -> None:
    """One worker, two, and a loop without files."""
    for size in sizes:
        source = written(folder / "in.jsonl", size)
        rates = {}
        for count in (1, 2):
            seconds, _ = batch(source, folder / "out.jsonl", count)
            rates[count] = size / seconds
            print(
                f"{size} MB, {count} workers: {seconds:.1f} s, {size / seconds:.2f} MB/s",
                flush=True,
            )
        part = min(size, 10)
        texts = [text for text, _ in zip(articles(), range(count_of(part)), strict=False)]
        for text in texts[:200]:
            clean(text)
        begun = time.perf_counter()
        for text in texts:
            clean(text)
        bare = part / (time.perf_counter() - begun)
        print(f"bare loop of clean() on {part} MB: {bare:.2f} MB/s")
        print(
            f"2 workers: {rates[2] / rates[1]:.2f} × 1; 1 worker: {rates[1] / bare:.2f} × the loop"
        )


def memory(folder: Path, sizes: list[int]) -> None:
    """The peak of each process."""
    for size in sizes:
        source = written(folder / "in.jsonl", size)
        seconds, peaks = batch(source, folder / "out.jsonl", 2)
        print(f"{size} MB, 2 workers: {seconds:.0f} s; peaks {peaks} MB", flush=True)


def cost(folder: Path, sizes: list[int]) -> None:
    """CPU time, which other work on the machine disturbs less than the clock."""
    for size in sizes:
        source = written(folder / "in.jsonl", size)
        count = source.read_bytes().count(b"\n")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        batch(source, folder / "out.jsonl", 1)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(
            f"{size} MB, {count} articles: {1e3 * seconds / count:.2f} ms of CPU each, "
            f"{size / seconds:.2f} MB per second of CPU; "
            f"a billion: {1e9 * seconds / count / 3600:,.0f} core hours",
            flush=True,
        )


def spark(folder: Path, sizes: list[int]) -> None:
    """The same Parquet through Spark and through two workers."""
    import pyarrow
    import pyarrow.parquet
    from pyspark.sql import SparkSession

    from frclean.etl.spark import clean_column

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    for size in sizes:
        texts = list(itertools.islice(articles(), count_of(size)))
        source = folder / "in.parquet"
        table = pyarrow.table({"text": texts})
        pyarrow.parquet.write_table(table, source, row_group_size=2_000)
        seconds, _ = batch(source, folder / "out.parquet", 2)
        session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        with session.getOrCreate() as running:
            frame = running.read.parquet(str(source)).repartition(8)
            clean_column(frame.limit(100), "text").collect()  # its processes are there
            begun = time.perf_counter()
            clean_column(frame, "text").write.parquet(str(folder / f"spark-{size}"))
            took = time.perf_counter() - begun
        print(
            f"{size} MB: batch {seconds:.1f} s, Spark {took:.1f} s: {seconds / took:.2f} of batch"
        )


def kills(folder: Path, times: int) -> None:
    """Kill at random moments, resume, and compare with the run that nobody killed."""
    source = written(folder / "in.jsonl", 4)
    seconds, _ = batch(source, folder / "whole.jsonl", 2, "--shard-size", "0.25")
    whole = (folder / "whole.jsonl").read_bytes()
    rng, wrong = random.Random(7), 0
    for number in range(times):
        output = folder / f"killed-{number}.jsonl"
        process = started(source, output, 2, "--shard-size", "0.25")
        time.sleep(rng.uniform(0.2, seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        batch(source, output, 2, "--shard-size", "0.25", "--resume")
        wrong += output.read_bytes() != whole
    print(f"{times} kills within {seconds:.1f} s: {wrong} outputs differ from the whole run's")


@functools.cache
def distinct() -> list[str]:
    """Scraped articles, no two alike."""
    return [article.dirty for article in sample_scraped(DISTINCT, seed=5)]


def articles() -> Iterator[str]:
    """The same ones again and again."""
    return itertools.cycle(distinct())


def count_of(megabytes: int) -> int:
    """How many articles make so much text."""
    mean = sum(len(text.encode()) for text in distinct()) / DISTINCT
    return int(megabytes * 1e6 / mean)


def written(path: Path, megabytes: int) -> Path:
    """A JSON Lines file of that size."""
    size = 0
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(articles()):
            line = json.dumps({"id": number, "text": text}, ensure_ascii=False) + "\n"
            size += len(line.encode())
            file.write(line)
            if size >= megabytes * 1e6:
                return path
    raise AssertionError


def started(source: Path, output: Path, count: int, *more: str) -> subprocess.Popen[bytes]:
    """A batch that has just begun."""
    command = [sys.executable, "-m", "frclean", "batch", str(source), "-o", str(output)]
    return subprocess.Popen([*command, "--workers", str(count), "-q", *more])


def batch(source: Path, output: Path, count: int, *more: str) -> tuple[float, list[int]]:
    """Seconds of a batch, and the peaks of its processes in MB."""
    begun = time.perf_counter()
    process = started(source, output, count, *more)
    peaks: dict[int, float] = {}
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks))
    watcher.start()
    if process.wait() not in (0, 1):
        raise SystemExit(f"the batch ended with {process.returncode}")
    seconds = time.perf_counter() - begun
    watcher.join()
    return seconds, sorted(round(peak / 1e6) for peak in peaks.values())


def _watch(pid: int, peaks: dict[int, float]) -> None:
    try:
        parent = psutil.Process(pid)
        while parent.is_running() and parent.status() != psutil.STATUS_ZOMBIE:
            for process in (parent, *parent.children(recursive=True)):
                if "resource_tracker" in " ".join(process.cmdline()):
                    continue
                peaks[process.pid] = max(peaks.get(process.pid, 0), process.memory_info().rss)
            time.sleep(0.1)
    except psutil.NoSuchProcess:
        pass


if __name__ == "__main__":
    main()
