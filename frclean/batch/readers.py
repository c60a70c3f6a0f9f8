"""Inputs as chunks whose borders depend on the content alone, never on time or workers."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from frclean.batch.chunks import Chunk
from frclean.batch.files import compression_of, kind_of, open_input, optional

__all__ = ["read"]

ROWS = 1000
"""Rows in a chunk at most: short texts must not make chunks that cost much at once."""


def read(paths: Sequence[str], size: int) -> Iterator[Chunk]:
    """All rows of all inputs, in chunks of about ``size`` bytes.

    Raises:
        OSError: if an input cannot be read.
        ValueError: if an input is damaged as a whole, or needs an extra.

    """
    texts = [path for path in paths if kind_of(path)[0] == "txt"]
    if texts:
        if len(texts) < len(paths):
            raise ValueError("text files and tables cannot be mixed in one job")
        yield from _read_texts(texts, size)
        return
    before = 0
    for path in paths:
        kind, compression = kind_of(path)
        for chunk, position in _undamaged(path, _READERS[kind](path, compression, size)):
            yield _at(chunk, before + position)
        before += Path(path).stat().st_size if path != "-" else 0


_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, csv.Error)
"""What readers raise for content that is not what the file's name says."""


def _undamaged(path: str, chunks: Iterator[tuple[Chunk, int]]) -> Iterator[tuple[Chunk, int]]:
    """The same chunks; raises ValueError where the file is damaged."""
    last = 0
    try:
        for chunk, position in chunks:
            yield chunk, position
            last = chunk.first + chunk.rows - 1
    except (*_DAMAGE, OSError) as error:
        # Errors of the system have a number; those of bz2 and Arrow about content have none.
        if isinstance(error, _DAMAGE) or error.errno is None:
            raise ValueError(f"{path} is damaged behind line {last}: {error}") from None
        raise


def _at(chunk: Chunk, position: int) -> Chunk:
    from dataclasses import replace

    return replace(chunk, position=position)


def _position(raw: IO[bytes]) -> int:
    try:
        return raw.tell()
    except OSError:  # a pipe
        return 0


def _read_jsonl(path: str, compression: str, size: int) -> Iterator[tuple[Chunk, int]]:
    stream, raw = open_input(path, compression)
    with raw, stream:
        first = 1
        while lines := stream.readlines(size):
            if first == 1:
                lines[0] = lines[0].removeprefix(b"\xef\xbb\xbf")
                _refuse_array(path, lines[0])
            yield Chunk(path, first, b"".join(lines), len(lines)), _position(raw)
            first += len(lines)


def _refuse_array(path: str, line: bytes) -> None:
    """A file named .json is often one array, whose lines would be rejected one by one."""
    if ".json" in Path(path.lower()).suffixes and line.lstrip().startswith(b"["):
        raise ValueError(
            f"{path} is a JSON array; frclean reads an object per line (JSON Lines): "
            "jq -c '.[]' writes them"
        )


def _read_csv(
    path: str, compression: str, size: int, delimiter: str = ","
) -> Iterator[tuple[Chunk, int]]:
    stream, raw = open_input(path, compression)
    # Bytes that are no UTF-8 survive as surrogates, so that only their row is rejected.
    text = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
    csv.field_size_limit(1 << 30)
    with raw, text:
        rows = csv.reader(text, delimiter=delimiter)
        header = next(rows, [])
        start = rows.line_num + 1
        records = _csv_records(rows, header, start)
        for chunk in _json_chunks(path, records, size):
            yield chunk, _position(raw)


def _csv_records(rows: Any, header: list[str], start: int) -> Iterator[tuple[int, Any, str]]:
    """Number, values and fault of each record; numbers are lines of the file."""
    for row in rows:
        line, start = start, rows.line_num + 1
        if not row:
            continue
        if len(row) == len(header):
            fault = "bytes that are not UTF-8" if _has_escaped(row) else ""
            yield line, dict(zip(header, row, strict=True)), fault
        else:
            yield line, row, f"{len(row)} cells under a header of {len(header)}"


def _has_escaped(row: Iterable[str]) -> bool:
    return any(not cell.isascii() and any("\udc80" <= c <= "\udcff" for c in cell) for cell in row)


def _json_chunks(path: str, records: Iterable[tuple[int, Any, str]], size: int) -> Iterator[Chunk]:
    """Records as JSON lines; the number of a record is that of its line in the file."""
    lines: list[bytes] = []
    spoilt: dict[int, str] = {}
    first = total = 0
    for number, value, fault in records:
        first = first or number
        # An empty line stands for a line inside a cell: rows keep the numbers of the file.
        lines += [b"\n"] * (number - first - len(lines))
        line = json.dumps(value).encode() + b"\n"
        if fault:
            spoilt[number] = fault
        lines.append(line)
        total += len(line)
        if total >= size or len(lines) >= ROWS:
            yield Chunk(path, first, b"".join(lines), len(lines), spoilt=spoilt)
            lines, spoilt, first, total = [], {}, 0, 0
    if lines:
        yield Chunk(path, first, b"".join(lines), len(lines), spoilt=spoilt)


def _read_tsv(path: str, compression: str, size: int) -> Iterator[tuple[Chunk, int]]:
    return _read_csv(path, compression, size, "\t")


def _read_parquet(path: str, compression: str, size: int) -> Iterator[tuple[Chunk, int]]:
    pa, parquet = optional("pyarrow"), optional("pyarrow.parquet")
    try:
        file = parquet.ParquetFile(path)
    except pa.ArrowInvalid as error:
        raise ValueError(f"{path} is no Parquet file: {error}") from None
    with file:
        total = max(1, file.metadata.num_rows)
        weight = sum(file.metadata.row_group(i).total_byte_size for i in range(file.num_row_groups))
        rows = max(1, min(ROWS, size * total // max(1, weight)))
        disk, first = Path(path).stat().st_size, 1
        for batch in file.iter_batches(batch_size=rows):
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, batch.schema) as writer:
                writer.write_batch(batch)
            payload = sink.getvalue().to_pybytes()
            yield (
                Chunk(path, first, payload, batch.num_rows, is_arrow=True),
                disk * (first + batch.num_rows - 1) // total,
            )
            first += batch.num_rows


def _read_texts(paths: Iterable[str], size: int) -> Iterator[Chunk]:
    """One row per file: ``path`` and ``text``. The number of a row is that of its file."""
    position = 0
    for chunk in _json_chunks("files", enumerate_texts(paths), size):
        position += len(chunk.payload)
        yield _at(chunk, position)


def enumerate_texts(paths: Iterable[str]) -> Iterator[tuple[int, Any, str]]:
    """Number, row and fault of each text file."""
    from frclean.decoding import decode

    for number, path in enumerate(paths, 1):
        try:
            stream, raw = open_input(path, compression_of(path))
            with raw, stream:
                data = stream.read()
        except (*_DAMAGE, OSError) as error:
            yield number, {"path": path}, f"cannot be read: {error}"
            continue
        if b"\0" in data[:8000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield number, {"path": path}, "a binary file"
        else:
            yield number, {"path": path, "text": decode(data).text}, ""


_READERS = {
    "jsonl": _read_jsonl, "csv": _read_csv, "tsv": _read_tsv, "parquet": _read_parquet,
}  # fmt: skip
