"""Property-based testing of French text: strategies, damage with the truth about it, laws.

>>> from frclean.testing import assert_idempotent
>>> import frclean
>>> assert_idempotent(frclean.clean, max_examples=5)

Needs Hypothesis: the extra ``testing``. docs/testing.md shows everything.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from frclean.testing.article import Article, Damage, Residue, Scraped
    from frclean.testing.damage import LAYOUT, MOJIBAKE, TYPOS
    from frclean.testing.laws import (
        PRESERVED,
        LawError,
        assert_clean,
        assert_harmless,
        assert_idempotent,
        assert_only_removes_lines,
        assert_preserves,
        assert_repairs,
        assert_spans,
        repaired,
    )
    from frclean.testing.residue import KINDS as RESIDUE_KINDS
    from frclean.testing.sampling import sample_articles, sample_scraped, sample_sentences
    from frclean.testing.strategies import (
        boilerplate_lines,
        french_articles,
        french_paragraphs,
        french_sentences,
        french_words,
        layout_noise,
        mojibake,
        scraped,
        typos,
    )

__all__ = [
    "LAYOUT",
    "MOJIBAKE",
    "PRESERVED",
    "RESIDUE_KINDS",
    "TYPOS",
    "Article",
    "Damage",
    "LawError",
    "Residue",
    "Scraped",
    "assert_clean",
    "assert_harmless",
    "assert_idempotent",
    "assert_only_removes_lines",
    "assert_preserves",
    "assert_repairs",
    "assert_spans",
    "boilerplate_lines",
    "french_articles",
    "french_paragraphs",
    "french_sentences",
    "french_words",
    "layout_noise",
    "mojibake",
    "repaired",
    "sample_articles",
    "sample_scraped",
    "sample_sentences",
    "scraped",
    "typos",
]

#: Imported when it is asked for: Hypothesis loads the entry point that registers our types with
#: every start, and must not load the strategies with it.
_MODULES = {
    "article": ("Article", "Damage", "Residue", "Scraped"),
    "damage": ("LAYOUT", "MOJIBAKE", "TYPOS"),
    "laws": ("PRESERVED", "LawError", "repaired"),
    "residue": ("RESIDUE_KINDS",),
    "sampling": ("sample_articles", "sample_scraped", "sample_sentences"),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'frclean.testing' has no attribute {name!r}")
    module = next((m for m, names in _MODULES.items() if name in names), None)
    if module is None:
        module = "laws" if name.startswith("assert_") else "strategies"
    try:
        loaded = importlib.import_module(f"frclean.testing.{module}")
    except ModuleNotFoundError as error:
        if error.name != "hypothesis":
            raise
        raise ModuleNotFoundError(
            "frclean.testing needs Hypothesis: pip install 'frclean[testing]'", name="hypothesis"
        ) from None
    value = getattr(loaded, "KINDS" if name == "RESIDUE_KINDS" else name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
