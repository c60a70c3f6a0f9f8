r"""Train ``frclean/boilerplate/model.json`` from labelled pages.

    python tools/train_boilerplate.py --pages real.jsonl.gz --read read.jsonl.gz \
        --labels tools/boilerplate_labels.tsv --pages synthetic.jsonl.gz \
        --clean articles.jsonl.gz --clean modern.jsonl.gz --out frclean/boilerplate/model.json

Needs ``scikit-learn`` and ``lightgbm``; the package itself needs neither.

The corpus of the committed weights: 648 French and other pages in naive plain text with a label
for every line (``--pages``; mostly silver: three extractors that agree on the HTML), 45 windows
read line by line (``--read``, which correct the silver labels of the same pages), 207 more records
whose labels were corrected by reading (``--labels``: names, line numbers and labels alone), 252
composed and adversarial texts, and clean articles of open corpora in which everything stays
(``--clean``: French law, collective agreements, public service notices, novels). No text of them
is stored: only weights of features that are named in ``features.py`` and ``context.py``.

A record is ``{id, page, variant, lang, url_host, text, labels}``, one label per line: 1 stays,
0 goes, t is a title, ? is not known.

``--folds 5`` cross-validates by site first. Scores that the trees see are made on folds *inside*
the training sites; scores of a model that has seen the line would leak its label to the trees.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from frclean.boilerplate.context import NAMES, context_of
from frclean.boilerplate.features import LineFeatures, features_of
from frclean.boilerplate.judge import USUAL_CHARS
from frclean.boilerplate.page import Page

MIN_COUNT = 20
"""Features seen on fewer lines get no weight."""
REGULARISATION = 0.03
"""C of the logistic regression; .01 and .1 are no better on pages, and worse on windows."""
TREES = {
    "n_estimators": 100,
    "num_leaves": 16,
    "learning_rate": 0.12,
    "min_child_samples": 80,
    "reg_lambda": 20,
    "colsample_bytree": 0.3,
    "subsample": 0.7,
    "subsample_freq": 1,
}
"""On three seeds as good as 130 trees learnt at .09; 80 at .15 lose more of composed texts."""
INNER_FOLDS = 4
LENGTH = 0.4
"""A line that stays counts by this power of its length: what is lost is measured in characters."""
DOUBT = 2.0
DOUBTED = 0.1
"""What is left of the weight of a silver label when models that have not seen its site give it
log odds of less than ``-DOUBT``: extractors err in a way that none of their features explains."""
BODIES = (4, 8, 999)
"""Lines of the article that such a text keeps at most."""
THINNED = (0.3, 0.6, 0.9)
"""Shares of the residue that a text may lose before it is shown a second time."""


@dataclass(slots=True)
class Item:
    """One text with a label for each of its lines that are not blank."""

    name: str
    site: str
    weight: float
    numbers: list[int]
    labels: list[str]
    texts: list[str]
    lines: list[LineFeatures] = field(default_factory=list)
    thinned: bool = False
    silver: bool = False


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON-lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def site_of(record: dict[str, Any]) -> str:
    """The registrable domain, roughly; pages of one site must never be on both sides of a fold."""
    host = str(record.get("url_host") or "")
    if not host:
        return str(record.get("page") or record["id"]).removesuffix("+bp")
    parts = host.lower().split(".")
    long = parts[-2:-1] in (["gouv"], ["asso"], ["co"], ["free"], ["blogspot"], ["wordpress"])
    return ".".join(parts[-3:] if long else parts[-2:])


READ_TWICE, READ_ONCE = 3, 2
"""What a line counts whose label was read with great care, or was corrected by reading once."""


def weigh(record: dict[str, Any], labels: Sequence[str], trust: float) -> float:
    """What one line counts: windows more than whole pages, what was read more than silver."""
    known = sum(label in "01t" for label in labels)
    weight = min(1.0, math.sqrt(40 / max(1, known)))
    variant = record["variant"]
    weight *= trust
    weight *= 1.5 if variant.startswith("win") else 0.5 if "container" not in variant else 1
    if variant.startswith(("synthetic", "adversarial", "real-body")):
        weight *= 1.4 if not variant.startswith("adversarial") else 2.8
    return weight if record["lang"] == "fr" else weight * 0.3


def corrected(records: Iterable[dict[str, Any]], path: Path | None) -> dict[str, dict[str, Any]]:
    """The records of which somebody has read the lines, by their names, with the labels read.

    A row of the file is the name of a record, its lines (« 3 », « 3,5 », « 3-8 ») and their label.
    """
    by_name = {record["id"]: record for record in records}
    found: dict[str, dict[str, Any]] = {}
    for row in path.read_text("utf-8").splitlines() if path else ():
        if row.startswith("#"):
            continue
        name, numbers, label = row.split("\t")
        record = found.setdefault(name, by_name[name].copy())
        labels = list(record["labels"])
        for part in numbers.split(","):
            first, _, last = part.partition("-")
            for number in range(int(first), int(last or first) + 1):
                if labels[number] != " ":
                    labels[number] = label
        record["labels"] = "".join(labels)
    return found


def pages(
    paths: Iterable[Path], read_path: Path | None, corrections: Path | None = None
) -> list[Item]:
    """Every page, with the labels that were read by eye in place of silver ones."""
    records = [r for path in paths for r in read(path)]
    once = corrected(records, corrections)
    twice = {str(r["id"])[5:]: r for r in read(read_path)} if read_path else {}
    by_eye = twice | once
    trust = dict.fromkeys(once, READ_ONCE) | dict.fromkeys(twice, READ_TWICE)
    by_page: dict[str, dict[str, str]] = {}
    for record in by_eye.values():
        by_page.setdefault(record["page"], {}).update(_said(record))
    items = []
    for record in records:
        rows = _rows(by_eye.get(record["id"], record))
        texts = [text for text, _, _ in rows]
        labels = [label for _, label, _ in rows]
        if record["id"] not in by_eye:
            labels = _corrected(texts, labels, by_page.get(record.get("page"), {}))
        weight = weigh(record, labels, trust.get(record["id"], 1))
        item = Item(record["id"], site_of(record), weight, [n for _, _, n in rows], labels, texts)
        item.lines = [features_of(text) for text in texts]
        if record.get("gold_kind") != "exact" and record["id"] not in by_eye:
            item.labels = _without_certain(item)
            item.silver = True
        items.append(item)
    return items


def _rows(record: dict[str, Any]) -> list[tuple[str, str, int]]:
    pairs = zip(record["text"].split("\n"), record["labels"], strict=True)
    return [(text.strip(), label, n) for n, (text, label) in enumerate(pairs) if text.strip()]


def _said(record: dict[str, Any]) -> Iterable[tuple[str, str]]:
    """Lines longer than a word that a reading labelled, and always alike."""
    found: dict[str, set[str]] = {}
    for text, label, _ in _rows(record):
        found.setdefault(text, set()).add("1" if label == "t" else label)
    return ((t, next(iter(s))) for t, s in found.items() if len(s) == 1 and len(t) > 12)


def _corrected(texts: Sequence[str], labels: Sequence[str], said: dict[str, str]) -> list[str]:
    return [
        said.get(text, label) if label != "t" else label
        for text, label in zip(texts, labels, strict=True)
    ]


_NEVER_TEXT = ("pointer|12", "pointer|999", "date line", "byline", "agency credit")
"""Features of lines that extractors keep and readers do not: none of 81 that were read is text."""


def _without_certain(item: Item) -> list[str]:
    """Silver labels that keep « Lire aussi : … » are wrong: all 108 that were read are residue."""
    return [
        "0" if label == "1" and (line.certain or set(_NEVER_TEXT) & set(line.names)) else label
        for line, label in zip(item.lines, item.labels, strict=True)
    ]


def clean_items(paths: Iterable[Path], per_file: int, longest: int = 60) -> list[Item]:
    """Texts in which every line stays."""
    items = []
    for path in paths:
        records = read(path)
        random.Random(7).shuffle(records)
        for record in records[:per_file]:
            raw = record["text"].split("\n")
            rows = [(n, line.strip()) for n, line in enumerate(raw) if line.strip()][:longest]
            labels = ["1"] * len(rows)
            texts = [line for _, line in rows]
            numbers = [n for n, _ in rows]
            item = Item(record["id"], record["id"], 0.3, numbers, labels, texts)
            item.lines = [features_of(line) for line in texts]
            items.append(item)
    return items


def thinned(items: Iterable[Item]) -> list[Item]:
    """Each text again, with less residue, as later rounds see it, and often a shorter article."""
    found = []
    for item in items:
        chance = random.Random(item.name)
        share = chance.choice(THINNED)
        gone = False
        kept = []
        cut = _cut_out(item.labels, chance.choice(BODIES))
        for i, label in enumerate(item.labels):
            # Residue goes in runs: eight lines of ten do as the one before did.
            if i == 0 or item.labels[i - 1] != "0" or chance.random() > 0.8:
                gone = chance.random() < share
            if not gone if label == "0" else i not in cut:
                kept.append(i)
        if kept and len(kept) < len(item.labels):
            found.append(_only(item, kept))
    return found


def _cut_out(labels: Sequence[str], left: int) -> frozenset[int]:
    """Lines in the middle of the article, all but so many."""
    stays = [i for i, label in enumerate(labels) if label == "1"]
    return frozenset(stays[(left + 1) // 2 : max(0, len(stays) - left // 2)])


def _only(item: Item, kept: Sequence[int]) -> Item:
    """Some of the lines of a text, as a text of half the weight."""
    numbers, labels = [item.numbers[i] for i in kept], [item.labels[i] for i in kept]
    texts, lines = [item.texts[i] for i in kept], [item.lines[i] for i in kept]
    weight = item.weight / 2
    return Item(item.name, item.site, weight, numbers, labels, texts, lines, True, item.silver)


class Data:
    """Items as matrices."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        counts = Counter(
            name for item in items if not item.thinned for line in item.lines for name in line.names
        )
        names = sorted(name for name, count in counts.items() if count >= MIN_COUNT)
        self.vocabulary = {name: i for i, name in enumerate(names)}
        self.own = self._matrix()
        labels = [label for item in items for label in item.labels]
        self.stays = np.array([label in "1t" for label in labels])
        self.weights = np.array(
            [
                0.0 if label == "?" else item.weight * (3 if label == "t" else 1)
                for item in items
                for label in item.labels
            ]
        )
        self.row = np.repeat(np.arange(len(items)), [len(item.lines) for item in items])
        self.once = np.array([not item.thinned for item in items])[self.row]
        """False for lines that are there a second time, which tell nothing by themselves."""
        chars = np.array([line.chars for item in items for line in item.lines])
        length = np.clip((chars / USUAL_CHARS) ** LENGTH, 0.75, 2)
        self.of_trees = self.weights * np.where(self.stays, length, 1)
        """What lines count in the second stage."""
        self.silver = np.array([item.silver for item in items])[self.row]
        self.inner = np.array([_hash("inner" + item.site) % INNER_FOLDS for item in items])

    def _matrix(self) -> Any:
        columns: list[int] = []
        ends = [0]
        for item in self.items:
            for line in item.lines:
                columns += [self.vocabulary[n] for n in line.names if n in self.vocabulary]
                ends.append(len(columns))
        shape = (len(ends) - 1, len(self.vocabulary))
        return sp.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=shape)

    def fit_lines(self, train: Any) -> tuple[Any, float]:
        """Weights and bias of the first stage, from the lines of ``train``."""
        used = train & self.once & (self.weights > 0)
        model = LogisticRegression(C=REGULARISATION, max_iter=300, tol=1e-4)
        model.fit(self.own[used], self.stays[used], sample_weight=self.weights[used])
        return model.coef_[0], float(model.intercept_[0])

    def nested_scores(self, train_items: Any) -> tuple[Any, Any, float]:
        """Line scores: inside the training items by inner folds, elsewhere by all of them."""
        scores = np.zeros(self.own.shape[0])
        for fold in range(INNER_FOLDS):
            weights, bias = self.fit_lines((train_items & (self.inner != fold))[self.row])
            held = (train_items & (self.inner == fold))[self.row]
            scores[held] = self.own[held] @ weights + bias
        weights, bias = self.fit_lines(train_items[self.row])
        others = ~train_items[self.row]
        scores[others] = self.own[others] @ weights + bias
        return scores, weights, bias

    def contexts(self, scores: Any) -> Any:
        """What the trees see."""
        rows, start = [], 0
        for item in self.items:
            part = scores[start : start + len(item.lines)]
            start += len(item.lines)
            lines = [
                line._replace(score=float(score))
                for line, score in zip(item.lines, part, strict=True)
            ]
            page = Page(lines, item.texts, _blanks(item.numbers))
            rows += zip(*context_of(page), strict=True)
        return np.array(rows)

    def fit_trees(self, contexts: Any, train_items: Any) -> Any:
        """The second stage, from the lines of ``train_items``."""
        weights = self.of_trees * np.where(self._doubted(contexts, train_items), DOUBTED, 1)
        return self._trees(contexts, train_items, weights)

    def _doubted(self, contexts: Any, train_items: Any) -> Any:
        """Silver labels that trees of the other training sites are sure to be wrong."""
        odds = np.zeros(len(self.row))
        for fold in range(INNER_FOLDS):
            trees = self._trees(contexts, train_items & (self.inner != fold), self.of_trees)
            held = (train_items & (self.inner == fold))[self.row]
            odds[held] = trees.predict(contexts[held], raw_score=True)
        return self.silver & (np.where(self.stays, odds, -odds) < -DOUBT)

    def _trees(self, contexts: Any, train_items: Any, weights: Any) -> Any:
        used = train_items[self.row] & (weights > 0)
        trees = lightgbm.LGBMClassifier(**TREES, n_jobs=1, verbose=-1, random_state=1)
        trees.fit(contexts[used], self.stays[used], sample_weight=weights[used])
        return trees


