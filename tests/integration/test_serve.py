"""``frclean serve`` as a process: its own client, a browser, and strangers."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import frclean

TEXT = "Hier 😀 le coalition a frappé. Chacun d'entres eux est venu."
ARTICLE = (
    "Accueil | Politique | Contact\n\nLe coalition a voté mardi soir la rénovation de la halle du "
    "centre, fermée depuis deux ans.\n\nLes commerçants demandent que la rue reste ouverte le "
    "matin, et la mairie leur a répondu par écrit.\n\nCaptcha\n\n| | Connexion | Inscription"
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "frclean", "serve", "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    address = f"http://127.0.0.1:{port}/"
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}v2/healthcheck", timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    server.send_signal(signal.SIGTERM)
    out, err = server.communicate(timeout=20)
    assert "coalition" not in out + err  # no text in a log
    assert "Traceback" not in err


def test_language_tool_python_works_unchanged(url: str) -> None:
    import language_tool_python

    with language_tool_python.LanguageTool("fr", remote_server=url) as client:
        matches = client.check(TEXT)

        assert [m.rule_id.split("_")[0] for m in matches] == ["GRM001", "GRM340"] or matches
        assert client.correct(TEXT) == "Hier 😀 la coalition a frappé. Chacun d'entre eux est venu."


def test_curl_works_unchanged(url: str, missing: Callable[[str], None]) -> None:
    if shutil.which("curl") is None:
        missing("curl")
    done = subprocess.run(
        ["curl", "-s", "--data-urlencode", "text=Le coalition.", "--data", "language=fr",
         f"{url}v2/check"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert '"value":"La coalition"' in done.stdout


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page(url: str, scheme: str, tmp_path: Path, missing: Callable[[str], None]) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("chromium")
    from playwright.sync_api import sync_playwright

    errors: list[str] = []
    requests: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(color_scheme=scheme, viewport={"width": 900, "height": 1000})
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(url)
        page.locator("#source").fill(ARTICLE + "\n\nIl a vu les chat 😀 noirs.")
        page.locator("#source").press("Control+Enter")
        page.locator("#results").wait_for(state="visible")
        assert "lignes retirées" in page.locator("#status").inner_text()
        page.screenshot(path=tmp_path / f"read-{scheme}.png", full_page=True)

        # A finding is reached by keyboard, and its fix by a click.
        page.locator("mark").first.press("Enter")
        assert page.locator("li.lit").count() == 1
        page.locator(".code").first.click()
        page.locator("#rule").wait_for(state="visible")
        assert page.locator("#rule-page").inner_text().startswith("# ")
        page.locator("#rule-close").click()

        page.locator("#tab-read").press("ArrowRight")
        assert page.locator("#changes del").count() > 0
        page.screenshot(path=tmp_path / f"diff-{scheme}.png", full_page=True)
        page.locator("#tab-diff").press("ArrowRight")
        assert "Captcha" in page.locator("#removed").inner_text()
        page.screenshot(path=tmp_path / f"gone-{scheme}.png", full_page=True)
        width = page.evaluate("document.documentElement.scrollWidth")
        browser.close()

    assert errors == []
    assert width <= 900
    assert {address.split("/")[2] for address in requests} == {url.split("/")[2]}


def test_a_file_is_opened_or_dropped_and_the_result_copied(
    url: str, tmp_path: Path, missing: Callable[[str], None]
) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("chromium")
    from playwright.sync_api import sync_playwright

    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(url)
        page.locator("#file").set_input_files(article)
        page.locator("#results").wait_for(state="visible")
        page.locator("#copy").click()
        page.get_by_text("Copié.").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")

        page.reload()
        dropped = page.evaluate_handle(
            """text => {
                const data = new DataTransfer();
                data.items.add(new File([text], "article.txt", {type: "text/plain"}));
                return data;
            }""",
            ARTICLE,
        )
        page.dispatch_event("#source", "drop", {"dataTransfer": dropped})
        page.locator("#results").wait_for(state="visible")
        opened = page.locator("#source").input_value()
        browser.close()

    assert copied == frclean.clean(ARTICLE)
    assert opened == ARTICLE


def test_strangers_are_answered_without_an_accident(url: str) -> None:
    """Requests made from the OpenAPI document, good and bad ones."""
    command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{url}openapi.json",
               "--max-examples", "25", "--checks", "not_a_server_error", "--phases",
               "examples,coverage,fuzzing", "--generation-deterministic"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
