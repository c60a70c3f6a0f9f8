"""Bytes -> text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frclean.decoding import Decoded, decode
from tests.budget import cheap

TEXT = "L'été dernier, la forêt a brûlé près de la préfecture ; à l'école, on s'inquiète déjà."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "cp1252", "mac_roman", "cp850", "utf-16", "utf-16-le", "utf-8-sig"]
)
def test_french_is_recognised(encoding: str) -> None:
    """The usual encodings of French files are told apart."""
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_euro_tells_latin_9() -> None:
    """Latin-9 differs from Windows-1252 by the euro and œ."""
    decoded = decode("Le cœur coûte 5 € à la sœur.".encode("iso8859-15"))

    assert (decoded.encoding, decoded.text) == ("iso8859-15", "Le cœur coûte 5 € à la sœur.")


def test_utf8_is_sure() -> None:
    """Nothing else looks like UTF-8."""
    assert Decoded(TEXT, "utf-8", 1.0) == decode(TEXT.encode())


def test_declared_encoding_is_believed() -> None:
    """It says what the words cannot: here, one word that is none."""
    assert decode("Žž".encode("cp1250"), "windows-1250").text == "Žž"


def test_declared_latin_1_means_windows_1252() -> None:
    """As in browsers."""
    assert decode("l’été".encode("cp1252"), "ISO-8859-1").text == "l’été"


def test_wrong_declaration_is_overruled_by_utf8() -> None:
    """UTF-8 is tried first."""
    assert decode("été".encode(), "iso-8859-1").text == "été"


def test_stray_bytes_in_utf8_are_repaired_where_they_stand() -> None:
    """A quotation of another file, pasted into UTF-8."""
    decoded = decode("L'été à la plage, ".encode() + "l’été".encode("cp1252"))

    assert (
        decoded.text,
        decoded.encoding,
        decoded.repaired,
    ) == ("L'été à la plage, l’été", "utf-8", 3)


def test_str_gives_the_text() -> None:
    """So that it can be printed and formatted."""
    assert str(decode("été".encode())) == "été"


@pytest.mark.parametrize("data", ["déjà", None, 3])
def test_other_types_are_refused(data: object) -> None:
    """With what to call instead."""
    with pytest.raises(TypeError, match="bytes"):
        decode(data)  # type: ignore[arg-type]


def test_error_for_text_names_clean() -> None:
    """A str needs no decoding."""
    with pytest.raises(TypeError, match=r"frclean\.clean"):
        decode("déjà")  # type: ignore[arg-type]


@cheap
@given(st.binary(max_size=300))
def test_any_bytes_are_answered(data: bytes) -> None:
    """With text and a confidence."""
    decoded = decode(data)

    assert isinstance(decoded.text, str)
    assert 0 <= decoded.confidence <= 1


@cheap
@given(st.text())
def test_utf8_round_trip(text: str) -> None:
    """What is UTF-8 comes back as it was; a mark at its start is not part of the text."""
    if "\0" not in text:
        assert text.removeprefix("\ufeff") == decode(
            text.encode("utf-8", "ignore")
        ).text.removeprefix("\ufeff") or (text != text.encode("utf-8", "ignore").decode())
