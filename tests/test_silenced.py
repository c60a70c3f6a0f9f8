"""What silences a finding, and exactly where."""

from __future__ import annotations

import pytest

from frclean import Finding, Span
from frclean.suppress import comments, suppressions


def _finding(span: tuple[int, int], code: str = "GRM003") -> Finding:
    return Finding(code, "test", "", Span(*span), "")


def _silenced(text: str, word: str, code: str = "GRM003") -> bool:
    at = text.index(word)
    found = suppressions(text)
    return found is not None and found.cover(_finding((at, at + len(word)), code))


@pytest.mark.parametrize(
    "text",
    [
        "Les attentas [sic] ont eu lieu.",
        "Les attentas (sic) ont eu lieu.",
        "Les attentas (SIC !) ont eu lieu.",
        "Les attentas [ sic ] ont eu lieu.",
        "« les attentas » [sic]",
        "les attentas’ (sic)",
        'les "attentas" [sic!]',
        "les attentas[sic]",
    ],
)
def test_sic_silences_the_word_before_it(text: str) -> None:
    assert _silenced(text, "attentas")
    if text.startswith("Les"):
        assert not _silenced(text, "Les")
        assert not _silenced(text, "ont")


@pytest.mark.parametrize(
    "text",
    [
        "Les attentas ont eu lieu.",
        "Les attentas [note] ont eu lieu.",
        "Les attentas (sicilien) ont eu lieu.",
        "Les attentas sic ont eu lieu.",
        "Les attentas ont eu (sic) lieu.",
        "attentas, et tout le reste [sic]",
        "frclean est un nom, attentas une faute.",
    ],
)
def test_other_brackets_silence_nothing(text: str) -> None:
    assert not _silenced(text, "attentas")


def test_nothing_to_silence_is_none() -> None:
    assert suppressions("Les attentas (2015) ont eu lieu [1].") is None
    assert suppressions("") is None


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- frclean: ignore -->",
        "<!-- frclean: ignore GRM003 -->",
        "<!-- frclean: ignore SPL100, GRM -->",
        "# frclean: ignore",
        "# frclean:ignore GRM003",
        ".. frclean: ignore GRM",
        "// frclean: ignore",
        "% frclean: ignore",
    ],
)
def test_a_comment_silences_its_line(comment: str) -> None:
    text = f"avant\nfaute {comment}\naprès"

    assert _silenced(text, "faute")
    assert not _silenced(text, "avant")
    assert not _silenced(text, "après")


def test_a_comment_alone_silences_the_next_line_too() -> None:
    text = "avant\n  <!-- frclean: ignore -->\nfaute\naprès"

    assert _silenced(text, "faute")
    assert not _silenced(text, "avant")
    assert not _silenced(text, "après")


def test_a_comment_alone_on_the_last_line_silences_nothing_else() -> None:
    text = "faute\n# frclean: ignore"

    assert suppressions(text) is not None
    assert not _silenced(text, "faute")


def test_a_comment_on_the_first_or_the_last_line() -> None:
    assert _silenced("faute # frclean: ignore", "faute")
    assert _silenced("faute # frclean: ignore\nsuite", "faute")
    assert not _silenced("faute # frclean: ignore\nsuite", "suite")
    assert _silenced("un\ndeux # frclean: ignore", "deux")
    assert not _silenced("un\ndeux # frclean: ignore", "un")


@pytest.mark.parametrize(
    ("codes", "code", "silenced"),
    [
        ("", "GRM003", True),
        (" GRM003", "GRM003", True),
        (" GRM003", "GRM004", False),
        (" GRM", "GRM004", True),
        (" GRM", "SPL100", False),
        (" GRM003 SPL100", "SPL100", True),
        (" GRM003,SPL100", "GRM003", True),
        (" GRM003: SPL100", "SPL100", True),
    ],
)
@pytest.mark.parametrize("kind", ["ignore", "ignore-file"])
def test_codes_and_families(codes: str, code: str, silenced: bool, kind: str) -> None:
    assert _silenced(f"faute <!-- frclean: {kind}{codes} -->", "faute", code) is silenced


