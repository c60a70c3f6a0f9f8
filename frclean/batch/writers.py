"""Rows as bytes of the output's format, and shards put together to the output."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from frclean.batch.chunks import Chunk
from frclean.batch.files import compress, optional

if TYPE_CHECKING:
    from frclean.batch.rows import Task

__all__ = ["assemble", "encode", "header", "write_parquet"]


def encode(task: Task, chunk: Chunk, rows: list[dict[str, Any]], places: Sequence[int]) -> bytes:
    """The rows in the output's format; an Arrow stream for Parquet."""
    if task.format == "parquet":
        return _arrow(task, chunk, rows, places)
    if task.format in ("csv", "tsv"):
        return compress(_delimited(task, rows), task.compression)
    from frclean.batch.rows import to_json

    return compress(b"".join(map(to_json, rows)), task.compression)


def header(task: Task) -> bytes:
    """What stands before the first row."""
    if task.format not in ("csv", "tsv"):
        return b""
    return compress(_delimited(task, [{name: name for name in task.columns}]), task.compression)


def _delimited(task: Task, rows: Iterable[dict[str, Any]]) -> bytes:
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, delimiter="\t" if task.format == "tsv" else ",", lineterminator="\n")
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in task.columns])
    return sink.getvalue().encode("utf-8", "surrogatepass")


def _cell(value: Any) -> Any:
    from frclean.batch.rows import plain, to_json

    if isinstance(value, (dict, list)):
        return to_json(value).decode().rstrip("\n")
    return value if isinstance(value, (str, int, float, type(None))) else plain(value)


def _arrow(task: Task, chunk: Chunk, rows: list[dict[str, Any]], places: Sequence[int]) -> bytes:
    import pyarrow as pa

    from frclean.etl.arrow import added_types

    if not rows:
        return b""
    if chunk.is_arrow:
        # Columns that are not touched keep their values and types to the bit.
        table = pa.ipc.open_stream(chunk.payload).read_all().take(list(places))
        names = [name for name in table.column_names if name in rows[0]]
        touched = task.field if task.field in rows[0] else task.field.split(".")[0]
        table = table.select([name for name in names if name not in task.add])
        values = pa.array([row[touched] for row in rows], table.schema.field(touched).type)
        table = table.set_column(table.schema.get_field_index(touched), touched, values)
    else:
        plain = [{k: v for k, v in row.items() if k not in task.add} for row in rows]
        names = list(dict.fromkeys(name for row in plain for name in row))
        table = pa.table({name: pa.array([row.get(name) for row in plain]) for name in names})
    for name in task.add:
        table = table.append_column(name, pa.array([r[name] for r in rows], added_types()[name]))
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def write_parquet(path: Path, parts: Iterable[bytes]) -> None:
    """Arrow streams as one Parquet file with one row group."""
    pa, parquet = optional("pyarrow"), optional("pyarrow.parquet")
    tables = [pa.ipc.open_stream(part).read_all() for part in parts if part]
    if tables:
        table = pa.concat_tables(tables, promote_options="permissive").combine_chunks()
        parquet.write_table(table, path, compression="zstd")
    else:
        path.write_bytes(b"")


def assemble(task: Task, shards: Sequence[Path], target: Path) -> None:
    """Write the output from its shards, in constant memory."""
    if task.format == "parquet":
        _assemble_parquet(shards, target)
        return
    with target.open("wb") as file:
        file.write(header(task))
        join(shards, file)


def join(shards: Iterable[Path], file: IO[bytes]) -> None:
    """Append files to ``file``."""
    for shard in shards:
        with shard.open("rb") as part:
            shutil.copyfileobj(part, file, 1 << 20)


def _assemble_parquet(shards: Sequence[Path], target: Path) -> None:
    pa, parquet = optional("pyarrow"), optional("pyarrow.parquet")
    filled = [shard for shard in shards if shard.stat().st_size]
    schemas = [parquet.read_schema(shard) for shard in filled]
    schema = pa.unify_schemas(schemas, promote_options="permissive") if schemas else pa.schema([])
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        for shard in filled:
            writer.write_table(_fitted(parquet.read_table(shard), schema))


def _fitted(table: Any, schema: Any) -> Any:
    """``table`` with the columns and types of ``schema``; what it lacks is null."""
    import pyarrow as pa

    missing = [field for field in schema if field.name not in table.column_names]
    for field in missing:
        table = table.append_column(field, pa.nulls(table.num_rows, field.type))
    return table.select(schema.names).cast(schema)
