"""Findings as LanguageTool's matches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from frclean.catalogue import catalogue
from frclean.finding import Finding
from frclean.server.requests import CheckRequest
from frclean.server.units import Sent
from frclean.version import __version__

__all__ = ["SOFTWARE", "answer", "category_of", "off_by_default", "rule_id"]

SOFTWARE = {
    "name": "LanguageTool",
    "version": f"frclean {__version__}",
    "buildDate": "",
    "apiVersion": 1,
    "premium": False,
    "premiumHint": "",
    "status": "",
}
"""Clients look for LanguageTool's name; the version says who answers."""

_CONTEXT = 40
_CATEGORIES = {
    "GRM": ("GRAMMAR", "Grammaire", "grammar"),
    "SPL": ("TYPOS", "Orthographe", "misspelling"),
    "TYP": ("TYPOGRAPHY", "Typographie", "typographical"),
    "WSP": ("TYPOGRAPHY", "Typographie", "whitespace"),
    "ENC": ("MISC", "Encodage", "characters"),
    "LGT": ("MISC", "LanguageTool", "uncategorized"),
}
_OTHER = ("MISC", "Divers", "uncategorized")


def rule_id(finding: Finding) -> str:
    """A name in LanguageTool's manner: GRM001_DETERMINER_NOUN_GENDER."""
    return f"{finding.code}_{finding.name.upper().replace('-', '_')}"


def off_by_default(rules: Iterable[str]) -> tuple[str, ...]:
    """Those of the rules, named by identifier or code, that are off unless asked for.

    >>> off_by_default(["SPL402", "GRM001_DETERMINER_NOUN_GENDER", "FR_SPELLING_RULE"])
    ('SPL402',)
    """
    known = catalogue()
    codes = {name.partition("_")[0] for name in rules}
    return tuple(sorted(c for c in codes if c in known and getattr(known[c], "preview", False)))


def category_of(finding: Finding) -> tuple[str, str, str]:
    """Identifier, name and kind of issue."""
    return _CATEGORIES.get(finding.family, _OTHER)


def answer(request: CheckRequest, findings: Iterable[Finding]) -> dict[str, Any]:
    """What ``/v2/check`` answers."""
    sent = request.sent
    matches = [
        _match(finding, sent)
        for finding in findings
        if request.wants(rule_id(finding), finding.code, category_of(finding)[0])
    ]
    language = "fr" if request.language == "auto" else request.language
    return {
        "software": SOFTWARE,
        "warnings": {"incompleteResults": False},
        "language": {
            "name": "French",
            "code": language,
            "detectedLanguage": {"name": "French", "code": "fr", "confidence": 0.99},
        },
        "matches": matches,
        "sentenceRanges": [],
    }


def _match(finding: Finding, sent: Sent) -> dict[str, Any]:
    start, end = sent.span(*finding.span)
    offset, stop = sent.units(start, end)
    is_text = sent.is_text(*finding.span)
    category, category_name, issue = category_of(finding)
    return {
        "message": finding.message,
        "shortMessage": _short(finding),
        # Where markup stands in the span, a replacement would take it away.
        "replacements": [{"value": fix.replacement} for fix in finding.fixes] if is_text else [],
        "offset": offset,
        "length": stop - offset,
        "context": _context(sent.sent, start, end),
        "sentence": _sentence(sent.text, finding),
        "type": {"typeName": "Other"},
        "rule": {
            "id": rule_id(finding),
            "description": finding.name.replace("-", " "),
            "issueType": issue,
            "category": {"id": category, "name": category_name},
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def _short(finding: Finding) -> str:
    record = catalogue().get(finding.code)
    return record.name.replace("-", " ") if record is not None else finding.name


def _context(text: str, start: int, end: int) -> dict[str, Any]:
    first, last = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    before, after = "..." if first else "", "..." if last < len(text) else ""
    shown = f"{before}{text[first:last]}{after}".replace("\n", " ")
    lead = len(before) + len(text[first:start].encode("utf-16-le", "surrogatepass")) // 2
    length = len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
    return {"text": shown, "offset": lead, "length": length}


def _sentence(text: str, finding: Finding) -> str:
    """The line of a finding, as far as it is near."""
    start = max(text.rfind("\n", 0, finding.span.start) + 1, finding.span.start - 500)
    end = text.find("\n", finding.span.end)
    return text[start : min(end if end >= 0 else len(text), finding.span.end + 500)]
