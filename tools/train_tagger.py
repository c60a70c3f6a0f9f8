#!/usr/bin/env python3
"""Trains and measures the tagger (frclean/language/tagger.py).

    python tools/train_tagger.py CORPORA                trains, writes the weights
    python tools/train_tagger.py CORPORA --report       measures the weights in the package

CORPORA is a directory with Universal Dependencies treebanks (``partut-*.conllu.gz``,
``parisstories.conllu.gz`` to train, ``sequoia-train.conllu.gz``, ``pud.conllu.gz`` to measure)
and plain French text (``modern.jsonl.gz``, ``novels.jsonl.gz``) for self-training.

Gold tags are sets: what UD says about a token, mapped to the labels of the tagger, often leaves
several open (UD calls « mort » in « il est mort » now a verb, now an adjective). Training
maximises the probability of the whole set, so that the model may settle such cases as it likes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import exp, sqrt
from operator import mul
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from frclean.language import tagger as tagging
from frclean.language.lexicon import Lexicon, Reading, lexicon
from frclean.language.tagger import (
    LABELS,
    SLOTS,
    UNIT,
    Tagger,
    Word,
    label_of,
    posteriors,
)
from frclean.language.tokens import WORD, pieces

TRAIN = ("partut-train", "partut-dev", "partut-test", "parisstories")
TEST = ("sequoia-train", "pud")
MOODS = {
    ("Ind", "Pres"): "ver:pres",
    ("Ind", "Imp"): "ver:impf",
    ("Ind", "Past"): "ver:ps",
    ("Ind", "Fut"): "ver:fut",
    ("Cnd", "Pres"): "ver:cond",
    ("Sub", "Pres"): "ver:subp",
    ("Sub", "Past"): "ver:subi",
    ("Sub", "Imp"): "ver:subi",
    ("Imp", "Pres"): "ver:imp",
}
DETERMINERS = {"Dem": "dem", "Int": "int", "Exc": "int", "Neg": "neg", "Prs": "poss"}
PRONOUNS = {"Dem": "dem", "Int": "int", "Rel": "rel", "Ind": "ind", "Neg": "ind", "Tot": "ind"}
#: What else to accept, in this order, when the lexicon lacks the part of speech that UD gives.
INSTEAD = {
    "NOUN": ("nom", "adj", "ver:pp", "num", "prop", "ver:inf", "ver:ppr", "pro:ind", "adv"),
    "PROPN": ("prop", "nom", "adj"),
    "ADJ": ("adj", "ver:pp", "num", "det:ind", "nom", "ver:ppr", "pro:ind", "adv", "det:poss"),
    "ADV": ("adv", "pro:adv", "conj:sub", "prep", "pro:int", "pro:ind", "adj", "nom", "int"),
    "PART": ("adv",),
    "ADP": ("prep", "contr", "conj:sub", "adv", "adj", "ver:pp", "ver:ppr", "nom", "pro:adv"),
    "CCONJ": ("conj:coord", "conj:sub", "adv", "prep"),
    "SCONJ": ("conj:sub", "prep", "adv", "pro:int", "pro:rel"),
    "NUM": ("num", "nom", "det:ind", "adj", "pro:ind"),
    "DET": ("num", "adj", "pro:ind", "nom", "adv"),
    "PRON": ("num", "adj", "nom", "adv", "det:ind"),
    "INTJ": ("int", "adv", "nom", "ver:imp", "adj"),
}


# --- gold -------------------------------------------------------------------------------------


@dataclass(slots=True)
class Gold:
    """One token of a treebank, as it is written."""

    start: int
    end: int
    upos: str
    features: dict[str, str]
    relation: str
    is_contraction: bool = False
    is_careless: bool = False
    """Its treebank, which is in the present tense, takes « fournit » for a past."""


@dataclass(slots=True)
class Sentence:
    """A sentence cut as frclean cuts it, with what UD says of each token."""

    text: str
    tokens: list[tuple[str, str]]
    words: list[Word]
    gold: list[Gold | None]
    allowed: list[frozenset[int] | None] = field(default_factory=list)
    taught: list[list[float] | None] | None = None
    """For a sentence without tags, how probable other models find the labels of each word."""


def read_treebank(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The sentences of a CoNLL-U file as text and tokens."""
    text, until = "", 0
    tokens: list[Gold] = []
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) < 10:
            if tokens:
                yield text.rstrip(), tokens
            text, tokens, until = ("", [], 0) if not line.startswith("#") else (text, tokens, until)
            continue
        number, form, _, upos, _, features, _, relation, _, misc = columns
        first, _, last = number.partition("-")
        if "." in first or (not last and int(first) <= until):
            continue
        if last:
            until = int(last)
        start = len(text)
        text += form
        known = dict(p.split("=", 1) for p in (features + "|" + misc).split("|") if "=" in p)
        is_careless = path.name.startswith("partut")
        tokens.append(Gold(start, len(text), upos, known, relation, bool(last), is_careless))
        if known.get("SpaceAfter") != "No":
            text += " "
    if tokens:
        yield text.rstrip(), tokens


