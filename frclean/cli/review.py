"""``frclean review``: one finding at a time, and what shall become of it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from frclean.cli.project import add_project_options, has_colors, settings_of

if TYPE_CHECKING:
    from frclean.finding import Finding
    from frclean.project.review import Reviewed

__all__ = ["add", "run"]

_KEYS = {
    "a": ("accepter", "accept"),
    "1-9": ("choisir", "choose"),
    "r": ("refuser", "reject"),
    "m": ("toujours accepter ce mot", "always accept this word"),
    "i": ("ignorer cette règle ici", "ignore this rule here"),
    "p": ("passer", "skip"),
    "q": ("quitter", "quit"),
}


class _QuitError(Exception):
    """The editor has had enough for now."""


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "review",
        help="decide on findings one at a time",
        description="Show one finding at a time and ask: accept the repair, reject it for good, "
        "always accept the word, ignore the rule here, skip. Every decision is written at once, "
        "so a review can be broken off and taken up again.",
    )
    parser.add_argument("files", nargs="*", default=["."], metavar="FILE", help="files and folders")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    add_project_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Review every file; 1 if something was left undecided."""
    from frclean.project.files import find_files
    from frclean.project.review import Reviewed

    found = find_files(options.files, settings_of(options))
    left = 0
    try:
        for path, settings in found.files:
            left += _review(Reviewed.of(path, settings), options)
    except (_QuitError, KeyboardInterrupt, EOFError):
        print()
        return 1
    return 1 if left else 0


def _review(file: Reviewed, options: argparse.Namespace) -> int:
    """Ask about every finding of a file; returns how many were skipped."""
    skipped: list[tuple[str, str]] = []
    while True:
        # A finding that was skipped stays: as many of its kind are passed over again.
        passed = list(skipped)
        finding = next((f for f in file.pending() if not _passes(f, passed)), None)
        if finding is None:
            return len(skipped)
        _show(file, finding, options)
        if not _decide(file, finding):
            skipped.append((finding.code, finding.found))


def _passes(finding: Finding, passed: list[tuple[str, str]]) -> bool:
    key = (finding.code, finding.found)
    if key not in passed:
        return False
    passed.remove(key)
    return True


def _show(file: Reviewed, finding: Finding, options: argparse.Namespace) -> None:
    from frclean.report.item import File, Item, Report
    from frclean.report.text import block

    shown = File(str(file.path), file.text, (finding,), file.settings.rule_url)
    report = Report([shown], file.settings.config.lang, has_colors(options.color))
    print()
    for line in block(Item(shown, finding, 1), report):
        print(line)
    for number, fix in enumerate(finding.fixes[:9], 1):
        print(f"  {number}. {fix.replacement!s}")


def _decide(file: Reviewed, finding: Finding) -> bool:
    """Ask until there is an answer that can be carried out; False if the finding is skipped."""
    english = file.settings.config.lang == "en"
    able = _able(finding)
    prompt = "  ".join(f"[{key}] {_KEYS[key][english]}" for key in able)
    while True:
        key = _key(f"{prompt} > ")
        if key == "q":
            raise _QuitError
        if key == "p":
            return False
        if _carry_out(key, file, finding, able):
            return True


def _able(finding: Finding) -> list[str]:
    """The keys that mean something for this finding."""
    keys = list(_KEYS)
    if not finding.fixes:
        keys = [key for key in keys if key not in ("a", "1-9")]
    if finding.family != "SPL" or " " in finding.found:
        keys.remove("m")
    return keys


def _carry_out(key: str, file: Reviewed, finding: Finding, able: list[str]) -> bool:
    """Do what ``key`` says; False if it says nothing here."""
    if key.isdecimal() and 1 <= int(key) <= min(9, len(finding.fixes)):
        file.accept(finding, finding.fixes[int(key) - 1])
    elif key not in able:
        return False
    elif key == "a":
        file.accept(finding, finding.fixes[0])
    elif key == "r":
        file.refuse(finding)
    elif key == "m":
        file.allow_word(finding.found)
    elif key == "i":
        return file.silence(finding)
    return True


def _key(prompt: str) -> str:
    """One key from a terminal; the first letter of a line from anything else."""
    print(prompt, end="", flush=True)
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        print()
        return line.strip()[:1].lower()
    key = _raw_key()
    print(key)
    return key.lower()


def _raw_key() -> str:
    try:
        import termios
        import tty
    except ImportError:  # Windows
        return sys.stdin.readline().strip()[:1]
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        key = sys.stdin.read(1)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
    if not key:
        raise EOFError
    return key
