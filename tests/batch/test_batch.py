"""``frclean batch``: formats, bad rows, kills, disks that are full; real files and processes."""

from __future__ import annotations

import bz2
import csv
import gzip
import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from frclean.batch import Job, Task
from frclean.boilerplate.learnt import EdgeCounts, LearntLines
from frclean.cli import main
from frclean.document import Document
from frclean.finding import Finding
from frclean.pipeline import Pipeline


def _articles(count: int, sentences: int = 5) -> list[dict[str, Any]]:
    path = Path(__file__).parent.parent / "articles.py"
    spec = importlib.util.spec_from_file_location("articles", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return list(module.rows(count, sentences=sentences))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return _articles(60)


@pytest.fixture(scope="module")
def texts(rows: list[dict[str, Any]]) -> list[str]:
    pipeline = Pipeline()
    return [pipeline.clean(row["text"]) for row in rows]


def _write(path: Path, rows: list[dict[str, Any]]) -> str:
    data = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    path.write_bytes({".gz": gzip.compress, ".bz2": bz2.compress}.get(path.suffix, bytes)(data))
    return str(path)


def _lines(path: Path) -> list[Any]:
    data = path.read_bytes()
    data = {".gz": gzip.decompress, ".bz2": bz2.decompress}.get(path.suffix, bytes)(data)
    return [json.loads(line) for line in data.splitlines()]


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.bz2"])
def test_texts_are_those_of_clean(tmp_path: Path, rows: Any, texts: Any, ending: str) -> None:
    source, out = _write(tmp_path / f"in.{ending}", rows), tmp_path / f"out.{ending}"

    assert main(["batch", source, "-o", str(out), "-q", "--shard-size", "0.02"]) == 0
    assert _lines(out) == [{**r, "text": t} for r, t in zip(rows, texts, strict=True)]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([f"in.{ending}", f"out.{ending}"])


def test_csv_cells_may_hold_lines(tmp_path: Path, rows: Any, texts: Any) -> None:
    source, out = tmp_path / "in.csv", tmp_path / "out.tsv"
    with source.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, ["id", "site", "text"])
        writer.writeheader()
        writer.writerows(rows)
        file.write("1,2\n")

    assert main(["batch", str(source), "-o", str(out), "-q", "--keep", "id"]) == 1
    with out.open(newline="", encoding="utf-8") as file:
        found = list(csv.reader(file, delimiter="\t"))
    aside = _lines(tmp_path / "out.tsv.rejected.jsonl")
    line = source.read_text("utf-8").count("\n")

    assert found[0] == ["text", "id"]
    assert found[1:] == [[t, str(r["id"])] for r, t in zip(rows, texts, strict=True)]
    assert [(r["line"], r["reason"]) for r in aside] == [(line, "2 cells under a header of 3")]


def test_folder_of_texts(tmp_path: Path, rows: Any, texts: Any) -> None:
    (tmp_path / "in").mkdir()
    for number, row in enumerate(rows[:5]):
        (tmp_path / "in" / f"{number}.txt").write_text(row["text"], "utf-8")
    (tmp_path / "in" / "5.txt").write_bytes(b"\0\1")

    assert main(["batch", str(tmp_path / "in"), "-o", str(tmp_path / "o.jsonl"), "-q"]) == 1
    assert [row["text"] for row in _lines(tmp_path / "o.jsonl")] == texts[:5]
    assert _lines(tmp_path / "o.jsonl.rejected.jsonl")[0]["reason"] == "a binary file"


def test_field_may_be_a_path_and_globs_are_sorted(tmp_path: Path) -> None:
    for name in "ba":
        _write(tmp_path / f"{name}.jsonl", [{"name": name, "doc": {"body": "Le coalition."}}])
    arguments = ["batch", str(tmp_path / "[ab].jsonl"), "-o", str(tmp_path / "o.jsonl"), "-q"]

    assert (
        main([*arguments, "--field", "doc.body", "--add", "findings,metadata,removed,counts"]) == 0
    )
    found = _lines(tmp_path / "o.jsonl")
    assert [(row["name"], row["doc"]["body"]) for row in found] == [
        ("a", "La coalition."), ("b", "La coalition.")
    ]  # fmt: skip
    assert found[0]["findings"][0]["replacement"] == "La coalition"
    assert {"metadata", "removed", "counts"} < found[0].keys()


