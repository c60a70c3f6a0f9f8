"""Ray Data: ``dataset.map_batches(Cleaner, batch_format="pyarrow", concurrency=2)``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frclean.etl.columns import clean_arrow
from frclean.pipeline import Pipeline
from frclean.records import additions

__all__ = ["Cleaner"]


class Cleaner:
    """An actor that cleans a column of Arrow batches; the lexicon is loaded once per actor."""

    def __init__(
        self, column: str = "text", add: str | Iterable[str] = (), pipeline: Pipeline | None = None
    ) -> None:
        self.column, self.add = column, additions(add)
        self.pipeline = pipeline or Pipeline()

    def __call__(self, table: Any) -> Any:
        """``table`` with its column cleaned and the additions behind it."""
        return clean_arrow(self.pipeline, table, self.column, self.add)
