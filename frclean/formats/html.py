"""HTML, by the parser of the standard library, which says where each token begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.parser import HTMLParser

from frclean.document import Edit, Span
from frclean.formats.markup import hide, take_out

__all__ = ["markup"]

#: Elements whose content nobody reads as prose.
_OPAQUE = frozenset("script style pre code kbd samp var textarea svg math template".split())
#: Elements inside a sentence: it reads on through their tags.
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark q s small span "
    "strike strong sub sup time tt u wbr".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


class _Tokens(HTMLParser):
    """Where each token begins: offset, kind, name of the element, its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str, str, dict[str, str | None]]] = []
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]
        self.feed(text)
        self.close()

    def _note(
        self, kind: str, name: str = "", attributes: Sequence[tuple[str, str | None]] = ()
    ) -> None:
        line, column = self.getpos()
        self.found.append((self._lines[line - 1] + column, kind, name, dict(attributes)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note("open", tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note("empty", tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._note("close", tag)

    def handle_data(self, data: str) -> None:
        self._note("data")

    def handle_entityref(self, name: str) -> None:
        self._note("entity")

    def handle_charref(self, name: str) -> None:
        self._note("entity")

    def handle_comment(self, data: str) -> None:
        self._note("markup")

    def handle_decl(self, decl: str) -> None:
        self._note("markup")

    def handle_pi(self, data: str) -> None:
        self._note("markup")

    def unknown_decl(self, data: str) -> None:
        self._note("markup")


def markup(text: str) -> Iterator[Edit]:
    """What makes prose of HTML: tags, comments, scripts and code go, entities are read."""
    last = text.rfind(">") + 1
    comment = text.find("<!--", last)
    end_of_prose = comment if comment >= 0 else len(text)
    # Behind the last « > » nothing is a tag; the parser would look for the end of each, to the
    # end of the text and in quadratic time.
    read = text[:last] + text[last:end_of_prose].replace("<", " ")
    tokens = _Tokens(read).found
    ends = [*(token[0] for token in tokens), len(read)][1:]
    opaque, depth = "", 0
    for (start, kind, name, attributes), end in zip(tokens, ends, strict=True):
        if opaque:
            depth += (kind == "open" and name == opaque) - (kind == "close" and name == opaque)
            yield hide(text, start, end)
            opaque = opaque if depth else ""
        elif kind == "open" and _is_opaque(name, attributes):
            opaque, depth = name, 1
            yield hide(text, start, end)
        elif kind == "entity":
            yield _entity(text, start, end)
        elif kind != "data":
            yield _tag(text, start, end, name)
    # A comment that is never closed goes on to the end.
    yield hide(text, end_of_prose, len(text))


def _is_opaque(name: str, attributes: dict[str, str | None]) -> bool:
    if name in _VOID:
        return False
    language = (attributes.get("lang") or "fr").lower()
    foreign = not language.startswith("fr") or attributes.get("translate") == "no"
    return foreign or name in _OPAQUE


def _tag(text: str, start: int, end: int, name: str) -> Edit:
    if name in _INLINE:
        return take_out(start, end)
    if not name:  # a comment, a declaration
        return hide(text, start, end)
    # A line ends at <br>, a paragraph at any other tag.
    return Edit(Span(start, end), "\n" if name == "br" else "\n\n")


def _entity(text: str, start: int, end: int) -> Edit:
    """The sign for which an entity stands; nothing for one that cannot be seen."""
    sign = unescape(text[start:end])
    visible = len(sign) == 1 and (sign.isprintable() or sign.isspace())
    return Edit(Span(start, end), sign if visible else "")
