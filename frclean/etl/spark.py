"""Spark: a column cleaned, and the lines that sites repeat counted, on every executor.

Data travel as Arrow batches (``mapInArrow``); frclean must be installed where the executors run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from frclean.boilerplate.learnt import EdgeCounts, LearntLines
from frclean.pipeline import Pipeline
from frclean.records import additions

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["clean_column", "learn"]

_COUNT = "struct<code:string,applied:bigint,shown:bigint>"
TYPES = {
    "findings": "array<struct<code:string,start:bigint,end:bigint,found:string,"
    "replacement:string,applicability:string,applied:boolean,message:string>>",
    "metadata": "struct<title:string,section:string,byline:string,published:string,"
    "updated:string,site:string,image_credits:array<string>,tags:array<string>>",
    "removed": "array<struct<line:string,start:bigint,end:bigint,code:string,reason:string>>",
    "counts": f"array<{_COUNT}>",
}
"""Addition -> Spark type; the same as :func:`frclean.etl.arrow.added_types`."""


def clean_column(
    df: DataFrame,
    column: str,
    add: str | Iterable[str] = (),
    pipeline: Pipeline | None = None,
) -> DataFrame:
    """``df`` with ``column`` cleaned and a column for each of ``add``; null stays null.

    Raises:
        ValueError: for a column or an addition that does not exist.

    """
    names, work = additions(add), pipeline or Pipeline()
    _refuse_missing(df, column)
    kept = [field for field in df.schema if field.name not in names]
    others = df.select(*[f"`{field.name}`" for field in kept])
    columns = [f"`{field.name}` {field.dataType.simpleString()}" for field in kept]
    schema = ", ".join([*columns, *(f"{name} {TYPES[name]}" for name in names)])

    def clean(batches: Iterable[Any]) -> Iterator[Any]:
        from frclean.etl.columns import clean_arrow

        for batch in batches:
            yield clean_arrow(work, batch, column, names)

    return others.mapInArrow(clean, schema)


def learn(df: DataFrame, site: str, text: str) -> LearntLines:
    """The lines that border many articles of one site: write ``to_toml()``, review, use.

    Counts are summed on the cluster; only lines frequent enough to matter come to the driver.
    """
    from pyspark.sql import functions as f

    _refuse_missing(df, site)
    _refuse_missing(df, text)
    pairs = df.select(f.col(site).alias("site"), f.col(text).alias("text")).dropna()
    pages = pairs.groupBy("site").agg(f.count("*").alias("pages"))
    lines = pairs.mapInArrow(_edges, "site string, end string, key string, line string")
    counts = lines.groupBy("site", "end", "key").agg(
        f.count("*").alias("count"), f.min("line").alias("line")
    )
    # No line that fewer than two articles share can be residue: those stay on the cluster.
    frequent = counts.where("count > 1").join(pages, "site")
    total = EdgeCounts()
    for row in frequent.toLocalIterator():
        entry = (row["site"], row["end"], row["key"])
        total.pages[row["site"]] = row["pages"]
        total.lines[entry] = row["count"]
        total.examples[entry] = row["line"]
    return LearntLines.of(total.learnt())


def _edges(batches: Iterable[Any]) -> Iterator[Any]:
    """One row for each line at an end of each article."""
    import pyarrow as pa

    for batch in batches:
        rows = [
            (*entry, line)
            for site, text in zip(*(column.to_pylist() for column in batch.columns), strict=True)
            for entry, line in _edges_of(site, text)
        ]
        columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
        yield pa.RecordBatch.from_arrays(
            [pa.array(column, pa.string()) for column in columns], ["site", "end", "key", "line"]
        )


def _edges_of(site: str, text: str) -> list[tuple[tuple[str, str, str], str]]:
    counts = EdgeCounts()
    counts.add(site, text)
    return list(counts.examples.items())


def _refuse_missing(df: DataFrame, column: str) -> None:
    if column not in df.columns:
        from frclean.config import unknown

        raise ValueError(unknown("column", column, df.columns))
