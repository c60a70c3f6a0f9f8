"""docs/benchmarks.md and its plots, from the figures that ``benchmarks/peers.py`` keeps."""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from peer import TOOLS

ROOT = Path(__file__).resolve().parents[1]
FIGURES = ROOT / "benchmarks" / "peers.json"
BASELINE = ROOT / "benchmarks" / "baseline.json"
PAGE = ROOT / "docs" / "benchmarks.md"
GROUPS = ("encoding", "slips", "layout", "residue")


def write() -> None:
    """The page and its plots."""
    figures = json.loads(FIGURES.read_text("utf-8"))
    PAGE.write_text(page(figures, json.loads(BASELINE.read_text("utf-8"))), encoding="utf-8")
    plot(figures, PAGE.parent)


def page(figures: dict[str, Any], baseline: dict[str, Any]) -> str:
    """docs/benchmarks.md."""
    tools = figures["tools"]
    return "\n\n".join([
        "# Beside other tools, measured",
        "This page is written by `python benchmarks/peers.py`, which makes an environment with all the "
        "tools, measures and plots; nothing on it is typed by hand.",
        f"One run on {figures['machine']}. {figures['rounds']} rounds; in each, all tools get the same {figures['texts']} "
        "articles, new ones, one tool after the other; slow tools take as many of them as "
        f"{figures['budget']:.0f} seconds allow. Speed is by CPU time, children (Java) included; a ratio "
        "compares two tools in the same round.",
        "The articles are those of `frclean.testing`: [generated French](testing.md), damaged by a "
        "seed, so that the truth is known exactly. **The damage is ours**: what scraped French suffers "
        "from. Tools that were made for other work are measured on ours, not on theirs, and frclean was made with such damage in sight: on real pages it removes [about 80 % of the residue](boilerplate.md#figures), not all. Generated "
        "French repeats its words, which favours tools that remember them, frclean among them: on real "
        "articles it reads [0.85 MB per second](etl.md#what-a-billion-articles-cost).",
        "## Speed, start, memory",
        "![Speed by CPU time](benchmarks-speed.svg)",
        _speed(tools),
        "Start: from nothing to the first sentence cleaned, median. Memory: at the end, children that still run included (codespell and typos have ended by then).",
        "## What is repaired",
        "![Damage repaired](benchmarks-quality.svg)",
        _quality(tools),
        "Shares of known damage after which the text is exactly what it was. *Encoding*: mojibake, "
        "entities, lost letters. *Slips*: accents, agreement, homophones, hyphens, elision, doubled "
        "words and commas. *Layout*: blanks and lines. *Residue*: lines around the article that are gone, or are no longer the same. "
        "*Body lost*: words of the article in gaps of four or more.",
        "## Harm",
        f"The same tools on up to {figures['articles']} articles in which nothing is wrong. A change is a word or a "
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
    rows = [
        [name, str(tool["texts"]), *(_percent(tool["repaired"][group]) for group in GROUPS),
         _percent(tool["body_lost"])]
        for name, tool in tools.items()
    ]  # fmt: skip
    return table(["tool", "texts", *GROUPS, "body lost"], rows)


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
            if not name.startswith("frclean")
            and (value := figure(tool)) is not None
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
    for group in GROUPS:
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
    return "\n".join(
        f"- **{name}** ({TOOLS[name].does}): {reason}" for name, reason in absent.items()
    )


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

    figure, panels = plt.subplots(1, 4, figsize=(9, height), sharey=True, layout="constrained")
    for panel, group in zip(panels, GROUPS, strict=True):
        shares = [100 * (tools[name]["repaired"][group] or 0) for name in names]
        panel.barh(names, shares,
                   color=["#b3492f" if name.startswith("frclean") else "#7a8ba0" for name in names])  # fmt: skip
        panel.set_xlim(0, 100)
        panel.set_title(f"{group}, % repaired")
    figure.savefig(folder / "benchmarks-quality.svg", metadata=metadata)
    plt.close(figure)
