"""Write docs/frclean.schema.json, the schema of the configuration.

Run it after an option has changed: ``python tools/make_schema.py``. A test compares.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from frclean.project.schema import schema

TARGET = Path(__file__).resolve().parent.parent / "docs" / "frclean.schema.json"


def content() -> str:
    """The content of the file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> int:
    """Write the file."""
    TARGET.write_text(content(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
