"""The page: one HTML file that needs nothing else, no script, no request."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from frclean.audit.measure import GLANCED, KINDS, Snippet
from frclean.audit.run import Audit
from frclean.audit.summary import Part

__all__ = ["render"]

_FAMILIES = ("ENC", "BPL", "SPL", "GRM", "WSP")
_SHOWN_CODES = 30
_SHOWN_PAIRS = 25
_SHOWN_LINES = 60
_MISSING = "the page needs Jinja2 and matplotlib: pip install 'frclean[audit]' (or use --json)"


def render(audit: Audit, title: str) -> str:
    """The page as HTML.

    Raises:
        ValueError: if Jinja2 or matplotlib is not installed.

    """
    try:
        import jinja2
        import matplotlib as mpl  # noqa: F401  # used by plots
    except ModuleNotFoundError:
        raise ValueError(_MISSING) from None
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(number=number, exact=exact, percent=percent, visible=visible)
    return environment.get_template("page.html.j2").render(_context(audit, title))


def _context(audit: Audit, title: str) -> dict[str, Any]:
    from frclean.audit import plots
    from frclean.version import __version__

    summary = audit.summary
    names = _names()
    return {
        "title": title,
        "version": __version__,
        "total": summary.total,
        "colours": plots.COLOURS,
        "sites": [
            (name, part, _cells(part, summary.total)) for name, part in summary.worst_sites()
        ],
        "seen": {kind: name for kind, name in KINDS.items() if summary.rate(kind)},
        "site_count": len(summary.sites),
        "kinds_plot": plots.kinds_plot(summary),
        "codes_plot": plots.codes_plot(summary, names) if summary.sure else "",
        "months_plot": plots.months_plot(summary) if len(summary.months) > 1 else "",
        "repairs": summary.sure.total(),
        "doubtful": summary.doubtful.total(),
        "intervals": [
            (name, summary.rate(kind), *summary.total.interval(kind))
            for kind, name in KINDS.items()
            if kind not in GLANCED
        ],
        "examples": _examples(audit, names),
        "flagged": [(KINDS[kind], keys) for kind, keys in sorted(summary.flagged.items())],
        "pairs": summary.pairs[:_SHOWN_PAIRS],
        "learnt": "\n".join(line.to_toml() for line in audit.learnt.lines[:_SHOWN_LINES]),
        "learnt_count": len(audit.learnt.lines),
    }


def _names() -> dict[str, str]:
    from frclean.catalogue import catalogue

    return {code: record.name for code, record in catalogue().items()}


def _cells(part: Part, whole: Part) -> list[tuple[str, float]]:
    return [(kind, part.rate(kind)) for kind in KINDS if whole.rate(kind)]


def _examples(audit: Audit, names: dict[str, str]) -> list[tuple[str, list[Any]]]:
    """For each family its most frequent codes, each with its name, counts and snippets."""
    summary = audit.summary
    codes = sorted(summary.snippets, key=lambda c: -(summary.sure[c] + summary.doubtful[c]))
    shown = []
    for family in _FAMILIES:
        rows: list[tuple[str, str, int, int, list[Snippet]]] = [
            (code, names.get(code, ""), summary.sure[code], summary.doubtful[code],
             summary.snippets[code])
            for code in codes
            if code.startswith(family)
        ]  # fmt: skip
        if rows:
            shown.append((KINDS[family], rows[: _SHOWN_CODES // len(_FAMILIES) + 4]))
    return shown


def number(value: float) -> str:
    """A number as French writes it.

    >>> number(1234567)
    '1\u202f234\u202f567'
    """
    return f"{value:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def percent(value: float) -> str:
    """A percentage as French writes it: « 0,4 % », « 82 % »."""
    digits = 1 if 0 < value < 10 else 0
    return f"{value:.{digits}f}\N{NARROW NO-BREAK SPACE}%".replace(".", ",")


def exact(value: float) -> str:
    """A percentage with two decimals: « 0,43 % »."""
    return f"{value:.2f}\N{NARROW NO-BREAK SPACE}%".replace(".", ",")


#: What cannot be seen, as a sign that can.
_SIGNS = {
    "\n": "⏎", "\r": "␍", "\t": "⇥", "\N{NO-BREAK SPACE}": "⍽", "\N{ZERO WIDTH SPACE}": "∅",
    "\N{SOFT HYPHEN}": "¬", "\N{NARROW NO-BREAK SPACE}": "⍽",
}  # fmt: skip


def visible(text: str) -> str:
    """``text`` on one line, with signs for what cannot be seen.

    >>> print(visible("un\\n\\tdeux"))
    un⏎⇥deux
    """
    return "".join(
        _SIGNS.get(c, c if c.isprintable() or "\u0300" <= c < "\u0370" else "�") for c in text
    )
