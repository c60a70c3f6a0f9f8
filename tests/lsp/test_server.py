"""The language server, driven over standard input and output by a real client."""

from __future__ import annotations

import asyncio
import random
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

from frclean.lsp.text import Text

EMOJI = "\N{PARTY POPPER}"
WRONG = f"{EMOJI} Chacun d'entres eux a vu le port.\n\nElle chante bien.\n"


class Editor(BaseLanguageClient):
    """A client that waits for what the server says about a document."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.registered: list[types.Registration] = []
        self.messages: list[str] = []

    async def diagnostics(self, version: int) -> list[types.Diagnostic]:
        """The first findings about this version of the document."""
        while True:
            params = await asyncio.wait_for(self.published.get(), 20)
            if params.version == version:
                return list(params.diagnostics)

    async def opened(self, uri: str, text: str) -> list[types.Diagnostic]:
        """Open a document and wait for its findings."""
        item = types.TextDocumentItem(uri, "markdown", 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics(1)

    def type(self, uri: str, version: int, range: types.Range, text: str) -> None:
        """Replace a range by ``text``."""
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version=version, uri=uri),
                [types.TextDocumentContentChangePartial(text=text, range=range)],
            )
        )

    async def actions(
        self, uri: str, found: types.Diagnostic, only: list[Any] | None = None
    ) -> list[types.CodeAction]:
        """What can be done about a finding."""
        answer = await self._offered(uri, found, only)
        return [action for action in answer if isinstance(action, types.CodeAction)]

    async def commands(self, uri: str, found: types.Diagnostic) -> list[types.Command]:
        """What the server can be told to do about a finding."""
        answer = await self._offered(uri, found, None)
        return [action for action in answer if isinstance(action, types.Command)]

    async def _offered(
        self, uri: str, found: types.Diagnostic, only: list[Any] | None
    ) -> list[types.CodeAction | types.Command]:
        context = types.CodeActionContext([found], only)
        document = types.TextDocumentIdentifier(uri)
        answer = await self.text_document_code_action_async(
            types.CodeActionParams(document, found.range, context)
        )
        return list(answer or [])


@asynccontextmanager
async def editor(folder: Path, encoding: str = "utf-16", **options: Any) -> AsyncIterator[Editor]:
    """A client with its own server, started in ``folder``."""
    client = Editor()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def _(params: types.PublishDiagnosticsParams) -> None:
        client.published.put_nowait(params)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def _(params: types.RegistrationParams) -> None:
        client.registered += params.registrations

    @client.feature(types.WINDOW_SHOW_MESSAGE)
    def _(params: types.ShowMessageParams) -> None:
        client.messages.append(params.message)

    await client.start_io(sys.executable, "-m", "frclean", "lsp", cwd=folder)
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(encoding)]
        ),
        workspace=types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(True)
        ),
    )
    answer = await client.initialize_async(
        types.InitializeParams(
            capabilities=capabilities,
            root_uri=folder.as_uri(),
            initialization_options=options or None,
        )
    )
    assert answer.capabilities.position_encoding == encoding
    client.initialized(types.InitializedParams())
    try:
        yield client
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()


def run(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(scene(), 50))


def edited(text: str, action: types.CodeAction, encoding: str = "utf-16") -> str:
    """``text`` after an action's edit, made as an editor makes it."""
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    now = Text(text, encoding)
    for edit in sorted(change.edits, key=lambda e: now.offset(e.range.start), reverse=True):
        assert isinstance(edit, types.TextEdit)
        start, end = now.span(edit.range)
        text = text[:start] + edit.new_text + text[end:]
    return text


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 12), ("utf-16", 10), ("utf-32", 9)])
def test_positions_count_what_the_client_counts(tmp_path: Path, encoding: str, column: int) -> None:
    """An emoji is four bytes, two UTF-16 units, or one character."""

    async def scene() -> None:
        uri = (tmp_path / "a.txt").as_uri()
        async with editor(tmp_path, encoding) as client:
            (found,) = await client.opened(uri, WRONG)
            assert found.code == "GRM350"
            assert found.range.start == types.Position(0, column)
            assert found.range.end == types.Position(0, column + len("d'entres"))
            # The same place, typed into by the client in its own units.
            client.type(uri, 2, found.range, "d'entre")
            assert await client.diagnostics(2) == []

    run(scene)


def test_repairs_silence_and_pages(tmp_path: Path) -> None:
    """A finding can be repaired, silenced and explained where it stands."""

    async def scene() -> None:
        uri = (tmp_path / "a.txt").as_uri()
        async with editor(tmp_path) as client:
            (found,) = await client.opened(uri, WRONG)
            repair, silence, everything = await client.actions(uri, found)
            assert repair.title == "Écrire « d'entre »"
            assert repair.is_preferred
            assert edited(WRONG, repair) == WRONG.replace("d'entres", "d'entre")
            assert "<!-- frclean: ignore GRM350 -->" in edited(WRONG, silence) or (
                "# frclean: ignore GRM350" in edited(WRONG, silence)
            )
            assert everything.kind == "source.fixAll.frclean"
            assert edited(WRONG, everything) == WRONG.replace("d'entres", "d'entre")
            only = await client.actions(uri, found, ["source.fixAll"])
            assert [action.kind for action in only] == ["source.fixAll.frclean"]
            only = await client.actions(uri, found, [types.CodeActionKind.Refactor])
            assert only == []

            hover = await client.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(uri), found.range.start)
            )
            assert hover is not None
            assert isinstance(hover.contents, types.MarkupContent)
            assert hover.contents.value.startswith("# GRM350")
            nothing = await client.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(2, 3))
            )
            assert nothing is None

            # What silences does silence.
            whole = types.Range(types.Position(0, 0), types.Position(99, 0))
            client.type(uri, 2, whole, edited(WRONG, silence))
            assert await client.diagnostics(2) == []

    run(scene)