def _blanks(numbers: Sequence[int]) -> list[bool]:
    return [True, *(b - a > 1 for a, b in pairwise(numbers))]


def _hash(text: str) -> int:
    return int(hashlib.md5(text.encode()).hexdigest(), 16)


def cross_validate(data: Data, folds: int, out: Path | None) -> None:
    """Scores of every line by models that have not seen its site; one model file per fold."""
    of_item = np.array([_hash("x" + item.site) % folds for item in data.items])
    for fold in range(folds):
        train = of_item != fold
        model = make_model(data, train)
        if out is not None:
            (out / f"fold{fold}.json").write_text(model, "utf-8")
            names = [item.name for item, f in zip(data.items, of_item, strict=True) if f == fold]
            (out / f"fold{fold}.names").write_text("\n".join(names), "utf-8")


def make_model(data: Data, train_items: Any) -> str:
    """The JSON text of a model trained on some of the items."""
    scores, weights, bias = data.nested_scores(train_items)
    trees = data.fit_trees(data.contexts(scores), train_items)
    dump = trees.booster_.dump_model()["tree_info"]
    lines = {
        name: round(float(weights[i]), 3)
        for name, i in data.vocabulary.items()
        if abs(weights[i]) >= 0.005
    }
    model = {
        "bias": round(bias, 3),
        "lines": lines,
        "names": list(NAMES),
        "trees": [_tree(tree["tree_structure"]) for tree in dump],
    }
    digest = hashlib.sha256(json.dumps(model).encode()).hexdigest()[:12]
    return _pretty({"digest": digest, **model})


