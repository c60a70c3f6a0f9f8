"""``frclean rules`` lists every rule; ``frclean rule CODE`` prints the page of one."""

from __future__ import annotations

import argparse
import json
from typing import Any

__all__ = ["add", "run"]


def add(subparsers: Any) -> None:
    """Declare both commands."""
    parser = subparsers.add_parser("rules", help="list the rules", description="List every rule.")
    parser.add_argument("--json", action="store_true", help="as a JSON list")
    parser.set_defaults(run=run)
    parser = subparsers.add_parser("rule", help="explain a rule", description="Explain a rule.")
    parser.add_argument("code", metavar="CODE", help="a code (GRM003) or a name (d-entres)")
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help="language of the page")
    parser.set_defaults(run=run_one)


def run(options: argparse.Namespace) -> int:
    """List the rules."""
    from frclean.catalogue import catalogue
    from frclean.report.page import summary

    rows = [summary(record) for record in catalogue().values()]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        note = " (preview)" if row["preview"] else ""
        print(f"{row['code']:8}{row['applicability']:9}{row['name']}{note}")
    return 0


def run_one(options: argparse.Namespace) -> int:
    """Print the page of one rule; raises ValueError if there is none of that code or name."""
    from frclean.catalogue import catalogue
    from frclean.config import unknown
    from frclean.report.page import page

    records = catalogue()
    by_name = {record.name: record for record in records.values()}
    record = records.get(options.code.upper()) or by_name.get(options.code)
    if record is None:
        raise ValueError(unknown("rule", options.code, [*records, *by_name]))
    print(page(record, options.lang))
    return 0
