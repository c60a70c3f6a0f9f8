"""Comments that silence: every form, where it holds and where it does not."""

from __future__ import annotations

import pytest

from frclean import Pipeline
from frclean.suppress import comments, suppressions

WRONG = "Chacun d'entres eux le sait."
CODE = "GRM350"
CHECKED = Pipeline(["rules"])


def codes(text: str) -> list[tuple[int, str]]:
    """Line and code of every finding."""
    return [(finding.line, finding.code) for finding in CHECKED.check(text)]


def test_the_sentence_is_wrong() -> None:
    """Without a comment there is something to silence."""
    assert codes(WRONG) == [(1, CODE)]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- frclean: ignore -->",
        "<!-- frclean: ignore GRM350 -->",
        "<!--frclean:ignore GRM-->",
        "<!-- frclean: ignore SPL100, GRM350 -->",
        "# frclean: ignore",
        "# frclean: ignore GRM350",
        ".. frclean: ignore GRM350",
        "// frclean: ignore GRM350",
        "% frclean: ignore GRM350",
    ],
)
def test_on_the_line_and_before_the_next(comment: str) -> None:
    """A comment holds for its line; alone on a line, for the next that is not blank."""
    assert codes(f"{WRONG} {comment}\n{WRONG}") == [(2, CODE)]
    assert codes(f"{comment}\n{WRONG}\n{WRONG}") == [(3, CODE)]
    assert codes(f"{comment}\n\n{WRONG}\n\n{WRONG}") == [(5, CODE)]


def test_other_codes_are_not_silenced() -> None:
    """A comment that names a rule silences that rule."""
    assert codes(f"{WRONG} <!-- frclean: ignore SPL100 -->") == [(1, CODE)]


def test_an_html_comment_may_stand_within_a_line() -> None:
    """What follows it on the line does not matter."""
    assert codes(f"<!-- frclean: ignore {CODE} --> {WRONG} Il pleut.\n{WRONG}") == [(2, CODE)]


def test_next_line() -> None:
    """`ignore-next-line` leaves its own line alone."""
    text = f"{WRONG} <!-- frclean: ignore-next-line {CODE} -->\n{WRONG}\n{WRONG}"
    assert codes(text) == [(1, CODE), (3, CODE)]


def test_block() -> None:
    """From off to on; to the end without on; « on » for other codes does not end it."""
    text = f"{WRONG}\n<!-- frclean: off -->\n{WRONG}\n\n{WRONG}\n<!-- frclean: on -->\n{WRONG}"
    assert codes(text) == [(1, CODE), (7, CODE)]
    assert codes(f"# frclean: off {CODE}\n\n{WRONG}\n\n{WRONG}") == []
    text = f"# frclean: off {CODE}\n{WRONG}\n# frclean: on SPL100\n{WRONG}\n# frclean: on\n{WRONG}"
    assert codes(text) == [(6, CODE)]


def test_whole_file() -> None:
    """`ignore-file` holds before it, too."""
    assert codes(f"{WRONG}\n\n<!-- frclean: ignore-file {CODE} -->\n{WRONG}") == []


def test_sic() -> None:
    """« [sic] » silences the word before it, and no other."""
    assert codes(f"Chacun d'entres [sic] eux le sait.\n{WRONG}") == [(2, CODE)]


def test_windows_line_ends() -> None:
    """CR LF ends a line as LF does."""
    assert codes(f"{WRONG} # frclean: ignore\r\n{WRONG}\r\n") == [(2, CODE)]


def test_nothing_to_silence() -> None:
    """A text that only speaks of frclean is not silenced."""
    assert suppressions("Le mot frclean: ignore n'est pas un commentaire.") is None
    assert comments("# frclean: ignorance") == []
