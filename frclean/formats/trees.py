"""Markdown and reStructuredText, by tree-sitter's grammars: the extra ``frclean[formats]``.

The parser is given an ASCII shadow of the text, so that its bytes are our code points.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from frclean.document import Edit, Span
from frclean.formats import protected
from frclean.formats.markup import ascii_shadow, hide, take_out
from frclean.later import later

if TYPE_CHECKING:
    from tree_sitter import Node, Parser

__all__ = ["FORMATS", "available", "markdown", "rst"]

FORMATS = frozenset({"markdown", "rst"})


@functools.cache
def available() -> bool:
    """True if the parsers are installed."""
    names = ("tree_sitter", "tree_sitter_markdown", "tree_sitter_rst")
    return all(find_spec(name) is not None for name in names)


@functools.cache
def _parser(grammar: str) -> Parser:
    from tree_sitter import Language, Parser

    if grammar == "rst":
        import tree_sitter_rst

        return Parser(Language(tree_sitter_rst.language()))
    import tree_sitter_markdown

    blocks = grammar == "markdown"
    return Parser(
        Language(
            tree_sitter_markdown.language() if blocks else tree_sitter_markdown.inline_language()
        )
    )


def _walk(node: Node, leaves: frozenset[str]) -> Iterator[Node]:
    """The nodes of a tree in order; nothing below ``leaves``."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if node.type not in leaves:
            stack += reversed(node.children)


# Markdown ------------------------------------------------------------------------------------

_HIDDEN_BLOCKS = frozenset(
    "minus_metadata plus_metadata fenced_code_block indented_code_block "
    "link_reference_definition pipe_table_delimiter_row".split()
)
_BLOCK_LEAVES = _HIDDEN_BLOCKS | {"html_block", "inline", "pipe_table_cell"}
_HIDDEN_INLINE = frozenset("code_span latex_block uri_autolink email_autolink".split())
#: Without its bullet an item would go on from the one before: a line is left between them.
_BULLETS = frozenset("list_marker_minus list_marker_plus list_marker_star".split())
_LINKS = frozenset("inline_link full_reference_link collapsed_reference_link image".split())
#: Without one of these there is no markup inside a paragraph.
_MARK = re.compile(rb"[*_`~\[<&\\$]")
#: Without one of these a text is headings and paragraphs without markup: marks, bars of tables,
#: controls, and lines that may begin anything else. Many articles are such texts, and to parse one
#: takes a tenth of the time in which it is checked.
_ANY_MARKUP = re.compile(
    _MARK.pattern + rb"|[|\x00-\x09\x0b-\x1f]|^(?!#{1,6} |[A-Za-z,\"'(]| *$)", re.MULTILINE
)
#: The grammars take quadratic time in the marks of one paragraph; no text has so many.
_MOST_MARKS = 1000
_INLINE_LEAVES = _HIDDEN_INLINE | {"shortcut_link", "backslash_escape"}


def markdown(text: str) -> Iterator[Edit]:
    """What makes prose of Markdown; its head is hidden whole."""
    shadow = ascii_shadow(text)
    if _ANY_MARKUP.search(shadow):
        yield from _parsed(text, shadow)


def _parsed(text: str, shadow: bytes) -> Iterator[Edit]:
    """The markup of a text that may hold some."""
    for node in _walk(_parser("markdown").parse(shadow).root_node, _BLOCK_LEAVES):
        start, end = node.start_byte, node.end_byte
        if node.type in _HIDDEN_BLOCKS:
            yield hide(text, start, end)
        elif node.type == "block_quote_marker":
            yield take_out(start, end)
        elif node.type in _BULLETS:
            yield Edit(Span(start, end), "\n")
        elif node.type == "html_block":
            yield from _html(text[start:end], start)
        elif node.type in ("inline", "pipe_table_cell"):
            yield from _inline(text, shadow, node)


