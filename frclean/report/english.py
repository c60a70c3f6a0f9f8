"""English for what the normaliser and the boilerplate step say in French.

Rules bring their own English message; the steps before them say one thing per code, about one or
two pieces of text, or a number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from frclean.finding import Finding

__all__ = ["HEADS", "in_english"]

#: What each code says.
HEADS = {
    "ENC001": "Encoding repaired",
    "ENC002": "HTML entity decoded",
    "ENC003": "Control character",
    "ENC004": "Invisible character removed",
    "ENC005": "Composed form (NFC), written letter by letter and accent by accent",
    "ENC006": "Accent put back on its letter",
    "ENC007": "Lost letter",
    "ENC008": "Code page repaired",
    "ENC010": "Ligature of a font undone",
    "ENC011": "Apostrophe",
    "WSP001": "Line ends turned into LF",
    "WSP002": "Superfluous blank lines removed",
    "WSP003": "Blanks at the edge of a line removed",
    "WSP004": "Several blanks reduced to one",
    "WSP005": "Ordinary space instead of an unusual one",
    "WSP006": "Lines of one paragraph joined",
    "TYP001": "French quotation marks",
    "TYP002": "Typographic apostrophe",
    "TYP003": "Ellipsis",
    "TYP004": "Hour",
    "TYP005": "No-break space inside quotation marks",
    "TYP006": "No-break space before the sign",
    "TYP007": "No-break space",
    "TYP008": "Ordinal",
    "TYP009": "Dash",
    "TYP010": "Ligature",
    "TYP011": "Accented capital",
    "TYP012": "No-break space missing",
    "TYP090": "Written in ASCII",
    "BPL001": "Left over from a captcha",
    "BPL002": "Left over from a login form",
    "BPL003": "Share button or social network",
    "BPL004": "Cookie banner",
    "BPL005": "Left over from comments or their form",
    "BPL006": "Navigation",
    "BPL007": "Byline, date or counter",
    "BPL008": "Invitation to a newsletter",
    "BPL009": "Invitation to subscribe",
    "BPL010": "Link to other articles",
    "BPL011": "Image credit",
    "BPL012": "Legal notice",
    "BPL013": "Advertisement",
    "BPL014": "Left over from the page, by its form and place",
    "BPL015": "A line that the site repeats",
    "BPL016": "Too much text would go: nothing is removed",
    "BPL017": "This text is HTML: give it to frclean.from_html",
}
_QUOTED = re.compile(r"« (.+?) »", re.DOTALL)
_COUNT = re.compile(r"\((\d+)\)\.$")


def in_english(finding: Finding) -> Finding:
    """``finding`` with its message in English; unchanged if it has one, or none is known."""
    head = HEADS.get(finding.code)
    if head is None:
        return finding
    quoted = " → ".join(f"“{text}”" for text in _QUOTED.findall(finding.message))
    count = _COUNT.search(finding.message)
    tail = f": {quoted}" if quoted else f" ({count[1]})" if count else ""
    return replace(finding, message=f"{head}{tail}.")
