"""The ``whitespace`` step: lines and blanks as a reader expects them.

What it promises: lines end with LF; paragraphs are parted by exactly one blank line; no blank at
the end of a line, no blank line at either end of the text; one blank between words. A single line
break stays, and so do the no-break spaces that French typography wants, the indentation of verse
and code, and the columns of tables. A lone LF at the very end, as files have it, stays too.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from frclean.document import Document, Edit, Span
from frclean.finding import Finding

from . import codes, wrapping
from .chars import (
    BLANKS,
    EXOTIC_SPACES,
    LINE_BREAKS,
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
    NO_BREAK_SPACES,
    ZERO_WIDTH,
)
from .glance import unusual
from .layout import keeps_columns, keeps_indents

__all__ = ["Whitespace", "find_whitespace", "is_suspect"]

#: Characters that a blank line may hold.
_EMPTY = BLANKS + ZERO_WIDTH

#: What is never in order between words or at the end of a line, wherever it stands.
_ALWAYS_ODD = frozenset("\t" + LINE_BREAKS + EXOTIC_SPACES + ZERO_WIDTH)
#: Blanks beside a line end, and more than one blank line. A pattern that begins with one
#: character runs at the speed of find.
_ODD_LINE_END = re.compile("\n(?: |\n\n|(?<= \n))")
#: Where French typography has a no-break space: before these, after those, and inside numbers
#: (Lexique des règles typographiques en usage à l'Imprimerie nationale; OQLF, Vitrine 22039).
_BEFORE = frozenset(";:!?»%‰€$£°”›")
_AFTER = frozenset("«“‹–—")
_WANTED_BESIDE = (
    f"(?=[{''.join(sorted(_BEFORE))}])|(?<=[{''.join(sorted(_AFTER))}].)|(?<=\\d.)(?=\\d)"
)
#: A no-break space beside a blank, at an edge, or between two words; or a narrow one that nothing
#: asks for.
_ODD_BESIDE = (
    f"(?:(?<=[\\s{ZERO_WIDTH}].)|(?=[\\s{ZERO_WIDTH}])|(?<=^.)|(?=\\Z)"
    "|(?<=[^\\W\\d_].)(?=\\w)|(?<=,.)|(?<=\\.\u202f)"
)
_ODD_NO_BREAK = (
    (NO_BREAK_SPACE, re.compile(f"{NO_BREAK_SPACE}{_ODD_BESIDE})")),
    (
        NARROW_NO_BREAK_SPACE,
        re.compile(f"{NARROW_NO_BREAK_SPACE}{_ODD_BESIDE}|(?!{_WANTED_BESIDE}))"),
    ),
)


@dataclass(frozen=True, slots=True)
class Whitespace:
    """The step, with its option.

    ``unwrap`` joins every block of lines that looks like one wrapped paragraph; without it, only
    where the whole document leaves no doubt.
    """

    unwrap: bool = False

    def __call__(self, document: Document) -> Sequence[Finding]:
        """What is wrong with the blanks and lines of ``document``, with the repairs."""
        text = document.text
        if not is_suspect(text):
            wrapped = _SINGLE_BREAK.search(text) is not None
            if wrapped and (self.unwrap or wrapping.is_wrapped(_tidy_blocks(text))):
                return _find_wrapped(text, _blocks_of(text), self.unwrap)
            return ()
        blocks = _blocks_of(text)
        # Lines are joined once their ends are in order: in the next round, if there was anything.
        return _find_blanks(text, blocks) or _find_wrapped(text, blocks, self.unwrap)


def find_whitespace(document: Document) -> Sequence[Finding]:
    r"""What is wrong with the blanks and lines of ``document``, with the repairs.

    >>> document = Document.of("Un titre \n\n\nUn  texte.")
    >>> [finding.code for finding in find_whitespace(document)]
    ['WSP002', 'WSP003', 'WSP004']
    """
    return Whitespace()(document)


def _find_blanks(text: str, blocks: list[list[_Line]]) -> list[Finding]:
    changes = _Changes()
    _tidy_gaps(text, list(itertools.chain.from_iterable(blocks)), changes)
    blanks = _Blanks(text)
    for block in blocks:
        _tidy_block(text, block, blanks, changes)
    return changes.findings(text)


def is_suspect(text: str) -> bool:
    """True unless ``text`` is surely in order: a few scans at the speed of memory."""
    signs = unusual(text)
    return (
        not _ALWAYS_ODD.isdisjoint(signs)
        or "  " in text
        or _ODD_LINE_END.search(text) is not None
        or text[:1].isspace()
        or text[-1:] in _BLANK_SET
        or text.endswith("\n\n")
        or any(space in signs and odd.search(text) for space, odd in _ODD_NO_BREAK)
    )


_BLANK_SET = frozenset(_EMPTY)


class _Changes:
    """The edits of each kind, in the order of the text."""

    def __init__(self) -> None:
        self.line_ends: list[Edit] = []
        self.blank_lines: list[Edit] = []
        self.edges: list[Edit] = []
        self.runs: list[Edit] = []
        self.spaces: list[Edit] = []

    def findings(self, text: str) -> list[Finding]:
        """One finding for each kind of which there is anything."""
        kinds = (
            (codes.LINE_ENDS, self.line_ends),
            (codes.BLANK_LINES, self.blank_lines),
            (codes.LINE_EDGES, self.edges),
            (codes.RUNS_OF_BLANKS, self.runs),
            (codes.EXOTIC_SPACES, self.spaces),
        )
        return [code.finding(text, edits) for code, edits in kinds if edits]


def _delete(edits: list[Edit], start: int, end: int) -> None:
    if start < end:
        edits.append(Edit(Span(start, end), ""))


# --- line ends and blank lines -----------------------------------------------------------------

_OTHER_BREAKS = frozenset(LINE_BREAKS)
_BREAK_SIGN = re.compile(f"[\n{LINE_BREAKS}]")
#: One line end. CR before CRLF is what a CRLF file becomes when it is written as text again.
_BREAK = re.compile(f"\r*\n|[{LINE_BREAKS}]")


class _Line(NamedTuple):
    """Where a line that is not blank starts and ends, without the blanks at its edges."""

    start: int
    end: int


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank."""
    lines, start = [], 0
    for content in _contents(text):
        end = start + len(content)
        if stripped := content.strip(_EMPTY):
            # Most lines have nothing to strip, and come back as they are.
            first = start if stripped is content else end - len(content.lstrip(_EMPTY))
            lines.append(_Line(first, first + len(stripped)))
        start = end + 1
    return lines