def _inline(text: str, shadow: bytes, block: Node) -> Iterator[Edit]:
    """The markup of one paragraph, heading or cell."""
    start, end = block.start_byte, block.end_byte
    # What marks a quotation or indents an item at the start of each line.
    margins = [n for n in block.children if n.type == "block_continuation"]
    for margin in margins:
        yield take_out(margin.start_byte, margin.end_byte)
    piece = bytearray(shadow[start:end])
    for margin in margins:
        at, to = margin.start_byte - start, margin.end_byte - start
        piece[at:to] = b" " * (to - at)
    if not _MARK.search(piece):
        return
    if _is_overmarked(piece):
        yield from _shifted(protected.markup(text[start:end], "markdown"), start)
        return
    hidden = []
    for node in _walk(_parser("inline").parse(bytes(piece)).root_node, _INLINE_LEAVES):
        for edit in _inline_markup(text, node, start):
            hidden.append(edit)
            yield edit
    if "<" in text[start:end] or "&" in text[start:end]:
        yield from _html(_without(text[start:end], hidden, start), start)


def _inline_markup(text: str, node: Node, shift: int) -> Iterator[Edit]:
    start, end = node.start_byte + shift, node.end_byte + shift
    if node.type in _HIDDEN_INLINE:
        yield hide(text, start, end)
    elif node.type == "emphasis_delimiter":
        yield take_out(start, end)
    elif node.type == "backslash_escape":
        yield take_out(start, start + 1)
    elif node.type == "shortcut_link" and text.startswith("[^", start):
        yield take_out(start, end)
    elif node.type in _LINKS:
        words = [n for n in node.children if n.type in ("link_text", "image_description")]
        if not words:
            yield hide(text, start, end)
            return
        opening = Span(start, words[0].start_byte + shift)
        closing = Span(words[0].end_byte + shift, end)
        if node.type == "image":  # its words stand beside the sentence
            yield hide(text, *opening)
            yield hide(text, *closing)
        else:
            yield take_out(*opening)
            yield take_out(*closing)


def _without(piece: str, edits: Sequence[Edit], shift: int) -> str:
    """``piece`` without a trace of what ``edits`` touch, as long as it was."""
    signs = list(piece)
    for span, _ in edits:
        at, to = span.start - shift, span.end - shift
        signs[at:to] = " " * (to - at)
    return "".join(signs)


def _is_overmarked(paragraph: bytes | bytearray) -> bool:
    return len(_MARK.findall(paragraph)) > _MOST_MARKS


def _shifted(edits: Iterator[Edit], shift: int) -> Iterator[Edit]:
    for (start, end), replacement in edits:
        yield Edit(Span(start + shift, end + shift), replacement)


def _html(piece: str, shift: int) -> Iterator[Edit]:
    from frclean.formats import html

    return _shifted(html.markup(piece), shift)


# reStructuredText ----------------------------------------------------------------------------

_HIDDEN_RST = frozenset(
    "adornment literal interpreted_text substitution_reference inline_target "
    "comment directive literal_block field_name target label substitution_definition "
    "doctest_block .. standalone_hyperlink".split()
)
_EMPHASIS = {"strong": 2, "emphasis": 1}
_NOTES = frozenset({"footnote_reference", "citation_reference"})
_RST_LEAVES = _HIDDEN_RST | _NOTES | {"reference", *_EMPHASIS}
#: The words of a link, with what stands around them.
_REFERENCE = later(r"(?s)(`?)(.*?)(\s*<[^<>]*>)?(`?__?)")


def rst(text: str) -> Iterator[Edit]:
    """What makes prose of reStructuredText."""
    shadow = ascii_shadow(text)
    if any(map(_is_overmarked, shadow.split(b"\n\n"))):
        yield from protected.markup(text, "rst")
        return
    for node in _walk(_parser("rst").parse(shadow).root_node, _RST_LEAVES):
        start, end = node.start_byte, node.end_byte
        if node.type in _HIDDEN_RST:
            yield hide(text, start, end)
        elif node.type == "bullet" and text[start:end] in "-*+•":  # « M. » numbers no item
            yield Edit(Span(start, end), "\n")
        elif node.type in _NOTES:
            yield take_out(start, end)
        elif node.type == "reference":
            link = _REFERENCE.fullmatch(text, start, end)
            words = link.span(2) if link else (end, end)
            yield take_out(start, words[0])
            yield take_out(words[1], end)
        elif node.type in _EMPHASIS:
            width = _EMPHASIS[node.type]
            yield take_out(start, start + width)
            yield take_out(end - width, end)
