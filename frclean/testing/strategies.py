"""Hypothesis strategies of French prose, and of what befalls it.

What is drawn is grammatical by construction, so a checker must stay silent on it. Draws are
indexes into tables that are made once; everything shrinks to the plainest entries.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from frclean.config import unknown
from frclean.testing.article import Article, Residue, Scraped
from frclean.testing.damage import (
    LAYOUT,
    MOJIBAKE,
    TYPOS,
    Candidates,
    Picks,
    everywhere,
    inflict,
    picked,
    scrape,
)
from frclean.testing.frames import Frame, frames, headlines
from frclean.testing.residue import KINDS as RESIDUE_KINDS
from frclean.testing.residue import residue_lines
from frclean.testing.vocabulary import words

__all__ = [
    "boilerplate_lines",
    "french_articles",
    "french_paragraphs",
    "french_sentences",
    "french_words",
    "layout_noise",
    "mojibake",
    "scraped",
    "typos",
]


def french_words(*, min_size: int = 2, max_size: int = 24) -> st.SearchStrategy[str]:
    """A common French word, lower case, as it stands in running text.

    Args:
        min_size: least number of letters.
        max_size: greatest number of letters.

    """
    _in_order("min_size", min_size, "max_size", max_size)
    return st.deferred(lambda: _words(min_size, max_size))


@functools.cache
def _words(min_size: int, max_size: int) -> st.SearchStrategy[str]:
    fitting = [word for word in words() if min_size <= len(word) <= max_size]
    if not fitting:
        raise ValueError(f"no common word has {min_size} to {max_size} letters")
    return st.sampled_from(fitting)


def french_sentences(*, kinds: tuple[str, ...] | None = None) -> st.SearchStrategy[str]:
    """A French sentence, from its capital to its full stop or question mark.

    Args:
        kinds: names of sentence frames (``("question", "quotation")``); default: all.

    Raises:
        ValueError: for a kind that there is not.

    """
    return st.deferred(lambda: _sentences(kinds))


@functools.cache
def _sentences(kinds: tuple[str, ...] | None) -> st.SearchStrategy[str]:
    return st.one_of(*map(_of_frame, _chosen(kinds)))


def _chosen(kinds: tuple[str, ...] | None) -> list[Frame]:
    if kinds is None:
        return list(frames())
    by_name = {frame.name: frame for frame in frames()}
    missing = [kind for kind in kinds if kind not in by_name]
    if missing or not kinds:
        raise ValueError(f"kinds must be among {', '.join(by_name)}; got {kinds!r}")
    return [by_name[kind] for kind in kinds]


def _of_frame(frame: Frame) -> st.SearchStrategy[str]:
    return st.builds(frame.sentence, *(st.integers(0, size - 1) for size in frame.sizes))


def french_paragraphs(*, min_sentences: int = 1, max_sentences: int = 5) -> st.SearchStrategy[str]:
    """A paragraph: sentences with a space between."""
    _in_order("min_sentences", min_sentences, "max_sentences", max_sentences)
    return st.lists(french_sentences(), min_size=min_sentences, max_size=max_sentences).map(
        " ".join
    )


def french_articles(
    *, min_paragraphs: int = 1, max_paragraphs: int = 6, title: bool = True
) -> st.SearchStrategy[Article]:
    """An article without an error: a title and paragraphs.

    Args:
        min_paragraphs: least number of paragraphs.
        max_paragraphs: greatest number of paragraphs.
        title: give it a title.

    """
    _in_order("min_paragraphs", min_paragraphs, "max_paragraphs", max_paragraphs)
    paragraphs = st.lists(
        french_paragraphs(), min_size=min_paragraphs, max_size=max_paragraphs
    ).map(tuple)
    titles = st.deferred(lambda: _of_frame(headlines())) if title else st.just("")
    return st.builds(Article, titles, paragraphs)


def _in_order(least_name: str, least: int, most_name: str, most: int) -> None:
    if not 1 <= least <= most:
        raise ValueError(f"1 <= {least_name} <= {most_name} must hold; got {least} and {most}")


# --- damage with the truth about it ------------------------------------------------------------


def typos(
    text: str | st.SearchStrategy[str],
    *,
    kinds: Iterable[str] = tuple(TYPOS),
    most: int = 3,
) -> st.SearchStrategy[Scraped]:
    """``text`` with slips of the keyboard and of grammar.

    Args:
        text: a text, or a strategy of texts.
        kinds: keys of ``frclean.testing.TYPOS``.
        most: greatest number of slips.

    """
    return _damaged(_texts(text), _known(kinds, TYPOS), TYPOS, most)


def mojibake(
    text: str | st.SearchStrategy[str],
    *,
    kinds: Iterable[str] = tuple(MOJIBAKE),
    share: float = 1.0,
) -> st.SearchStrategy[Scraped]:
    """``text`` after one accident of encoding.

    Args:
        text: a text, or a strategy of texts.
        kinds: keys of ``frclean.testing.MOJIBAKE``; one of them happens.
        share: how much of the text it befalls, from its start (1: all of it).

    """
    if not 0 < share <= 1:
        raise ValueError(f"share must be in (0, 1], not {share!r}")
    tables = _known(kinds, MOJIBAKE)
    return st.builds(
        lambda t, kind: inflict(t, everywhere(t, kind, MOJIBAKE[kind], int(len(t) * share))),
        _texts(text),
        st.sampled_from(tuple(tables)),
    )


def layout_noise(
    text: str | st.SearchStrategy[str],
    *,
    kinds: Iterable[str] = tuple(LAYOUT),
    most: int = 5,
) -> st.SearchStrategy[Scraped]:
    """``text`` with blanks where they do not belong.

    Args:
        text: a text, or a strategy of texts.
        kinds: keys of ``frclean.testing.LAYOUT``.
        most: greatest number of places.

    """
    return _damaged(_texts(text), _known(kinds, LAYOUT), LAYOUT, most)


def boilerplate_lines(
    *, kinds: Iterable[str] = RESIDUE_KINDS, where: str = "both", most: int = 4
) -> st.SearchStrategy[tuple[Residue, ...]]:
    """Lines of residue, each once, with their kinds.

    Args:
        kinds: members of ``frclean.testing.RESIDUE_KINDS``.
        where: those of the ``head``, of the ``foot`` or of ``both``.
        most: greatest number of lines.

    """
    lines = residue_lines(_known(kinds, dict.fromkeys(RESIDUE_KINDS)), where)
    return st.lists(st.sampled_from(lines), max_size=most, unique=True).map(tuple)


def scraped(
    article: Article | st.SearchStrategy[Article] | None = None,
    *,
    typos: int = 3,
    encoding: bool = True,
    noise: int = 5,
    residue: int = 4,
) -> st.SearchStrategy[Scraped]:
    """An article as a scraper finds it: dirty, clean, the edits between, the residue lines.

    Args:
        article: an article or a strategy of articles; default: ``french_articles()``.
        typos: greatest number of slips.
        encoding: let an accident of encoding happen (or not, Hypothesis chooses).
        noise: greatest number of blanks where they do not belong.
        residue: greatest number of lines above and of lines below.

    """
    if article is None:
        article = french_articles()
    articles = article if isinstance(article, st.SearchStrategy) else st.just(article)
    return st.builds(
        scrape,
        articles,
        _picks(TYPOS, typos),
        st.sampled_from((None, *MOJIBAKE)) if encoding else st.none(),
        _picks(LAYOUT, noise),
        boilerplate_lines(where="head", most=residue) if residue else st.just(()),
        boilerplate_lines(where="foot", most=residue) if residue else st.just(()),
    )


def _damaged(
    texts: st.SearchStrategy[str],
    kinds: tuple[str, ...],
    tables: Mapping[str, Candidates],
    most: int,
) -> st.SearchStrategy[Scraped]:
    return st.builds(
        lambda text, picks: inflict(text, picked(text, picks, tables)), texts, _picks(kinds, most)
    )


#: How many numbers a pick has to choose a candidate by.
_PLACES = 1 << 16


def _picks(kinds: Iterable[str], most: int) -> st.SearchStrategy[Picks]:
    """Kinds, each with a number that says which of its candidates: one draw for both."""
    names = tuple(kinds)

    def pick(number: int) -> tuple[str, int]:
        place, kind = divmod(number, len(names))
        return names[kind], place

    return st.lists(st.integers(0, len(names) * _PLACES - 1).map(pick), max_size=most)


def _known(kinds: Iterable[str], tables: Mapping[str, object]) -> tuple[str, ...]:
    kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    for kind in kinds:
        if kind not in tables:
            raise ValueError(unknown("kind", kind, tables))
    if not kinds:
        raise ValueError(f"kinds must name at least one of {', '.join(tables)}")
    return kinds


def _texts(text: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return text if isinstance(text, st.SearchStrategy) else st.just(str(text))
