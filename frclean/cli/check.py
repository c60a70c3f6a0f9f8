"""``frclean check``: what there is to say about files of a project; ``--fix`` repairs them."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frclean.cli.project import add_project_options, has_colors, settings_of
from frclean.report import FOR_PEOPLE, FORMATS

if TYPE_CHECKING:
    from frclean.project.baseline import Baseline
    from frclean.project.runner import Checked
    from frclean.project.settings import Settings
    from frclean.report.item import Report

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "check",
        help="report findings in files",
        description="Report findings in files and folders; with --fix, repair what is sure.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        default=["."],
        metavar="FILE",
        help="files and folders; - is standard input (default: this folder)",
    )
    _add_fix_options(parser)
    _add_output_options(parser)
    add_project_options(parser)
    parser.set_defaults(run=run)


def _add_fix_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("repairs")
    group.add_argument("--fix", action="store_true", help="make the repairs that are sure")
    group.add_argument(
        "--unsafe-fixes", action="store_true", default=None, help="those that are probable, too"
    )
    group.add_argument(
        "--extend-safe-fixes", metavar="CODES", help="the probable ones of these codes, too"
    )
    group.add_argument("--diff", action="store_true", help="print what --fix would change")
    group.add_argument(
        "--exit-non-zero-on-fix", action="store_true", help="exit 1 if something was repaired"
    )


def _add_output_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "--output-format", choices=FORMATS, default="text", metavar="NAME",
        help=f"one of {', '.join(FORMATS)}",
    )  # fmt: skip
    group.add_argument("--output-file", metavar="FILE", type=Path, help="write the report there")
    group.add_argument("--statistics", action="store_true", help="count findings by rule instead")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    group.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    group.add_argument(
        "--fail-level", choices=("error", "warning", "info"),
        help="exit 1 only for findings this grave (default: info, that is, any)",
    )  # fmt: skip
    group.add_argument("--show-settings", action="store_true", help="print the settings and stop")
    group = parser.add_argument_group("which files")
    group.add_argument("--stdin-filename", metavar="NAME", help="the name of standard input")
    group.add_argument("--baseline", metavar="FILE", type=Path, help="put up with these findings")
    group.add_argument(
        "--write-baseline", metavar="FILE", type=Path, help="put up with all that is found now"
    )
    group.add_argument("--watch", action="store_true", help="check again whenever a file changes")
    group.add_argument("--no-cache", action="store_true", help="check every file anew")
    group.add_argument("--workers", type=int, metavar="N", help="processes (default: all cores)")


def run(options: argparse.Namespace) -> int:
    """Check the files; 1 if there is a finding that counts, 2 if a file could not be checked."""
    if options.show_settings:
        return _show_settings(options)
    if options.watch:
        return _watch(options)
    if options.stdin_filename or options.files == ["-"]:
        return _run_on_input(options)
    return _run_on_files(options)


# --- files -----------------------------------------------------------------------------------


def _run_on_files(options: argparse.Namespace) -> int:
    from frclean.project.files import find_files

    of = settings_of(options)
    found = find_files(options.files, of)
    lang = _lang(options, found.files)
    if found.excluded:
        _note("excluded", lang, found.excluded)
    elif not found.files:
        _note("no_files", lang)
    checked = _checked(options, found.files)
    if options.diff:
        return _print_diffs(checked, lang, options)
    applied = _write_fixes(checked, lang) if options.fix else 0
    return _conclude(options, checked, applied, lang)


def _checked(options: argparse.Namespace, files: Sequence[tuple[Path, Settings]]) -> list[Checked]:
    from dataclasses import replace

    from frclean.project.runner import run as run_all

    if options.no_cache:
        files = [(path, replace(settings, cache=False)) for path, settings in files]
    _tell_of_parsers(files)
    checked = run_all(files, fix=options.fix or options.diff, workers=options.workers)
    for result in checked:
        if result.error:
            print(f"frclean: {result.error}", file=sys.stderr)
    return checked


def _tell_of_parsers(files: Sequence[tuple[Path, Settings]]) -> None:
    """Say so once if files would be read better with the extra ``formats``."""
    from frclean.formats import format_of, unparsed

    missing = unparsed()
    if not missing:
        return
    doubtful = [settings for path, settings in files if format_of(path) in missing]
    if doubtful:
        _note("no_parser", doubtful[0].config.lang, len(doubtful))


def _conclude(
    options: argparse.Namespace, checked: Sequence[Checked], applied: int, lang: str
) -> int:
    """Report what is left; returns the exit code."""
    good = [result for result in checked if not result.error]
    if options.write_baseline:
        _write_baseline(options.write_baseline, good, lang)
        return 2 if len(good) < len(checked) else 0
    report = _report(options, good, lang)
    _print_report(options, report, applied)
    if len(good) < len(checked):
        return 2
    if options.exit_zero:
        return 0
    if applied and options.exit_non_zero_on_fix:
        return 1
    least = {result.path: options.fail_level or result.settings.fail_level for result in good}
    return 1 if any(_counts(item.level, least[Path(item.path)]) for item in report.items) else 0


def _counts(level: str, least: str) -> bool:
    from frclean.report.item import LEVELS

    order: tuple[str, ...] = LEVELS
    return order.index(level) <= order.index(least)


def _report(options: argparse.Namespace, checked: Sequence[Checked], lang: str) -> Report:
    from frclean.report.item import File, Report

    baselines = _Baselines(options.baseline)
    files = [
        File(c.path.as_posix(), c.text, tuple(baselines.new(c)), c.settings.rule_url)
        for c in checked
    ]
    baselines.tell(lang)
    color = not options.output_file and has_colors(options.color)
    unsafe = any(c.settings.config.unsafe_fixes for c in checked)
    return Report(files, lang, color, unsafe)


def _print_report(options: argparse.Namespace, report: Report, applied: int) -> None:
    from frclean.report import write
    from frclean.report.phrases import say

    lines: Iterable[str]
    if options.statistics:
        lines = _statistics(report, options.output_format)
    else:
        lines = write(options.output_format, report)
    if options.output_file:
        text = "".join(f"{line}\n" for line in lines)
        options.output_file.write_text(text, encoding="utf-8")
        return
    for line in lines:
        print(line)
    if applied and options.output_format in FOR_PEOPLE:
        print(say("fixed", report.lang, applied) + ".")


def _statistics(report: Report, format: str) -> Iterable[str]:
    """Findings counted by rule, the most frequent first."""
    counts = Counter((item.finding.code, item.finding.name) for item in report.items)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    if format in FOR_PEOPLE:
        return [f"{count:7} {code:8}{name}" for (code, name), count in rows]
    import json

    return [json.dumps({"code": c, "name": n, "count": k}) for (c, n), k in rows]


# --- repairs ---------------------------------------------------------------------------------


def _write_fixes(checked: Sequence[Checked], lang: str) -> int:
    """Write the repaired files; returns how many findings were repaired."""
    from frclean.project.source import write_bytes

    _note_other_encodings(checked, lang)
    applied = 0
    for result in checked:
        if result.applied:
            write_bytes(result.path, result.source.encoded(result.text))
            applied += len(result.applied)
    return applied


def _note_other_encodings(checked: Sequence[Checked], lang: str) -> None:
    for result in checked:
        if not result.source.is_utf8 and result.findings:
            _note("not_utf8", lang, path=result.path)


def _print_diffs(checked: Sequence[Checked], lang: str, options: argparse.Namespace) -> int:
    from frclean.report.diff import unified

    _note_other_encodings(checked, lang)
    changed = [result for result in checked if result.applied]
    for result in changed:
        mark = "\N{ZERO WIDTH NO-BREAK SPACE}" if result.source.mark else ""
        before, after = mark + result.source.text, mark + result.text
        sys.stdout.writelines(unified(str(result.path), before, after))
    count = sum(len(result.applied) for result in changed)
    _note("would" if count else "none", lang, count)
    if any(result.error for result in checked):
        return 2
    return 1 if changed and not options.exit_zero else 0


# --- standard input --------------------------------------------------------------------------


def _run_on_input(options: argparse.Namespace) -> int:
    """Check what is piped in; with --fix, the repaired text comes out, the report beside it."""
    import contextlib

    path = Path(options.stdin_filename or "-")
    settings = settings_of(options)(path.parent)
    data = sys.stdin.buffer.read()
    checked = _check_data(path, settings, data, fix=options.fix or options.diff)
    if options.diff:
        return _print_diffs([checked], settings.config.lang, options)
    if not options.fix:
        return _conclude(options, [checked], 0, settings.config.lang)
    sys.stdout.buffer.write(checked.source.encoded(checked.text) if checked.applied else data)
    with contextlib.redirect_stdout(sys.stderr):
        return _conclude(options, [checked], len(checked.applied), settings.config.lang)


def _check_data(path: Path, settings: Settings, data: bytes, *, fix: bool) -> Checked:
    from frclean.formats import format_of
    from frclean.project.checking import Fixed, checker_for
    from frclean.project.runner import Checked
    from frclean.project.source import Source

    source = Source.of(data, "standard input" if str(path) == "-" else str(path))
    fix = fix and source.is_utf8
    if str(path) != "-" and settings.is_excluded(path):
        return Checked(path, settings, source.text, source)
    checker = checker_for(settings, settings.relative(path))
    format = format_of(path, source.text.partition("\n")[0])
    if fix:
        fixed = checker.fix(source.text, format)
    else:
        fixed = Fixed(source.text, (), tuple(checker.check(source.text, format)))
    return Checked(path, settings, fixed.text, source, fixed.left, fixed.applied)


# --- baselines -------------------------------------------------------------------------------


class _Baselines:
    """The baseline of the command line, or that of each project."""

    def __init__(self, given: Path | None) -> None:
        self._given = given
        self._read: dict[Path, Baseline] = {}

    def new(self, checked: Checked) -> list[Any]:
        """The findings of a file that are not put up with."""
        from frclean.project.baseline import Baseline

        configured = checked.settings.baseline
        path = self._given or (Path(configured) if configured else None)
        if path is None:
            return list(checked.findings)
        if path not in self._read:
            self._read[path] = Baseline.read(path)
        relative = checked.settings.relative(checked.path)
        return self._read[path].new(relative, checked.findings)

    def tell(self, lang: str) -> None:
        """Say what is no longer there."""
        for path, baseline in self._read.items():
            if stale := baseline.stale():
                _note("stale", lang, stale, path=path)


def _write_baseline(path: Path, checked: Sequence[Checked], lang: str) -> None:
    from frclean.project.baseline import Baseline

    baseline = Baseline.of((c.settings.relative(c.path), c.findings) for c in checked)
    baseline.write(path)
    _note("baseline", lang, baseline.counts.total(), path=path)


# --- settings, watching, and the rest --------------------------------------------------------


def _show_settings(options: argparse.Namespace) -> int:
    import json

    path = Path(options.stdin_filename or options.files[0])
    settings = settings_of(options)(path if path.is_dir() else path.parent)
    print(json.dumps(settings.to_dict(), ensure_ascii=False, indent=1))
    return 0


def _watch(options: argparse.Namespace) -> int:
    """Check whenever a file or a configuration changes, until interrupted."""
    import time

    from frclean.project.files import find_files
    from frclean.project.settings import forget

    before: object = None
    try:
        while True:
            forget()
            found = find_files(options.files, settings_of(options))
            watched = {path for path, _ in found.files}
            watched |= {source for _, settings in found.files for source in settings.sources}
            states = sorted((path, path.stat().st_mtime_ns) for path in watched if path.exists())
            if states != before:
                _run_on_files(options)
                _note("watching", _lang(options, found.files))
                sys.stdout.flush()
                before = states
            time.sleep(0.3)
    except KeyboardInterrupt:
        return 0


def _lang(options: argparse.Namespace, files: Sequence[tuple[Path, Settings]]) -> str:
    lang: str = options.lang or (files[0][1].config.lang if files else "fr")
    return lang


def _note(key: str, lang: str, n: int = 0, **values: object) -> None:
    """A word beside the report."""
    from frclean.report.phrases import say

    print(f"frclean: {say(key, lang, n, **values)}", file=sys.stderr)
