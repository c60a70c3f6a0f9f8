"""The server: the protocol's messages on one side, the session on the other."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from frclean.document import Span
from frclean.lsp.actions import ADD_WORD, FIX_ALL, actions_for, diagnostic, whole_edit
from frclean.lsp.session import Open, Session
from frclean.lsp.text import Text
from frclean.project.settings import FILE_NAMES, SettingsError
from frclean.project.words import add_word
from frclean.version import __version__

__all__ = ["serve"]

#: After so many seconds without a key, the whole text is checked.
_IDLE = 0.5


class Server(LanguageServer):
    """A language server with its session."""

    def __init__(self) -> None:
        super().__init__("frclean", __version__)
        self.session = Session()
        self._due: dict[str, asyncio.TimerHandle] = {}

    def open(self, item: types.TextDocumentItem) -> None:
        """Take up a document."""
        path = Path(to_fs_path(item.uri) or "untitled.txt")
        chosen = self.workspace.position_encoding
        encoding = str(getattr(chosen, "value", chosen))
        self.session.documents[item.uri] = Open(path, Text(item.text, encoding, item.version))
        self.check(item.uri, whole=True)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take over what was typed: what it changes is said at once, the rest when keys rest."""
        uri = params.text_document.uri
        document = self.session.documents.get(uri)
        if document is None:
            return
        document.text = document.text.changed(params.content_changes, params.text_document.version)
        self.check(uri, whole=False)
        self._postpone(uri)

    def close(self, uri: str) -> None:
        """Let a document go."""
        if due := self._due.pop(uri, None):
            due.cancel()
        self.session.documents.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def check(self, uri: str, *, whole: bool) -> None:
        """Check a document and say what was found."""
        document = self.session.documents.get(uri)
        if document is None:
            return
        try:
            self.session.check(document, whole=whole)
            url = self.session.settings(document).rule_url
        except (SettingsError, ValueError, OSError) as error:
            self.window_show_message(
                types.ShowMessageParams(types.MessageType.Error, f"frclean: {error}")
            )
            return
        found = [diagnostic(finding, document, url) for finding in document.findings]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, document.text.version)
        )

    def reload(self) -> None:
        """Read configurations anew and check everything that is open."""
        self.session.reload()
        for uri in list(self.session.documents):
            self.check(uri, whole=True)

    def _postpone(self, uri: str) -> None:
        if due := self._due.get(uri):
            due.cancel()
        loop = asyncio.get_running_loop()
        self._due[uri] = loop.call_later(_IDLE, lambda: self.check(uri, whole=True))


server = Server()


@server.feature(types.INITIALIZE)
def on_initialize(ls: Server, params: types.InitializeParams) -> None:
    """Options that the editor brings: the keys of the configuration."""
    options = params.initialization_options
    if isinstance(options, Mapping):
        ls.session.options = _options(options)


@server.feature(types.INITIALIZED)
async def on_initialized(ls: Server, params: types.InitializedParams) -> None:
    """Ask to be told when a configuration changes on disk."""
    workspace = ls.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if not (watched and watched.dynamic_registration):
        return
    names = ",".join((*FILE_NAMES, "frclean-words.txt"))
    watcher = types.FileSystemWatcher(f"**/{{{names}}}")
    registration = types.Registration(
        "frclean-configuration",
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        types.DidChangeWatchedFilesRegistrationOptions([watcher]),
    )
    await ls.client_register_capability_async(types.RegistrationParams([registration]))


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def on_open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    """A document was opened."""
    ls.open(params.text_document)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def on_change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Something was typed."""
    ls.change(params)


@server.feature(types.TEXT_DOCUMENT_DID_SAVE)
def on_save(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
    """A document was saved; it may be a configuration."""
    path = to_fs_path(params.text_document.uri) or ""
    if Path(path).name in FILE_NAMES:
        ls.reload()
    else:
        ls.check(params.text_document.uri, whole=True)


@server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
def on_close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    """A document was closed."""
    ls.close(params.text_document.uri)


@server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
def on_watched(ls: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """A configuration or a dictionary changed on disk."""
    ls.reload()


@server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
def on_configuration(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    """The editor's own settings changed: those under ``frclean``."""
    settings = params.settings
    if isinstance(settings, Mapping) and isinstance(settings.get("frclean"), Mapping):
        ls.session.options = _options(settings["frclean"])
    ls.reload()


@server.feature(
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
)
def on_code_action(
    ls: Server, params: types.CodeActionParams
) -> list[types.CodeAction | types.Command]:
    """What can be done at a range of a document."""
    uri = params.text_document.uri
    document = ls.session.documents.get(uri)
    if document is None:
        return []
    lang = ls.session.settings(document).config.lang
    actions: list[types.CodeAction | types.Command] = []
    if _asked_for(types.CodeActionKind.QuickFix, params.context.only):
        span = document.text.span(params.range)
        for finding in document.findings:
            if _touch(finding.span, span):
                actions += actions_for(finding, uri, document, lang)
    if _asked_for(FIX_ALL, params.context.only):
        fixed = ls.session.fixed(document, wholly=bool(params.context.only))
        edit = whole_edit(uri, document, fixed)
        title = "Faire toutes les réparations sûres" if lang == "fr" else "Apply all safe fixes"
        if edit is not None:
            actions.append(types.CodeAction(title, kind=FIX_ALL, edit=edit))
    return actions


@server.feature(types.TEXT_DOCUMENT_HOVER)
def on_hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    """The page of the rule whose finding is under the pointer."""
    from frclean.catalogue import catalogue
    from frclean.report.page import page

    document = ls.session.documents.get(params.text_document.uri)
    if document is None:
        return None
    offset = document.text.offset(params.position)
    for finding in document.findings:
        record = catalogue().get(finding.code)
        if finding.span.start <= offset <= finding.span.end and record is not None:
            lang = ls.session.settings(document).config.lang
            shown = types.MarkupContent(types.MarkupKind.Markdown, page(record, lang))
            return types.Hover(shown, document.text.range(finding.span))
    return None


@server.command(ADD_WORD)
def on_add_word(ls: Server, uri: str, word: str) -> None:
    """Write a word into the project's dictionary."""
    document = ls.session.documents.get(uri)
    if document is not None:
        add_word(Path(ls.session.settings(document).words_file), word)
        ls.reload()


def _options(given: Mapping[str, Any]) -> dict[str, Any]:
    """Options as the configuration names them, lists as tuples."""
    return {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in given.items()
    }


def _asked_for(kind: str, only: Any) -> bool:
    """True if the editor wants actions of this kind: no filter, or one that holds the kind."""
    if not only:
        return True
    kinds = [str(getattr(wanted, "value", wanted)) for wanted in only]
    kind = str(getattr(kind, "value", kind))
    return any(kind == wanted or kind.startswith(wanted + ".") for wanted in kinds)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def serve() -> None:
    """Speak the protocol over standard input and output until the editor says goodbye."""
    server.start_io()
