"""polars: importing this gives every expression and Series of texts ``.frclean``.

>>> import polars, frclean.polars                                           # doctest: +SKIP
>>> frame.with_columns(polars.col("text").frclean.clean())                  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import polars as pl

from frclean.etl.columns import clean_texts
from frclean.pipeline import Pipeline
from frclean.records import additions

__all__ = ["FrcleanExpr", "FrcleanSeries"]

_COUNT = pl.Struct({"code": pl.String, "applied": pl.Int64, "shown": pl.Int64})
TYPES: dict[str, Any] = {
    "findings": pl.List(
        pl.Struct(
            {"code": pl.String, "start": pl.Int64, "end": pl.Int64, "found": pl.String,
             "replacement": pl.String, "applicability": pl.String, "applied": pl.Boolean,
             "message": pl.String}
        )
    ),
    "metadata": pl.Struct(
        {**dict.fromkeys(("title", "section", "byline", "published", "updated", "site"), pl.String),
         "image_credits": pl.List(pl.String), "tags": pl.List(pl.String)}
    ),
    "removed": pl.List(
        pl.Struct({"line": pl.String, "start": pl.Int64, "end": pl.Int64, "code": pl.String,
                   "reason": pl.String})
    ),
    "counts": pl.List(_COUNT),
}  # fmt: skip
"""Addition -> polars type; the same as :func:`frclean.etl.arrow.added_types`."""


@pl.api.register_series_namespace("frclean")
class FrcleanSeries:
    """``series.frclean``; null stays null."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def clean(self, pipeline: Pipeline | None = None) -> pl.Series:
        """The cleaned texts."""
        texts, _ = clean_texts(pipeline or Pipeline(), self._series.to_list())
        return pl.Series(self._series.name, texts, pl.String)

    def explain(
        self, add: str | Iterable[str] = ("findings",), pipeline: Pipeline | None = None
    ) -> pl.Series:
        """Structs of the cleaned text and each of ``add``; ``unnest`` makes columns of them."""
        names = additions(add)
        texts, added = clean_texts(pipeline or Pipeline(), self._series.to_list(), names)
        columns = [pl.Series("text", texts, pl.String)]
        columns += [pl.Series(name, added[name], TYPES[name]) for name in names]
        return pl.DataFrame(columns).to_struct(self._series.name)


@pl.api.register_expr_namespace("frclean")
class FrcleanExpr:
    """``pl.col("text").frclean``: lazy, one batch at a time where the plan streams."""

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr

    def clean(self, pipeline: Pipeline | None = None) -> pl.Expr:
        """The cleaned texts."""
        return self._expr.map_batches(
            lambda series: FrcleanSeries(series).clean(pipeline),
            return_dtype=pl.String,
            is_elementwise=True,
        )

    def explain(
        self, add: str | Iterable[str] = ("findings",), pipeline: Pipeline | None = None
    ) -> pl.Expr:
        """Structs of the cleaned text and each of ``add``."""
        names = additions(add)
        dtype = pl.Struct({"text": pl.String, **{name: TYPES[name] for name in names}})
        return self._expr.map_batches(
            lambda series: FrcleanSeries(series).explain(names, pipeline),
            return_dtype=dtype,
            is_elementwise=True,
        )
