"""What the commands about files of a project share: options, and the settings they lead to."""

from __future__ import annotations

import argparse
import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frclean.config import CODE_LISTS

if TYPE_CHECKING:
    from frclean.project.settings import Settings

__all__ = ["add_project_options", "has_colors", "settings_of"]


def add_project_options(parser: argparse.ArgumentParser) -> None:
    """The options that say what is looked for; they come on top of the configuration."""
    group = parser.add_argument_group("what is looked for (on top of the configuration)")
    group.add_argument("--preset", metavar="NAME", help="steps by goal (default: prose)")
    group.add_argument("--steps", metavar="NAMES", help="these steps instead, with commas between")
    for name, text in (
        ("select", "only these codes or families (GRM,SPL100)"),
        ("extend-select", "these besides those that are on"),
        ("ignore", "not these"),
    ):
        group.add_argument(f"--{name}", metavar="CODES", help=text)
    group.add_argument(
        "--per-file-ignores",
        metavar="PATTERN:CODES",
        action="append",
        help="not these in files of this pattern (may be repeated)",
    )
    group.add_argument("--preview", action="store_true", default=None, help="rules on trial, too")
    group.add_argument("--profile", metavar="NAME", help="house style: fr-FR, fr-CA, fr-CH, EU")
    group.add_argument("--lang", metavar="fr|en", help="language of messages")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--config", metavar="FILE", type=Path, help="this configuration for all")
    where.add_argument("--isolated", action="store_true", help="no configuration")


def settings_of(options: argparse.Namespace) -> Callable[[Path], Settings]:
    """A function from a folder to its settings, with the command line's options on top."""
    from frclean.project.settings import Settings, load, nearest_settings

    given = _given(options)
    if options.config or options.isolated:
        base = load(options.config) if options.config else Settings()
        fixed = _on_top(base, given)
        return lambda folder: fixed

    @functools.cache
    def of(folder: Path) -> Settings:
        return _on_top(nearest_settings(folder), given)

    return of


def _given(options: argparse.Namespace) -> dict[str, Any]:
    names = ("preset", "profile", "lang", "preview", *CODE_LISTS)
    given = {name: value for name in names if (value := getattr(options, name, None)) is not None}
    for name in CODE_LISTS:
        if name in given:
            given[name] = tuple(given[name].replace(",", " ").split())
    if options.steps:
        given["steps"] = tuple(step.strip() for step in options.steps.split(","))
    elif options.preset:
        given["steps"] = ()
    if getattr(options, "unsafe_fixes", None):
        given["unsafe_fixes"] = True
    if options.per_file_ignores:
        given["per_file_ignores"] = _patterns(options.per_file_ignores)
    return given


def _patterns(pairs: Sequence[str]) -> dict[str, tuple[str, ...]]:
    patterns = {}
    for pair in pairs:
        pattern, colon, codes = pair.rpartition(":")
        if not colon or not pattern or not codes:
            raise ValueError(
                f"--per-file-ignores takes PATTERN:CODES such as 'docs/**:GRM,SPL100', not {pair!r}"
            )
        patterns[pattern] = tuple(codes.replace(",", " ").split())
    return patterns


def _on_top(settings: Settings, given: dict[str, Any]) -> Settings:
    """``settings`` with the options of the command line: some replace, some add."""
    options = dict(given)
    for name in ("extend_select", "ignore", "extend_safe_fixes"):
        if name in given:
            options[name] = (*getattr(settings.config, name), *given[name])
    if "per_file_ignores" in given:
        options["per_file_ignores"] = {**settings.per_file_ignores, **given["per_file_ignores"]}
    return settings.updated(options)


def has_colors(wish: str) -> bool:
    """True if output may be coloured: on a terminal only, unless ``wish`` says otherwise."""
    import os
    import sys

    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
