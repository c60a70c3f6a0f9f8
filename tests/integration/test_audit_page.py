"""The page of the audit in a real browser: it opens, it asks for nothing, nothing sticks out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from frclean.cli import main
from frclean.testing import sample_scraped


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    corpus, output = tmp_path / "corpus.jsonl", tmp_path / "audit.html"
    rows = [
        {"id": str(i), "site": f"site-{i % 12}.example", "date": f"2024-{1 + i % 9:02}-01",
         "text": text.dirty}
        for i, text in enumerate(sample_scraped(200, seed=3))
    ]  # fmt: skip
    corpus.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["audit", str(corpus), "-o", str(output)]) == 0
    return output


@pytest.mark.parametrize("width", [1200, 400], ids=["desktop", "phone"])
def test_the_page_opens_offline(
    page_file: Path, width: int, missing: Callable[[str], None], tmp_path: Path
) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("playwright")
    requests: list[str] = []
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: errors.append(message.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(page_file.as_uri())
        page.screenshot(path=tmp_path / "page.png", full_page=True)
        plots = page.locator("svg.plot")
        sizes = [plots.nth(i).bounding_box() for i in range(plots.count())]
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        browser.close()

    assert requests == [page_file.as_uri()]
    assert errors == []
    assert len(sizes) == 3
    assert all(size and size["width"] > 250 and size["height"] > 60 for size in sizes)
    assert overflow <= 0
    assert (tmp_path / "page.png").stat().st_size > 20_000
