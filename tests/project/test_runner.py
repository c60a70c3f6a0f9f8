"""Many files: the cache, the processes, what cannot be read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.project.cache import Cache, finding_from_dict
from frclean.project.runner import Checked, run
from frclean.project.settings import Settings

BAD = "Chacun d'entres eux a vu le coalition.\n"


def checked(paths: list[Path], settings: Settings, **options: bool | int) -> list[Checked]:
    return run([(path, settings) for path in paths], **options)  # type: ignore[arg-type]


@pytest.fixture
def stock(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.md" for number in range(30)]
    for number, path in enumerate(paths):
        text = f"Note {number}. {BAD}\n" + f"Le port {number} est fermé ce soir.\n\n" * 100
        path.write_text(text, encoding="utf-8")
    return paths


def test_processes_and_cache_change_nothing(stock: list[Path], tmp_path: Path) -> None:
    """One process, several, the cache: the same findings, in the order of the files."""
    alone = checked(stock, Settings(root=tmp_path, cache=False), workers=1)
    several = checked(stock, Settings(root=tmp_path), workers=2)
    cached = checked(stock, Settings(root=tmp_path), workers=2)

    assert [c.path for c in alone] == stock
    assert [c.findings for c in alone] == [c.findings for c in several]
    assert [c.findings for c in alone] == [c.findings for c in cached]
    assert all(len(c.findings) == 2 for c in alone)


def test_an_unchanged_file_loads_no_rules(tmp_path: Path) -> None:
    """What is in the cache costs neither lexicon nor rules."""
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    script = (
        "import sys; from frclean.cli import main; code = main(['check', 'a.md']);"
        "print([m for m in sys.modules if m.startswith(('frclean.rules', 'frclean.language',"
        "'marisa_trie', 'regex', 'ftfy'))], code, file=sys.stderr)"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        for _ in range(2)
    ]

    assert "frclean.rules" in outputs[0].stderr
    assert outputs[1].stderr == "[] 1\n"
    assert outputs[0].stdout == outputs[1].stdout


def test_the_cache_depends_on_what_findings_depend_on(tmp_path: Path) -> None:
    """Another text or another option: other findings."""
    path = tmp_path / "a.md"
    path.write_text(BAD, encoding="utf-8")
    settings = Settings(root=tmp_path)
    assert len(checked([path], settings)[0].findings) == 2
    assert len(checked([path], settings.updated({"ignore": ("GRM350",)}))[0].findings) == 1
    assert (
        len(checked([path], settings.updated({"per_file_ignores": {"*": ("GRM",)}}))[0].findings)
        == 0
    )
    path.write_text("Il pleut.\n", encoding="utf-8")
    assert checked([path], settings)[0].findings == ()
    assert (tmp_path / ".frclean_cache" / ".gitignore").read_text() == "*\n"


def test_a_broken_cache_is_no_error(tmp_path: Path) -> None:
    """It remembers nothing, that is all."""
    path = tmp_path / "a.md"
    path.write_text(BAD, encoding="utf-8")
    (tmp_path / ".frclean_cache").mkdir()
    (tmp_path / ".frclean_cache" / "findings.sqlite").write_bytes(b"no database" * 100)
    assert len(checked([path], Settings(root=tmp_path))[0].findings) == 2
    (tmp_path / "file").write_text("")
    assert len(checked([path], Settings(root=tmp_path, cache_dir="file"))[0].findings) == 2


def test_fixes_leave_nothing_fixable(stock: list[Path], tmp_path: Path) -> None:
    """Repaired texts have nothing left to repair, and the cache knows it."""
    settings = Settings(root=tmp_path)
    checked(stock, settings)
    for result in checked(stock, settings, fix=True, workers=2):
        assert len(result.applied) == 2
        assert result.findings == ()
        result.path.write_bytes(result.source.encoded(result.text))
    assert all(not result.findings for result in checked(stock, settings))


def test_what_cannot_be_checked_is_said(tmp_path: Path) -> None:
    """Binary files and folders do not stop the others."""
    (tmp_path / "a.md").write_text("Il pleut.\n", encoding="utf-8")
    (tmp_path / "b.md").write_bytes(b"\x00\x01")
    (tmp_path / "c.md").mkdir()
    results = checked(
        [tmp_path / name for name in ("b.md", "c.md", "a.md")], Settings(root=tmp_path)
    )

    assert "is a binary file" in results[0].error
    assert "Is a directory" in results[1].error
    assert results[2].error == ""


def test_findings_come_back_whole(tmp_path: Path) -> None:
    """What the cache gives is what it was given."""
    fix = Fix("b", (Edit(Span(1, 2), "b"), Edit(Span(4, 4), "c")), Applicability.UNSAFE)
    finding = Finding("GRM001", "name", "« é »", Span(1, 5), "abcd", (fix,), "why", 3, 4)
    assert finding_from_dict(finding.to_dict()) == finding
    cache = Cache(tmp_path / "cache")
    cache.put({b"k": [finding], b"empty": []})
    assert cache.get([b"k", b"empty", b"other"]) == {b"k": (finding,), b"empty": ()}
    cache.close()