BAD = [
    (b'{"text": "Le maire', "not JSON: Unterminated string starting at at character 10"),
    (b'{"title": "x"}', "lacks the field 'text'"),
    (b'{"text": null}', "the field 'text' holds no text: null"),
    (b'{"text": 3}', "the field 'text' holds no text: number"),
    (b'{"text": ["a"]}', "the field 'text' holds no text: list"),
    (b"[1, 2]", "not an object: list"),
    (b"null", "not an object: null"),
    (b'{"text": "caf\xe9"}', "bytes that are not UTF-8: byte 14"),
    (b'{"text": "' + b"a" * 101 + b'"}', "more than 100 characters: 101"),
    (b"[" * 100_000, "not JSON: maximum recursion depth exceeded"),
]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_every_kind_of_bad_row_is_set_aside(tmp_path: Path, workers: str) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    good = b'{"text": "Le coalition."}\n'
    source.write_bytes(b"\xef\xbb\xbf" + b"\n".join(good + bad for bad, _ in BAD) + b"\n\n" + good)
    arguments = ["batch", str(source), "-o", str(out), "-q", "--max-chars", "100"]
    stats = tmp_path / "stats.json"

    assert main([*arguments, "--workers", workers, "--stats", str(stats)]) == 1
    assert [row["text"] for row in _lines(out)] == ["La coalition."] * (len(BAD) + 1)
    aside = _lines(tmp_path / "out.jsonl.rejected.jsonl")
    assert [row["line"] for row in aside] == [2 * n + 2 for n in range(len(BAD))]
    for row, (bad, reason) in zip(aside, BAD, strict=True):
        assert row["reason"].startswith(reason)
        assert row["row"] == bad.decode("utf-8", "backslashreplace")
    counts = json.loads(stats.read_text("utf-8"))
    assert (counts["articles"], counts["rejected"]) == (len(BAD) + 1, len(BAD))
    assert counts["applied"]["GRM001"] == len(BAD) + 1


def test_strict_stops_and_leaves_the_old_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"text": "a"}\nnot\n')
    (tmp_path / "out.jsonl").write_text("old")

    arguments = ["batch", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out.jsonl"), "--strict"]
    assert main(arguments) == 2
    assert "line 2: not JSON" in capsys.readouterr().err
    assert (tmp_path / "out.jsonl").read_text() == "old"


def test_what_json_can_hold_comes_through(tmp_path: Path) -> None:
    """Nothing is lost: large integers, lone surrogates, unknown fields, order."""
    line = '{"z":123456789012345678901234567890,"text":"a\\ud800b","a":[1.0,null,{"é":true}]}\n'
    (tmp_path / "in.jsonl").write_text(line, "utf-8")
    task = Task(Pipeline(["rules"]))

    Job([str(tmp_path / "in.jsonl")], str(tmp_path / "o.jsonl"), task).run()
    assert (tmp_path / "o.jsonl").read_bytes().decode() == line.replace("é", "\\u00e9")


def _deadly(document: Document) -> list[Finding]:
    if "meurs" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "échoue" in document.text:
        raise RuntimeError("no")
    return []


class Deadly:
    """A step that kills its worker, or fails, as the text says."""

    def __call__(self, document: Document) -> list[Finding]:
        """What the text tells it to do."""
        return _deadly(document)


def test_worker_that_dies_costs_one_row(tmp_path: Path) -> None:
    texts = ["a"] * 40
    texts[7], texts[25], texts[30] = "meurs", "échoue", "meurs ici"
    source = _write(tmp_path / "in.jsonl", [{"n": n, "text": t} for n, t in enumerate(texts)])
    script = tmp_path / "deadly.py"
    script.write_text(
        "import os, signal\n"
        "class Deadly:\n"
        "    def __call__(self, document):\n"
        "        if 'meurs' in document.text: os.kill(os.getpid(), signal.SIGKILL)\n"
        "        if 'échoue' in document.text: raise RuntimeError('no')\n"
        "        return []\n",
        "utf-8",
    )
    code = (
        "import sys\n"
        "from deadly import Deadly\n"
        "from frclean.batch import Job, Task\n"
        "from frclean.pipeline import Pipeline\n"
        "if __name__ == '__main__':\n"
        f"    task = Task(Pipeline([Deadly()]))\n"
        f"    Job([{source!r}], 'out.jsonl', task, workers=2, chunk_size=300).run()\n"
    )
    (tmp_path / "run.py").write_text(code, "utf-8")
    subprocess.run([sys.executable, "run.py"], cwd=tmp_path, check=True, timeout=120)
    aside = _lines(tmp_path / "out.jsonl.rejected.jsonl")

    assert [row["n"] for row in _lines(tmp_path / "out.jsonl")] == [
        n for n in range(40) if n not in (7, 25, 30)
    ]
    assert [(row["line"], row["reason"]) for row in aside] == [
        (8, "the worker died twice on it"),
        (26, "frclean failed: RuntimeError: no"),
        (31, "the worker died twice on it"),
    ]


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "frclean", "batch", *arguments]


