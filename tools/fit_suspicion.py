r"""Fit ``frclean/languagetool/suspicion.json`` to what LanguageTool says of some texts.

    python tools/fit_suspicion.py damage web.jsonl --out damaged.jsonl
    python tools/fit_suspicion.py fit LanguageTool-6.6 --cache DIR --texts web.jsonl \
        --texts damaged.jsonl --typical web.jsonl --out frclean/languagetool/suspicion.json
    python tools/fit_suspicion.py test LanguageTool-6.6 --cache DIR --texts others.jsonl …

Needs ``scikit-learn``, Java and the extras ``languagetool`` and ``testing``. Texts are JSONL with a
field ``text``; where a field ``edits`` marks slips (``start``, ``end``), ``test`` says how many of
them are found, too. LanguageTool reads every sentence once (``--cache`` remembers what it said), at
some 2 kB/s.

The committed weights: 17,272 sentences, of which 5,336 are from scraped pages of 112 sites, 5,688
the same or others of these sites with damage, 6,248 from law, public service notices, manuals and
novels, most with damage. None of them is stored: only weights of clues that are named in
``suspicion.py``. The sites of the texts on which the score is tested are not among them.
"""

from __future__ import annotations

import argparse
import functools
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from frclean.config import Config
from frclean.document import Document, Edit, Span
from frclean.language.context import context_model
from frclean.language.lexicon import lexicon
from frclean.language.sound import homophones
from frclean.languagetool import LanguageTool
from frclean.languagetool.sentences import sentences_of
from frclean.languagetool.suspicion import Suspicion, clues, suspicion
from frclean.rules import Rules
from frclean.testing.damage import LAYOUT, TYPOS, inflict, picked

SHARE = 0.39
"""Of the sentences of typical texts so many score 0 or more."""
REGULARISATION = 0.003
"""C of the logistic regression; .01 and .1 find half a percent less on sites left out."""
LEAST_COUNT = 20
"""Clues that come in fewer sentences get no weight …"""
LEAST_WEIGHT = 0.04
"""… and lighter ones none, either."""
_WORD = re.compile(r"(?<![\w’'-])[a-zàâçéèêëîïôùûüœ]+(?![\w’'-])")


@dataclass
class Text:
    """A text as it is learnt from: the clues of its sentences, what LanguageTool adds to each."""

    clues: list[dict[str, float]]
    added: list[int]
    ours: int
    slips: int = 0
    """Slips that are marked."""
    slips_found: int = 0
    """By our rules."""
    slips_added: list[int] = field(default_factory=list)
    """For each sentence, those of the others that LanguageTool finds in it."""


