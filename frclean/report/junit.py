"""JUnit's XML: each file is a suite, each finding a case that failed.

Source: the schema of Jenkins' xUnit plug-in (``junit-10.xsd``), which others follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from frclean.report.item import File, Item, Report

__all__ = ["write"]

#: What XML 1.0 cannot hold, not even as an entity.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(report: Report) -> Iterator[str]:
    """The report."""
    failures = str(len(report.items))
    tests = sum(max(1, len(file.findings)) for file in report.files)
    root = ElementTree.Element(
        "testsuites", name="frclean", tests=str(tests), failures=failures, errors="0"
    )
    by_file: dict[str, list[Item]] = {file.path: [] for file in report.files}
    for item in report.items:
        by_file[item.path].append(item)
    for file in report.files:
        _suite(root, file, by_file[file.path])
    ElementTree.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode")


def _suite(root: ElementTree.Element, file: File, items: list[Item]) -> None:
    path = _clean(file.path)
    suite = ElementTree.SubElement(
        root,
        "testsuite",
        {"name": path, "tests": str(max(1, len(items))), "failures": str(len(items))},
        errors="0",
        skipped="0",
        time="0",
    )
    if not items:
        ElementTree.SubElement(suite, "testcase", name="frclean", classname=path, time="0")
    for item in items:
        line, column = item.start
        name = f"{item.finding.code} ({line}:{column})"
        case = ElementTree.SubElement(suite, "testcase", name=name, classname=path, time="0")
        failure = ElementTree.SubElement(
            case, "failure", type=item.finding.code, message=_clean(item.finding.message)
        )
        failure.text = _clean(f"{path}:{line}:{column}: {item.finding.message}")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
