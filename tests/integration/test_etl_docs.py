"""Every example of docs/etl.md, run as it stands: the cleaned articles are those of clean()."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import frclean

PAGE = Path(__file__).parents[2] / "docs" / "etl.md"
BLOCK = re.compile(r"^```(python|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(heading, *match.groups(), id=f"{heading.split(':')[0]}-{match[1]}")
    for section in PAGE.read_text("utf-8").split("\n## ")[1:]
    for heading in [section.splitlines()[0]]
    for match in BLOCK.finditer(section)
]
NEEDS = {
    "Spark": "pyspark", "Ray Data": "ray", "datatrove": "datatrove", "pandas": "pandas",
    "polars": "polars", "Hugging Face datasets": "datasets",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the articles that the page speaks of."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    spec = importlib.util.spec_from_file_location(
        "articles", Path(__file__).parents[1] / "articles.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # datatrove's ids are strings.
    rows = [{**row, "id": f"a{row['id']}"} for row in module.rows(40)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "articles.parquet")
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "articles.jsonl").write_text(lines, "utf-8")
    return tmp_path


@pytest.mark.parametrize(("heading", "language", "code"), EXAMPLES)
def test_example_runs(
    folder: Path, missing: Callable[[str], None], heading: str, language: str, code: str
) -> None:
    module = NEEDS.get(heading, "pyarrow")
    if importlib.util.find_spec(module) is None:
        missing(module)
    if heading == "Spark" and shutil.which("java") is None:
        missing("java")
    (folder / "example.py").write_text(code, "utf-8")
    (folder / "example.sh").write_text(f"set -eu\n{code}", "utf-8")
    command = ["bash", "example.sh"] if language == "console" else [sys.executable, "example.py"]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "HF_HOME": str(folder / "hf"),
           "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}  # fmt: skip
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stderr[-3000:]
    lines = (folder / "articles.jsonl").read_text("utf-8").splitlines()
    source = [json.loads(line) for line in lines]
    outputs = [path for path in folder.iterdir() if path.name.split(".")[0] == "clean"]
    assert outputs
    for output in outputs:
        assert _texts(output) == {row["id"]: frclean.clean(row["text"]) for row in source}


def _texts(output: Path) -> dict[str, str]:
    """Id -> text of what an example wrote."""
    import pandas as pd

    readers: dict[str, Any] = {
        ".parquet": pd.read_parquet,
        ".gz": pd.read_csv,
        ".jsonl": lambda path: pd.read_json(path, lines=True),
        "": lambda path: pd.read_json(path / "00000.jsonl", lines=True),
    }
    frame = readers[output.suffix](output)
    return dict(zip(frame["id"], frame["text"], strict=True))
