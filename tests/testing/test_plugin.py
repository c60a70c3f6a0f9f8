"""The pytest plugin and the entry points, in processes of their own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = "Le maire défend le projet. La ville a financé le pont lundi."
DIRTY = "Le coalition a frappé hier soir, dit-on.\n\nCaptcha"


def _pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    rows = [{"id": "bon", "text": CLEAN}, {"id": "mauvais", "text": DIRTY}]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "test_other.py").write_text("def test_other(): assert False\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("more", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_a_corpus_is_tested_article_by_article(corpus: Path, more: tuple[str, ...]) -> None:
    done = _pytest(corpus.parent, "--frclean-corpus", str(corpus), "-q", *more)

    assert done.returncode == 1, done.stdout + done.stderr
    assert "1 failed, 5 passed" in done.stdout
    assert (
        "FAILED corpus.jsonl::mauvais-clean - 2 findings in a text that must be clean"
        in done.stdout
    )
    assert "1:1: GRM001" in done.stdout
    assert "3:1: BPL001" in done.stdout
    assert "Traceback" not in done.stdout
    assert "test_other" not in done.stdout


def test_test_files_that_are_named_run_too(corpus: Path) -> None:
    done = _pytest(corpus.parent, "test_other.py", "--frclean-corpus", "corpus.jsonl", "-q")

    assert "2 failed, 5 passed" in done.stdout


def test_a_folder_and_a_sample(tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "table.csv").write_text(
        "id,body\n" + "".join(f'{i},"{CLEAN}"\n' for i in range(10)), encoding="utf-8"
    )
    done = _pytest(tmp_path, "--frclean-corpus", ".", "--frclean-sample", "5", "-q")

    assert "27 passed" in done.stdout  # 4 files and each other row, three laws each


def test_the_fixture_is_the_pipeline_of_the_setting(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nfrclean_preset = llm\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(
        "from frclean.testing import assert_clean\n"
        "def test_it(frclean_pipeline):\n"
        "    assert frclean_pipeline.config.unwrap\n"
        "    assert_clean('Le maire défend le projet.')\n",
        encoding="utf-8",
    )

    assert _pytest(tmp_path, "-q").returncode == 0


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    done = _pytest(tmp_path, "--frclean-corpus", "rien.jsonl")

    assert done.returncode == 4
    assert "--frclean-corpus: there is no file or folder rien.jsonl" in done.stderr


def test_neither_plugin_nor_entry_point_loads_what_is_heavy(tmp_path: Path) -> None:
    """Pytest starts without Hypothesis and the lexicon; Hypothesis without our strategies."""
    code = (
        "import sys, frclean.testing.plugin\n"
        "assert 'hypothesis' not in sys.modules\n"
        "import hypothesis.strategies as st\n"
        "assert 'frclean.testing.strategies' not in sys.modules\n"
        "assert 'frclean.language.lexicon' not in sys.modules\n"
        "from frclean.testing.article import Article\n"
        "assert 'french' in repr(st.from_type(Article)) or st.from_type(Article) is not None\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 0, done.stderr


def test_without_hypothesis_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import frclean.testing\n"
        "try: frclean.testing.scraped\n"
        "except ModuleNotFoundError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )

    assert "pip install 'frclean[testing]'" in done.stdout
