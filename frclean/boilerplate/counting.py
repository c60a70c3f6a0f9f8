"""Counts the lines at the ends of articles out of core: DuckDB reads, sorts and sums on disk.

A store is one DuckDB file, so counts of two halves of a corpus can be made apart, kept, and added
later: sums do not depend on the order, and what is learnt from them is written sorted.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from frclean.boilerplate.learnt import (
    FEWEST_PAGES,
    LEAST_SHARE,
    EdgeCounts,
    LearntLine,
    is_residue,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["CountStore", "site_of"]

_BATCH = 500
"""Articles read at a time."""
_MOST_LINES = 100_000
"""Distinct lines counted in memory before their sums go to the store."""

_SCHEMA = """
create table if not exists pages (site varchar, pages bigint);
create table if not exists lines (
    site varchar, edge varchar, key varchar, count bigint, example varchar)
"""
_SUMS = f"""
with p as (select site, sum(pages) as pages from pages group by site),
     l as (select site, edge, key, sum(count) as count, min(example) as example
           from lines group by site, edge, key having sum(count) >= {FEWEST_PAGES})
select l.site, l.edge, l.example, l.count::bigint, p.pages::bigint
from l join p using (site) where l.count >= {LEAST_SHARE} * p.pages
order by l.site, l.edge, l.key
"""
_READERS = {
    ".jsonl": "read_json_auto(?, format='newline_delimited')",
    ".ndjson": "read_json_auto(?, format='newline_delimited')",
    ".json": "read_json_auto(?)",
    ".csv": "read_csv(?, header=true, all_varchar=true)",
    ".tsv": "read_csv(?, header=true, all_varchar=true, delim='\t')",
    ".parquet": "read_parquet(?)",
}
COUNTS = ".duckdb"
"""The ending of a file of counts."""


def site_of(value: object) -> str:
    """The site that a field names: the host of an address, else the value itself.

    >>> site_of("https://www.gazette.fr/sport/1.html"), site_of("La Gazette")
    ('gazette.fr', 'La Gazette')
    """
    text = str(value or "").strip()
    if "://" in text:
        text = urlsplit(text).hostname or text
    return text.removeprefix("www.")


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise ValueError(
            "learning needs DuckDB; install it: pip install 'frclean[learn]'"
        ) from None
    return duckdb


class CountStore:
    """Counts of edge lines by site, in a file; without a path, in one that goes at the end."""

    def __init__(self, path: Path | None = None) -> None:
        duckdb = _duckdb()
        self._folder = tempfile.TemporaryDirectory(prefix="frclean-learn-")
        self._path = path or Path(self._folder.name) / f"counts{COUNTS}"
        try:
            self._base: DuckDBPyConnection = duckdb.connect(str(self._path))
        except duckdb.Error as error:
            raise ValueError(f"{path} is no file of counts: {error}") from None
        self._base.execute(f"set temp_directory = '{self._folder.name}/spill'")
        self._base.execute(_SCHEMA)

    def __enter__(self) -> CountStore:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._base.close()
        self._folder.cleanup()

    def add_articles(self, path: Path, site_field: str, text_field: str) -> int:
        """Count the articles of a JSON-lines, CSV or Parquet file; returns how many there are.

        Raises:
            ValueError: if the file cannot be read, or has no such field.

        """
        counts, articles = EdgeCounts(), 0
        for site, text in self._rows(path, site_field, text_field):
            if text:
                counts.add(site_of(site), str(text))
                articles += 1
            if len(counts.lines) >= _MOST_LINES:
                self._flush(counts)
                counts = EdgeCounts()
        self._flush(counts)
        return articles

    def _rows(self, path: Path, site_field: str, text_field: str) -> Iterator[tuple[Any, Any]]:
        suffix = next((s for s in reversed(path.suffixes) if s not in (".gz", ".zst")), "")
        if suffix not in _READERS:
            raise ValueError(f"{path} is not a {', '.join(_READERS)} file (or one of counts)")
        if not path.exists():
            raise FileNotFoundError(f"there is no file {path}")
        cursor = self._base.cursor()
        fields = ", ".join(
            f'"{name.replace(chr(34), chr(34) * 2)}"' for name in (site_field, text_field)
        )
        try:
            cursor.execute(f"select {fields} from {_READERS[suffix]}", [str(path)])
            while rows := cursor.fetchmany(_BATCH):
                yield from rows
        except _duckdb().Error as error:
            raise ValueError(f"{path}: {str(error).splitlines()[0]}") from None

    def _flush(self, counts: EdgeCounts) -> None:
        """Add counts in memory to the store."""
        pages = [{"site": site, "pages": count} for site, count in counts.pages.items()]
        lines = [
            {"site": site, "edge": edge, "key": key, "count": count,
             "example": counts.examples[site, edge, key]}
            for (site, edge, key), count in counts.lines.items()
        ]  # fmt: skip
        self._insert("pages", "site: 'varchar', pages: 'bigint'", pages)
        columns = "site: 'varchar', edge: 'varchar', key: 'varchar', count: 'bigint'"
        self._insert("lines", f"{columns}, example: 'varchar'", lines)

    def _insert(self, table: str, columns: str, rows: list[dict[str, Any]]) -> None:
        """Through a file, which DuckDB reads a thousand times faster than it takes rows."""
        if not rows:
            return
        path = Path(self._folder.name) / f"{table}.jsonl"
        with path.open("w", encoding="utf-8", errors="replace") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        self._base.execute(
            f"insert into {table} select * from read_json(?, format='newline_delimited', "
            f"columns={{{columns}}})",
            [str(path)],
        )

    def add_counts(self, path: Path) -> None:
        """Add the counts of another store.

        Raises:
            FileNotFoundError: if there is none.
            ValueError: if the file is no store.

        """
        if not path.exists():
            raise FileNotFoundError(f"there is no file {path}")
        quoted = str(path).replace("'", "''")
        try:
            self._base.execute(f"attach '{quoted}' as other (read_only)")
            for table in ("pages", "lines"):
                self._base.execute(f"insert into {table} select * from other.{table}")
            self._base.execute("detach other")
        except _duckdb().Error as error:
            raise ValueError(f"{path} is no file of counts: {str(error).splitlines()[0]}") from None

    def learnt(self) -> Iterator[LearntLine]:
        """The lines that are residue of their site, in order of site, edge and line."""
        rows = self._base.execute(_SUMS)
        while batch := rows.fetchmany(_BATCH):
            for site, edge, example, count, pages in batch:
                if is_residue(example, count, pages):
                    yield LearntLine(site, edge, example, count, pages)
