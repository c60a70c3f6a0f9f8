"""What silences a finding, and exactly where."""

from __future__ import annotations

import pytest

from frclean import Finding, Span
from frclean.suppress import suppressions


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
