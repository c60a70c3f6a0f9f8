"""The articles of a corpus: JSON Lines, CSV, Parquet, text files, folders of these.

One module on purpose: whoever reads corpora elsewhere can take its place.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

__all__ = ["Entry", "is_corpus_file", "read_corpus"]

#: The names under which corpora keep the text, the site and the day, the most usual first.
TEXT_FIELDS = ("text", "content", "body", "article", "texte", "contenu")
SITE_FIELDS = ("site", "source", "domain", "publisher", "journal")
DATE_FIELDS = ("date", "published", "published_at", "publication_date", "timestamp", "created_at")
KEY_FIELDS = ("id", "url", "key", "uuid")

SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".txt", ".md")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a corpus. ``site`` and ``date`` are empty where the corpus does not say."""

    key: str
    text: str
    site: str = ""
    date: str = ""


def is_corpus_file(path: Path) -> bool:
    """True for a file that ``read_corpus`` reads, compressed or not."""
    name = path.name.removesuffix(".gz")
    return name.endswith(SUFFIXES) and not name.startswith(".")


def read_corpus(
    path: str | Path, *, field: str | None = None, by: str | None = None, date: str | None = None
) -> Iterator[Entry]:
    """The articles at ``path``, one at a time.

    Args:
        path: a file (JSONL, CSV, TSV, Parquet, plain text; ``.gz`` too) or a folder.
        field: the field that holds the text; default: the first usual name there is.
        by: the field that names the site; default likewise. In a folder of text files, the
            folder that a file lies in.
        date: the field that holds the day; default likewise.

    Raises:
        FileNotFoundError: if there is nothing at ``path``.
        ValueError: if a row has no such field, or is not JSON.

    """
    root = Path(path)
    if not root.exists():
        raise FileNotFoundError(f"there is no file or folder {path}")
    for file in _files(root):
        yield from _of_file(file, root, field, by, date)


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    found = sorted(p for p in root.rglob("*") if p.is_file() and is_corpus_file(p))
    if not found:
        raise ValueError(f"no file in {root} ends with {', '.join(SUFFIXES)}")
    return found


def _of_file(
    file: Path, root: Path, field: str | None, by: str | None, date: str | None
) -> Iterator[Entry]:
    name = file.name.removesuffix(".gz")
    key = str(file.relative_to(root)) if root.is_dir() else file.name
    if name.endswith((".txt", ".md")):
        site = file.parent.name if root.is_dir() and file.parent != root else ""
        yield Entry(key, _whole_text(file), site)
        return
    for number, row in enumerate(_rows(file, name), 1):
        text = _value(row, field, TEXT_FIELDS)
        if text is None:
            wanted = field or " or ".join(TEXT_FIELDS)
            raise ValueError(
                f"{file}, row {number} has no field {wanted}; it has {', '.join(row)}. "
                "Name the field of the text with --field"
            )
        yield Entry(
            _value(row, None, KEY_FIELDS) or f"{key}:{number}",
            text,
            _value(row, by, SITE_FIELDS) or "",
            _value(row, date, DATE_FIELDS) or "",
        )


def _value(row: Mapping[str, Any], name: str | None, usual: Iterable[str]) -> str | None:
    """The value of a field as text; an empty field is an empty text, a missing one is None."""
    for key in (name,) if name else usual:
        if key in row:
            return "" if row[key] is None else str(row[key])
    return None


def _whole_text(file: Path) -> str:
    data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from frclean.decoding import decode

        return decode(data).text


def _rows(file: Path, name: str) -> Iterator[Mapping[str, Any]]:
    if name.endswith(".parquet"):
        yield from _parquet_rows(file)
        return
    with _opened(file) as lines:
        if name.endswith((".csv", ".tsv")):
            csv.field_size_limit(min(sys.maxsize, 1 << 31))
            yield from csv.DictReader(lines, delimiter="\t" if name.endswith(".tsv") else ",")
        else:
            yield from _json_rows(file, lines)


def _opened(file: Path) -> IO[str]:
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding="utf-8-sig", errors="replace", newline="")
    return open(file, encoding="utf-8-sig", errors="replace", newline="")


def _json_rows(file: Path, lines: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise ValueError(f"{file}, line {number} is not JSON: {error.msg}") from None
        if not isinstance(row, dict):
            raise ValueError(f"{file}, line {number} is not a JSON object: {line.strip()[:60]}")
        yield row


def _parquet_rows(file: Path) -> Iterator[Mapping[str, Any]]:
    try:
        from pyarrow import parquet
    except ModuleNotFoundError:
        raise ValueError(f"{file}: Parquet needs pyarrow: pip install pyarrow") from None
    with parquet.ParquetFile(file) as table:
        for batch in table.iter_batches(batch_size=256):
            yield from batch.to_pylist()
