"""Offset maps, exactly: where each span goes, on both sides of an edit."""

from __future__ import annotations

import pytest

from frclean import Document, Edit, Span
from frclean.document import OffsetMap

# "abcdef" -> "aXYZdf": two letters become three, one is gone.
MAP = OffsetMap([Edit(Span(1, 3), "XYZ"), Edit(Span(4, 5), "")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((0, 1), (0, 1)),  # before all edits
        ((1, 3), (1, 4)),  # an edit, whole
        ((1, 2), (1, 4)),  # a part of one grows to the whole
        ((2, 3), (1, 4)),
        ((2, 4), (1, 5)),
        ((0, 2), (0, 4)),
        ((3, 4), (4, 5)),  # between two: only shifted
        ((3, 5), (4, 5)),  # what is gone is empty
        ((4, 5), (5, 5)),
        ((5, 6), (5, 6)),
        ((0, 6), (0, 6)),
        ((0, 0), (0, 0)),
        ((1, 1), (1, 1)),  # empty spans at an edge stay outside
        ((3, 3), (4, 4)),
        ((2, 2), (1, 1)),  # inside: the start of the edit
        ((6, 6), (6, 6)),
    ],
)
def test_a_span_goes_after_the_edits(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert MAP.after(Span(*before)) == Span(*after)


@pytest.mark.parametrize(
    ("after", "before"),
    [
        ((0, 1), (0, 1)),
        ((1, 4), (1, 3)),
        ((2, 3), (1, 3)),
        ((1, 2), (1, 3)),
        ((3, 5), (1, 4)),
        ((4, 5), (3, 4)),
        ((5, 6), (5, 6)),
        ((4, 6), (3, 6)),
        ((0, 6), (0, 6)),
        ((4, 4), (3, 3)),
        ((1, 1), (1, 1)),
    ],
)
def test_a_span_comes_from_before_the_edits(
    after: tuple[int, int], before: tuple[int, int]
) -> None:
    assert MAP.before(Span(*after)) == Span(*before)


@pytest.mark.parametrize(
    ("span", "grown"),
    [((0, 1), (0, 1)), ((2, 3), (1, 4)), ((3, 6), (1, 6)), ((4, 5), (4, 5)), ((0, 2), (0, 4))],
)
def test_touched_grows_to_the_edits_it_cuts(span: tuple[int, int], grown: tuple[int, int]) -> None:
    assert MAP.touched(Span(*span)) == Span(*grown)


def test_an_insertion_lies_between_its_neighbours() -> None:
    """« ab » → « a-b »: what was typed comes from nowhere."""
    way = OffsetMap([Edit(Span(1, 1), "-")])

    assert way.before(Span(1, 2)) == Span(1, 1)
    assert way.before(Span(0, 1)) == Span(0, 1)
    assert way.before(Span(2, 3)) == Span(1, 2)
    assert way.after(Span(0, 1)) == Span(0, 1)
    assert way.after(Span(1, 2)) == Span(1, 3)  # what is typed before a span goes with it
    assert way.after(Span(0, 2)) == Span(0, 3)


def test_spans_overlap_if_they_share_a_character() -> None:
    assert Span(0, 2).overlaps(Span(1, 3))
    assert Span(1, 3).overlaps(Span(0, 2))
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert not Span(2, 3).overlaps(Span(0, 2))
    assert Span(1, 1).overlaps(Span(0, 2))
    assert not Span(0, 0).overlaps(Span(0, 2))


def test_a_document_keeps_its_layers() -> None:
    """Two layers, one on top of the other, and the way through both."""
    first = Document.of("abcdef").apply([Edit(Span(4, 5), ""), Edit(Span(1, 3), "XYZ")])
    second = first.apply([Edit(Span(0, 1), "")])

    assert (first.text, second.text, second.source) == ("aXYZdf", "XYZdf", "abcdef")
    assert len(second.maps) == 2
    assert second.to_source(Span(3, 4)) == Span(3, 4)
    assert second.to_text(Span(3, 4)) == Span(3, 4)
    assert second.to_source(Span(4, 5)) == Span(5, 6)
    assert second.to_text(Span(0, 1)) == Span(0, 0)
    assert second.changed
    assert not Document.of("a").changed


def test_no_edit_is_the_same_document() -> None:
    document = Document.of("abc")

    assert document.apply([]) is document


def test_edits_that_touch_are_made_and_those_that_overlap_are_refused() -> None:
    document = Document.of("abcd")

    assert document.apply([Edit(Span(0, 2), "x"), Edit(Span(2, 3), "y")]).text == "xyd"
    with pytest.raises(ValueError, match=r"^edits overlap: Edit\(.*start=1.*\) starts before 2$"):
        document.apply([Edit(Span(0, 2), ""), Edit(Span(1, 3), "")])


def test_what_begins_where_a_line_was_taken_out_begins_behind_it() -> None:
    document = Document.of("Menu\n\nLe chat.").apply([Edit(Span(0, 6), "")])

    assert document.to_source(Span(0, 2)) == Span(6, 8)
    assert document.to_source(Span(0, 0)) == Span(0, 0)


def test_lines_taken_out_one_by_one_are_behind_what_begins_there() -> None:
    edits = [Edit(Span(0, 3), ""), Edit(Span(3, 6), "")]
    document = Document.of("a\n\nb\n\nLe chat.").apply(edits)

    assert document.to_source(Span(0, 2)) == Span(6, 8)
