"""pandas: importing this gives every Series of texts ``.frclean``.

>>> import pandas, frclean.pandas                                           # doctest: +SKIP
>>> pandas.Series(["Le coalition a frappé."]).frclean.clean()               # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from frclean.etl.columns import clean_texts
from frclean.pipeline import Pipeline
from frclean.records import additions

__all__ = ["FrcleanAccessor"]


@pd.api.extensions.register_series_accessor("frclean")
class FrcleanAccessor:
    """``series.frclean``; missing values stay missing, the index stays."""

    def __init__(self, series: Any) -> None:
        self._series = series

    def clean(self, pipeline: Pipeline | None = None) -> Any:
        """The cleaned texts."""
        texts, _ = clean_texts(pipeline or Pipeline(), self._texts())
        return self._column(texts, self._series.name)

    def explain(
        self, add: str | Iterable[str] = ("findings",), pipeline: Pipeline | None = None
    ) -> Any:
        """A frame with the cleaned text and a column for each of ``add``."""
        name = "text" if self._series.name is None else self._series.name
        texts, added = clean_texts(pipeline or Pipeline(), self._texts(), additions(add))
        frame = {name: self._column(texts, name)}
        for key, values in added.items():
            frame[key] = pd.Series(values, self._series.index, object)
        return pd.DataFrame(frame)

    def _column(self, texts: list[Any], name: Any) -> Any:
        dtype = self._series.dtype
        if isinstance(dtype, pd.CategoricalDtype):
            # A cleaned text is none of the categories: pandas would make it missing.
            dtype = None
        return pd.Series(texts, self._series.index, dtype, name)

    def _texts(self) -> list[Any]:
        missing = self._series.isna()
        return [None if gone else text for text, gone in zip(self._series, missing, strict=True)]
