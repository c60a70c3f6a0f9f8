"""Write docs/rules/: one page per code, made from the records, and an index.

Run it after a rule has changed: ``python tools/make_pages.py``. A test compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

from frclean.catalogue import catalogue
from frclean.report.page import page, summary

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """File name -> content."""
    records = catalogue()
    written = {f"{code}.md": page(record) for code, record in records.items()}
    rows = ["| code | nom | réparation | |", "|---|---|---|---|"]
    for code, record in records.items():
        facts = summary(record)
        trial = "à l'essai" if facts["preview"] else ""
        rows.append(
            f"| [{code}]({code}.md) | {facts['name']} | {facts['applicability']} | {trial} |"
        )
    written["index.md"] = "# Règles\n\n" + "\n".join(rows) + "\n"
    return written


def main() -> int:
    """Write the pages; take away those of codes that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    written = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in written:
            path.unlink()
    for name, content in written.items():
        (FOLDER / name).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
