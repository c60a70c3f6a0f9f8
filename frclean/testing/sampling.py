"""Independent samples of the same articles and damage, for measuring.

Hypothesis looks for failures: it repeats and varies what it has drawn, so a share counted over
its draws means little. These are drawn one by one, by a seed, without Hypothesis.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from frclean.testing.article import Article, Scraped
from frclean.testing.damage import LAYOUT, MOJIBAKE, TYPOS, Picks, scrape
from frclean.testing.frames import Frame, frames, headlines
from frclean.testing.residue import KINDS, residue_lines

__all__ = ["sample_articles", "sample_scraped", "sample_sentences"]


def sample_sentences(count: int, seed: int = 1) -> Iterator[str]:
    """``count`` sentences, all frames equally often."""
    rng = random.Random(seed)
    return (_draw(rng, rng.choice(frames())) for _ in range(count))


def _draw(rng: random.Random, frame: Frame) -> str:
    return frame.sentence(*map(rng.randrange, frame.sizes))


def sample_articles(count: int, seed: int = 1, *, paragraphs: int = 5) -> Iterator[Article]:
    """``count`` articles of so many paragraphs, each of two to five sentences."""
    rng = random.Random(seed)
    return (_article(rng, paragraphs) for _ in range(count))


def _article(rng: random.Random, paragraphs: int) -> Article:
    body = tuple(
        " ".join(_draw(rng, rng.choice(frames())) for _ in range(rng.randint(2, 5)))
        for _ in range(paragraphs)
    )
    return Article(_draw(rng, headlines()), body)


def sample_scraped(
    count: int,
    seed: int = 1,
    *,
    typos: int = 3,
    encoding: float = 0.3,
    noise: int = 3,
    residue: int = 3,
) -> Iterator[Scraped]:
    """``count`` damaged articles.

    Args:
        count: how many.
        seed: the same seed gives the same texts.
        typos: slips in each.
        encoding: share of texts that an accident of encoding befalls.
        noise: blanks where they do not belong, in each.
        residue: lines above, and lines below each.

    """
    rng = random.Random(seed)
    head, foot = residue_lines(KINDS, "head"), residue_lines(KINDS, "foot")
    for _ in range(count):
        yield scrape(
            _article(rng, 5),
            _picks(rng, tuple(TYPOS), typos),
            rng.choice(tuple(MOJIBAKE)) if rng.random() < encoding else None,
            _picks(rng, tuple(LAYOUT), noise),
            tuple(rng.sample(head, residue)),
            tuple(rng.sample(foot, residue)),
        )


def _picks(rng: random.Random, kinds: tuple[str, ...], count: int) -> Picks:
    return [(rng.choice(kinds), rng.randrange(1 << 16)) for _ in range(count)]
