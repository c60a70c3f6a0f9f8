"""The same articles through every engine: the same text, the same findings."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import frclean
from frclean.batch import Job, Task
from frclean.records import clean_text

COUNT = int(os.environ.get("FRCLEAN_ETL_ARTICLES", "2000"))
ADD = ("findings", "counts")


def _articles() -> Any:
    path = Path(__file__).parent.parent / "articles.py"
    spec = importlib.util.spec_from_file_location("articles", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return list(_articles().rows(COUNT, sentences=5))


@pytest.fixture(scope="module")
def expected(rows: list[dict[str, Any]]) -> list[tuple[int, str, Any, Any]]:
    pipeline = frclean.Pipeline()
    out = []
    for row in rows:
        done = clean_text(pipeline, row["text"], ADD)
        assert done.text == pipeline.clean(row["text"])
        out.append((row["id"], done.text, done.added["findings"], done.added["counts"]))
    assert sum(len(findings) for _, _, findings, _ in out) > COUNT
    return out


def _tuples(rows: Any) -> list[tuple[int, str, Any, Any]]:
    return sorted(
        ((r["id"], r["text"], r["findings"], r["counts"]) for r in rows), key=lambda t: t[0]
    )


@pytest.fixture
def need(missing: Callable[[str], None]) -> Callable[[str], None]:
    def say(module: str) -> None:
        if importlib.util.find_spec(module) is None:
            missing(module)

    return say


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.bz2", "jsonl.zst", "parquet"])
def test_batch(
    rows: Any, expected: Any, tmp_path: Path, need: Any, workers: int, ending: str
) -> None:
    need("pyarrow")
    need("zstandard")
    source, out = tmp_path / "in.jsonl", tmp_path / f"out.{ending}"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    form, _, compression = ending.partition(".")
    compression = compression and f".{compression}"
    task = Task(frclean.Pipeline(), add=ADD, format=form, compression=compression)
    Job([str(source)], str(out), task, workers=workers, chunk_size=200_000).run()
    again = tmp_path / "again.jsonl"

    assert _tuples(_read(out)) == expected
    # What was written can be read, and cleaning twice is cleaning once.
    report = Job([str(out)], str(again), Task(frclean.Pipeline())).run()
    assert report.stats.articles == COUNT
    assert [r["text"] for r in _read(again)] == [text for _, text, _, _ in expected]


def _read(path: Path) -> list[dict[str, Any]]:
    import bz2
    import gzip

    if path.suffix == ".parquet":
        import pyarrow.parquet as pq

        rows: list[dict[str, Any]] = pq.read_table(path).to_pylist()
        return rows
    data = path.read_bytes()
    if path.suffix == ".zst":
        import zstandard

        data = zstandard.ZstdDecompressor().stream_reader(data, read_across_frames=True).read()
    data = {".gz": gzip.decompress, ".bz2": bz2.decompress}.get(path.suffix, bytes)(data)
    return [json.loads(line) for line in data.decode().splitlines()]


def test_duckdb_reads_the_parquet(rows: Any, expected: Any, tmp_path: Path, need: Any) -> None:
    need("duckdb")
    import duckdb
    import pyarrow as pa
    import pyarrow.parquet as pq

    source, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    pq.write_table(pa.Table.from_pylist(rows), source)
    task = Task(frclean.Pipeline(), add=("counts",), format="parquet")
    Job([str(source)], str(out), task).run()

    found = duckdb.sql(f"select id, text from '{out}' order by id").fetchall()
    assert found == [(number, text) for number, text, _, _ in expected]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    pytest.importorskip("pyspark")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture
def java(missing: Callable[[str], None], need: Any) -> None:
    need("pyspark")
    if shutil.which("java") is None:
        missing("java")


@pytest.mark.filterwarnings("ignore")
def test_spark(java: None, spark: Any, rows: Any, expected: Any) -> None:
    from frclean.etl.spark import clean_column

    frame = spark.createDataFrame([(r["id"], r["text"]) for r in rows], "id long, text string")
    found = clean_column(frame, "text", ADD).collect()

    assert _tuples(row.asDict(recursive=True) for row in found) == expected


@pytest.mark.filterwarnings("ignore")
def test_spark_learns_what_one_process_learns(java: None, spark: Any, rows: Any) -> None:
    from frclean.boilerplate.learnt import EdgeCounts, LearntLines
    from frclean.etl.spark import learn

    frame = spark.createDataFrame(
        [(r["site"], r["text"]) for r in rows], "site string, text string"
    )
    counts = EdgeCounts()
    for row in rows:
        counts.add(row["site"], row["text"])
    here = LearntLines.of(counts.learnt())

    assert here.lines
    assert learn(frame, "site", "text").to_toml() == here.to_toml()


@pytest.mark.filterwarnings("ignore")
def test_spark_says_which_column_is_missing(java: None, spark: Any) -> None:
    from frclean.etl.spark import clean_column

    with pytest.raises(ValueError, match="did you mean 'text'"):
        clean_column(spark.createDataFrame([("a",)], "text string"), "texte")


@pytest.mark.filterwarnings("ignore")
def test_ray(rows: Any, expected: Any, need: Any) -> None:
    need("ray")
    import ray

    from frclean.etl.ray import Cleaner

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False)
    try:
        found = (
            ray.data.from_items([{"id": r["id"], "text": r["text"]} for r in rows])
            .map_batches(
                Cleaner,
                fn_constructor_kwargs={"column": "text", "add": ADD},
                batch_format="pyarrow",
                batch_size=200,
                concurrency=1,
            )
            .take_all()
        )
    finally:
        ray.shutdown()

    assert _tuples(found) == expected


@pytest.mark.filterwarnings("ignore")
def test_datatrove(rows: Any, expected: Any, tmp_path: Path, need: Any) -> None:
    need("datatrove")
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from frclean.etl.datatrove import FrcleanFormatter, FrenchC4Filter

    (tmp_path / "in").mkdir()
    lines = [json.dumps({"id": str(r["id"]), "text": r["text"]}) + "\n" for r in rows]
    lines.append(json.dumps({"id": "-1", "text": "Le maire {code} est venu."}) + "\n")
    (tmp_path / "in" / "a.jsonl").write_text("".join(lines), "utf-8")
    executor = LocalPipelineExecutor(
        [
            JsonlReader(str(tmp_path / "in")),
            FrcleanFormatter(add=ADD),
            FrenchC4Filter(
                min_sentences=3,
                exclusion_writer=JsonlWriter(str(tmp_path / "dropped"), compression=None),
            ),
            JsonlWriter(str(tmp_path / "out"), compression=None),
        ],
        logging_dir=str(tmp_path / "logs"),
    )
    executor.run()
    out = [r for path in (tmp_path / "out").iterdir() for r in _read(path)]
    dropped = [r for path in (tmp_path / "dropped").iterdir() for r in _read(path)]
    found = [{**r["metadata"]["frclean"], "id": int(r["id"]), "text": r["text"]} for r in out]
    stats = json.loads((tmp_path / "logs" / "stats.json").read_text("utf-8"))

    assert _tuples(found) == expected
    assert [(r["id"], r["metadata"]["filter_reason"]) for r in dropped] == [("-1", "curly_bracket")]
    applied = sum(
        c["applied"] for _, _, _, counts in expected for c in counts if c["code"] == "GRM001"
    )
    assert stats[1]["stats"]["GRM001"]["total"] == applied > 0


def test_pandas(rows: Any, expected: Any, need: Any) -> None:
    need("pandas")
    import pandas as pd

    import frclean.pandas  # noqa: F401

    frame = pd.DataFrame(rows).set_index("id")
    done = frame["text"].frclean.explain(ADD).reset_index()

    assert frame["text"].frclean.clean().tolist() == [text for _, text, _, _ in expected]
    assert _tuples(done.to_dict("records")) == expected
    assert pd.Series(["a", None]).frclean.clean().isna().tolist() == [False, True]
    categories = pd.Series(["Le coalition.", None], dtype="category").frclean
    assert categories.clean()[0] == categories.explain()["text"][0] == "La coalition."


def test_polars(rows: Any, expected: Any, need: Any) -> None:
    need("polars")
    import polars as pl

    import frclean.polars  # noqa: F401

    frame = pl.DataFrame(rows)
    lazy = frame.lazy().with_columns(pl.col("text").frclean.clean()).collect()
    done = frame.select("id", pl.col("text").frclean.explain(ADD)).unnest("text")

    assert lazy["text"].to_list() == [text for _, text, _, _ in expected]
    assert _tuples(done.to_dicts()) == expected
    assert pl.Series(["a", None]).frclean.clean().to_list() == ["a", None]


@pytest.mark.filterwarnings("ignore")
def test_datasets(rows: Any, expected: Any, need: Any, tmp_path: Path) -> None:
    need("datasets")
    import datasets

    from frclean.etl.datasets import Cleaner

    data = datasets.Dataset.from_list(rows)
    data.save_to_disk(str(tmp_path / "d"))
    data = datasets.load_from_disk(str(tmp_path / "d"))
    done = data.map(Cleaner("text", ADD), batched=True, batch_size=200, num_proc=2)

    assert _tuples(done) == expected
