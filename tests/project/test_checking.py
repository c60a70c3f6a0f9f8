"""One text: suppressions that are unused or mistaken, comments that silence, repairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean.config import Config
from frclean.document import Document
from frclean.project.checking import Checker
from frclean.project.silence import silencing
from frclean.project.source import Source
from frclean.project.words import add_word
from tests.budget import cheap

WRONG = "Chacun d'entres eux le sait."
PLAIN = Checker("prose", Config(), ())
PREVIEW = Checker("prose", Config(extend_select=("SUP",)), ())


def test_unused_suppressions_are_told_on_request() -> None:
    """A comment that silences nothing is reported, and can be taken out."""
    used = f"{WRONG} <!-- frclean: ignore GRM350 -->\n"
    unused = "Il pleut. <!-- frclean: ignore GRM350 -->\n"
    assert PLAIN.check(unused, "text") == []
    assert PREVIEW.check(used, "text") == []
    (finding,) = PREVIEW.check(unused, "text")
    assert (finding.code, finding.line, finding.column) == ("SUP001", 1, 11)
    assert finding.message == "Ce commentaire ne fait rien taire (GRM350)."
    assert finding.fix is not None
    assert Document.of(unused).apply(finding.fix.edits).text == "Il pleut.\n"


def test_an_unused_block_is_told() -> None:
    """Blocks and whole files count, too."""
    assert [f.code for f in PREVIEW.check("# frclean: ignore-file\nIl pleut.\n", "text")] == [
        "SUP001"
    ]
    block = f"<!-- frclean: off -->\n\n{WRONG}\n\n<!-- frclean: on -->\n"
    assert PREVIEW.check(block, "text") == []


def test_unknown_codes_are_told() -> None:
    """A code that no rule has is told without asking, with the nearest."""
    text = f"{WRONG} <!-- frclean: ignore GRM35 -->\n"
    found = PLAIN.check(text, "text")
    assert [f.code for f in found] == ["GRM350", "SUP002"]
    assert "GRM35" in found[1].message


@pytest.mark.parametrize(
    ("format", "before", "after"),
    [
        ("markdown", f"{WRONG}  \nFin.", f"{WRONG} <!-- frclean: ignore GRM350 -->  \nFin."),
        ("html", f"<p>{WRONG}</p>", f"<p>{WRONG}</p> <!-- frclean: ignore GRM350 -->"),
        ("asciidoc", f"Un.\n{WRONG}\n", f"Un.\n// frclean: ignore GRM350\n{WRONG}\n"),
        ("latex", f"{WRONG}\r\n", f"{WRONG} % frclean: ignore GRM350\r\n"),
        ("text", WRONG, f"{WRONG}  # frclean: ignore GRM350"),
        (
            "rst",
            f"Un.\n\n{WRONG}\n\nFin.\n",
            f"Un.\n\n.. frclean: off GRM350\n\n{WRONG}\n\n.. frclean: on GRM350\n\nFin.\n",
        ),
    ],
)
def test_silencing(format: str, before: str, after: str) -> None:
    """The comment of each format, where the format lets it stand; then there is silence."""
    (finding,) = PLAIN.check(before, format)
    edits = silencing(before, format, finding)
    assert edits is not None
    assert Document.of(before).apply(edits).text == after
    assert PREVIEW.check(after, format) == []


def test_the_dictionary_holds_for_every_rule_about_words() -> None:
    """A listed word is accepted by tables of misspellings, too, in any case; grammar goes on."""
    text = "Le bordd et l'acceuil : le coalition."
    found = {f.found for f in PLAIN.check(text, "text")}
    assert found == {"bordd", "acceuil", "le coalition"}
    listed = Checker("prose", Config(words=frozenset(("acceuil", "bordd", "coalition"))), ())
    assert {f.found for f in listed.check(text, "text")} == {"le coalition"}


def test_subtitles_have_no_comments() -> None:
    """Nothing is written where nothing can be."""
    (finding,) = PLAIN.check(WRONG, "text")
    assert silencing(WRONG, "subtitles", finding) is None


def test_words_stay_in_order(tmp_path: Path) -> None:
    """The dictionary is sorted, without doubles; comments stay."""
    path = tmp_path / "words.txt"
    for word in ("bordd", "Zed", "alpha", "bordd"):
        add_word(path, word)
    assert path.read_text("utf-8") == "alpha\nbordd\nZed\n"


PIECES = st.sampled_from(
    [WRONG, "Il pleut.", "# frclean: ignore GRM350", "<!-- frclean: off -->", "[sic]", "\n", " ",
     "<!-- frclean: on -->", "le coalition", "\r\n", "\N{PARTY POPPER}", "Ã©tÃ©", "\n\n", "# ", "* ",
     "`le coalition`", "<p>", "</p>", "==== Titre\n", ".. note:: ", "|", "&eacute;", "[lien](a.html)"]
)  # fmt: skip


@pytest.mark.parametrize("format", ["text", "markdown", "html", "rst", "asciidoc"])
@given(st.lists(PIECES, max_size=12).map("".join))
def test_repaired_once_repaired_for_good(format: str, text: str) -> None:
    """After the repairs nothing is left that can be repaired."""
    fixed = PREVIEW.fix(text, format)
    left = PREVIEW.check(fixed.text, format)
    assert list(fixed.left) == left
    assert [f for f in left if f.applicability.rank >= PREVIEW.floor.rank] == []


@cheap
@given(st.binary(max_size=40).filter(lambda data: b"\0" not in data))
def test_bytes_come_back(data: bytes) -> None:
    """A UTF-8 text is written back as it was read, mark and line ends included."""
    source = Source.of(data)
    if source.is_utf8:
        assert source.encoded(source.text) == data