def test_configuration_is_read_again(tmp_path: Path) -> None:
    """A configuration that changes on disk holds at once; one that is wrong is said."""

    async def scene() -> None:
        uri = (tmp_path / "a.txt").as_uri()
        config = tmp_path / "frclean.toml"
        changed = types.DidChangeWatchedFilesParams(
            [types.FileEvent(config.as_uri(), types.FileChangeType.Changed)]
        )
        async with editor(tmp_path) as client:
            assert len(await client.opened(uri, WRONG)) == 1
            config.write_text('ignore = ["GRM"]\n', encoding="utf-8")
            client.workspace_did_change_watched_files(changed)
            assert await client.diagnostics(1) == []
            assert [r.method for r in client.registered] == ["workspace/didChangeWatchedFiles"]
            config.write_text('ignor = ["GRM"]\n', encoding="utf-8")
            client.workspace_did_change_watched_files(changed)
            while not client.messages:
                await asyncio.sleep(0.01)
            assert "did you mean 'ignore'" in client.messages[0]

    run(scene)


def test_options_of_the_editor(tmp_path: Path) -> None:
    """Options may come from the editor; documents that are closed have no findings."""

    async def scene() -> None:
        uri = (tmp_path / "a.txt").as_uri()
        async with editor(tmp_path, **{"lang": "en", "extend-select": ["TYP"]}) as client:
            (found,) = await client.opened(uri, WRONG)
            assert found.message == "“d'entres” should probably be “d'entre”."
            actions = await client.actions(uri, found)
            assert [action.title for action in actions] == [
                "Write “d'entre”", "Ignore GRM350 here", "Apply all safe fixes",
            ]  # fmt: skip
            client.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            params = await asyncio.wait_for(client.published.get(), 20)
            assert not params.diagnostics

    run(scene)


def test_a_word_goes_into_the_dictionary(tmp_path: Path) -> None:
    """« Always accept » writes the word into the project's file, and it is accepted."""

    async def scene() -> None:
        uri = (tmp_path / "a.txt").as_uri()
        async with editor(tmp_path) as client:
            (found,) = await client.opened(uri, "Le bordd est vide.\n")
            (allow,) = await client.commands(uri, found)
            assert allow.title == "Toujours accepter « bordd »"
            await client.workspace_execute_command_async(
                types.ExecuteCommandParams(allow.command, allow.arguments)
            )
            assert await client.diagnostics(1) == []
            assert (tmp_path / "frclean-words.txt").read_text("utf-8") == "bordd\n"

    run(scene)


SENTENCES = (
    "Le conseil municipal a voté le budget de la commune après deux heures de débat.",
    "La directrice du musée présentera la collection aux élèves du quartier.",
    "Chacun d'entres eux a reçu une copie du dossier avant la réunion.",
    "Les travaux de la gare commenceront au printemps si le temps le permet.",
    "Un orage a coupé la route qui mène au col pendant la nuit de samedi.",
    "Les pompiers ont évacué l'école, puis les parents sont venus chercher leurs enfants.",
    "Il reste à trouver l'argent nécessaire, et personne ne sait encore où.",
)


def long_document(words: int) -> str:
    """Paragraphs of our own, no two alike."""
    chance = random.Random(7)
    paragraphs, count = [], 0
    while count < words:
        sentences = chance.choices(SENTENCES, k=5)
        paragraphs.append(f"Note {len(paragraphs)}. " + " ".join(sentences))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs) + "\n"


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_a_key_is_answered_at_once(suffix: str, tmp_path: Path) -> None:
    """In a document of 3,000 words: at most 50 ms from key to findings, in the median."""

    async def scene() -> None:
        uri = (tmp_path / f"long{suffix}").as_uri()
        document = Text(long_document(3000), "utf-16")
        chance = random.Random(3)
        times = []
        async with editor(tmp_path) as client:
            before = await client.opened(uri, document.text)
            assert len(before) > 10
            for version in range(2, 42):
                offset = chance.randrange(len(document.text))
                position = document.position(offset)
                here = types.Range(position, position)
                event = types.TextDocumentContentChangePartial(text="e", range=here)
                document = document.changed([event], version)
                started = time.perf_counter()
                client.type(uri, version, here, "e")
                await client.diagnostics(version)
                times.append(time.perf_counter() - started)
                await asyncio.sleep(0.01)
        print(f"median {statistics.median(times) * 1000:.1f} ms, worst {max(times) * 1000:.1f} ms")
        assert statistics.median(times) <= 0.05

    run(scene)


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    """Where pygls is missing, one line names the extra."""
    script = (
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None;"
        "from frclean.cli import main; sys.exit(main(['lsp']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "pip install 'frclean[lsp]'" in done.stderr
    assert done.stderr.count("\n") == 1
