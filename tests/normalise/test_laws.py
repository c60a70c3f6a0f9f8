"""Laws of the normaliser, for any text."""

import re
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frclean import Pipeline
from frclean.normalise import damage, encoding, whitespace
from frclean.normalise.chars import BLANKS, ZERO_WIDTH
from tests.budget import cheap

ENCODING = Pipeline(["encoding"])
WHITESPACE = Pipeline(["whitespace"])
NORMALISE = Pipeline(["encoding", "whitespace"])

WORDS = (
    "été à l'école où naïf cœur garçon château « » – ’ ? ! : ; "
    "1 234 € 50 % n° M. Durand http://a.fr/x?y=é&z=1 "
    "Ã©tÃ© lâ€™Ã©tat Ã &eacute; &amp;amp; &#146; dŽjˆ pr�s d?j? "
    "e\u0301 ´e `a\x92 \x85 ﬁn par\xadti\u200b \ufeff"
).split(" ")
SPACES = [
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\xa0",
    "\u202f",
    "\u2028",
    "x\u202f/",
    "\u2003",
    "\n\xa0\n",
    "\n\n\n",
]
#: Drawn from one table, in which blanks are about as many as words: a draw is what costs.
PIECES = WORDS + SPACES * (len(WORDS) // len(SPACES))
french = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = st.text(st.characters(codec=None), max_size=200)
texts = st.one_of(french, anything)

INVISIBLE = re.compile(f"[\\s{BLANKS}{ZERO_WIDTH}\x85]+")


@given(texts)
def test_twice_is_once(text: str) -> None:
    """Normalised text is in order."""
    once = NORMALISE.clean(text)

    assert once == NORMALISE.clean(once)


@cheap
@given(texts)
def test_whitespace_keeps_every_visible_character_in_order(text: str) -> None:
    """Only blanks change, and the hyphen of a word that a line end has cut."""
    assert INVISIBLE.sub("", text).replace("-", "") == INVISIBLE.sub(
        "", WHITESPACE.clean(text)
    ).replace("-", "")


@cheap
@given(texts)
def test_lines_are_as_promised(text: str) -> None:
    """LF, at most one blank line, no blank at the end of a line, none at either end."""
    cleaned = WHITESPACE.clean(text)

    assert not re.search("[\r\x85\u2028\u2029]", cleaned)
    assert "\n\n\n" not in cleaned
    assert not re.search(f"[{BLANKS}]$", cleaned, re.MULTILINE)
    assert not cleaned.startswith("\n")
    assert not cleaned.endswith("\n\n")


@cheap
@given(st.text("0123456789 .,:/\n\xa0\u202f\r\t%€", max_size=100))
def test_digits_never_change(text: str) -> None:
    """Whatever stands between them."""
    digits = re.compile(r"\D")

    assert digits.sub("", text) == digits.sub("", NORMALISE.clean(text))


@given(
    french,
    st.sampled_from(["https://exemple.fr/é?a=1&copy=2", "a.b@exemple.fr", "www.x.fr/?q=a&lt=3"]),
)
def test_addresses_never_change(text: str, address: str) -> None:
    """A URL or an e-mail address stays whole."""
    assert address in NORMALISE.clean(f"{text} {address} fin")


@given(texts)
def test_edits_lead_from_source_to_text(text: str) -> None:
    """Every finding slices what it names, and undoing all gives the source back."""
    result = NORMALISE.explain(text)

    assert all(text[f.span.start : f.span.end] == f.found for f in result.findings)
    assert result.text == NORMALISE.clean(text)


@pytest.mark.parametrize(
    "text",
    ["", "\ud800", "a\udfff\0b", "\0\0\0", "\ufffd", "\u0301", " ", "\n\r"],  # noqa: PT014 (surrogates)
)
def test_odd_texts_are_answered(text: str) -> None:
    """No text raises."""
    assert isinstance(NORMALISE.clean(text), str)


@cheap
@given(st.text("abcdeéèà ’«»,.\n", max_size=200))
def test_text_in_order_is_the_same_object(text: str) -> None:
    """Once in order, always the same object."""
    cleaned = NORMALISE.clean(text)

    assert cleaned is NORMALISE.clean(cleaned)


@cheap
@given(texts)
def test_a_glance_sees_every_hint(text: str) -> None:
    """What lets most texts pass says the same as the scan that it saves."""
    assert encoding.hints(text) == set(damage.HINT.findall(text))


@cheap
@given(texts)
@example("d?j?\u202fété")  # a narrow space behind a sign that asks for none
@example("un mot\u202f(ici)")
def test_what_is_not_suspect_has_no_findings(text: str) -> None:
    """The gate of the whitespace step hides nothing from it."""
    if not whitespace.is_suspect(text):
        assert not whitespace._find_blanks(text, whitespace._blocks_of(text))


@cheap
@given(texts)
def test_blocks_that_are_passed_over_have_no_findings(text: str) -> None:
    """The gate of each block hides nothing either."""
    blocks = whitespace._blocks_of(text)
    found = whitespace._find_blanks(text, blocks)
    with mock.patch.object(whitespace._Blanks, "may_be_in", return_value=True):
        assert whitespace._find_blanks(text, blocks) == found


def test_a_form_feed_may_stand_for_a_line() -> None:
    """Whatever a wrapped paragraph goes on with: a line of no words has no first word."""
    line = "Le vent se lève, et la mer qui monte au loin couvre déjà les premiers rochers"
    text = "\n".join([line, "\x0c", line, "de la pointe."])

    assert "\x0c" in WHITESPACE.clean(text)
    assert "\x0c" not in NORMALISE.clean(text)


#: With hints of damage, most of them whole.
HINTED = (
    "El Niño souffle sur Łódź.|Cinq ★ pour Ålesund.|Le service R&D.|Zoë et Øystein|ÇA VA|Il pleut."
    "|dŽjˆ vu, dŽcidŽ|Ã©tÃ©|CAFÉ Â» et Ã|un pr�s|Un ñandú\rdort."
).split("|")


@given(st.lists(st.sampled_from(HINTED), min_size=1, max_size=8), st.integers(0, 255))
def test_what_is_remembered_of_a_text_changes_nothing(lines: list[str], mask: int) -> None:
    """A text that has lost some lines is judged as one that was never seen with them."""
    rest = "\n".join(line for i, line in enumerate(lines) if mask >> i & 1)
    with mock.patch.object(damage, "_whole", frozenset()):
        damage.find("\n".join(lines))
        again = damage.find(rest)
    with mock.patch.object(damage, "_whole", frozenset()):
        assert again == damage.find(rest)


def test_a_text_that_lost_lines_is_not_looked_at_again() -> None:
    """Else the memory would be of no use."""
    text = "El Niño souffle.\nIl pleut sur Łódź."
    with mock.patch.object(damage, "_whole", frozenset()):
        assert damage.find(text) == []
        with mock.patch.object(damage, "_Lines", side_effect=AssertionError):
            assert damage.find("Il pleut sur Łódź.") == []
