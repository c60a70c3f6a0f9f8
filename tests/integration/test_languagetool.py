"""The LanguageTool step with a real LanguageTool (tests/services/languagetool.py fetches it)."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from frclean import Applicability, Config, Pipeline
from frclean.languagetool import LanguageTool
from frclean.languagetool.service import service_of

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))
import languagetool as services


@pytest.fixture(scope="module")
def directory() -> Path:
    """The directory of a real LanguageTool."""
    for tool in ("java", *(() if services.HOME.exists() else ("mvn",))):
        if shutil.which(tool) is None:
            message = f"{tool} is missing; .ci/install-engines should install it"
            (pytest.fail if os.environ.get("FRCLEAN_REQUIRE_ALL") else pytest.skip)(message)
    return services.install()


@pytest.fixture(scope="module")
def url(directory: Path) -> Iterator[str]:
    """The address of a server, started as the step starts it."""
    service = service_of(LanguageTool(str(directory), timeout=120)._options)
    service.check(["Il fait beau."])
    yield service._tool.url.removesuffix("v2/")
    service.close()


def test_what_ours_do_not_find_is_added(url: str) -> None:
    text = "Le coalition est arrivée. Il mange des pomme pourries."

    findings = Pipeline(["rules", LanguageTool(url, when="all", timeout=120)]).check(text)

    by_code = {finding.code: finding for finding in findings}
    assert by_code["GRM001"].found == "Le coalition"  # ours first …
    theirs = [f for f in findings if f.code.startswith("LGT")]
    assert theirs
    assert not any(f.span.overlaps(by_code["GRM001"].span) for f in theirs)  # … and alone
    assert all(text[f.span.start : f.span.end] == f.found for f in findings)
    assert all(f.applicability is not Applicability.SAFE for f in theirs)


def test_offsets_are_right_where_those_of_the_client_are_not(url: str) -> None:
    """LanguageTool counts UTF-16 units; language-tool-python converts the start alone."""
    import language_tool_python

    text = "Les mots sont «😀» en gras."
    with language_tool_python.LanguageTool("fr", remote_server=url) as client:
        theirs = [text[m.offset : m.offset + m.error_length] for m in client.check(text)]
        assert "»en gras" in client.correct(text)  # the blank behind is gone
    asked = Config(extend_select="LGT005")  # the blanks inside quotation marks are style to it
    step = LanguageTool(url, when="all", timeout=120, beside_rules=False, config=asked)

    result = Pipeline([step], unsafe_fixes=True).explain(text)

    assert "«😀» " in theirs
    assert [finding.found for finding in result.findings] == ["«😀»"]
    assert "» en gras" in result.text


def test_rules_and_categories_are_selected(url: str) -> None:
    text = "Il regarde la vitrne du magasin."

    def codes(**options: object) -> list[str]:
        step = LanguageTool(url, when="all", beside_rules=False, **options)  # type: ignore[arg-type]
        return [finding.code for finding in Pipeline([step]).check(text)]

    assert "LGT002" in codes()
    assert "LGT002" not in codes(disabled_rules=["FR_SPELLING_RULE"])
    assert "LGT002" not in codes(disabled_categories=["TYPOS"])


def test_a_trusted_rule_is_applied_unasked(url: str) -> None:
    text = "Il faut que je lui parle de se sujet."
    step = LanguageTool(url, when="all", timeout=120)
    found = next(f for f in Pipeline([step]).check(text) if f.fixes)
    rule = next(
        match.rule
        for match in (step.service.check([text])[0][0] or [])
        if match.start == found.span.start
    )

    trusting = LanguageTool(url, when="all", timeout=120, trusted=[rule])

    assert Pipeline([trusting]).clean(text) != text
    assert Pipeline([step]).clean(text) == text


def test_sentences_are_remembered_on_disk(url: str, tmp_path: Path) -> None:
    text = "Il regarde la vitrne du magasin."
    first = LanguageTool(url, when="all", timeout=120, cache=str(tmp_path), beside_rules=False)
    expected = Pipeline([first]).check(text)
    service_of.cache_clear()
    first.service._cache.close()

    # The same options, and a server that is not there any more: the answers are.
    again = LanguageTool(url, when="all", timeout=120, cache=str(tmp_path), beside_rules=False)
    again.service._closed_until = time.monotonic() + 60

    assert Pipeline([again]).check(text) == expected
    assert expected


def test_only_doubtful_sentences_are_sent(url: str) -> None:
    text = "Il fait beau. Le chat dort  ici."
    step = LanguageTool(url, timeout=120)
    step.service._cache.clear()

    Pipeline([step]).check(text)

    assert len(step.service._cache) == 1


KILLED = """
import sys, time
from frclean.languagetool import LanguageTool
from language_tool_python.server import RUNNING_SERVER_PROCESSES
step = LanguageTool(sys.argv[1], timeout=120)
step.service.check(["Il fait beau."])
print(RUNNING_SERVER_PROCESSES[-1].pid, flush=True)
time.sleep(600)
"""


def test_no_server_outlives_its_parent(directory: Path) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(directory)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    java = psutil.Process(int(parent.stdout.readline()))
    assert java.is_running()

    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()

    java.wait(timeout=20)
    assert not java.is_running()


def test_the_example_of_the_page(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    """docs/languagetool.md, with the address of the server that runs here."""
    page = Path(__file__).parents[2] / "docs" / "languagetool.md"
    code = page.read_text("utf-8").split("```python\n")[1].split("```")[0]
    address = '"http://localhost:8081"'
    assert address in code

    exec(code.replace(address, repr(url)), {"text": "Le coalition a mangé des pomme pourries."})

    shown = capsys.readouterr().out
    assert "GRM001" in shown
    assert "LGT" in shown