def cut(text: str, words: Lexicon) -> Iterator[tuple[int, int, str, str]]:
    """The tokens of a text: start, end, form, kind."""
    position = 0
    for chunk in text.split(" "):
        for piece in pieces(chunk, words):
            yield position + piece.start, position + piece.end, piece.form, piece.kind
        position += len(chunk) + 1


def sentences(path: Path, model: Tagger) -> Iterator[Sentence]:
    """A treebank as frclean sees it."""
    for text, golds in read_treebank(path):
        spans = {(gold.start, gold.end): gold for gold in golds}
        cuts = list(cut(text, model.lexicon))
        tokens = [(form, kind) for _, _, form, kind in cuts]
        found = [spans.get((start, end)) for start, end, _, _ in cuts]
        sentence = Sentence(text, tokens, model.words(tokens), found)
        for (form, kind), word, gold in zip(tokens, sentence.words, found, strict=True):
            labels = all_labels(word, form.lower(), model)
            right = gold_labels(gold, form.lower(), labels) if gold and kind == WORD else None
            if right and "ver:ps" in right and "ver:pres" in labels:
                right = right - {"ver:ps"} | {"ver:pres"}
            numbers = None if right is None else frozenset(map(LABELS.index, right))
            sentence.allowed.append(numbers)
        yield sentence


def all_labels(word: Word, lower: str, model: Tagger) -> frozenset[str]:
    """The labels of a word, also the past of « finit », which the tagger decides by rule."""
    labels = frozenset(LABELS[number] for number in word.labels)
    is_both = "ver:pres" in labels and any(r.tense == "ps" for r in model.readings(lower))
    return labels | {"ver:ps"} if is_both else labels


def gold_labels(gold: Gold, form: str, labels: frozenset[str]) -> frozenset[str] | None:
    """Which of ``labels`` agree with UD; none if UD says something that they do not hold."""
    if gold.is_contraction:
        return labels & {"contr"} or labels & {"pro:rel", "pro:int"} or None
    return (
        _disputed(gold, form, labels)
        or _wanted(gold, form) & labels
        or _instead(gold, labels)
        or (None if gold.upos in ("X", "SYM", "PUNCT") else frozenset())
    )


def _disputed(gold: Gold, form: str, labels: frozenset[str]) -> frozenset[str]:
    """What to accept where treebanks and lexicon, or treebanks among themselves, disagree."""
    if labels <= {"prep"} and gold.upos == "DET":
        return labels  # « d'autres »: UD has an article here
    if form == "dont" and gold.upos == "ADP":
        return labels
    if gold.is_careless and {"Tense": "Past", "VerbForm": "Fin"}.items() <= gold.features.items():
        return labels & {"ver:pres"}
    if form.startswith("quel") and gold.upos in ("ADJ", "DET", "PRON"):
        return labels & {"det:int", "pro:int"}
    if form in ("afin", "certains", "certaines", "différents", "différentes", "diverses"):
        return labels & {"prep", "conj:sub", "det:ind", "adj", "pro:ind"}
    return frozenset()


def _instead(gold: Gold, labels: frozenset[str]) -> frozenset[str]:
    """The next best, where the lexicon lacks what UD says."""
    if gold.upos in ("DET", "PRON", "VERB", "AUX"):
        prefix = {"DET": "det:", "PRON": "pro:"}.get(gold.upos, "ver:")
        found = frozenset(label for label in labels if label.startswith(prefix))
        if found:
            return found
    for label in INSTEAD.get(gold.upos, ()):
        if label in labels:
            return frozenset({label})
    return frozenset()


