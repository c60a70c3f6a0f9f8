"""What ``clean()`` changes in French that is right, rule by rule: ``python benchmarks/harm.py``.

Two kinds of text. ``generated``: articles of ``frclean.testing``, right by construction. The others
are messages of programs that are installed (the extra ``integration`` brings them): edited
French, with the errors of its authors, read where it lies and never copied. Of those, messages
with variables or markup are left out, and each message is a text of its own.

``benchmarks/baseline.json`` holds what is accepted: changes by a million characters, and how many
each rule made. More of either is a failure (exit code 1); ``--show`` prints every change, and
``--update`` writes the present figures as the new baseline: read the changes before you commit.
"""

from __future__ import annotations

import argparse
import gettext
import importlib.metadata
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import frclean
from frclean.testing import sample_articles

BASELINE = Path(__file__).with_name("baseline.json")
ARTICLES, SEED = 1000, 20261126
#: Distributions that bring messages in French.
PACKAGES = ("sphinx", "plone.app.locales", "django")
_LEAST_WORDS = 6


@dataclass
class Harm:
    """What was changed in some texts that were right."""

    version: str
    """Of the distribution with the texts; figures of two versions cannot be compared."""
    characters: int = 0
    changes: Counter[str] = field(default_factory=Counter)
    """Code -> how many changes."""
    shown: list[str] = field(default_factory=list)

    @property
    def per_million(self) -> float:
        """Changes by a million characters."""
        return round(1e6 * self.changes.total() / self.characters, 2) if self.characters else 0.0

    def to_dict(self) -> dict[str, Any]:
        """What the baseline keeps."""
        return {
            "version": self.version,
            "characters": self.characters,
            "per_million": self.per_million,
            "changes": dict(sorted(self.changes.items())),
        }


def generated() -> Iterator[str]:
    """Articles that are right by construction."""
    return (article.text for article in sample_articles(ARTICLES, SEED))


def messages(package: str) -> Iterator[str]:
    """The sentences among the French messages of an installed distribution, each once."""
    files = importlib.metadata.files(package) or []
    catalogues = sorted(str(file.locate()) for file in files if file.match("fr/LC_MESSAGES/*.mo"))
    seen: set[str] = set()
    for path in catalogues:
        with open(path, "rb") as file:
            catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        for text in catalogue.values():
            if text not in seen and _is_prose(text):
                seen.add(text)
                yield text


def _is_prose(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and not set("<>&%${}\n") & set(text)


def measure(texts: Iterator[str], pipeline: frclean.Pipeline, version: str) -> Harm:
    """Count what ``clean()`` changes."""
    harm = Harm(version)
    for text in texts:
        harm.characters += len(text)
        if pipeline.clean(text) is text:
            continue
        result = pipeline.explain(text)
        harm.changes.update(finding.code for finding in result.applied)
        harm.shown += [f"{f.code} {f.found!r} → {f.fixes[0].replacement!r}" for f in result.applied]
    return harm


def measured() -> dict[str, Harm]:
    """Every kind of text that is at hand."""
    harms = {"generated": measure(generated(), frclean.Pipeline(), "")}
    for package in PACKAGES:
        try:
            version = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
        # A message is no page: what is residue there is what it says here.
        harms[package] = measure(messages(package), frclean.Pipeline("prose"), version)
    return harms


def worse(harm: Harm, accepted: dict[str, Any]) -> list[str]:
    """How ``harm`` is worse than the baseline, in words; nothing if it is not.

    With other versions of the texts only the rate counts, and it may be half as much again.
    """
    same = harm.version == accepted["version"]
    limit = accepted["per_million"] * (1 if same else 1.5)
    found = []
    if harm.per_million > limit:
        found.append(f"{harm.per_million} changes by a million characters, accepted are {limit}")
    if same:
        found += [
            f"{code}: {count} changes, accepted are {accepted['changes'].get(code, 0)}"
            for code, count in harm.changes.items()
            if count > accepted["changes"].get(code, 0)
        ]
    return found


def main() -> int:
    """Measure, print, compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="print every change")
    parser.add_argument("--update", action="store_true", help="write the baseline")
    options = parser.parse_args()
    harms = measured()
    if options.update:
        figures = {name: harm.to_dict() for name, harm in harms.items()}
        BASELINE.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    baseline = json.loads(BASELINE.read_text("utf-8"))
    failures = 0
    for name, harm in harms.items():
        print(f"{name} {harm.version}: {harm.characters} characters, {harm.per_million} changes by "
              f"a million; {dict(harm.changes.most_common())}")  # fmt: skip
        for line in harm.shown if options.show else ():
            print(f"  {line}")
        for line in worse(harm, baseline[name]):
            failures += 1
            print(f"  WORSE: {line}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
