"""What Hypothesis runs when it is imported (entry point « hypothesis »): our types, registered.

So ``st.from_type(Article)`` and ``hypothesis write`` draw French. Nothing heavy is loaded before
a type is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = ["in_order", "register"]


def register() -> None:
    """Tell Hypothesis how to draw ``Article``, ``Scraped``, ``Config`` and ``Steps``."""
    from hypothesis import strategies as st

    from frclean.config import Config
    from frclean.pipeline import Steps
    from frclean.testing.article import Article, Scraped

    st.register_type_strategy(Article, lambda _: _strategy("french_articles"))
    st.register_type_strategy(Scraped, lambda _: _strategy("scraped"))
    st.register_type_strategy(Config, lambda _: _configs())
    st.register_type_strategy(Steps, lambda _: _steps())


def _strategy(name: str) -> Any:
    import frclean.testing

    return getattr(frclean.testing, name)()


def _steps() -> Any:
    """Steps that need nothing beside the core."""
    from hypothesis import strategies as st

    from frclean.pipeline import STEPS

    core = [name for name in STEPS if name not in ("languagetool", "ascii")]
    return st.sets(st.sampled_from(core)).map(in_order)


def in_order(steps: Iterable[str]) -> list[str]:
    """Steps in the order that loses no evidence; a function with a name, for the ghostwriter.

    >>> in_order({"rules", "encoding"})
    ['encoding', 'rules']
    """
    from frclean.pipeline import STEPS

    return sorted(steps, key=list(STEPS).index)


def _configs() -> Any:
    """Configurations that a pipeline accepts."""
    from hypothesis import strategies as st

    from frclean.config import Config
    from frclean.pipeline import FAMILIES

    families = st.lists(st.sampled_from(sorted(FAMILIES)), max_size=2, unique=True).map(tuple)
    return st.builds(
        Config,
        ignore=families,
        extend_select=families,
        unsafe_fixes=st.booleans(),
        preview=st.booleans(),
        unwrap=st.booleans(),
        lang=st.sampled_from(("fr", "en")),
    )