def _contents(text: str) -> list[str]:
    """All that stands between one sign that ends a line and the next."""
    if _OTHER_BREAKS.isdisjoint(unusual(text)):
        return text.split("\n")
    return _BREAK_SIGN.split(text)


def _tidy_gaps(text: str, lines: list[_Line], changes: _Changes) -> None:
    """Everything between lines, but for the indentation of the line that follows."""
    if not lines:
        _delete(changes.blank_lines, 0, len(text))
        return
    before_first = text[: lines[0].start]
    _delete(changes.blank_lines, 0, _after_last_break(before_first))
    for above, below in itertools.pairwise(lines):
        gap = text[above.end : below.start]
        if gap not in ("\n", "\n\n"):
            _tidy_gap(gap, above.end, changes)
    _tidy_end(text[lines[-1].end :], lines[-1].end, changes)


def _after_last_break(gap: str) -> int:
    return len(gap.rstrip(_EMPTY))


def _tidy_gap(gap: str, offset: int, changes: _Changes) -> None:
    """One line end or one blank line, whatever there was."""
    if _OTHER_BREAKS.isdisjoint(gap):
        start, end = gap.index("\n"), gap.rindex("\n")
        _delete(changes.edges, offset, offset + start)
        _delete(changes.blank_lines, offset + start + 1, offset + end)
        return
    breaks = list(_BREAK.finditer(gap))
    first, last = breaks[0], breaks[-1]
    _delete(changes.edges, offset, offset + first.start())
    if first is last:
        meant = "\n\n" if first[0] == "\N{PARAGRAPH SEPARATOR}" else "\n"
        _replace_break(first, offset, meant, changes)
        return
    _replace_break(first, offset, "\n", changes)
    _delete(changes.blank_lines, offset + first.end(), offset + last.start())
    _replace_break(last, offset, "\n", changes)


def _replace_break(found: re.Match[str], offset: int, meant: str, changes: _Changes) -> None:
    start, end = offset + found.start(), offset + found.end()
    if found[0].endswith("\n"):
        _delete(changes.line_ends, start, end - 1)
    else:
        changes.line_ends.append(Edit(Span(start, end), meant))


