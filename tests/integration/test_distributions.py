"""What would be published: built as a release builds it, and looked at."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return folder


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tools" / "check_dist.py"), str(folder)]
    return subprocess.run(command, capture_output=True, text=True)


def test_all_is_well(dist: Path) -> None:
    done = check(dist)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_index_would_take_them(dist: Path) -> None:
    files = [str(path) for path in sorted(dist.iterdir())]
    command = [sys.executable, "-m", "twine", "check", "--strict", *files]
    done = subprocess.run(command, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("PASSED") == 2


def test_what_is_wrong_is_said(dist: Path, tmp_path: Path) -> None:
    [wheel], [source] = dist.glob("*.whl"), dist.glob("*.tar.gz")
    stray = tmp_path / "frclean" / "data" / "forms.marisa"
    stray.parent.mkdir(parents=True)
    stray.write_bytes(bytes(100))
    (tmp_path / "dist").mkdir()
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(tmp_path / "dist" / wheel.name, "w") as new:
        for name in old.namelist():
            if not name.endswith("NOTICE"):
                new.writestr(name, old.read(name))
        new.writestr("tests/test_docs.py", "")
    root = source.name.removesuffix(".tar.gz")
    with tarfile.open(source) as old_source:
        old_source.extractall(tmp_path, filter="data")
    shutil.copytree(tmp_path / "frclean", tmp_path / root / "frclean", dirs_exist_ok=True)
    with tarfile.open(tmp_path / "dist" / source.name, "w:gz") as archive:
        archive.add(tmp_path / root, root)

    done = check(tmp_path / "dist")

    assert done.returncode == 1
    assert "licenses/NOTICE is missing" in done.stdout
    assert "tests/test_docs.py does not belong there" in done.stdout
    assert "frclean/data/forms.marisa must not be there" in done.stdout
