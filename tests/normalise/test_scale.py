"""Large and degenerate texts take time in proportion to their size. Bounds are generous."""

import time

import pytest

from frclean import Pipeline

NORMALISE = Pipeline(["encoding", "whitespace"])
MEGABYTE = 1_000_000
BOUND = 20.0  # seconds for what takes about one here; a quadratic step takes hours

TEXTS = {
    "one long line": "Le vent se lève sur la mer. " * 350_000,
    "the same letter": "a" * MEGABYTE,
    "spaces": " " * MEGABYTE + "a",
    "no-break spaces": "a" + "\xa0" * MEGABYTE + "a",
    "line ends": "\n" * 100_000 + "a",
    "CR": "a\r" * 100_000,
    "blank lines of no-break spaces": "a\n" + "\xa0\n" * 100_000 + "b",
    "A with tilde": "Ã" * MEGABYTE,
    "A with tilde and space": "Ã " * (MEGABYTE // 2),
    "replacement characters": "\ufffd" * MEGABYTE,
    "replacement characters in words": "a\ufffdb " * (MEGABYTE // 4),
    "ampersands": "&" * MEGABYTE,
    "ampersands escaped": "&amp;" * (MEGABYTE // 5),
    "combining accents": "e" + "\u0301" * MEGABYTE,
    "combining accents of two classes": "e" + "\u0301\u0323" * (MEGABYTE // 2),
    "accents as signs": "´" * MEGABYTE,
    "accents and letters": "´e" * (MEGABYTE // 2),
    "question marks": "?" * MEGABYTE,
    "question marks in words": "a?b " * (MEGABYTE // 4),
    "surrogates": "\ud800" * MEGABYTE,
    "NUL": "\x00" * MEGABYTE,
    "soft hyphens": "a\xad" * (MEGABYTE // 2),
    "black flags": "\U0001f3f4" + "\U000e0067" * 100_000,
    "quotation marks": "«" * MEGABYTE + "Ã©",
    "mojibake": "lâ€™Ã©tÃ© Ã\xa0 la plage " * 50_000,
    "mojibake in many lines": "lâ€™Ã©tÃ© Ã\xa0 la plage\n\n" * 30_000,
    "lines of one column": "mot\n" * 200_000,
    "words without accents": "le train part vers la mer " * 40_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_time_is_in_proportion(name: str) -> None:
    """Answered within a bound that no quadratic step could keep."""
    start = time.process_time()
    NORMALISE.clean(TEXTS[name])

    assert time.process_time() - start < BOUND


@pytest.mark.parametrize("name", ["one long line", "the same letter"])
def test_large_text_in_order_is_the_same_object(name: str) -> None:
    """Without edits there is no new string."""
    text = TEXTS[name].strip()

    assert text is NORMALISE.clean(text)