def _wanted(gold: Gold, form: str) -> frozenset[str]:
    upos, kind = gold.upos, gold.features.get("PronType", "")
    if upos in ("VERB", "AUX"):
        return _verb_labels(gold)
    if upos == "DET":
        if gold.features.get("Poss") == "Yes":
            return frozenset({"det:poss"})
        if kind == "Art":
            definite = gold.features.get("Definite") == "Def"
            return frozenset({"det:def"} if definite else {"det:ind", "det:part"})
        if kind in DETERMINERS:
            return frozenset({f"det:{DETERMINERS[kind]}"})
        return frozenset()
    if upos == "PRON":
        return _pronoun_labels(gold, form, kind)
    simple = {"NOUN": "nom", "ADJ": "adj", "PROPN": "prop", "ADP": "prep", "NUM": "num"}
    simple |= {"ADV": "adv", "PART": "adv", "CCONJ": "conj:coord", "SCONJ": "conj:sub"}
    return frozenset({simple[upos]} if upos in simple else ({"int"} if upos == "INTJ" else ()))


def _verb_labels(gold: Gold) -> frozenset[str]:
    form, tense = gold.features.get("VerbForm", ""), gold.features.get("Tense", "")
    if form == "Inf":
        return frozenset({"ver:inf"})
    if form == "Part":
        both = {"Past": {"ver:pp"}, "Pres": {"ver:ppr"}}
        return frozenset(both.get(tense, {"ver:pp", "ver:ppr"}))
    label = MOODS.get((gold.features.get("Mood", ""), tense))
    return frozenset({label} if label else ())


def _pronoun_labels(gold: Gold, form: str, kind: str) -> frozenset[str]:
    if form in ("en", "y", "-en", "-y"):
        return frozenset({"pro:adv"})
    if kind == "Prs" or not kind:
        relation = gold.relation
        if gold.features.get("Reflex") == "Yes" or form in ("se", "s'"):
            return frozenset({"pro:ref"})
        if "nsubj" in relation or relation == "expl:subj":
            return frozenset({"pro:suj"})
        if relation.startswith(("obj", "iobj", "expl")):
            return frozenset({"pro:obj", "pro:ref"})
        if relation.startswith(("obl", "nmod", "dislocated", "appos", "conj", "root")):
            return frozenset({"pro:ton", "pro:poss"})
        return frozenset()
    if kind in ("Rel", "Int"):
        return (
            frozenset({"pro:rel", "pro:int"})
            if form in ("où", "quoi")
            else frozenset({f"pro:{PRONOUNS[kind]}"})
        )
    return frozenset({f"pro:{PRONOUNS[kind]}"} if kind in PRONOUNS else ())


# --- errors -------------------------------------------------------------------------------------

#: Words that writers mix up, one token each.
HOMOPHONES = (
    ("a", "à"), ("et", "est"), ("ou", "où"), ("on", "ont"), ("son", "sont"), ("ce", "se"),
    ("ces", "ses"), ("la", "là"), ("leur", "leurs"), ("sa", "ça"), ("du", "dû"), ("sur", "sûr"),
    ("peu", "peut"), ("c'", "s'"), ("si", "s'y"), ("dans", "d'en"), ("mais", "mes"), ("les", "des"),
    ("tout", "tous"), ("au", "aux"), ("le", "les"), ("un", "une"), ("cet", "cette"), ("le", "la"),
)  # fmt: skip
_SWAPS: dict[str, list[str]] = {}
for _one, _other in HOMOPHONES:
    _SWAPS.setdefault(_one, []).append(_other)
    _SWAPS.setdefault(_other, []).append(_one)
#: Tenses whose forms sound alike.
_ALIKE = {
    "inf": ("pp", "pres", "impf"),
    "pp": ("inf", "impf"),
    "impf": ("pp", "inf"),
    "pres": ("pres", "inf"),
    "ps": ("impf",),
    "fut": ("cond",),
    "cond": ("fut",),
}


