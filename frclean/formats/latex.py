"""LaTeX, by pylatexenc: part of the extra ``frclean[formats]``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from frclean.document import Edit, Span
from frclean.formats.markup import ACCENTS, accented, hide, take_out

if TYPE_CHECKING:
    from pylatexenc.latexwalker import LatexNode

__all__ = ["available", "markup"]

#: Without one of these a text has no markup.
_ANY_MARKUP = re.compile(r"[\\{}$%~]|``|''|--")

_WITHIN_SENTENCE = frozenset(
    "emph textbf textit textmd textnormal textrm textsc textsf textsl textup underline mbox".split()
)
"""Commands whose argument is a part of the sentence around them."""
_WITH_PROSE = frozenset(
    "part chapter section subsection subsubsection paragraph subparagraph title author caption "
    "footnote footnotetext thanks marginpar".split()
)
"""Commands whose argument is prose of its own."""
_WITHOUT_PROSE = frozenset(
    "verbatim verbatim* Verbatim lstlisting minted comment tikzpicture filecontents "
    "thebibliography equation equation* align align* gather gather* multline multline* "
    "eqnarray eqnarray* displaymath math".split()
)
"""Environments that hold code, pictures or mathematics."""
_TECHNICAL = re.compile(
    r"cite|ref|label|url|gls|input|include|graphic|use|set|new|bib|col|font|skip|def"
)
"""In the names of commands whose arguments are no prose."""
_ARGUMENTS = re.compile(r"(?:\[[^\]\n]*\]|\{[^{}\n]*\})*")
_OPTIONS = re.compile(r"(?:\s*\[[^\]\n]*\])?")
"""What stands behind a command that the parser does not know."""
_SIGNS = {
    "oe": "œ", "OE": "Œ", "ae": "æ", "AE": "Æ", "og": "« ", "fg": " »", "dots": "…", "ldots": "…",
    "%": "%", "&": "&", "#": "#", "$": "$", "_": "_", "{": "{", "}": "}",
    "~": "\N{NO-BREAK SPACE}", "``": "“", "''": "”", "--": "–", "---": "—",
}  # fmt: skip
"""Commands and rows of signs that are read as one sign."""


@functools.cache
def available() -> bool:
    """True if the parser is installed."""
    return find_spec("pylatexenc") is not None


def markup(text: str) -> list[Edit] | None:
    """What makes prose of LaTeX; None where the parser gives up (groups nested by the hundred)."""
    if not _ANY_MARKUP.search(text):
        return []
    from pylatexenc.latexwalker import LatexWalker

    try:
        nodes, _, _ = LatexWalker(text, tolerant_parsing=True).get_latex_nodes()
        return list(_edits(text, nodes))
    except RecursionError:
        return None


def _edits(text: str, nodes: Iterable[LatexNode | None]) -> Iterator[Edit]:
    for node in nodes:
        if node is not None:
            yield from _READERS.get(type(node).__name__, _hidden)(text, node)


def _hidden(text: str, node: LatexNode) -> Iterator[Edit]:
    yield hide(text, node.pos, node.pos + node.len)


def _chars(text: str, node: LatexNode) -> Iterator[Edit]:
    return iter(())


def _comment(text: str, node: LatexNode) -> Iterator[Edit]:
    # The line break behind a comment belongs to it; to a reader it is one.
    yield hide(text, node.pos, node.pos + 1 + len(node.comment))


def _group(text: str, node: LatexNode) -> Iterator[Edit]:
    end = node.pos + node.len
    yield take_out(node.pos, node.pos + 1)
    yield from _edits(text, node.nodelist)
    if text[end - 1 : end] in ("}", "]"):
        yield take_out(end - 1, end)


def _specials(text: str, node: LatexNode) -> Iterator[Edit]:
    sign = _SIGNS.get(node.specials_chars)
    if sign is None:
        yield from _hidden(text, node)
    else:
        yield Edit(Span(node.pos, node.pos + node.len), sign)


def _environment(text: str, node: LatexNode) -> Iterator[Edit]:
    if node.environmentname in _WITHOUT_PROSE or not node.nodelist:
        yield from _hidden(text, node)
        return
    first, last = node.nodelist[0], node.nodelist[-1]
    yield hide(text, node.pos, _behind(_OPTIONS, text, first.pos))
    yield from _edits(text, node.nodelist)
    yield hide(text, last.pos + last.len, node.pos + node.len)


def _macro(text: str, node: LatexNode) -> Iterator[Edit]:
    name, end = node.macroname, node.pos + node.len
    arguments = [a for a in (node.nodeargd.argnlist if node.nodeargd else ()) if a is not None]
    if name in ACCENTS:
        yield from _accent(text, node, arguments)
    elif name in _SIGNS:
        # The blank behind a command ends its name: it is no blank of the sentence.
        yield Edit(Span(node.pos, end), _SIGNS[name])
    elif name in _WITHIN_SENTENCE and arguments:
        yield take_out(node.pos, arguments[-1].pos)
        yield from _edits(text, arguments[-1:])
    elif name in _WITH_PROSE and arguments:
        # A line of its own. The break at its end comes first: of two edits of a span one is made.
        yield Edit(Span(end - 1, end), "\n")
        yield Edit(Span(node.pos, arguments[-1].pos + 1), "\n")
        yield from _edits(text, arguments[-1:])
    else:
        behind = _ARGUMENTS if _TECHNICAL.search(name) else _OPTIONS
        yield hide(text, node.pos, max(end, _behind(behind, text, node.pos + 1 + len(name))))


def _behind(pattern: re.Pattern[str], text: str, at: int) -> int:
    """The end of what the pattern, which may be nothing, finds there."""
    found = pattern.match(text, at)
    return found.end() if found else at


def _accent(text: str, node: LatexNode, arguments: list[LatexNode]) -> Iterator[Edit]:
    """``\\'e``, ``\\'{e}``, ``\\^\\i`` as the letter that they make."""
    end = node.pos + node.len
    letter = text[arguments[0].pos : end].strip("{}\\ ") if arguments else ""
    made = accented(letter, node.macroname)
    if len(letter) == 1 == len(made):
        yield Edit(Span(node.pos, end), made)
    else:
        yield from _hidden(text, node)


_READERS = {
    "LatexCharsNode": _chars,
    "LatexCommentNode": _comment,
    "LatexEnvironmentNode": _environment,
    "LatexGroupNode": _group,
    "LatexMacroNode": _macro,
    "LatexSpecialsNode": _specials,
}
