"""Two versions of a corpus, or of a configuration: what changed, rule by rule."""

from __future__ import annotations

import difflib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from frclean.audit.reading import Entry
from frclean.finding import Finding
from frclean.pipeline import Pipeline

__all__ = ["Change", "Comparison", "compare_corpora", "compare_pipelines", "read_pipeline"]

SAMPLES = 5  # changes shown for each rule
_AROUND = 30


class Change(NamedTuple):
    """A place that differs, with a little of what stands around it."""

    key: str
    before: str
    after: str


@dataclass(slots=True)
class Comparison:
    """What changed between two versions."""

    texts: int = 0
    changed: int = 0
    only_before: list[str] = field(default_factory=list)
    only_after: list[str] = field(default_factory=list)
    before: Counter[str] = field(default_factory=Counter)
    """Findings of the first version by code."""
    after: Counter[str] = field(default_factory=Counter)
    samples: dict[str, list[Change]] = field(default_factory=dict)
    """Some places by code; « texte » where no rule speaks."""

    def codes(self) -> list[str]:
        """The codes whose counts or places differ, the greatest change first."""
        known = {*self.before, *self.after, *self.samples}
        moved = [c for c in known if self.before[c] != self.after[c] or c in self.samples]
        return sorted(moved, key=lambda c: (-abs(self.after[c] - self.before[c]), c))

    def show(self, code: str, change: Change) -> None:
        """Keep a place, if there are not enough of its code yet."""
        shown = self.samples.setdefault(code, [])
        if len(shown) < SAMPLES:
            shown.append(change)

    def to_dict(self) -> dict[str, Any]:
        """As JSON-ready values."""
        return {
            "texts": self.texts,
            "changed": self.changed,
            "only_before": self.only_before,
            "only_after": self.only_after,
            "codes": {
                code: {
                    "before": self.before[code],
                    "after": self.after[code],
                    "samples": [change._asdict() for change in self.samples.get(code, [])],
                }
                for code in self.codes()
            },
        }


# --- two versions of a corpus --------------------------------------------------------------------


def compare_corpora(
    first: Iterable[Entry], second: Iterable[Entry], pipeline: Pipeline
) -> Comparison:
    """What changed from one version of a corpus to the other; texts are paired by their keys.

    A change is laid at the door of the rules that speak about either side of it.
    """
    done = Comparison()
    after = {entry.key: entry.text for entry in second}
    for key, text in ((entry.key, entry.text) for entry in first):
        if key not in after:
            done.only_before.append(key)
            continue
        done.texts += 1
        new = after.pop(key)
        if new != text:
            done.changed += 1
            _compare_texts(done, key, text, new, pipeline)
    done.only_after = list(after)
    return done


def _compare_texts(done: Comparison, key: str, old: str, new: str, pipeline: Pipeline) -> None:
    was, now = pipeline.check(old), pipeline.check(new)
    done.before.update(finding.code for finding in was)
    done.after.update(finding.code for finding in now)
    for (a, b), (c, d) in _differences(old, new):
        change = Change(key, _around(old, a, b), _around(new, c, d))
        codes = {f.code for f in was if _meets(f, a, b)} | {f.code for f in now if _meets(f, c, d)}
        for code in sorted(codes) or ["texte"]:
            done.show(code, change)


def _meets(finding: Finding, start: int, end: int) -> bool:
    return finding.span.start <= end and start <= finding.span.end


def _differences(old: str, new: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Spans that differ, word by word: in the old text, in the new one."""
    olds, news = _pieces(old), _pieces(new)
    matcher = difflib.SequenceMatcher(
        None, [p for p, _ in olds], [p for p, _ in news], autojunk=False
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield _span(olds, i, j, len(old)), _span(news, k, m, len(new))


def _pieces(text: str) -> list[tuple[str, int]]:
    return [(match[0], match.start()) for match in re.finditer(r"\s+|\w+|[^\w\s]", text)]


def _span(pieces: list[tuple[str, int]], i: int, j: int, length: int) -> tuple[int, int]:
    starts = [*(start for _, start in pieces), length]
    return starts[i], starts[j]


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _AROUND) : end + _AROUND]


# --- two configurations --------------------------------------------------------------------------


def compare_pipelines(first: Pipeline, second: Pipeline, entries: Iterable[Entry]) -> Comparison:
    """What two configurations make of the same texts."""
    done = Comparison()
    for key, text in ((entry.key, entry.text) for entry in entries):
        done.texts += 1
        was, now = first.explain(text), second.explain(text)
        done.before.update(finding.code for finding in was.findings)
        done.after.update(finding.code for finding in now.findings)
        done.changed += was.text != now.text
        known, new = set(map(_place, was.findings)), set(map(_place, now.findings))
        for finding in was.findings:
            if _place(finding) not in new:
                done.show(finding.code, Change(key, _shown(finding, text), ""))
        for finding in now.findings:
            if _place(finding) not in known:
                done.show(finding.code, Change(key, "", _shown(finding, text)))
    return done


def _place(finding: Finding) -> tuple[Any, ...]:
    fix = finding.fix
    return finding.code, finding.span, fix and fix.replacement, finding.applicability


def _shown(finding: Finding, text: str) -> str:
    fix = f" → {finding.fix.replacement}" if finding.fix else ""
    return f"{_around(text, *finding.span)}{fix} ({finding.applicability})"


def read_pipeline(path: str) -> Pipeline:
    """The pipeline of a TOML or JSON file: ``steps`` or ``preset``, and options of ``Config``.

    A pyproject.toml is read from its table ``[tool.frclean]``.

    Raises:
        ValueError: if the file is no TOML or JSON, or names an unknown step or option.

    """
    import tomllib

    text = Path(path).read_text("utf-8")
    try:
        options = json.loads(text) if path.endswith(".json") else tomllib.loads(text)
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
    options = options.get("tool", {}).get("frclean", options)
    steps = options.pop("steps", None) or options.pop("preset", None)
    options.pop("preset", None)
    return Pipeline(steps, **{name.replace("-", "_"): v for name, v in options.items()})
