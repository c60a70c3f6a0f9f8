"""The LanguageTool step where there is no LanguageTool, or a broken one."""

from __future__ import annotations

import http.server
import pickle
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

import frclean
from frclean import Applicability, Config, Pipeline
from frclean.languagetool import LanguageTool
from frclean.languagetool import service as module
from frclean.languagetool.codes import CODES, code_of
from frclean.languagetool.sentences import PlaceInLine
from frclean.languagetool.service import Service, service_of

TEXT = "Le coalition a frappé. Il pleuvait sur la vile de Brest."


@pytest.fixture
def nowhere() -> str:
    """The address of a server that is not there."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """No memory of the failures of another test, and no long waits."""
    service_of.cache_clear()
    monkeypatch.setattr(module, "BACK_OFF", (0.01, 0.01))
    monkeypatch.delenv("FRCLEAN_LANGUAGETOOL", raising=False)


@pytest.fixture
def answering() -> Iterator[Any]:
    """Make a server that gives one answer to everything: ``answering(b"…")`` is its address."""
    servers = []

    def serve(body: bytes, pause: float = 0.0) -> tuple[str, list[str]]:
        asked: list[str] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def _answer(self) -> None:
                asked.append(self.path)
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                time.sleep(pause)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = _answer  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}", asked

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_without_a_server_our_own_findings_are_there_and_one_that_says_so(nowhere: str) -> None:
    pipeline = Pipeline(["rules", LanguageTool(nowhere, when="all")], unsafe_fixes=True)

    result = pipeline.explain(TEXT)

    assert "La coalition" in result.text
    unread = [f for f in result.findings if f.code == "LGT009"]
    assert [f.applicability for f in unread] == [Applicability.DISPLAY]
    assert "n'a pas lu 2 phrases" in unread[0].message


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>502 Bad Gateway</html>",
        b"[]",
        b"null",
        b'{"matches": 3}',
        b'{"matches": [{"offset": 99999, "length": 3}]}',
        b'{"language": {}}',
    ],
)
def test_nonsense_is_no_answer(answering: Any, answer: bytes) -> None:
    address, _ = answering(answer)

    findings = Pipeline([LanguageTool(address, when="all")]).check(TEXT)

    assert [f.code for f in findings] == ["LGT009"]


def test_a_slow_server_is_not_waited_for(answering: Any) -> None:
    address, _ = answering(b"[]", pause=3.0)
    begun = time.monotonic()

    findings = Pipeline([LanguageTool(address, when="all", timeout=0.1)]).check(TEXT)

    assert [f.code for f in findings] == ["LGT009"]
    assert time.monotonic() - begun < 2.5


def test_after_some_failures_nothing_is_asked_for_a_while(answering: Any) -> None:
    address, asked = answering(b"nonsense")
    step = LanguageTool(address, when="all")
    Pipeline([step]).check(TEXT)
    before = len(asked)

    findings = Pipeline([step]).check("Une autre phrase.")

    assert before > 0
    assert len(asked) == before
    assert "se repose" in findings[0].message


def test_clean_asks_nothing_that_it_would_not_apply(answering: Any) -> None:
    """No answer is SAFE, so there is nothing to wait for."""
    address, asked = answering(b"nonsense")

    assert frclean.clean(TEXT, ["rules", LanguageTool(address, when="all")]).startswith("La")
    assert asked == []


def test_pickles_and_has_a_fingerprint(nowhere: str) -> None:
    step = LanguageTool(nowhere, disabled_rules=["FR_SPELLING_RULE"])
    other = LanguageTool(nowhere, disabled_rules=["FR_SPELLING_RULE", "APOS_TYP"])

    assert pickle.loads(pickle.dumps(step)) == step
    assert Pipeline([step]).fingerprint == Pipeline([pickle.loads(pickle.dumps(step))]).fingerprint
    assert Pipeline([step]).fingerprint != Pipeline([other]).fingerprint


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "FRCLEAN_LANGUAGETOOL"),
        ({"url": "/nowhere/LanguageTool-6.6"}, "no LanguageTool in"),
        ({"url": "http://localhost:1", "when": "never"}, "'suspect' or 'all'"),
    ],
)
def test_bad_options_are_refused(options: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        LanguageTool(**options)


def test_a_string_of_rules_is_refused() -> None:
    with pytest.raises(TypeError, match="disabled_rules must be a collection"):
        LanguageTool("http://localhost:1", disabled_rules="APOS_TYP")


def test_the_step_has_a_name(nowhere: str) -> None:
    pipeline = Pipeline(["rules", "languagetool"], languagetool=nowhere)

    assert [f.code for f in pipeline.check("Il a plu.")] == []  # nothing suspect, nothing sent
    with pytest.raises(ValueError, match="FRCLEAN_LANGUAGETOOL"):
        Pipeline(["rules", "languagetool"])
    with pytest.raises(ValueError, match="must come before"):
        Pipeline(["languagetool", "rules"], languagetool=nowhere)


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ({}, False),
        ({"picky": True}, True),
        ({"config": Config(preview=True)}, True),
        ({"config": Config(extend_select="LGT005")}, True),
    ],
)
def test_style_is_for_those_who_ask_for_it(
    nowhere: str, options: dict[str, Any], shown: bool
) -> None:
    step = LanguageTool(nowhere, **options)

    assert step._is_on(module.Match(0, 2, "Lourd.", ("Elle",), "HEAVY", "STYLE")) is shown
    assert step._is_on(module.Match(0, 5, "21 h 10", (), "HEURES", "CAT_TYPOGRAPHIE")) is shown
    assert step._is_on(module.Match(0, 2, "Accord.", ("Elle",), "D_N", "CAT_ACCORD"))


@pytest.mark.parametrize(
    ("sentence", "meant", "option"),
    [
        ("Kerdavid chante.", "Kerd avid", "names"),
        ("Barbès chante.", "Barbes", "names"),
        ("postconfinement de mai.", "confinement", "known_words"),
        ("Ecole chante.", "École", ""),
        ("chnson de mai.", "chanson", ""),
    ],
)
def test_names_and_good_words_are_no_slips_unless_asked_for(
    nowhere: str, sentence: str, meant: str, option: str
) -> None:
    match = module.Match(0, sentence.index(" "), "", (meant,), "FR_SPELLING_RULE", "TYPOS")
    line = PlaceInLine(begins=True, is_whole=True)

    assert LanguageTool(nowhere)._is_believed(match, sentence, line) is (not option)
    if option:
        assert LanguageTool(nowhere, **{option: True})._is_believed(match, sentence, line)  # type: ignore[arg-type]


def test_another_language_is_left_alone(nowhere: str) -> None:
    """Our rules say nothing of it, so LanguageTool does not, either."""
    step = LanguageTool(nowhere, when="all")
    french, english = "Ces chats dorment.", "These cookies will be stored in your browser now."
    for text in (french, english):
        step.service._remember(text, [module.Match(0, 3, "", (), "SOME_RULE", "GRAMMAR")])

    assert [finding.code for finding in Pipeline([step]).check(french)] == ["LGT001"]
    assert Pipeline([step]).check(english) == []


def test_categories_become_codes() -> None:
    assert code_of("GRAMMAR").code == "LGT001"
    assert code_of("TYPOS").code == "LGT002"
    assert code_of("CAT_TYPOGRAPHIE", "TIRET").code == "LGT005"
    assert code_of("SOMETHING_NEW").code == "LGT005"
    assert set(CODES) <= set(frclean.pipeline._known_codes())


def test_a_sentence_keeps_its_length_for_a_server_that_counts_in_utf_16(nowhere: str) -> None:
    sent = "a 😀 b😀c\nd \ud800"

    plain = module._plain(sent)

    assert len(plain.encode("utf-16-le")) == 2 * len(sent)
    assert "\n" not in plain


def test_what_is_remembered_is_bounded(nowhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_IN_MEMORY", 3)
    service = Service(module.Options(nowhere))
    for number in range(10):
        service._remember(f"Phrase {number}.", [])

    assert len(service._cache) <= 3
