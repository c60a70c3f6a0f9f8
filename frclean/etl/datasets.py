"""Hugging Face datasets: ``dataset.map(Cleaner("text"), batched=True, num_proc=2)``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from frclean.etl.columns import clean_texts
from frclean.pipeline import Pipeline
from frclean.records import additions

__all__ = ["Cleaner"]


class Cleaner:
    """A function of batches; it pickles to the same bytes, so the cache of ``map`` works."""

    def __init__(
        self, column: str = "text", add: str | Iterable[str] = (), pipeline: Pipeline | None = None
    ) -> None:
        self.column, self.add = column, additions(add)
        self.pipeline = pipeline or Pipeline()

    def __call__(self, batch: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        """The columns that change."""
        cleaned, added = clean_texts(self.pipeline, batch[self.column], self.add)
        return {self.column: cleaned, **added}
