"""What an editor offers at a finding: its repairs, silence, a word for the dictionary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix
from frclean.lsp.session import Open
from frclean.project.silence import silencing
from frclean.report.item import level

__all__ = ["ADD_WORD", "FIX_ALL", "actions_for", "diagnostic", "whole_edit"]

ADD_WORD = "frclean.addWord"
FIX_ALL = "source.fixAll.frclean"

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_TITLES = {
    "replace": ("Écrire « {text} »", "Write “{text}”"),
    "remove": ("Retirer « {text} »", "Remove “{text}”"),
    "silence": ("Ignorer {text} ici", "Ignore {text} here"),
    "word": ("Toujours accepter « {text} »", "Always accept “{text}”"),
}


def diagnostic(finding: Finding, document: Open, rule_url: str) -> types.Diagnostic:
    """The finding as the protocol says it."""
    url = rule_url.replace("{code}", finding.code)
    return types.Diagnostic(
        range=document.text.range(finding.span),
        message=finding.message,
        severity=_SEVERITIES[level(finding)],
        code=finding.code,
        code_description=types.CodeDescription(url) if url else None,
        source="frclean",
    )


def actions_for(
    finding: Finding, uri: str, document: Open, lang: str
) -> Iterator[types.CodeAction | types.Command]:
    """The quick fixes of one finding: repairs, best first; then silence; then the dictionary."""
    shown = diagnostic(finding, document, "")
    for fix in finding.fixes:
        sure = fix.applicability is not Applicability.DISPLAY
        edit = _workspace_edit(uri, document, fix.edits)
        title = _title_of(fix, finding, lang)
        yield _quick_fix(title, shown, edit, preferred=sure and fix is finding.fix)
    silent = silencing(document.text.text, document.format, finding)
    if silent is not None:
        edit = _workspace_edit(uri, document, silent)
        yield _quick_fix(_say("silence", finding.code, lang), shown, edit)
    if finding.family == "SPL" and " " not in finding.found:
        yield types.Command(
            _say("word", finding.found, lang), ADD_WORD, arguments=[uri, finding.found]
        )


def whole_edit(uri: str, document: Open, fixed: str) -> types.WorkspaceEdit | None:
    """The edit from the document's text to ``fixed``, less what both have at their ends."""
    text = document.text.text
    if fixed == text:
        return None
    start = 0
    while start < min(len(text), len(fixed)) and text[start] == fixed[start]:
        start += 1
    behind = 0
    most = min(len(text), len(fixed)) - start
    while behind < most and text[len(text) - 1 - behind] == fixed[len(fixed) - 1 - behind]:
        behind += 1
    edit = Edit(Span(start, len(text) - behind), fixed[start : len(fixed) - behind])
    return _workspace_edit(uri, document, (edit,))


def _quick_fix(
    title: str, shown: types.Diagnostic, edit: types.WorkspaceEdit, *, preferred: bool = False
) -> types.CodeAction:
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=preferred,
        edit=edit,
    )


def _workspace_edit(uri: str, document: Open, edits: Iterable[Edit]) -> types.WorkspaceEdit:
    changes = [types.TextEdit(document.text.range(span), text) for span, text in edits]
    identifier = types.OptionalVersionedTextDocumentIdentifier(uri, document.text.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, changes)])


def _title_of(fix: Fix, finding: Finding, lang: str) -> str:
    if fix.replacement.strip():
        return _say("replace", fix.replacement, lang)
    return _say("remove", finding.found.strip() or finding.code, lang)


def _say(key: str, text: str, lang: str) -> str:
    shown = text if len(text) <= 60 else text[:59] + "…"
    return _TITLES[key][lang == "en"].format(text=shown)
