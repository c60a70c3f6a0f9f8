"""French text that this repository may use: made from the rules' own examples.

Every sentence that a rule calls good, shuffled into paragraphs and articles by a fixed seed: it is
varied, it is French, and nobody else's. ``scraped`` puts the usual residue around an article.
"""

from __future__ import annotations

import random

from frclean.rules import ALL_RULES
from frclean.rules.kinds import Good, every_example

HEADER = ["0", "Économie", "| MLefort", "Partager sur Facebook", "Publié le 3 mai 2024 à 10h15"]
FOOTER = [
    "Répondre à () :",
    "Captcha",
    "| | Connexion | Inscription",
    "Lire aussi",
    "Mentions légales",
]


def sentences() -> list[str]:
    """The good sentences, each once, in the order of the rules."""
    found = (example.text for _, example in every_example(ALL_RULES) if isinstance(example, Good))
    return [text for text in dict.fromkeys(found) if len(text) > 20]


def articles(count: int, seed: int = 1) -> list[str]:
    """``count`` clean articles of about three thousand characters."""
    rng = random.Random(seed)
    known = sentences()
    return ["\n\n".join(" ".join(rng.sample(known, 6)) for _ in range(10)) for _ in range(count)]


def scraped(count: int, seed: int = 1) -> list[str]:
    """The same with residue around them, blank lines of no-break spaces among it."""
    rng = random.Random(seed)
    blank = "\n\N{NO-BREAK SPACE}\n"
    return [
        blank.join(rng.sample(HEADER, 3)) + blank + text + blank + blank.join(rng.sample(FOOTER, 4))
        for text in articles(count, seed)
    ]