def main() -> None:
    """Do what is asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("do", choices=("damage", "fit", "test"))
    parser.add_argument("source", help="a JSONL of texts (damage); an address or a directory")
    parser.add_argument("--texts", action="append", default=[], metavar="JSONL")
    parser.add_argument("--typical", metavar="JSONL", help="what the threshold is chosen on")
    parser.add_argument("--cache", metavar="DIR", help="remembers what LanguageTool said")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.do == "damage":
        rng = random.Random(5)
        rows = [{"text": damaged(row["text"], rng)} for row in _rows(options.source)]
        options.out.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return
    step = LanguageTool(options.source, when="all", timeout=300, cache=options.cache)
    read = {name: [_read(step, row) for row in _rows(name)] for name in options.texts}
    if options.do == "fit":
        model = fitted([text for texts in read.values() for text in texts], read[options.typical])
        _write(model, options.out)
    else:
        model = suspicion()
    for name, texts in read.items():
        print(f"{Path(name).name}: {report(texts, model)}")


def _rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(row) for row in Path(path).read_text("utf-8").splitlines()]


def _read(step: LanguageTool, row: dict[str, Any]) -> Text:
    document, rules = Document.of(row["text"]), Rules(Config())
    ours, analysis = rules(document), rules.analysis(document)
    sentences = list(sentences_of(analysis))
    theirs = [finding.span for finding in step(document)]
    slips = [Span(edit["start"], edit["end"]) for edit in row.get("edits", ())]
    missed = [slip for slip in slips if not any(_meet(slip, f.span) for f in ours)]
    added = [next((f for f in theirs if _meet(slip, f)), None) for slip in missed]
    return Text(
        [clues(analysis, tokens, span, ours) for span, tokens in sentences],
        [_starting_in(span, theirs) for span, _ in sentences],
        len(ours),
        len(slips),
        len(slips) - len(missed),
        [_starting_in(span, filter(None, added)) for span, _ in sentences],
    )


def _meet(one: Span, other: Span) -> bool:
    """True if they overlap or touch: a slip may be a blank that is missing between two signs."""
    return one.start <= other.end and other.start <= one.end


def _starting_in(sentence: Span, spans: Iterable[Span]) -> int:
    return sum(sentence.start <= span.start < sentence.end for span in spans)


# --- damage: what LanguageTool finds in texts that are right as they are is mostly no slip -------


def damaged(text: str, rng: random.Random) -> str:
    """The text with about one slip in 200 characters, most of them words for other words."""
    edits: list[tuple[str, Edit]] = []
    others = list(_other_words(text))
    for _ in range(max(1, round(len(text) / 200))):
        if others and rng.random() < 0.65:
            kind = rng.choice(sorted({kind for kind, _ in others}))
            edits.append(rng.choice([pair for pair in others if pair[0] == kind]))
        else:
            tables = TYPOS if rng.random() < 0.9 else LAYOUT
            edits += picked(text, [(rng.choice(sorted(tables)), rng.randrange(1 << 16))], tables)
    return inflict(text, edits).dirty


def _other_words(text: str) -> Iterator[tuple[str, Edit]]:
    """Other forms of its words, words that sound alike, words one letter away."""
    vocabulary = context_model(lexicon()).vocabulary
    for match in _WORD.finditer(text):
        for candidate in vocabulary.candidates(match[0]):
            yield candidate.kind, Edit(Span(*match.span()), candidate.form)
        for form in _heard_alike(match[0]):
            yield "sound", Edit(Span(*match.span()), form)


@functools.cache
def _heard_alike(word: str) -> tuple[str, ...]:
    common = lexicon().frequency
    found = homophones(word, lexicon()) if len(word) > 1 else ()
    return tuple(form for form in found if form != word and common(form) > 70)


# --- the fit ------------------------------------------------------------------------------------


def fitted(texts: Sequence[Text], typical: Sequence[Text]) -> Suspicion:
    """Weights for which sentences of ``texts`` that LanguageTool adds to score highest."""
    rows = [found for text in texts for found in text.clues]
    counts = Counter(name for found in rows for name in found)
    rows = [{n: v for n, v in found.items() if counts[n] >= LEAST_COUNT} for found in rows]
    is_added = np.array([count > 0 for text in texts for count in text.added])
    vectorizer, scaler = DictVectorizer(), StandardScaler(with_mean=False)
    table = scaler.fit_transform(vectorizer.fit_transform(rows))
    fit = LogisticRegression(C=REGULARISATION, max_iter=1000).fit(table, is_added)
    weights = {
        name: round(float(weight / scale), 2)
        for name, weight, scale in zip(
            vectorizer.get_feature_names_out(), fit.coef_[0], scaler.scale_, strict=True
        )
        if abs(weight / scale) >= LEAST_WEIGHT
    }
    model = Suspicion(weights, 0.0)
    scores = sorted(model(found) for text in typical for found in text.clues)
    return Suspicion(weights, round(scores[int((1 - SHARE) * len(scores))], 2))


def report(texts: Sequence[Text], model: Suspicion) -> str:
    """What is found, and what is sent, at the threshold and where the best 40 % are sent."""
    scored = [
        (model(found), added, slips)
        for text in texts
        for found, added, slips in zip(text.clues, text.added, text.slips_added, strict=True)
    ]
    scored.sort(key=lambda sentence: -sentence[0])
    sent, most = sum(score >= 0 for score, _, _ in scored), int(0.4 * len(scored))
    ours, added = sum(text.ours for text in texts), [count for _, count, _ in scored]
    told = (
        f"{len(scored)} sentences, {ours} findings of ours, {sum(added)} more; "
        f"sent {sent / len(scored):.1%}, found {_share(ours, added, sent):.1%}; "
        f"with the most doubtful 40 % {_share(ours, added, most):.1%}"
    )
    marked = sum(text.slips for text in texts)
    if not marked:
        return told
    ours, added = sum(text.slips_found for text in texts), [count for _, _, count in scored]
    return (
        f"{told}; of {marked} slips our rules find {ours}, with LanguageTool on all "
        f"{ours + sum(added)}: of these sent {_share(ours, added, sent):.1%}, "
        f"40 % {_share(ours, added, most):.1%}"
    )


def _share(ours: int, added: Sequence[int], sent: int) -> float:
    """What is found with the first sentences sent, of what is found with all."""
    return (ours + sum(added[:sent])) / max(1, ours + sum(added))


def _write(model: Suspicion, path: Path) -> None:
    weights = dict(sorted(model.weights.items(), key=lambda pair: -abs(pair[1])))
    data = {"threshold": model.threshold, "weights": weights}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
