"""The documentation as a site: built without a warning, whole, and looked at in a browser."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "docs", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr[-5000:]
    return folder


class _Links(HTMLParser):
    """The addresses that a page names, and the places in it that have a name."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name == "id":
                self.names.add(value)
            elif value and ((tag, name) == ("a", "href") or name == "src"):
                self.links.add(value)


def test_every_link_leads_somewhere(site: Path) -> None:
    pages: dict[Path, _Links] = {}
    for path in site.rglob("*.html"):
        pages[path] = _Links()
        pages[path].feed(path.read_text("utf-8"))
    dead = []
    for path, page in pages.items():
        for link in page.links:
            address = urlsplit(link)
            if address.scheme or address.netloc:
                continue
            target = (path.parent / unquote(address.path)).resolve() if address.path else path
            anchor = unquote(address.fragment)
            known = pages[target].names if anchor and target in pages else {anchor}
            if not target.exists() or anchor not in known:
                dead.append(f"{path.relative_to(site)}: {link}")

    assert len(pages) > 300
    assert dead == []


def test_every_public_name_is_described(site: Path) -> None:
    import frclean

    described = _Links()
    described.feed((site / "api" / "index.html").read_text("utf-8"))
    data = {"PRESETS", "STEPS", "__version__"}

    assert {f"frclean.{name}" for name in set(frclean.__all__) - data} <= described.names


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_landing_pages(
    site: Path, scheme: str, tmp_path: Path, missing: Callable[[str], None]
) -> None:
    chromium = shutil.which("chromium")
    if chromium is None or importlib.util.find_spec("playwright") is None:
        missing("chromium")
    from playwright.sync_api import sync_playwright

    errors: list[str] = []
    requests: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(color_scheme=scheme, viewport={"width": 1200, "height": 900})
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto((site / "index.html").as_uri())
        assert page.locator("h1").inner_text().startswith("frclean")
        assert page.evaluate("document.documentElement.lang") == "en"
        page.screenshot(path=tmp_path / f"english-{scheme}.png")

        page.get_by_role("link", name="Cette page en français").click()
        page.wait_for_url("**/fr.html")
        assert page.evaluate("document.documentElement.lang") == "fr"
        page.screenshot(path=tmp_path / f"french-{scheme}.png")

        # A phone shows the page without a scroll bar below.
        page.set_viewport_size({"width": 390, "height": 800})
        for name in ("index", "fr", "tutorial", "benchmarks"):
            page.goto((site / f"{name}.html").as_uri())
            width = page.evaluate("document.documentElement.scrollWidth")
            assert width <= 390, name
        page.screenshot(path=tmp_path / f"phone-{scheme}.png")
        browser.close()

    assert errors == []
    assert {urlsplit(address).scheme for address in requests} <= {"file", "data"}