@pytest.mark.parametrize(
    "ending",
    ["jsonl", *(pytest.param(e, marks=pytest.mark.integration) for e in ("csv.gz", "parquet"))],
)
def test_killed_and_resumed_is_never_killed(tmp_path: Path, ending: str) -> None:
    """Kill −9 at five random moments, each time in the same job, then let it end: the same bytes."""
    rows = _articles(1500)
    rows[100]["text"] = None
    source = _write(tmp_path / "in.jsonl", rows)
    options = [source, "--shard-size", "0.02", "--workers", "2", "--add", "counts", "-q", "-o"]
    whole, out = tmp_path / f"whole.{ending}", tmp_path / f"out.{ending}"
    assert subprocess.run(_command(*options, str(whole)), timeout=120).returncode == 1
    generator = random.Random(5)
    for kill in range(5):
        with subprocess.Popen(_command(*options, str(out), "--resume")) as process:
            # Any moment: reading, cleaning, writing a shard, its line in the manifest.
            _wait_for_shards(out, kill * 8, process)
            time.sleep(generator.uniform(0, 0.1))
            process.kill()
        assert process.returncode == -signal.SIGKILL, "the job ended before it was killed"

    assert subprocess.run(_command(*options, str(out), "--resume"), timeout=120).returncode == 1
    assert out.read_bytes() == whole.read_bytes()
    rejected = [path.with_name(f"{path.name}.rejected.jsonl") for path in (out, whole)]
    assert rejected[0].read_bytes() == rejected[1].read_bytes()
    assert not out.with_name(f"{out.name}.parts").exists()


