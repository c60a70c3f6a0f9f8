"""Positions, as the protocol counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from frclean.document import Span
from frclean.lsp.memo import MemoPipeline
from frclean.lsp.text import Text
from frclean.pipeline import Pipeline
from tests.budget import cheap

ENCODINGS = ("utf-8", "utf-16", "utf-32")
#: Letters of one to four bytes; ends of lines, and what the protocol takes for none.
CHARACTERS = st.sampled_from("aé œ€\N{PARTY POPPER}\n\r\u2028\x85\f")
TEXTS = st.text(CHARACTERS, max_size=30)


def boundaries(text: str) -> list[int]:
    """The offsets that have a position of their own: not the one within CR LF."""
    return [i for i in range(len(text) + 1) if text[i - 1 : i + 1] != "\r\n" or i == 0]


@pytest.mark.parametrize("encoding", ENCODINGS)
@cheap
@given(TEXTS, st.data())
def test_there_and_back(encoding: str, text: str, data: st.DataObject) -> None:
    """An offset's position leads back to the offset; lines end where the protocol says."""
    document = Text(text, encoding)
    offset = data.draw(st.sampled_from(boundaries(text)))
    position = document.position(offset)
    assert document.offset(position) == offset
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    assert position.line == before.count("\n")
    line = before.rpartition("\n")[2]
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[
        encoding
    ]
    assert position.character == len(line.encode(codec)) // size


@pytest.mark.parametrize("encoding", ENCODINGS)
@cheap
@given(TEXTS, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), TEXTS), max_size=4))
def test_changes(encoding: str, text: str, changes: list[tuple[float, float, str]]) -> None:
    """A document after incremental changes is the text with those pieces replaced."""
    document, events = Text(text, encoding), []
    for one, other, new in changes:
        places = boundaries(document.text)
        start, end = sorted(places[int(at * (len(places) - 1))] for at in (one, other))
        whole = document.text[:start] + new + document.text[end:]
        range_ = document.range(Span(start, end))
        events.append(types.TextDocumentContentChangePartial(text=new, range=range_))
        document = Text(whole, encoding)
    assert Text(text, encoding).changed(events, 2).text == document.text


def test_whole_changes() -> None:
    """A change without a range is the new text; what lies behind the end is the end."""
    event = types.TextDocumentContentChangeWholeDocument(text="b")
    assert Text("a", "utf-16").changed([event], 3).text == "b"
    assert Text("ab\nc", "utf-16").offset(types.Position(0, 99)) == 2
    assert Text("ab\nc", "utf-16").offset(types.Position(9, 0)) == 4


PARAGRAPHS = st.lists(
    st.sampled_from(
        ["Chacun d'entres eux le sait.", "Il pleut.", "Il a vu le coalition.", "Ã©tÃ©", "", "  "]
    ),
    max_size=8,
).map("\n\n".join)


@given(PARAGRAPHS)
def test_paragraph_by_paragraph(text: str) -> None:
    """Where no rule looks further than a paragraph, checking paragraphs is checking the text."""
    quick, whole = MemoPipeline("prose"), Pipeline("prose")
    assert quick.check(text) == whole.check(text)
    assert quick.check(text) == whole.check(text)