def _tidy_end(gap: str, offset: int, changes: _Changes) -> None:
    breaks = list(itertools.islice(_BREAK.finditer(gap), 2))
    if len(breaks) > 1:
        _delete(changes.blank_lines, offset, offset + len(gap))
    elif breaks:
        _delete(changes.edges, offset, offset + breaks[0].start())
        _replace_break(breaks[0], offset, "\n", changes)
        _delete(changes.edges, offset + breaks[0].end(), offset + len(gap))
    else:
        _delete(changes.edges, offset, offset + len(gap))


# --- inside lines ------------------------------------------------------------------------------


def _blocks_of(text: str) -> list[list[_Line]]:
    """The lines that are not blank; those that follow each other without a blank line together."""
    blocks: list[list[_Line]] = []
    end = 0
    for line in _lines(text):
        gap = text[end : line.start]
        if blocks and (gap == "\n" or (gap != "\n\n" and _count_breaks(gap) < 2)):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        end = line.end
    return blocks


def _count_breaks(gap: str) -> int:
    if _OTHER_BREAKS.isdisjoint(gap):
        return gap.count("\n")
    return sum(1 for _ in itertools.islice(_BREAK.finditer(gap), 2)) + gap.count("\u2029")


def _tidy_block(text: str, block: list[_Line], blanks: _Blanks, changes: _Changes) -> None:
    """Indentation and runs of blanks, unless they are the layout of verse, code or a table."""
    start = block[0].start
    if text[start - 1 : start] not in _BLANK_SET and not blanks.may_be_in(start, block[-1].end):
        return
    contents = [text[line.start : line.end] for line in block]
    indents = [_indent(text, line.start) for line in block]
    if not keeps_indents(indents, contents):
        for line, indent in zip(block, indents, strict=True):
            _delete(changes.edges, line.start - len(indent), line.start)
    odd = [number for number, line in enumerate(block) if blanks.may_be_in(*line)]
    if odd and not keeps_columns([i + c for i, c in zip(indents, contents, strict=True)]):
        for number in odd:
            _tidy_line(contents[number], block[number].start, blanks, changes)


def _indent(text: str, start: int) -> str:
    """The blanks before ``start`` on its line."""
    first = start
    while first and text[first - 1] in _BLANK_SET:
        first -= 1
    return text[first:start]


_RUN = re.compile(f"[{BLANKS}{ZERO_WIDTH}]{{2,}}|[\t{NO_BREAK_SPACES}{EXOTIC_SPACES}]")

#: Spaces of this width that let the line break: meant as narrow no-break spaces where one belongs.
_THIN = frozenset(
    "\N{THIN SPACE}\N{HAIR SPACE}\N{SIX-PER-EM SPACE}\N{FIGURE SPACE}\N{PUNCTUATION SPACE}"
)
#: « p. 5 », « M. Durand »: after an abbreviation; « 14 h », « XXe siècle » after a number.
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]{1,4}\.|\d|\b[IVXLC]+e?|[°§&/+=×<>-])\Z")
#: A whole word in small letters; not « Mme », « 1er », nor the particle of « Mlle de Malepeire ».
_TWO_SMALL = re.compile(rf"(?<![\w{NO_BREAK_SPACES}])[a-zà-öø-ÿœ]{{2,}}\Z")
_SMALL = re.compile(r"[a-zà-öø-ÿœ]{2}")


