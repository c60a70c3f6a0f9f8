"""Hatch build hook: compile the lexicon, and take patterns apart, so that both travel in the wheel.

The compiler is loaded by path, without importing ``frclean`` itself: in an isolated build the
packages frclean needs at run time are not there.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def load_compiler(root: Path) -> ModuleType:
    """``frclean/language/build_lexicon.py`` as a module of a package made for the occasion."""
    package = ModuleType("_frclean_build")
    package.__path__ = [str(root / "frclean" / "language")]
    sys.modules[package.__name__] = package
    return importlib.import_module("_frclean_build.build_lexicon")


_PREPARE = """
import sys
sys.path.insert(0, sys.argv[1])
from frclean.rules._prepared import write
write()
"""


def prepare_patterns(root: Path) -> None:
    """Take the patterns of the rules apart (``frclean/rules/_prepared.py``).

    In a process of its own, without byte code: that of the source tree is nobody's business here.
    """
    subprocess.run([sys.executable, "-B", "-c", _PREPARE, str(root)], check=True)


class LexiconBuildHook(BuildHookInterface[Any]):
    """Compiles for wheels only: a source distribution holds no data of others."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before it collects the files of a target.

        The data are ignored by git; ``artifacts`` in pyproject.toml puts them in the wheel.
        """
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        load_compiler(root).compile_lexicon()
        prepare_patterns(root)
