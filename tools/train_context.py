#!/usr/bin/env python3
"""Trains the model of words in context (frclean/language/context.py).

    python tools/train_context.py CORPORA

CORPORA is a directory with plain French text (``modern``, ``novels``, ``articles``: .jsonl.gz) and
``parisstories.conllu.gz``. Needs numpy, which frclean itself does not.

No tags and no damaged text: what is written is right, each of its candidates is wrong. One
document in eight teaches nothing: it sets the thresholds, one per pair of homophones and one per
kind of slip and place in the noun phrase, so that each raises so many alarms and no more.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import struct
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from frclean.language import context as model_of
from frclean.language.analysis import Analyser
from frclean.language.context import (
    BORDER,
    COARSE,
    FINE,
    GATE_BITS,
    HOMOPHONE,
    RARE_PAIR,
    SHIFT,
    SLOT_BITS,
    TEMPLATES,
    UNIT,
    Seen,
    Vocabulary,
    gate_class,
    left_states,
    pair_slot,
    right_states,
)
from frclean.language.lexicon import lexicon
from frclean.language.tokens import SIGN, WORD
from frclean.rules import ALL_RULES, RuleBook

SOURCES = (("modern", 1.0), ("novels", 1.0), ("articles", 0.6), ("parisstories", 1.0))
MOST_CANDIDATES = 7
Array = np.ndarray[Any, np.dtype[Any]]


def documents(corpora: Path, characters: int) -> Iterator[tuple[str, str]]:
    """(source, text): of ``modern`` so many characters, evenly drawn from its sources."""
    for name, share in SOURCES:
        if name == "parisstories":
            data = gzip.decompress((corpora / f"{name}.conllu.gz").read_bytes()).decode()
            lines = [line[9:] for line in data.split("\n") if line.startswith("# text = ")]
            for at in range(0, len(lines), 40):
                yield name, "\n".join(lines[at : at + 40])
            continue
        with gzip.open(corpora / f"{name}.jsonl.gz", "rt") as file:
            items = [json.loads(line) for line in file]
        random.Random(3).shuffle(items)
        most = characters // 6 if name == "modern" else characters
        left: dict[str, int] = dict.fromkeys({item["source"] for item in items}, most)
        for item in items[: int(len(items) * share)]:
            if left[item["source"]] > 0:
                left[item["source"]] -= len(item["text"])
                yield name, item["text"]


class Text:
    """The tokens of some documents as numbers."""

    def __init__(self, analyser: Analyser, vocabulary: Vocabulary) -> None:
        self.analyser, self.vocabulary = analyser, vocabulary
        self.numbers: dict[tuple[str, str, bool], int] = {("¶", SIGN, False): 0}
        self.seen: list[Seen] = [BORDER]
        self.forms: list[str] = [""]
        self.ids: list[int] = []
        self.states: list[tuple[int, ...]] = []
        self.chars: list[str] = []
        self.sources: list[int] = []
        self.lines: set[str] = set()

    def number(self, form: str, kind: str, opens: bool) -> int:
        """The number of a word as it is seen."""
        key = (form, kind, opens)
        found = self.numbers.get(key)
        if found is None:
            found = self.numbers[key] = len(self.seen)
            self.seen.append(self.vocabulary.seen(form, kind, opens))
            free = kind == WORD and (opens or form == form.lower())
            self.forms.append(form.lower() if free else "")
        return found

    def add(self, text: str, source: int) -> None:
        """One document; no line twice."""
        for line in text.split("\n"):
            if line in self.lines:
                continue
            self.lines.add(line)
            analysis = self.analyser.analyse(line)
            tokens = [
                (piece.form, piece.kind)
                for chunk in line.split(" ")
                for piece in self.analyser.pieces(chunk)
            ]
            sentence: list[tuple[str, str]] = []
            chars = ""
            ends = self.analyser.classes.predicate("fin")
            for token, char in zip(tokens, analysis.signature[1:-1], strict=True):
                sentence.append(token)
                chars += char
                if self.analyser.classes.holds(char, ends):
                    self._sentence(sentence, chars, source)
                    sentence, chars = [], ""
            self._sentence(sentence, chars, source)

    def _sentence(self, tokens: list[tuple[str, str]], chars: str, source: int) -> None:
        if not 3 <= len(tokens) <= 150:
            return
        ids = [self.number(f, k, at == 0) for at, (f, k) in enumerate(tokens)]
        if sum(self.seen[i].fine == UNKNOWN for i in ids) * 5 > len(ids):
            return
        words = [self.seen[i] for i in ids]
        self.ids += [0, 0, 0, *ids]
        empty = (0,) * 7
        left, right = left_states(words), right_states(words)
        self.states += [empty] * 3 + [a + b for a, b in zip(left, right, strict=True)]
        self.chars += ["", "", "", *chars]
        self.sources += [source] * (len(ids) + 3)


UNKNOWN = model_of._hash("m ?")


class Features:
    """Feature numbers of positions and words, all at once."""

    def __init__(self, text: Text) -> None:
        pad = [0, 0, 0]
        self.ids = np.array([*pad, *text.ids, *pad])
        states = np.array([*[(0,) * 7] * 3, *text.states, *[(0,) * 7] * 3], dtype=np.int64)
        self.phrase, self.head, subject, self.auxiliary, before, self.noun, behind = states.T
        self.subject = subject
        self.verbs = (before + 1) * 4 + behind + 1
        seen = np.array([word[:4] for word in text.seen], dtype=np.uint64)
        self.fine, self.coarse, self.common, self.vowel = seen.T.copy()

    def keys(self, at: Array) -> Array:
        """One hash per position and template."""
        l3, l2, l1, r1, r2 = (self.ids[at + d] for d in (-3, -2, -1, 1, 2))
        fine, coarse = self.fine, self.coarse
        phrase, head, subject = self.phrase[at], self.head[at], self.subject[at]
        noun, verbs, auxiliary = self.noun[at], self.verbs[at], self.auxiliary[at]
        o = np.zeros(len(at), dtype=np.uint64)
        rows = (
            (o, o, o), (fine[l1], o, o), (fine[r1], o, o), (fine[l1], fine[l2], o),
            (fine[r1], fine[r2], o), (fine[l1], fine[r1], o), (phrase, o, o), (noun, o, o),
            (subject, o, o), (subject, fine[l1], o), (verbs, subject, o),
            (coarse[l1], coarse[l2], coarse[r1]), (coarse[l1], coarse[r1], coarse[r2]),
            (coarse[l1], coarse[l2], coarse[l3]), (phrase, head, o),
            (phrase, coarse[l1], coarse[l2]), (subject, coarse[l1], coarse[r1]),
            (auxiliary, subject, o), (noun, coarse[l1], coarse[l2]), (phrase, noun, o),
            (verbs, coarse[l1], coarse[r1]), (o, o, o), (self.vowel[r1], o, o),
        )  # fmt: skip
        keys = np.empty((len(at), TEMPLATES), dtype=np.uint64)
        for t, ((x, y, z), (a, b, c, d)) in enumerate(
            zip(rows, model_of._MULTIPLIERS, strict=True)
        ):
            keys[:, t] = (
                x.astype(np.uint64) * np.uint64(a)
                + y.astype(np.uint64) * np.uint64(b)
                + z.astype(np.uint64) * np.uint64(c)
                + np.uint64(d)
            )
        return keys

    def hashes(self, at: Array, words: Array) -> Array:
        """(position, word, template) -> hash; ``words``: one row per position."""
        keys = self.keys(at)
        own = np.empty((*words.shape, TEMPLATES), dtype=np.uint64)
        own[:, :, :FINE] = self.fine[words][:, :, None]
        own[:, :, FINE:COARSE] = self.coarse[words][:, :, None]
        own[:, :, COARSE] = self.common[words]
        own[:, :, COARSE + 1] = self.fine[words]
        own += keys[:, None, :]
        return (own >> np.uint64(SHIFT)).astype(np.int64)


def candidate_rows(text: Text, at: Array, features: Features) -> Array:
    """For each position the word and its candidates, -1 where there are fewer."""
    vocabulary = text.vocabulary
    rows: dict[int, list[int]] = {}
    behind: dict[str, list[str]] = defaultdict(list)
    forms = sorted({text.forms[i] for i in features.ids[at]})
    for form in forms:
        for candidate in vocabulary.candidates(form):
            behind[candidate.form].append(form)
    draw = random.Random(5)
    for i in set(features.ids[at].tolist()):
        form = text.forms[i]
        own = [c.form for c in vocabulary.candidates(form)]
        back = [f for f in behind[form] if f not in own]
        # Both directions, or only rare words are ever right.
        own += draw.sample(back, min(2, len(back)))
        draw.shuffle(own)
        rows[i] = [i] + [text.number(f, WORD, False) for f in own[: MOST_CANDIDATES - 1]]
    found = np.full((len(at), MOST_CANDIDATES), -1)
    for n, i in enumerate(features.ids[at].tolist()):
        found[n, : len(rows[i])] = rows[i]
    return found


def positions(text: Text, features: Features, most: int) -> Array:
    """Where to learn: words with candidates, each form so often, more often in novels."""
    counts: Counter[tuple[str, bool]] = Counter()
    chosen = []
    order = list(range(3, len(features.ids) - 3))
    random.Random(1).shuffle(order)
    ids, sources = features.ids.tolist(), [0, 0, 0, *text.sources, 0, 0, 0]
    known: dict[int, bool] = {}
    for at in order:
        i = ids[at]
        has = known.get(i)
        if has is None:
            has = known[i] = bool(text.forms[i] and text.vocabulary.candidates(text.forms[i]))
        if has:
            novel = sources[at] != 0
            key = (text.forms[i], novel)
            counts[key] += 1
            if counts[key] <= most * (3 if novel else 1):
                chosen.append(at)
    return np.array(chosen)


def train(
    features: Features, at: Array, rows: Array, least: int, epochs: int
) -> tuple[Array, Array]:
    """(hashes of the features kept, their weights)."""
    counts = np.zeros(1 << (SLOT_BITS + 8), dtype=np.int32)
    for start in range(0, len(at), 1 << 15):
        part = slice(start, start + (1 << 15))
        some = features.hashes(at[part], np.maximum(rows[part], 0))[rows[part] >= 0]
        np.add.at(counts, some.ravel(), 1)
    kept = np.flatnonzero(counts >= least)
    kept = place(kept, counts)
    print("features kept", len(kept), flush=True)
    number = np.zeros(len(counts), dtype=np.int32)
    number[kept] = np.arange(1, len(kept) + 1)
    del counts
    weights = np.zeros(len(kept) + 1)
    squares = np.full(len(kept) + 1, 1e-3)
    random_ = np.random.default_rng(7)
    for epoch in range(epochs):
        total, right = 0.0, 0
        order = random_.permutation(len(at))
        for start in range(0, len(at), 4096):
            batch = order[start : start + 4096]
            words = rows[batch]
            some = number[features.hashes(at[batch], np.maximum(words, 0))]
            some *= random_.random((len(batch), 1, TEMPLATES)) >= 0.3
            score = weights[some].sum(-1) / 0.7
            score[words < 0] = -1e9
            score -= score.max(1, keepdims=True)
            chance = np.exp(score)
            chance /= chance.sum(1, keepdims=True)
            total -= np.log(chance[:, 0] + 1e-9).sum()
            right += (score.argmax(1) == 0).sum()
            gradient = chance
            gradient[:, 0] -= 1
            spread = np.broadcast_to(gradient[:, :, None], some.shape).ravel()
            step = np.bincount(some.ravel(), weights=spread, minlength=len(weights))
            step[0] = 0
            step += 1e-3 * weights * (step != 0)
            squares += step * step
            weights -= 0.15 * step / np.sqrt(squares)
        print(f"epoch {epoch}: loss {total / len(at):.4f}, right {right / len(at):.4f}", flush=True)
    return kept, weights[1:]


def place(kept: Array, counts: Array) -> Array:
    """Those of the features that find a slot in their bucket: the most frequent first."""
    order = kept[np.argsort(-counts[kept], kind="stable")]
    bucket = order >> 10
    checks = np.maximum(order & 255, 1)
    taken: dict[int, list[int]] = defaultdict(list)
    fine = []
    for feature, b, check in zip(order.tolist(), bucket.tolist(), checks.tolist(), strict=True):
        if len(taken[b]) < 4 and check not in taken[b]:
            taken[b].append(check)
            fine.append(feature)
    return np.array(sorted(fine))


def table(kept: Array, weights: Array) -> tuple[bytes, bytes]:
    """The checks and the weights of the slots."""
    checks, values = bytearray(1 << SLOT_BITS), np.zeros(1 << SLOT_BITS, dtype=np.int8)
    fill: Counter[int] = Counter()
    for feature, weight in zip(kept.tolist(), weights.tolist(), strict=True):
        slot = (feature >> 10) * 4 + fill[feature >> 10]
        fill[feature >> 10] += 1
        checks[slot] = feature & 255 or 1
        values[slot] = max(-127, min(127, round(weight * UNIT)))
    return bytes(checks), values.tobytes()


def gate(text: Text, share: float) -> tuple[dict[int, float], bytes]:
    """What pairs need to be odd: shares of classes, bits of usual pairs."""
    classes = text.analyser.classes
    names = {char: gate_class(classes, char) for char in set(text.chars) if char}
    pairs: Counter[tuple[int, int]] = Counter()
    singles: Counter[int] = Counter()
    before = ""
    for char in text.chars:
        if char:
            singles[names[char]] += 1
            if before:
                pairs[names[before], names[char]] += 1
        before = char
    total = sum(singles.values())
    shares = {name: count / total**0.5 for name, count in singles.items() if count >= 5}

    def ratio(pair: tuple[int, int]) -> float:
        both = shares.get(pair[0], 0) * shares.get(pair[1], 0)
        return (pairs[pair] + 0.3) / both if both >= RARE_PAIR else 99.0

    ranked = sorted((ratio(pair), count) for pair, count in pairs.items())
    passed, limit = 0, 0.0
    for value, count in ranked:
        passed += count
        limit = value
        if passed > share * total / 2:
            break
    print(f"gate: observed/expected < {limit:.3f}", flush=True)
    usual = bytearray(GATE_BITS // 8)
    number = 0
    for pair in pairs:
        if limit < ratio(pair) < 99:
            slot = pair_slot(*pair)
            usual[slot >> 3] |= 1 << (slot & 7)
            number += 1
    print("usual pairs", number, "classes", len(shares), flush=True)
    return shares, bytes(usual)


def pack(head: dict[str, Any], shares: dict[int, float], rest: bytes) -> bytes:
    """The file, unpacked."""
    text = json.dumps(head).encode()
    text += b" " * (-len(text) % 8)
    keys = list(shares)
    return (
        struct.pack("<II", len(text), len(keys))
        + text
        + np.array(keys, dtype=np.uint64).tobytes()
        + np.array([shares[key] for key in keys], dtype=np.float32).tobytes()
        + rest
    )


#: Thresholds below which the model is not trusted, whatever the calibration says: what decides is
#: often further away than it sees.
_LEAST = {
    "a>à": 5.0,
    "à>a": 6.0,
    "et>est": 4.5,
    "est>et": 4.5,
    "ou>où": 4.5,
    "la>là": 4.5,
    "ça>sa": 5.0,
    "sens>sans": 5.0,
    "ce>se": 5.0,
    "ending 1": 6.0,
    "letter 2": 4.5,
    "number 2": 4.5,
    "gender 0": 99.0,
    "gender 1": 99.0,
}
#: Kinds of slip that are frequent enough to be allowed more alarms than others.
_SHARES = {"number 2": 3.0, "gender 2": 2.0}


def calibrate(
    data: bytes, texts: list[str], analyser: Analyser, budget: float
) -> tuple[dict[str, float], int]:
    """Thresholds from text that taught nothing."""
    model = model_of.ContextModel(lexicon(), data)
    gaps: dict[str, list[float]] = defaultdict(list)
    tokens = 0
    model.threshold = lambda pair, cell: 0.0  # type: ignore[method-assign]
    for text in texts:
        analysis = analyser.analyse(text)
        tokens += len(analysis)
        for doubt in model.doubts(analysis):
            if analysis.is_foreign(doubt.at):
                continue
            pair = f"{analysis.token(doubt.at).lower}>{doubt.candidate.form}"
            cell = pair if doubt.candidate.kind == HOMOPHONE else doubt.cell
            gaps[cell].append(doubt.gap)
    thresholds = {}
    forms = [(a, b) for a, others in model_of._PAIRS.items() for b in others]
    cells = [f"{a}>{b}" for a, b in forms]
    kinds = (model_of.NUMBER_OF, model_of.GENDER_OF, model_of.ENDING, model_of.LETTER)
    cells += [f"{kind} {where}" for kind in kinds for where in range(3)]
    for cell in cells:
        allowed = budget * tokens / 1000 * (0.25 if ">" in cell else _SHARES.get(cell, 1))
        ranked = sorted(gaps[cell], reverse=True)
        # One alarm more than there were is the least to reckon with.
        at = int(allowed)
        limit = ranked[at] if at < len(ranked) else 0.0
        least = _LEAST.get(cell, 3.5)
        thresholds[cell] = round(max(limit + (0.3 if ranked else 1.0), least), 2)
        print(f"{cell:18} {len(ranked):6} {thresholds[cell]:6.2f}")
    return thresholds, tokens


def learn(text: Text, options: argparse.Namespace) -> bytes:
    """The table of weights."""
    features = Features(text)
    at = positions(text, features, options.most)
    rows = candidate_rows(text, at, features)
    features = Features(text)  # candidates were new words
    print(f"{len(at)} positions, {(rows >= 0).sum() / len(at):.1f} words each", flush=True)
    kept, weights = train(features, at, rows, options.least, options.epochs)
    checks, values = table(kept, weights)
    return checks + values


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--characters", type=int, default=18_000_000)
    parser.add_argument("--most", type=int, default=900)
    parser.add_argument("--least", type=int, default=40)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--gate", type=float, default=0.007)
    parser.add_argument("--budget", type=float, default=0.015, help="alarms in 1,000 tokens a cell")
    parser.add_argument("--only-calibrate", action="store_true", help="keep the weights")
    options = parser.parse_args()
    begun = time.time()
    analyser = RuleBook(rule for rule in ALL_RULES if not rule.preview).analyser
    text = Text(analyser, Vocabulary(lexicon()))
    held = []
    for source, document in documents(options.corpora, options.characters):
        if zlib.crc32(document[:200].encode()) % 8 == 0:
            held.append(document)
        else:
            text.add(document, int(source != "modern"))
    path = model_of._WEIGHTS
    print(f"{len(text.ids)} tokens, {time.time() - begun:.0f} s", flush=True)
    shares, usual = gate(text, options.gate)
    if options.only_calibrate:
        tables = path.read_bytes()[-(2 << SLOT_BITS) :]
    else:
        tables = learn(text, options)
        print(f"trained, {time.time() - begun:.0f} s", flush=True)
    head: dict[str, Any] = {"thresholds": {}}
    data = pack(head, shares, usual + tables)
    head["thresholds"], _ = calibrate(data, held, analyser, options.budget)
    data = pack(head, shares, usual + tables)
    path.write_bytes(data)
    print(f"{path.stat().st_size} bytes, {time.time() - begun:.0f} s")


if __name__ == "__main__":
    main()