def test_ignore_file_silences_the_whole_text() -> None:
    text = "avant\n\nmilieu\n<!-- frclean: ignore-file -->\naprès"

    assert _silenced(text, "avant")
    assert _silenced(text, "milieu")
    assert _silenced(text, "après")
    end = suppressions(text)
    assert end is not None
    assert end.cover(_finding((len(text), len(text))))


@pytest.mark.parametrize(
    "text",
    [
        "faute frclean: ignore",  # not a comment
        "faute # frclean: ignores",
        "faute # frclean: ignore grm003",
    ],
)
def test_what_only_looks_like_a_comment(text: str) -> None:
    assert not _silenced(text, "faute")


@pytest.mark.parametrize(
    ("span", "covered"),
    [
        ((4, 12), True),  # the word
        ((0, 5), True),  # reaches into it
        ((0, 4), False),  # ends where it starts
        ((11, 30), True),
        ((18, 22), False),  # starts where the brackets end
        ((17, 17), True),  # empty, inside
        ((4, 4), True),
        ((3, 3), False),
        ((18, 18), False),
    ],
)
def test_a_finding_is_covered_if_it_shares_a_character(
    span: tuple[int, int], covered: bool
) -> None:
    found = suppressions("Les attentas [sic] ont")

    assert found is not None
    assert found.spans[0][0] == Span(4, 18)
    assert found.cover(_finding(span)) is covered


@pytest.mark.parametrize(
    ("off", "between", "code", "silenced"),
    [
        ("off", "on", "GRM003", (True, False)),  # up to the « on »
        ("off GRM", "on GRM", "GRM003", (True, False)),
        ("off GRM", "on", "GRM003", (True, False)),  # « on » for all
        ("off GRM", "on SPL", "GRM003", (True, True)),  # « on » for others: not meant
        ("off", "on GRM", "GRM003", (True, True)),
        ("off GRM", "ignore", "GRM003", (True, True)),  # another comment ends nothing
        ("off GRM", "on", "SPL100", (False, False)),
        ("off GRM, SPL100", "on SPL100 GRM", "SPL100", (True, False)),
    ],
)
@pytest.mark.parametrize("form", ["<!-- frclean: {} -->", "# frclean: {}"])
def test_a_block_ends_where_it_is_switched_on(
    off: str, between: str, code: str, silenced: tuple[bool, bool], form: str
) -> None:
    text = f"avant\n{form.format(off)}\nmilieu\n{form.format(between)}\n\nsuite\nfin"

    assert not _silenced(text, "avant", code)
    assert (_silenced(text, "milieu", code), _silenced(text, "fin", code)) == silenced


def test_a_block_covers_from_its_comment_to_the_end_of_the_other() -> None:
    text = "un\n# frclean: off\ndeux\n# frclean: on\ntrois"
    (block,) = comments(text)

    assert (block.verb, block.codes) == ("off", frozenset())
    assert block.span == Span(3, 17)
    assert block.covered == Span(3, text.index("\ntrois"))
    assert comments("un\n# frclean: off GRM\ndeux")[0].covered == Span(3, 27)


def test_the_next_line_is_the_next_that_is_not_blank() -> None:
    text = "un <!-- frclean: ignore-next-line SPL -->\n\n \t\ndeux\ntrois"
    (comment,) = comments(text)

    assert comment.covered.slice(text).strip() == "deux"
    assert comment.codes == {"SPL"}
    for word, silenced in (("un", False), ("deux", True), ("trois", False)):
        assert _silenced(text, word, "SPL100") is silenced
        at = text.index(word)
        assert comment.covers(_finding((at, at + 1), "SPL100")) is silenced
        assert not comment.covers(_finding((at, at + 1), "GRM003"))


def test_a_comment_alone_covers_itself_and_the_next_line() -> None:
    text = "un\n<!-- frclean: ignore -->\n\ndeux\ntrois"
    (comment,) = comments(text)

    assert comment.covered == Span(3, text.index("trois"))
    assert [c.verb for c in comments(text + " # frclean: on")] == ["ignore"]
    assert [c.covered for c in comments("a # frclean: ignore-file")] == [Span(0, 25)]
