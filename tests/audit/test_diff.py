"""``frclean diff``: two versions of a corpus, two configurations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from frclean.cli import main


def _write(path: Path, texts: dict[str, str]) -> str:
    rows = [json.dumps({"id": key, "text": text}) for key, text in texts.items()]
    path.write_text("\n".join(rows), encoding="utf-8")
    return str(path)


def test_two_versions_of_a_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _write(
        tmp_path / "a.jsonl",
        {"un": "Le coalition a frappé hier.", "deux": "Rien ne change ici.", "parti": "Fini."},
    )
    after = _write(
        tmp_path / "b.jsonl",
        {"un": "La coalition a frappé hier.", "deux": "Rien ne change ici.", "venu": "Neuf."},
    )

    assert main(["diff", before, after]) == 1

    out = capsys.readouterr().out
    assert "2 textes comparés, 1 changés." in out
    assert "Disparus : 1 (parti)" in out
    assert "Nouveaux : 1 (venu)" in out
    assert "GRM001 1 → 0 (-1)" in out
    assert "- Le coalition" in out
    assert "+ La coalition" in out


def test_the_same_corpus_has_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _write(tmp_path / "a.jsonl", {"un": "Le coalition a frappé hier."})

    assert main(["diff", path, path]) == 0
    assert capsys.readouterr().out == "1 textes comparés, 0 changés.\n"


def test_a_change_without_a_rule_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _write(tmp_path / "a.jsonl", {"un": "Le maire défend le projet."})
    after = _write(tmp_path / "b.jsonl", {"un": "Le préfet défend le projet."})

    assert main(["diff", before, after, "--json"]) == 1
    shown = json.loads(capsys.readouterr().out)
    assert shown["changed"] == 1
    assert shown["codes"]["texte"]["samples"] == [
        {
            "key": "un",
            "before": "Le maire défend le projet.",
            "after": "Le préfet défend le projet.",
        }
    ]


def test_two_configurations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = _write(tmp_path / "c.jsonl", {"un": "Le coalition a frappé hier.\n\nCaptcha"})
    (tmp_path / "a.toml").write_text('ignore = ["GRM"]\n', encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.frclean]\npreset = "editorial"\n', encoding="utf-8"
    )

    code = main(
        ["diff", str(tmp_path / "a.toml"), str(tmp_path / "pyproject.toml"), "--corpus", corpus]
    )

    out = capsys.readouterr().out
    assert code == 1
    assert "GRM001 0 → 1 (+1)" in out
    assert "BPL001 1 → 0 (-1)" in out


def test_a_bad_configuration_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = _write(tmp_path / "c.jsonl", {"un": "Un."})
    (tmp_path / "a.toml").write_text("ignore = [", encoding="utf-8")
    (tmp_path / "b.toml").write_text('ignored = "GRM"', encoding="utf-8")

    for name, message in (("a", "a.toml: "), ("b", "did you mean 'ignore'")):
        path = str(tmp_path / f"{name}.toml")
        assert main(["diff", path, path, "--corpus", corpus]) == 2
        assert message in capsys.readouterr().err
