"""Write docs/frclean.1, the manual page, from the parsers of the command line.

Run it after an option has changed: ``python tools/make_man.py`` (extra ``docs``). A test compares.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from argparse_manpage.manpage import Manpage

from frclean.cli import parser
from frclean.version import __version__

FILE = Path(__file__).resolve().parent.parent / "docs" / "frclean.1"


#: The release, not the day, says how old a page is; and a day would make another page each day.
_DATED = re.compile(r'^(\.TH FRCLEAN "1") "[^"]*"', re.MULTILINE)
#: Folded by argparse: not to be filled again.
_USAGE = re.compile(r"^usage: .*?(?=\n\n)", re.MULTILINE | re.DOTALL)


def page() -> str:
    """The manual page, in roff."""
    os.environ["COLUMNS"] = "72"  # argparse folds usage to the terminal
    data = {
        "project_name": "frclean",
        "version": __version__,
        "description": "clean scraped French articles",
        "manual_title": "frclean manual",
        "manual_section": "1",
    }
    roff = str(Manpage(parser(), data, format="single-commands-section"))
    roff = roff.replace(".SH\nPOSITIONAL ARGUMENTS", ".SH COMMANDS")
    roff = _USAGE.sub(lambda usage: f".nf\n{usage[0]}\n.fi", roff)
    return _DATED.sub(r'\1 ""', roff).rstrip("\n") + "\n"


def main() -> int:
    """Write the page."""
    FILE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
