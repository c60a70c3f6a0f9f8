"""The engine, exactly: what is chosen, how layers are laid together, where findings are placed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean import Applicability, Document, Edit, Finding, Fix, Span
from frclean.engine import MAX_PASSES, Layer, Shift, choose, compose, invert, place, settle
from tests.budget import cheap

SAFE, UNSAFE, DISPLAY = Applicability.SAFE, Applicability.UNSAFE, Applicability.DISPLAY


def finding(
    *edits: tuple[int, int, str], span: tuple[int, int] | None = None, level: Applicability = SAFE
) -> Finding:
    made = tuple(Edit(Span(start, end), text) for start, end, text in edits)
    where = Span(*span) if span else made[0].span
    return Finding("TST001", "test", "", where, "", (Fix(made[0].replacement, made, level),))


@pytest.mark.parametrize(
    ("findings", "chosen"),
    [
        ([finding((0, 1, "x")), finding((1, 2, "y"))], [0, 1]),  # they touch, and may
        ([finding((0, 2, "x")), finding((1, 3, "y"))], [0]),
        ([finding((1, 3, "y")), finding((0, 2, "x"))], [1]),
        ([finding((0, 1, "x")), finding((0, 1, "y"))], [0]),  # the first of equals
        ([finding((2, 2, "x")), finding((2, 2, "y"))], [0]),  # one insertion at a place
        ([finding((2, 2, "x")), finding((2, 3, "y"))], [1]),  # the longest of one start
        ([finding((1, 2, "x")), finding((2, 2, "y"))], [0, 1]),
        ([finding((0, 1, "x"), (5, 6, "x")), finding((3, 4, "y"))], [0, 1]),
        ([finding((0, 1, "x"), (5, 6, "x")), finding((5, 7, "y"))], [0]),
        ([finding((0, 1, "x"), (9, 10, "x")), finding((4, 6, "y")), finding((5, 7, "z"))], [0, 1]),
        ([finding((3, 4, "y")), finding((0, 1, "x"), (3, 4, "x"), span=(0, 4))], [1]),
        ([finding((1, 1, ""))], []),  # without effect
        ([finding((1, 2, ""))], [0]),
        ([finding((1, 1, "x"))], [0]),
        ([finding((1, 1, ""), (3, 4, "x"))], [0]),
    ],
)
def test_choose(findings: list[Finding], chosen: list[int]) -> None:
    got = choose(findings, SAFE)

    assert len(got) == len(chosen)
    assert all(any(f is findings[i] for f in got) for i in chosen)


def test_choose_comes_in_order() -> None:
    late, early = finding((5, 6, "x")), finding((1, 2, "x"))

    assert choose([late, early], SAFE) == (early, late)


@pytest.mark.parametrize(
    ("level", "floor", "taken"),
    [
        (SAFE, SAFE, True),
        (SAFE, UNSAFE, True),
        (UNSAFE, SAFE, False),
        (UNSAFE, UNSAFE, True),
        (DISPLAY, UNSAFE, False),
        (DISPLAY, DISPLAY, True),
    ],
)
def test_choose_goes_no_lower_than_the_floor(
    level: Applicability, floor: Applicability, taken: bool
) -> None:
    assert bool(choose([finding((0, 1, "x"), level=level)], floor)) is taken


def test_choose_needs_a_fix() -> None:
    assert choose([Finding("TST001", "test", "", Span(0, 1), "a")], DISPLAY) == ()


# --- settling ------------------------------------------------------------------------------------


def _first_a(document: Document) -> list[Finding]:
    """One « a » at a time becomes « b »; every « c » is only shown."""
    at = document.text.find("a")
    shown = [
        Finding("TST002", "c", "", Span(i, i + 1), "c")
        for i, letter in enumerate(document.text)
        if letter == "c"
    ]
    return [*([finding((at, at + 1, "b"))] if at >= 0 else []), *shown]


def test_settle_asks_again_until_nothing_is_left() -> None:
    done = settle(_first_a, Document.of("aac"), SAFE)

    assert done.document.text == "bbc"
    assert done.step is _first_a
    assert [layer.document.text for layer in done.layers] == ["aac", "bac"]
    assert [f.code for f in done.left] == ["TST002"]


def test_settle_without_work_gives_the_same_document() -> None:
    document = Document.of("xyz")
    done = settle(_first_a, document, SAFE)

    assert done.document is document
    assert done.layers == ()
    assert done.left == ()


def test_settle_heeds_what_is_wanted() -> None:
    def review(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        return tuple(f for f in findings if f.code == "TST002")

    done = settle(_first_a, Document.of("ac"), SAFE, review)

    assert done.document.text == "ac"
    assert [f.code for f in done.left] == ["TST002"]


def test_settle_stops_a_step_that_undoes_itself() -> None:
    asked = []

    def flip(document: Document) -> Iterable[Finding]:
        asked.append(document.text)
        return [finding((0, 1, "b" if document.text == "a" else "a"))]

    done = settle(flip, Document.of("a"), SAFE)

    assert len(done.layers) == MAX_PASSES == 8
    assert len(asked) == MAX_PASSES + 1
    assert done.document.text == "a"
    assert done.left == ()


def test_a_layer_gives_its_edits_in_order() -> None:
    layer = Layer(Document.of("abcdef"), (finding((4, 5, "y")), finding((0, 1, "x"), (2, 3, "x"))))

    assert layer.edits() == [
        Edit(Span(0, 1), "x"), Edit(Span(2, 3), "x"), Edit(Span(4, 5), "y"),
    ]  # fmt: skip


# --- placing -------------------------------------------------------------------------------------


def test_place_on_an_untouched_document_is_the_finding_itself() -> None:
    one = finding((0, 1, "x"))

    assert place(one, Document.of("abc")) is one


def test_place_behind_an_earlier_edit_only_shifts() -> None:
    document = Document.of("aé b").apply([Edit(Span(0, 2), "xyz")])  # "xyz b"
    placed = place(finding((4, 5, "c")), document)

    assert (placed.span, placed.found) == (Span(3, 4), "b")
    assert placed.fixes == (Fix("c", (Edit(Span(3, 4), "c"),)),)


def test_place_inside_an_earlier_edit_takes_the_whole_edit() -> None:
    """« ab » became « xyz »; y is to become « - »: in the source, « ab » becomes « x-z »."""
    document = Document.of("_ab_").apply([Edit(Span(1, 3), "xyz")])
    placed = place(finding((2, 3, "-"), level=UNSAFE), document)

    assert (placed.span, placed.found) == (Span(1, 3), "ab")
    assert placed.fixes == (Fix("x-z", (Edit(Span(1, 3), "x-z"),), UNSAFE),)


def test_place_over_the_edge_of_an_earlier_edit() -> None:
    document = Document.of("_ab_c").apply([Edit(Span(1, 3), "xyz")])  # "_xyz_c"
    placed = place(finding((3, 5, "-")), document)

    assert (placed.span, placed.found) == (Span(1, 4), "ab_")
    assert placed.fixes[0].replacement == "xy-"
    assert document.source[:1] + "xy-" + document.source[4:] == "_xy-c"


def test_place_two_edits_in_one_earlier_edit_as_one() -> None:
    document = Document.of("_ab_").apply([Edit(Span(1, 3), "wxyz")])
    placed = place(finding((1, 2, "1"), (3, 4, "2"), span=(1, 4)), document)

    # The replacement of the whole span stands for both.
    assert [edit.span for edit in placed.fixes[0].edits] == [Span(1, 3)]


def test_place_keeps_edits_apart_that_can_be() -> None:
    document = Document.of("ab cd").apply([Edit(Span(2, 3), "--")])  # "ab--cd"
    placed = place(finding((0, 1, "x"), (5, 6, "y"), span=(0, 6)), document)

    assert placed.fixes[0].edits == (Edit(Span(0, 1), "x"), Edit(Span(4, 5), "y"))


def test_place_through_two_layers() -> None:
    document = Document.of("abcdef").apply([Edit(Span(0, 1), "")]).apply([Edit(Span(1, 2), "CC")])
    placed = place(finding((3, 4, "x")), document)  # "bCCdef": d

    assert (placed.span, placed.found) == (Span(3, 4), "d")


# --- layers of edits as one ----------------------------------------------------------------------


def test_invert() -> None:
    edits = [Edit(Span(0, 1), "xyz"), Edit(Span(2, 4), ""), Edit(Span(5, 5), "+")]

    assert invert(edits, "abcdef") == [
        Edit(Span(0, 3), "a"), Edit(Span(4, 4), "cd"), Edit(Span(5, 6), ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "total"),
    [
        ([], [], []),
        ([(0, 1, "x")], [], [(0, 1, "x")]),
        ([], [(0, 1, "x")], [(0, 1, "x")]),
        # far apart: each where it stands in the text before
        ([(0, 1, "xx")], [(4, 5, "y")], [(0, 1, "xx"), (3, 4, "y")]),
        ([(4, 5, "xx")], [(0, 1, "y")], [(0, 1, "y"), (4, 5, "xx")]),
        # they touch: one edit
        ([(0, 1, "xx")], [(2, 3, "y")], [(0, 2, "xxy")]),
        ([(1, 2, "x")], [(0, 1, "y")], [(0, 2, "yx")]),
        # the second inside the first
        ([(1, 2, "xyz")], [(2, 3, "-")], [(1, 2, "x-z")]),
        # the first inside the second
        ([(2, 3, "xyz")], [(1, 6, "-")], [(1, 4, "-")]),
        # the second reaches over the end, over the start
        ([(1, 3, "xy")], [(2, 4, "-")], [(1, 4, "x-")]),
        ([(1, 3, "xy")], [(0, 2, "-")], [(0, 3, "-y")]),
        # one over two
        ([(0, 1, "x"), (2, 3, "y")], [(0, 3, "-")], [(0, 3, "-")]),
        # two in one
        ([(0, 1, "wxyz")], [(1, 2, "-"), (3, 4, "+")], [(0, 1, "w-y+")]),
        # undone: nothing is left
        ([(1, 2, "x")], [(1, 2, "b")], []),
        ([(1, 2, "")], [(1, 1, "b")], []),
        # insertions
        ([(1, 1, "x")], [(1, 2, "")], []),
        ([(1, 1, "xy")], [(5, 6, "z")], [(1, 1, "xy"), (3, 4, "z")]),
    ],
)
def test_compose(
    first: list[tuple[int, int, str]],
    second: list[tuple[int, int, str]],
    total: list[tuple[int, int, str]],
) -> None:
    before = "abcdef"
    layers = [[Edit(Span(a, b), text) for a, b, text in layer] for layer in (first, second, total)]
    between = Document.of(before).apply(layers[0])

    assert compose(layers[0], layers[1], before, between.text) == layers[2]
    assert between.apply(layers[1]).text == Document.of(before).apply(layers[2]).text


# --- findings that stay behind while others are applied --------------------------------------------


def test_a_shift_leads_behind_the_edits() -> None:
    """« abcdefgh » → « aXYZdfgh+ »: longer by one, then as long, then longer by one again."""
    shift = Shift([Edit(Span(1, 3), "XYZ"), Edit(Span(4, 5), ""), Edit(Span(8, 8), "+")])

    assert shift.edited == [Span(1, 4), Span(5, 5), Span(8, 9)]
    assert shift.span(Span(0, 1)) == Span(0, 1)
    assert shift.span(Span(3, 4)) == Span(4, 5)
    assert shift.span(Span(5, 7)) == Span(5, 7)
    assert Shift([Edit(Span(0, 0), "ab")]).span(Span(0, 3)) == Span(2, 5)


def test_a_shift_takes_findings_along() -> None:
    shift = Shift([Edit(Span(0, 1), "xxx")])
    one = finding((2, 3, "y"), (4, 4, "z"), span=(2, 5), level=UNSAFE)
    moved = shift.finding(one)

    assert moved.span == Span(4, 7)
    assert moved.fixes == (Fix("y", (Edit(Span(4, 5), "y"), Edit(Span(6, 6), "z")), UNSAFE),)
    assert (moved.code, moved.name) == (one.code, one.name)


class _Halving:
    """« aa » becomes « a »; « ! » is only shown. Asked again, it trusts what it is told."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, document: Document, /) -> list[Finding]:
        self.asked.append("all")
        return [
            finding((*match.span(), "a"), level=SAFE if match[0] == "aa" else DISPLAY)
            for match in re.finditer("aa|!", document.text)
        ]

    def again(
        self, document: Document, edits: Sequence[Edit], left: Sequence[Finding]
    ) -> list[Finding]:
        self.asked.append("again")
        shift = Shift(edits)
        assert all(span.slice(document.text) == "a" for span in shift.edited)
        moved = [shift.finding(one) for one in left]
        assert all(one.span.slice(document.text) == "!" for one in moved)
        return moved + [f for f in _Halving()(document) if f.applicability is SAFE]


@cheap
@given(st.text("ab!", max_size=30))
def test_a_step_that_can_is_told_what_is_left(text: str) -> None:
    """Asked by `again` alone, it comes to what it would come to if it looked at everything."""
    step, plain = _Halving(), _Halving()

    done = settle(step, Document.of(text), SAFE)
    whole = settle(plain.__call__, Document.of(text), SAFE)

    assert done.document.text == whole.document.text
    assert sorted(done.left, key=lambda one: one.span) == list(whole.left)
    assert [layer.findings for layer in done.layers] == [layer.findings for layer in whole.layers]
    assert step.asked == ["all"] + ["again"] * len(done.layers)
    assert plain.asked == ["all"] * (1 + len(whole.layers))