def _tree(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 3)
    name = NAMES[node["split_feature"]]
    threshold = float(f"{node['threshold']:.5g}")
    return [name, threshold, _tree(node["left_child"]), _tree(node["right_child"])]


def _pretty(model: dict[str, Any]) -> str:
    """One weight a line and one tree a line, so that a change can be read as a diff."""
    parts = []
    for key, value in model.items():
        if isinstance(value, dict):
            rows = [f"  {json.dumps(k, ensure_ascii=False)}: {v}" for k, v in value.items()]
            parts.append(f"{json.dumps(key)}: {{\n" + ",\n".join(rows) + "\n}")
        elif key == "trees":
            rows = [f"  {json.dumps(row, ensure_ascii=False)}" for row in value]
            parts.append(f"{json.dumps(key)}: [\n" + ",\n".join(rows) + "\n]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=Path, action="append", required=True)
    parser.add_argument("--read", type=Path)
    parser.add_argument("--labels", type=Path, help="labels of lines that were read besides")
    parser.add_argument("--clean", type=Path, action="append", default=[])
    parser.add_argument("--clean-texts", type=int, default=400, help="texts of each clean file")
    parser.add_argument("--folds", type=int, default=0, help="also write one model per fold")
    parser.add_argument("--folds-out", type=Path, help="the folder for the models of the folds")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    items = pages(args.pages, args.read, args.labels) + clean_items(args.clean, args.clean_texts)
    items += thinned(items)
    data = Data(items)
    print(f"{len(items)} texts, {len(data.row)} lines, {len(data.vocabulary)} features of a line")
    if args.folds:
        cross_validate(data, args.folds, args.folds_out)
    if args.out:
        args.out.write_text(make_model(data, np.ones(len(items), bool)), "utf-8")


if __name__ == "__main__":
    main()
