"""Other people's cleaners under our laws: ``python benchmarks/laws.py``.

Prints a table: a cross is a law that is broken, with the smallest text that Hypothesis found for
it below. Needs ``pip install clean-text`` beside the extra ``testing``; ftfy is there anyway.
"""

from __future__ import annotations

import argparse
import functools
import re
import unicodedata
from collections.abc import Callable

import ftfy

import frclean
from frclean.testing import (
    LawError,
    Scraped,
    assert_harmless,
    assert_idempotent,
    assert_only_removes_lines,
    assert_preserves,
    assert_repairs,
    mojibake,
    sample_scraped,
)
from frclean.testing.laws import Cleaner
from frclean.testing.strategies import french_paragraphs, french_sentences


def naive(text: str) -> str:
    """What many a notebook has: blanks collapsed, signs dropped, short lines dropped."""
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.splitlines())
    kept = [line for line in lines if len(line) > 25 and "cookie" not in line.lower()]
    return re.sub(r"[^\w\s.,;:!?'’()«»%€/-]", "", "\n\n".join(kept))


def _clean_text(text: str) -> str:
    import cleantext

    cleaned: str = cleantext.clean(
        text, to_ascii=False, lower=False, no_line_breaks=False, lang="en"
    )
    return cleaned


CLEANERS: dict[str, Cleaner] = {
    "frclean": frclean.clean,
    "ftfy.fix_text": ftfy.fix_text,
    "ftfy, uncurl off": lambda text: ftfy.fix_text(text, uncurl_quotes=False),
    "clean-text": _clean_text,
    "naive regex": naive,
    "NFKC": functools.partial(unicodedata.normalize, "NFKC"),
}


#: Sentences that have what must be preserved.
_RICH = {
    "digits": ("amount", "perfect", "meeting"),
    "urls": ("address",),
    "names": ("apposition", "quotation"),
    "quotes": ("quotation",),
}


def _laws(examples: int) -> dict[str, Callable[[Cleaner], object]]:
    def preserves(kind: str) -> Callable[[Cleaner], object]:
        texts = french_sentences(kinds=_RICH[kind])
        return lambda cleaner: assert_preserves(cleaner, texts, (kind,), max_examples=examples)

    damaged = french_paragraphs(min_sentences=3)
    return {
        "idempotent": lambda cleaner: assert_idempotent(cleaner, max_examples=examples),
        "harmless": lambda cleaner: assert_harmless(cleaner, max_examples=examples),
        "digits": preserves("digits"),
        "urls": preserves("urls"),
        "names": preserves("names"),
        "quotes": preserves("quotes"),
        "lines": lambda cleaner: assert_only_removes_lines(
            cleaner, french_paragraphs(), max_examples=examples
        ),
        "mojibake": lambda cleaner: assert_repairs(
            cleaner, mojibake(damaged, kinds=["cp1252", "entities"]), 0.99, max_examples=examples
        ),
    }  # fmt: skip


def main() -> None:
    """Try every law on every cleaner, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=100)
    options = parser.parse_args()
    laws = _laws(options.examples)
    broken: list[tuple[str, str, LawError]] = []
    print("|", " | ".join(["cleaner", *laws, "repaired"]), "|")
    print("|" + "---|" * (len(laws) + 2))
    texts = list(sample_scraped(150))
    for name, cleaner in CLEANERS.items():
        cells = []
        for law, holds in laws.items():
            try:
                holds(cleaner)
                cells.append("✓")
            except LawError as error:
                cells.append("✗")
                broken.append((name, law, error))
        cells.append(f"{_share(cleaner, texts):.0%}")
        print("|", " | ".join([name, *cells]), "|")
    for name, law, error in broken:
        print(f"\n{name} / {law}: {error}")


def _share(cleaner: Cleaner, texts: list[Scraped]) -> float:
    """The mean share of damage repaired, every kind counting the same."""
    rates = assert_repairs(cleaner, texts, 0)
    return sum(rates.values()) / len(rates)


if __name__ == "__main__":
    main()
