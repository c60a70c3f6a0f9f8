"""What ``frclean audit`` costs: time, the memory of every process, the size of the page.

    python benchmarks/audit.py                     100 MB of articles of frclean.testing, damaged
    python benchmarks/audit.py --mb 10 100 300     several sizes: does memory grow?
    python benchmarks/audit.py --like CORPUS       texts of a corpus (JSONL, .gz …), repeated
    python benchmarks/audit.py --workers 1 --all   options of the command are passed on

Each row is put together of the first third of one text, the second of another and the last of yet
another, so that rows are no duplicates of each other and the search for duplicates has to remember
them all. The corpus is written to a temporary folder; time is that of the whole command.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil

from frclean.audit.reading import read_corpus
from frclean.testing import sample_scraped

DISTINCT = 4_000


def main() -> None:
    """Measure each size, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--mb", type=int, nargs="+", default=[100], help="sizes of the corpus")
    parser.add_argument("--like", metavar="CORPUS", help="whose texts; default: drawn ones")
    options, rest = parser.parse_known_args()
    texts = [entry.text for entry in read_corpus(options.like)] if options.like else drawn()
    with tempfile.TemporaryDirectory() as folder:
        for size in options.mb:
            measured(Path(folder), texts, size, rest)


def drawn() -> list[str]:
    """Articles of which each has slips and residue, and every seventh broken encoding."""
    return [text.dirty for text in sample_scraped(DISTINCT, seed=1, encoding=1 / 7)]


def written(path: Path, texts: Iterable[str], size: int) -> int:
    """A JSONL of ``size`` megabytes at ``path``; the number of its rows."""
    left = size * 1_000_000
    with path.open("wb") as file:
        for number, row in enumerate(rows(texts)):
            left -= file.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
            if left <= 0:
                return number + 1
    raise ValueError("there are no texts")


def rows(texts: Iterable[str]) -> Iterator[dict[str, str]]:
    """Articles without end, each with a number, a site and a day."""
    whole = list(texts)
    draw = random.Random(0)
    for number in itertools.count():
        parts = [third(draw.choice(whole), place) for place in range(3)]
        yield {
            "id": f"n{number}",
            "site": f"site-{number % 40}",
            "date": f"2024-{1 + number % 12:02}-11",
            "text": "\n\n".join(part for part in parts if part),
        }


def third(text: str, place: int) -> str:
    """The first, second or last third of a text, by paragraphs."""
    paragraphs = text.split("\n\n")
    count = len(paragraphs)
    return "\n\n".join(paragraphs[count * place // 3 : count * (place + 1) // 3])


def measured(folder: Path, texts: Iterable[str], size: int, rest: list[str]) -> None:
    """Run the command on ``size`` megabytes; print what it took."""
    count = written(folder / "corpus.jsonl", texts, size)
    page = folder / "audit.html"
    command = [sys.executable, "-m", "frclean", "audit", str(folder / "corpus.jsonl"), *rest]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    with subprocess.Popen([*command, "-o", str(page)]) as process:
        peaks = watched(process)
    seconds = time.perf_counter() - begun
    if process.returncode:
        sys.exit(process.returncode)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    memory = " + ".join(f"{peak / 1e6:.0f}" for peak in sorted(peaks.values(), reverse=True))
    print(
        f"{size} MB, {count} texts: {seconds:.1f} s, {cpu:.1f} s of CPU; "
        f"peak RSS of each process {memory} MB; page {page.stat().st_size / 1e6:.2f} MB",
        flush=True,
    )


def watched(process: subprocess.Popen[bytes]) -> dict[int, int]:
    """The most memory that each process of the command held, by its id; waits for the end."""
    peaks: dict[int, int] = {}
    parent = psutil.Process(process.pid)

    def look() -> None:
        while process.poll() is None:
            try:
                for child in [parent, *parent.children(recursive=True)]:
                    peaks[child.pid] = max(peaks.get(child.pid, 0), child.memory_info().rss)
            except psutil.NoSuchProcess:
                pass
            time.sleep(0.05)

    watcher = threading.Thread(target=look)
    watcher.start()
    process.wait()
    watcher.join()
    return peaks


if __name__ == "__main__":
    main()
