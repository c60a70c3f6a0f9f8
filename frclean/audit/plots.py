"""The plots of the page, as SVG that stands in the page: matplotlib draws them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from frclean.audit.measure import KINDS
from frclean.audit.summary import Summary

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["codes_plot", "kinds_plot", "months_plot"]

INK, MUTED, GRID = "#1f2430", "#6b7280", "#e5e7eb"
#: One colour for each kind, the same all over the page.
COLOURS = {
    "ENC": "#be123c",
    "BPL": "#1d4ed8",
    "WSP": "#94a3b8",
    "SPL": "#d97706",
    "GRM": "#7c3aed",
    "ACC": "#a21caf",
    "DUP": "#0f766e",
    "LNG": "#4d7c0f",
    "EMP": "#64748b",
    "TRU": "#0e7490",
}


def kinds_plot(summary: Summary) -> str:
    """Bars: the share of texts with each kind of damage."""
    rates = sorted(((summary.rate(kind), kind) for kind in KINDS), key=lambda row: row[0])
    return _bars(
        [KINDS[kind] for _, kind in rates],
        [rate for rate, _ in rates],
        [COLOURS[kind] for _, kind in rates],
        lambda rate: f"{rate:.1f} %".replace(".", ","),
        [summary.total.interval(kind) for _, kind in rates],
    )


def codes_plot(summary: Summary, names: dict[str, str], most: int = 14) -> str:
    """Bars: how often each rule repairs something, the most frequent on top."""
    rows = list(reversed(summary.sure.most_common(most)))
    return _bars(
        [f"{code}  {names.get(code, '')}" for code, _ in rows],
        [count for _, count in rows],
        [COLOURS.get(code.rstrip("0123456789"), MUTED) for code, _ in rows],
        lambda count: f"{count:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}"),
    )


def months_plot(summary: Summary) -> str:
    """Lines: the share of texts with the main kinds of damage, month by month."""
    months = sorted(summary.months)
    figure, axes = _figure(9.0, 3.2)
    kinds = sorted(
        ("ENC", "BPL", "SPL", "GRM", "TRU"), key=summary.rate, reverse=True
    )  # the legend in the order of the lines
    for kind in kinds:
        rates = [summary.months[month].rate(kind) for month in months]
        axes.plot(months, rates, color=COLOURS[kind], linewidth=2, marker="o", markersize=3.5,
                  label=KINDS[kind])  # fmt: skip
    axes.set_ylim(bottom=0)
    axes.margins(x=0.02)
    axes.yaxis.grid(visible=True, color=GRID)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0f} %")
    step = max(1, len(months) // 8)
    axes.set_xticks(range(0, len(months), step), months[::step])
    axes.legend(frameon=False, ncols=len(kinds), loc="lower left", bbox_to_anchor=(0, 1.0),
                labelcolor=INK, handlelength=1.2, columnspacing=1.6)  # fmt: skip
    return _svg(figure, "Part des textes abîmés, mois par mois")


def _bars(
    labels: Sequence[str],
    values: Sequence[float],
    colours: Sequence[str],
    say: Any,
    bounds: Sequence[tuple[float, float]] = (),
) -> str:
    """Bars with their values; an estimate has a line from its lower bound to its upper one."""
    figure, axes = _figure(9.0, 0.34 * max(1, len(labels)) + 0.3)
    lows = [value - low for value, (low, _) in zip(values, bounds, strict=False)]
    highs = [high - value for value, (_, high) in zip(values, bounds, strict=False)]
    # Labels stand behind the lines, because the bars know about them.
    bars = axes.barh(
        range(len(labels)), values, color=colours, height=0.62,
        xerr=[lows, highs] if any([*lows, *highs]) else None,
        error_kw={"ecolor": INK, "elinewidth": 1.2, "capsize": 2.5},
    )  # fmt: skip
    axes.bar_label(bars, labels=[say(value) for value in values], padding=5, color=INK, fontsize=10)
    axes.set_yticks(range(len(labels)), labels)
    axes.set_xlim(0, max([*values, 1]) * 1.12)
    axes.set_ylim(-0.6, len(labels) - 0.4)
    axes.xaxis.set_visible(False)
    axes.spines["bottom"].set_visible(False)
    return _svg(
        figure, ", ".join(f"{label}: {say(v)}" for label, v in zip(labels, values, strict=True))
    )


def _figure(width: float, height: float) -> tuple[Any, Axes]:
    """An empty figure without a frame; no window, no global state of matplotlib is touched."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="tight")
    FigureCanvasSVG(figure)
    axes = figure.add_subplot()
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GRID)
    axes.tick_params(length=0, labelcolor=INK, labelsize=10)
    return figure, axes


def _svg(figure: Any, title: str) -> str:
    """The figure as an ``<svg>`` element that grows with the page; letters stay letters."""
    import html

    import matplotlib as mpl

    file = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "frclean"}):
        figure.savefig(file, format="svg", transparent=True, metadata={"Date": None})
    whole = file.getvalue()
    svg = whole[whole.index("<svg") :]
    label = html.escape(title, quote=True)
    return svg.replace("<svg", f'<svg class="plot" role="img" aria-label="{label}"', 1)