def misspelt(form: str, label: str, words: Lexicon, luck: random.Random) -> str | None:
    """What a writer might put for ``form``: a homophone, another ending; None if nothing."""
    if form in _SWAPS:
        return luck.choice(_SWAPS[form])
    pos, _, tense = label.partition(":")
    if pos not in ("nom", "adj", "ver"):
        return None
    choices: set[str] = set()
    for reading in words.readings(form):
        if reading.pos != pos or reading.tense != tense:
            continue
        for other, found in words.forms(reading.lemma, pos):
            if other[0] == form[0] and (
                (found.tense == tense and tense != "inf")
                or (found.tense in _ALIKE.get(tense, ()) and other[-1] in "réezitsa")
            ):
                choices.add(other)
    choices.discard(form)
    return luck.choice(sorted(choices)) if choices else None


def corrupted(
    sentence: Sentence, model: Tagger, luck: random.Random
) -> tuple[Sentence, int] | None:
    """The sentence with one word misspelt, and its place."""
    places = list(range(len(sentence.tokens)))
    luck.shuffle(places)
    for at in places:
        form, kind = sentence.tokens[at]
        allowed = sentence.allowed[at]
        if kind != WORD or form != form.lower() or not allowed:
            continue
        label = LABELS[min(allowed)]
        if form in _SWAPS and luck.random() < 0.7:
            continue
        other = misspelt(form, label, model.lexicon, luck)
        if other is None:
            continue
        tokens = list(sentence.tokens)
        tokens[at] = (other, kind)
        words = model.words(tokens)
        right = list(sentence.allowed)
        # Still what it was if it can be: « les porte » is a noun, wrongly written.
        right[at] = (allowed & set(words[at].labels)) or None
        means = sentence.taught and list(sentence.taught)
        if means:
            means[at] = None
        return Sentence(sentence.text, tokens, words, sentence.gold, right, means), at
    return None


# --- text without tags ------------------------------------------------------------------------

_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀÂÉÈÊÎÔ«–—])")


def plain_sentences(path: Path, count: int, luck: random.Random) -> list[str]:
    """So many sentences of a JSONL file of articles, each text once."""
    lines = gzip.decompress(path.read_bytes()).splitlines()
    documents = [json.loads(line)["text"] for line in lines]
    luck.shuffle(documents)
    found: dict[str, None] = {}
    for document in documents:
        pieces_of = [s for line in document.split("\n") for s in _END.split(line)]
        luck.shuffle(pieces_of)
        # A few from each, so that no source prevails.
        for text in [s for s in pieces_of if 5 <= s.count(" ") <= 50][: 1 + count // 400]:
            found[text.replace("\u00a0", " ").replace("\u202f", " ")] = None
        if len(found) >= count:
            break
    return list(found)[:count]


def taught(texts: Iterable[str], models: Sequence[Tagger]) -> Iterator[Sentence]:
    """Sentences with what several models think of them, on average."""
    for text in texts:
        tokens = [(form, kind) for _, _, form, kind in cut(text, models[0].lexicon)]
        words = models[0].words(tokens)
        rows = zip(*(model.chances(words) for model in models), strict=True)
        means = [[sum(values) / len(models) for values in zip(*row, strict=True)] for row in rows]
        nothing: list[None] = [None] * len(words)
        # For « corrupted », which asks what a word is.
        allowed = [
            frozenset({word.labels[max(range(len(mean)), key=mean.__getitem__)]})
            for word, mean in zip(words, means, strict=True)
        ]
        yield Sentence(text, tokens, words, list(nothing), list(allowed), list(means))


# --- training -----------------------------------------------------------------------------------


@dataclass(slots=True)
class Example:
    """A sentence ready for training: labels, slots, and the labels that are right."""

    labels: list[tuple[int, ...]]
    slots: list[array[int] | None]
    steps: list[list[tuple[int, int, int]] | None]
    right: list[Sequence[float] | None]
    priors: list[tuple[int, ...]]
    weight: float
    is_taught: bool
    """Then ``right`` holds probabilities, not what is allowed."""


def example(sentence: Sentence, model: Tagger, weight: float) -> Example | None:
    """The sentence as an example; None if nothing in it is to be learnt."""
    words = sentence.words
    right: list[Sequence[float] | None] = []
    for at, (word, allowed) in enumerate(zip(words, sentence.allowed, strict=True)):
        if sentence.taught is not None:
            right.append(sentence.taught[at] if len(word.labels) > 1 else None)
            continue
        flags = [float(label in allowed) for label in word.labels] if allowed else None
        right.append(flags if flags and any(flags) and not all(flags) else None)
    if not any(right):
        return None
    steps: list[list[tuple[int, int, int]] | None] = []
    before = model.border
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else model.border
        if len(word.labels) == 1 and len(before.labels) == 1:
            steps.append(None)
        else:
            steps.append([model.step_slots(tag, word, after) for tag in before.labels])
        before = word
    slots = [None if found is None else array("i", found) for found in model.slots(words)]
    labels, priors = [word.labels for word in words], [word.priors for word in words]
    return Example(labels, slots, steps, right, priors, weight, sentence.taught is not None)


class Trainer:
    """Stochastic gradient ascent (AdaGrad) on the probability of the right label sets."""

    def __init__(self, examples: list[Example], *, rate: float, least: int, decay: float) -> None:
        size = SLOTS + len(LABELS)
        self.examples = examples
        self.weights = array("d", bytes(8 * size))
        self.squares = array("d", [1.0]) * size
        self.rate, self.decay = rate, decay
        self.known = self._known(least)

    def _known(self, least: int) -> bytearray:
        """Which slots are met often enough to have a weight."""
        counts = array("i", bytes(4 * SLOTS))
        for item in self.examples:
            for slots in item.slots:
                for slot in slots or ():
                    counts[slot] += 1
            for priors in item.priors:
                for slot in priors:
                    counts[slot] += 1
            for steps in item.steps:
                for group in steps or ():
                    for slot in group:
                        counts[slot] += 1
        return bytearray(count >= least for count in counts)

    def epoch(self) -> float:
        """One pass over the examples; returns the mean log-probability lost per sentence."""
        random.shuffle(self.examples)
        return sum(self._learn(item) for item in self.examples) / len(self.examples)

    def _learn(self, item: Example) -> float:
        emissions, steps = self._scores(item)
        free = posteriors(emissions, steps)
        if item.is_taught:
            bound = [list(row or guess) for row, guess in zip(item.right, free, strict=True)]
        else:
            kept = [
                emission if flags is None else list(map(mul, emission, flags))
                for emission, flags in zip(emissions, item.right, strict=True)
            ]
            bound = posteriors(kept, steps)
        lost = 0.0
        for at, labels in enumerate(item.labels):
            flags = item.right[at]
            if flags is not None:
                lost += 1 - sum(map(mul, free[at], flags))
            slots = item.slots[at]
            if slots is not None:
                for k, label in enumerate(labels):
                    gradient = bound[at][k] - free[at][k]
                    if abs(gradient) > 1e-3:
                        self._move(slots, label, gradient * item.weight)
                        self._move(item.priors[at][k : k + 1], 0, gradient * item.weight)
            if steps[at] is not None:
                self._move_steps(item, at, free, bound)
        return lost

    def _move_steps(
        self, item: Example, at: int, free: list[list[float]], bound: list[list[float]]
    ) -> None:
        # The probability of a pair is taken as the product of its two: near enough, and the
        # emissions learn what this leaves.
        before_free = free[at - 1] if at else [1.0]
        before_bound = bound[at - 1] if at else [1.0]
        for j, slots in enumerate(item.steps[at] or ()):
            for k, label in enumerate(item.labels[at]):
                gradient = before_bound[j] * bound[at][k] - before_free[j] * free[at][k]
                if abs(gradient) > 1e-3:
                    self._move(slots, label, gradient * item.weight)

    def _move(self, slots: Iterable[int], label: int, gradient: float) -> None:
        weights, squares, known, decay = self.weights, self.squares, self.known, self.decay
        square = gradient * gradient
        for slot in slots:
            if known[slot]:
                number = slot + label
                squares[number] += square
                weights[number] += (
                    self.rate * (gradient - decay * weights[number]) / sqrt(squares[number])
                )

    def _scores(self, item: Example) -> tuple[list[list[float]], list[list[list[float]] | None]]:
        weights = self.weights
        emissions: list[list[float]] = []
        steps: list[list[list[float]] | None] = []
        for labels, slots, groups, priors in zip(
            item.labels, item.slots, item.steps, item.priors, strict=True
        ):
            if slots is None:
                emissions.append([1.0])
            else:
                scores = [
                    weights[prior] + sum([weights[slot + label] for slot in slots])
                    for label, prior in zip(labels, priors, strict=True)
                ]
                top = max(scores)
                emissions.append([exp(max(score - top, -50.0)) for score in scores])
            if groups is None:
                steps.append(None)
            else:
                steps.append(
                    [
                        [exp(sum([weights[s + n] for s in group])) for n in labels]
                        for group in groups
                    ]
                )
        return emissions, steps

    def packed(self) -> array[int]:
        """The weights as signed bytes."""
        return array("b", [max(-127, min(127, round(weight * UNIT))) for weight in self.weights])


# --- measuring ----------------------------------------------------------------------------------


def pos_of(label: str) -> str:
    """The part of speech of a label, as UD would tell them apart."""
    return label.partition(":")[0]


@dataclass
class Score:
    """Right and all, by what is counted."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, *, is_right: bool) -> None:
        """One more token."""
        self.all[what] += 1
        self.right[what] += is_right

    def share(self, what: str) -> str:
        """``97.3 % of 1234``."""
        total = self.all[what]
        return f"{100 * self.right[what] / max(1, total):5.2f} % of {total}"


def measure(model: Tagger, path: Path) -> tuple[Score, Score]:
    """Scores of a treebank: overall, and by form."""
    score, forms = Score(), Score()
    for sentence in sentences(path, model):
        chances = model.chances(sentence.words)
        for (form, kind), word, allowed, probable in zip(
            sentence.tokens, sentence.words, sentence.allowed, chances, strict=True
        ):
            if kind != WORD or allowed is None:
                continue
            labels = [LABELS[number] for number in word.labels]
            best = labels[max(range(len(labels)), key=probable.__getitem__)]
            gold = {LABELS[number] for number in allowed}
            parts = {pos_of(label) for label in gold}
            pos_right = pos_of(best) in parts
            lenient = pos_right or (
                {pos_of(best), *parts} <= {"adj", "ver"} and {best, *gold} <= {"adj", "ver:pp"}
            )
            is_capital = form != form.lower() and sentence.tokens[0][0] != form
            if is_capital and gold & {"nom", "adj", "prop"}:
                # « la République »: treebanks disagree on what is a name.
                score.add("POS of capitals, strictly", is_right=pos_right)
                pos_right = pos_right or best in ("nom", "adj", "prop")
                lenient = lenient or pos_right
                gold |= {"nom", "adj", "prop"} & {best}
            score.add("in the lexicon", is_right=bool(gold))
            score.add("POS", is_right=pos_right)
            score.add("POS, participle = adjective", is_right=lenient)
            score.add("label", is_right=best in gold)
            if len({pos_of(label) for label in labels}) > 1:
                score.add("POS of ambiguous", is_right=pos_right)
                score.add("POS of ambiguous, participle = adjective", is_right=lenient)
            if len(labels) > 1:
                forms.add(form.lower(), is_right=best in gold)
                for family in FAMILIES:
                    if set(family) <= set(labels):
                        forms.add("/".join(family), is_right=best in gold)
                for level in (0.8, 0.9, 0.95, 0.99):
                    if max(probable) >= level:
                        score.add(f"label where chance >= {level}", is_right=best in gold)
                score.add("label of ambiguous", is_right=best in gold)
    return score, forms


#: UD's features and what the lexicon writes for their values.
FEATURES = {
    "Gender": ("gender", {"Masc": "m", "Fem": "f"}),
    "Number": ("number", {"Sing": "s", "Plur": "p"}),
    "Person": ("person", {"1": "1", "2": "2", "3": "3"}),
}


def agrees(reading: Reading, form: str, gold: Gold, right: frozenset[str]) -> bool:
    """True if nothing in ``reading`` contradicts UD; an empty feature contradicts nothing."""
    if label_of(reading, form) not in right:
        return False
    for name, (feature, values) in FEATURES.items():
        value = next(
            (
                gold.features[k]
                for k in (name, f"{name}[lex]", f"{name}[ctxt]")
                if k in gold.features
            ),
            "",
        )
        if name == "Person" and reading.pos != "ver":
            continue
        if reading.pos not in ("nom", "adj", "ver", "det"):
            continue
        if value in values and getattr(reading, feature) not in ("", values[value]):
            return False
    return True


def fits(reading: Reading, best: Reading) -> bool:
    """True if ``best`` leaves ``reading`` open."""
    return (reading.pos, reading.tense, reading.lemma) == (
        best.pos,
        best.tense,
        best.lemma,
    ) and all(
        getattr(best, name) in ("", getattr(reading, name))
        for name in ("gender", "number", "person")
    )


def measure_readings(model: Tagger, path: Path) -> Score:
    """Readings per token before and after, and how often the right one is lost."""
    score = Score()
    for sentence in sentences(path, model):
        tagging = model.tag(sentence.tokens)
        for at, ((form, kind), gold, allowed) in enumerate(
            zip(sentence.tokens, sentence.gold, sentence.allowed, strict=True)
        ):
            lower = form.lower()
            readings = model.readings(lower)
            best = tagging.best(at)
            if kind != WORD or gold is None or not allowed or not readings or best is None:
                continue
            if (form != lower and at) or best.pos == "prop":
                continue
            right = gold_labels(gold, lower, all_labels(sentence.words[at], lower, model))
            right = right or frozenset()
            good = [r for r in readings if agrees(r, lower, gold, right)]
            if not good:
                score.add("readings: right one in the lexicon", is_right=False)
                continue
            score.add("readings: right one in the lexicon", is_right=True)
            tag = label_of(best, lower) in right
            full = any(fits(r, best) for r in good)
            score.add("readings: right one kept by best()", is_right=full)
            if {"ver:pres", "ver:ps"} <= {label_of(r, lower) for r in readings} and right <= {
                "ver:pres",
                "ver:ps",
            }:
                score.add("readings: present or past of « finit »", is_right=tag)
            if tag:
                score.add(
                    "readings: gender, number, person right where the label is", is_right=full
                )
            likely = [r for r in readings if tagging.chance(at, label_of(r, lower)) >= 0.05]
            score.add(
                "readings: right one kept by chance() >= 0.05",
                is_right=any(r in good for r in likely),
            )
            for what, some in (
                ("readings before", readings),
                ("readings after best()", [r for r in readings if fits(r, best)]),
                ("readings after chance() >= 0.05", likely),
            ):
                score.all[what] += 1
                score.right[what] += len(some)
            if len(readings) == 1:
                score.add("readings: one from the start", is_right=True)
            else:
                score.add("readings: one from the start", is_right=False)
    return score


def measure_errors(model: Tagger, path: Path) -> Score:
    """How the labels bear one misspelt word per sentence."""
    score, luck = Score(), random.Random(7)
    for sentence in sentences(path, model):
        found = corrupted(sentence, model, luck)
        if found is None:
            continue
        bad, place = found
        before, after = best_labels(model, sentence.words), best_labels(model, bad.words)
        for at, allowed in enumerate(sentence.allowed):
            if not allowed or (len(sentence.words[at].labels) < 2 and at != place):
                continue
            if at == place:
                still = bad.allowed[at]
                if still and len(bad.words[at].labels) > 1:
                    score.add("label of the misspelt word", is_right=after[at] in still)
                continue
            near = {1: "next to it", 2: "two off"}.get(abs(at - place), "beyond")
            score.add(f"ambiguous, {near}: unchanged", is_right=after[at] == before[at])
            score.add(f"ambiguous, {near}: right before", is_right=before[at] in allowed)
            score.add(f"ambiguous, {near}: right after", is_right=after[at] in allowed)
    return score


def best_labels(model: Tagger, words: Sequence[Word]) -> list[int]:
    """The best label of each word."""
    return [
        word.labels[max(range(len(row)), key=row.__getitem__)]
        for word, row in zip(words, model.chances(words), strict=True)
    ]


#: Frequent words with several parts of speech or kinds, reported one by one.
SHOWN = (
    *("le", "la", "les", "l'", "leur", "leurs", "en", "que", "qu'", "si", "tout", "tous", "un"),
    *("une", "du", "des", "est", "son", "ce", "nous", "vous", "lui", "elle", "qui", "où", "plus"),
    *("même", "autre", "certains", "fait", "été", "pas", "avant", "entre", "comme", "dont"),
)
#: Families of ambiguous words: those that may be all of these.
FAMILIES = (
    ("nom", "ver:pres"),
    ("adj", "nom"),
    ("adj", "ver:pp"),
    ("nom", "ver:pp"),
    ("adj", "adv"),
    ("adj", "ver:pres"),
    ("ver:pres", "ver:pp"),
    ("ver:pres", "ver:subp"),
    ("det:def", "pro:obj"),
    ("pro:obj", "pro:ref"),
    ("nom", "ver:inf"),
)


def report(model: Tagger, corpora: Path, weights: Path) -> None:
    """Prints all figures."""
    for name in TEST:
        path = corpora / f"{name}.conllu.gz"
        score, forms = measure(model, path)
        print(f"== {name}")
        for part in (score, measure_readings(model, path), measure_errors(model, path)):
            for what in sorted(part.all):
                if what.startswith("readings "):
                    per_token = part.right[what] / part.all[what]
                    print(f"  {what:62} {per_token:5.3f} per token")
                else:
                    print(f"  {what:62} {part.share(what)}")
        print("  label by form:")
        print("   ", "; ".join(f"{form} {forms.share(form)}" for form in SHOWN if forms.all[form]))
        print("  label by family:")
        for family in FAMILIES:
            what = "/".join(family)
            print(f"    {what:60} {forms.share(what)}")
        faults = sorted(forms.all, key=lambda form: forms.right[form] - forms.all[form])
        faults = [form for form in faults if "/" not in form][:30]
        print("  most faults:")
        print("   ", "; ".join(f"{form} {forms.all[form] - forms.right[form]}" for form in faults))
    texts = [sentence.tokens for sentence in sentences(path, model)]
    start = time.process_time()
    for tokens in texts:
        model.tag(tokens)
    spent = time.process_time() - start
    print(f"{1e6 * spent / sum(map(len, texts)):.1f} µs per token")
    start = time.process_time()
    Tagger(model.lexicon, tagging.load_weights(weights))
    print(f"{1e3 * (time.process_time() - start):.1f} ms to load")


# --- the whole -----------------------------------------------------------------------------------


def train(arguments: argparse.Namespace, words: Lexicon) -> array[int]:
    """The weights: models from treebanks, then one from these and what they say of plain text."""
    luck = random.Random(3)
    blank = Tagger(words, array("b", bytes(SLOTS + len(LABELS))))
    treebanks = [
        sentence
        for name in TRAIN
        for sentence in sentences(arguments.corpora / f"{name}.conllu.gz", blank)
    ]

    def examples(some: list[Sentence], weight: float, noise: float) -> list[Example]:
        wrong = [
            found[0]
            for sentence in some
            if luck.random() < noise and (found := corrupted(sentence, blank, luck))
        ]
        return [ready for one in some + wrong if (ready := example(one, blank, weight))]

    gold = examples(treebanks, 1.0, 1.0)
    # Each teacher sees three quarters of the sentences: on the rest it is less sure of itself.
    teachers = [
        Tagger(words, fitted(luck.sample(gold, len(gold) * 3 // 4), arguments, least=2))
        for _ in range(arguments.teachers)
    ]
    texts = plain_sentences(arguments.corpora / "modern.jsonl.gz", arguments.modern, luck)
    texts += plain_sentences(arguments.corpora / "novels.jsonl.gz", arguments.novels, luck)
    learnt = list(taught(texts, teachers))
    return fitted(gold + examples(learnt, 0.5, 0.4), arguments, least=arguments.least)


def fitted(examples: list[Example], arguments: argparse.Namespace, *, least: int) -> array[int]:
    """The weights that fit the examples."""
    trainer = Trainer(examples, rate=arguments.rate, least=least, decay=arguments.decay)
    print(f"{len(examples)} sentences, {sum(trainer.known)} slots", flush=True)
    for _ in range(arguments.epochs):
        start = time.perf_counter()
        print(f"  {trainer.epoch():.4f} lost, {time.perf_counter() - start:.0f} s", flush=True)
    return trainer.packed()


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--report", action="store_true", help="measure, do not train")
    parser.add_argument("--out", type=Path, default=tagging._WEIGHTS)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=0.2)
    parser.add_argument("--decay", type=float, default=0.001)
    parser.add_argument("--least", type=int, default=4)
    parser.add_argument("--modern", type=int, default=12_000, help="sentences to learn from")
    parser.add_argument("--teachers", type=int, default=5)
    parser.add_argument("--novels", type=int, default=30_000)
    arguments = parser.parse_args()
    words = lexicon()
    if not arguments.report:
        random.seed(1)
        weights = train(arguments, words)
        arguments.out.write_bytes(weights.tobytes())
        print(arguments.out.stat().st_size, "bytes")
    model = Tagger(words, tagging.load_weights(arguments.out))
    report(model, arguments.corpora, arguments.out)


if __name__ == "__main__":
    main()