def _wait_for_shards(out: Path, count: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until ``count`` shards are done, by this process or those before it."""
    parts = out.with_name(f"{out.name}.parts")
    while process.poll() is None and len(list(parts.glob("*.data"))) < count:
        time.sleep(0.01)


@pytest.fixture
def begun(tmp_path: Path, rows: Any) -> list[str]:
    """The arguments of a job that failed in its last row."""
    source = Path(_write(tmp_path / "in.jsonl", rows))
    with source.open("a") as file:
        file.write("bad\n")
    arguments = [
        "batch",
        str(source),
        "-o",
        str(tmp_path / "o.jsonl"),
        "-q",
        "--shard-size",
        "0.004",
    ]
    assert main([*arguments, "--strict"]) == 2
    assert len(list((tmp_path / "o.jsonl.parts").glob("*.data"))) > 1
    return arguments


def test_resume_goes_on(begun: list[str], tmp_path: Path, texts: Any) -> None:
    assert main([*begun, "--resume", "--stats", str(tmp_path / "s.json")]) == 1
    assert [row["text"] for row in _lines(tmp_path / "o.jsonl")] == texts
    counts = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert counts["articles"] == len(texts)
    assert 0 < counts["resumed"] < len(texts)


def test_another_configuration_does_not_mix(
    begun: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*begun, "--resume", "--ignore", "GRM"]) == 2
    assert "another fingerprint" in capsys.readouterr().err
    assert main([*begun, "--resume", "--add", "counts"]) == 2
    assert "another add ([], now ['counts'])" in capsys.readouterr().err


def test_another_input_does_not_mix(
    begun: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(source.read_bytes().replace(b"12", b"13", 1))

    assert main([*begun, "--resume"]) == 2
    assert "the input has changed" in capsys.readouterr().err


def test_damaged_part_is_made_again(begun: list[str], tmp_path: Path, texts: Any) -> None:
    (tmp_path / "o.jsonl.parts" / "000001.data").write_bytes(b"rubbish")
    with (tmp_path / "o.jsonl.parts" / "manifest.jsonl").open("a") as file:
        file.write('{"shard": 9, "torn')

    assert main([*begun, "--resume"]) == 1
    assert [row["text"] for row in _lines(tmp_path / "o.jsonl")] == texts


def test_streams(rows: Any, texts: Any) -> None:
    data = "".join(json.dumps(row) + "\n" for row in rows).encode() + b"bad\n"
    done = subprocess.run(_command("-", "-q"), input=data, capture_output=True, timeout=60)

    assert done.returncode == 1
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == texts
    assert json.loads(done.stderr)["line"] == len(rows) + 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full of Linux")
def test_full_device_is_a_clear_error(tmp_path: Path, rows: Any) -> None:
    source = _write(tmp_path / "in.jsonl", rows)
    done = subprocess.run(
        _command(source, "-o", "/dev/full", "-q"), capture_output=True, timeout=60
    )

    assert done.returncode == 2
    assert done.stderr.decode() == (
        "frclean: /dev/full cannot be written: no space is left on the device.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.jsonl"], "there is no input missing.jsonl"),
        (["in.xml"], "in.xml: the ending says no format"),
        (["in.jsonl", "-o", "no/out.jsonl"], "there is no folder"),
        (["in.jsonl", "-o", "out.parquet.gz"], "leave out .gz"),
        (["in.jsonl", "-o", "out.txt"], "not .txt"),
        (["in.jsonl", "--add", "finding"], "did you mean 'findings'"),
        (["in.jsonl", "--resume"], "--resume needs an output file"),
        (["in.jsonl.gz"], "in.jsonl.gz is damaged"),
        (["in.json"], "in.json is a JSON array"),
    ],
)
def test_what_cannot_be_done_is_said(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_text('{"text": "a"}\n')
    (tmp_path / "in.xml").write_text("<a/>")
    (tmp_path / "in.json").write_text('[\n{"text": "a"}\n]')
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n' * 9)[:-9])

    assert main(["batch", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_fingerprint_is_that_of_another_process() -> None:
    code = (
        "from frclean.pipeline import Pipeline\n"
        "print(Pipeline(words=frozenset(['a', 'b', 'c']), ignore='GRM').fingerprint)"
    )
    prints = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "12"
    }
    assert len(prints) == 1


def test_fingerprint_tells_what_is_learnt_not_where_it_lies(tmp_path: Path) -> None:
    prints = []
    for name, pages in (("a", 200), ("b", 200), ("c", 0)):
        counts = EdgeCounts()
        for row in _articles(pages):
            counts.add(row["site"], row["text"])
        path = tmp_path / f"{name}.toml"
        path.write_text(LearntLines.of(counts.learnt()).to_toml(), "utf-8")
        prints.append(Pipeline(learnt=str(path)).fingerprint)

    assert prints[0] == prints[1] != prints[2]


def test_pipeline_is_small_to_pickle_and_built_once_per_process() -> None:
    import pickle

    data = pickle.dumps(Pipeline())

    assert len(data) < 1000
    assert pickle.loads(data) is pickle.loads(data)


def test_unordered_rows_do_not_wait_for_a_slow_one(
    tmp_path: Path, rows: list[dict[str, Any]], texts: list[str]
) -> None:
    slow = {**rows[0], "id": "slow", "text": "Le coalition de 2014 a frappé. " * 15_000}
    source, out = _write(tmp_path / "in.jsonl", [slow, *rows]), tmp_path / "out.jsonl"
    job = Job([source], str(out), Task(Pipeline()), workers=2, ordered=False, chunk_size=3_000)
    assert job.run().stats.articles == len(rows) + 1
    written = _lines(out)
    assert written[0]["id"] != "slow"
    assert sorted(row["text"] for row in written if row["id"] != "slow") == sorted(texts)


def test_an_unordered_job_is_not_resumed(
    tmp_path: Path, rows: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    source = _write(tmp_path / "in.jsonl", rows)
    arguments = ["batch", source, "-o", str(tmp_path / "out.jsonl"), "-q"]
    assert main([*arguments, "--unordered", "--resume"]) == 2
    assert "leave out --unordered" in capsys.readouterr().err