class _Blanks:
    """How blanks inside lines are to be written, given what the document does with them.

    Text in which em spaces and the like stand between words has no-break spaces there for the
    same bad reason: then only those are kept that typography asks for.
    """

    def __init__(self, text: str) -> None:
        signs = unusual(text)
        self.strict = not _EXOTIC.isdisjoint(signs) and any(
            not _is_wanted(
                text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
            )
            for match in itertools.islice(_EXOTIC_SPACE.finditer(text), 50)
        )
        odd = [_NO_BREAK] if self.strict else [p for space, p in _ODD_NO_BREAK if space in signs]
        if not _ALWAYS_ODD.isdisjoint(signs):
            odd.append(_ODD_BLANK)
        places = [match.start() for pattern in odd for match in pattern.finditer(text)]
        self._places = sorted((*places, *_starts(text, "  "), *_starts(text, "\n ")))

    def may_be_in(self, start: int, end: int) -> bool:
        """False if between these offsets no blank is to be written otherwise, no line set in."""
        at = bisect_left(self._places, start)
        return at < len(self._places) and self._places[at] < end

    def changes(self, content: str) -> Iterator[tuple[int, int, str]]:
        """The blanks of a line to write otherwise: start, end, the one blank to write."""
        for match in _RUN.finditer(content):
            start, end = match.span()
            if len(match[0]) == 1:
                wanted = self._one(content, start)
            elif _opens(content, end) and end - start == 2:
                continue
            else:
                wanted = _for_run(content[start - 1], match[0], content[end])
            if wanted != match[0]:
                yield start, end, wanted

    def _one(self, content: str, position: int) -> str:
        """The blank to write for the one at ``position``, which is not an ordinary space."""
        blank, before, after = content[position], content[position - 1], content[position + 1]
        if blank not in NO_BREAK_SPACES or _is_wanted(before, after):
            return _for_run(before, blank, after)
        left = content[max(0, position - 16) : position]
        if blank == NARROW_NO_BREAK_SPACE or self.strict:
            return blank if _ABBREVIATION.search(left) else " "
        between_words = _TWO_SMALL.search(left) and _SMALL.match(content, position + 1)
        return " " if between_words else blank


def _starts(text: str, sought: str) -> Iterator[int]:
    """Where something begins in a text, found at the speed of memory."""
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


_NO_BREAK = re.compile(f"[{NO_BREAK_SPACES}]")
_ODD_BLANK = re.compile(f"[{''.join(sorted(_ALWAYS_ODD))}]")
_EXOTIC = frozenset(EXOTIC_SPACES)
_EXOTIC_SPACE = re.compile(f"[{EXOTIC_SPACES}]")


def _is_wanted(before: str, after: str) -> bool:
    return after in _BEFORE or before in _AFTER or (before.isdigit() and after.isdigit())


def _for_run(before: str, run: str, after: str) -> str:
    r"""The one blank to write for ``run``: no-break where it was and typography wants it.

    >>> [_for_run("a", run, after) for run, after in (("  ", "b"), (" \xa0", ":"), ("\xa0", "b"))]
    [' ', '\xa0', ' ']
    """
    if _is_wanted(before, after):
        if NO_BREAK_SPACE in run:
            return NO_BREAK_SPACE
        if NARROW_NO_BREAK_SPACE in run or not _THIN.isdisjoint(run):
            return NARROW_NO_BREAK_SPACE
    return " "


def _opens(content: str, end: int) -> bool:
    """True before a « » » used as an opening mark: which of two blanks is right cannot be told."""
    return content[end] == "»" and content[end + 1 : end + 2].isalpha()


def _tidy_line(content: str, offset: int, blanks: _Blanks, changes: _Changes) -> None:
    for start, end, wanted in blanks.changes(content):
        kind = changes.runs if end - start > 1 else changes.spaces
        kind.append(Edit(Span(offset + start, offset + end), wanted))


# --- wrapped paragraphs ------------------------------------------------------------------------

_SINGLE_BREAK = re.compile("\n(?<=[^\n]\n)(?=[^\n])")


def _find_wrapped(text: str, blocks: list[list[_Line]], unwrap: bool) -> Sequence[Finding]:
    """The line ends inside paragraphs that a program has wrapped."""
    blocks = [block for block in blocks if len(block) > 1]
    contents = [[text[line.start : line.end] for line in block] for block in blocks]
    proven = wrapping.is_wrapped(contents)
    if not unwrap and not proven:
        return ()
    enough = wrapping.Wrapping.UNSAID if proven else wrapping.Wrapping.LIKELY
    edits = []
    for block, lines in zip(blocks, contents, strict=True):
        if wrapping.judge(lines).value >= enough.value:
            for line, (above, below) in zip(block, itertools.pairwise(lines), strict=False):
                cut, blank = wrapping.joint(above, below)
                edits.append(Edit(Span(line.end - cut, line.end + 1), blank))
    return [codes.WRAPPED.finding(text, edits)] if edits else ()


def _tidy_blocks(text: str) -> list[list[str]]:
    """The blocks of several lines of a text that is in order."""
    paragraphs = text.removesuffix("\n").split("\n\n")
    return [paragraph.split("\n") for paragraph in paragraphs if "\n" in paragraph]
