"""What a line looks like, as named features that weights can be given to.

Two groups. *Own* features depend on the line alone, so they are computed once per distinct line.
*Place* features depend on where the line stands: its neighbours' shapes, the article's borders.
All are yes-or-no, so that a weight can be read: « words=1|end=letter » says what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from frclean.boilerplate.body import is_sentence
from frclean.boilerplate.header import (
    byline_of,
    is_counter,
    is_date_line,
    iso_date,
    starts_with_bar,
)
from frclean.boilerplate.lines import LONG, fold, key_of, long_words
from frclean.boilerplate.templates import Match, match_folded, opens_phrase
from frclean.boilerplate.words import ADDRESS, AGENCIES, ENGLISH, SITE, STOP, VERBS

__all__ = [
    "CHAR_STEPS",
    "NOT_PLAIN",
    "PATH_SIGN",
    "POINTERS",
    "TOKEN_STEPS",
    "WORD_STEPS",
    "LineFeatures",
    "amounts",
    "breaks",
    "digit_names",
    "edge_names",
    "end_of",
    "features_of",
    "is_plain",
    "numbers_first",
    "persons",
    "sign_names",
    "start_of",
    "step_of",
]

CHAR_STEPS = (2, 5, 10, 18, 30, 45, 60, 80, 110, 160, 250, 500)
WORD_STEPS = (1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30, 50)

TOKEN_STEPS = (0, 2, 4, 7, 12, 20)

_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_URL = re.compile(r"(?i)https?://|www\.|\b[\w.-]+\.(?:fr|com|org|net|eu|be|ch)\b")
_MAIL = re.compile(r"\S@\w+\.\w|^@\w+$")
_INNER_END = re.compile(r"[.!?…]\s+[A-ZÀ-ÖØ-Þ«\"“]")
_PRICE = re.compile(r"\d ?(?:€|euros?\b|\$)")
_HOUR = re.compile(r"\b\d{1,2} ?[h:] ?\d{2}\b|\b\d{1,2}h\b")
_BREADCRUMB = re.compile(r"\S *[>›»/|] *\S")

_ENDS = {
    **dict.fromkeys(".", "stop"),
    **dict.fromkeys("?", "question"),
    **dict.fromkeys("!", "exclaim"),
    **dict.fromkeys("…", "dots"),
    **dict.fromkeys(":", "colon"),
    **dict.fromkeys(",;", "comma"),
    **dict.fromkeys("»\"”'’", "quote"),
    **dict.fromkeys(")]", "bracket"),
    **dict.fromkeys("*•·|>»›→<↓↑+-–—/", "sign"),
    "»": "quote",
}


_DIGIT = re.compile(r"\d")
PATH_SIGN = re.compile(r"[>›/»|→]")
_CAPITAL_WORD = re.compile(r"\b[A-ZÀ-ÖØ-Þ]")
_GLUED = re.compile(r"(?:^|\s)[^\W\dA-ZÀ-ÖØ-Þ_]+[A-ZÀ-ÖØ-Þ]")
_CLOSED = frozenset(("stop", "question", "exclaim", "dots", "quote"))


class LineFeatures(NamedTuple):
    """What is known of one line by itself."""

    names: tuple[str, ...]
    shape: str
    """The one word that its neighbours know it by."""
    kind: str
    """The residue that its words say it is; empty if they say nothing."""
    sure: bool
    certain: bool
    sentence: bool
    words: int
    chars: int
    key: str
    content: frozenset[bytes]
    """Its longer words."""
    start: str
    """What it begins with; see ``start_of``."""
    end: str
    """What it ends in; see ``end_of``."""
    score: float = 0.0
    """What the model makes of ``names``; see ``model.Model.line_score``."""


def step_of(value: int, steps: tuple[int, ...]) -> int:
    """The first step that ``value`` does not pass, or 999."""
    for step in steps:
        if value <= step:
            return step
    return 999


class _View:
    """One line, taken apart once for all that look at it."""

    __slots__ = ("count", "digits", "end", "folded", "line", "start", "tokens", "words")

    def __init__(self, line: str) -> None:
        self.line = line
        self.folded = fold(line)
        self.words = line.split()
        self.tokens = _WORDS.findall(self.folded)
        self.count = len(self.words)
        self.digits = len(_DIGIT.findall(line))
        self.start, self.end = start_of(line), end_of(line)


def features_of(line: str) -> LineFeatures:
    """The own features of a stripped line.

    >>> features_of("Se connecter").kind, features_of("Il pleut sur Brest.").shape
    ('login', 'short.')
    """
    sentence = is_sentence(line)
    if sentence and is_plain(line) and (len(line) > LONG or not opens_phrase(line)):
        return _plain_line(line)
    if len(line) > LONG:
        return _long_line(line, sentence)
    view = _View(line)
    key = key_of(view.folded)
    match = match_folded(view.folded, key)
    names = [*_edges(view), *_words(view), *_header(view), *sign_names(line), *_forms(view)]
    if match:
        names += _known(match, view.count)
    return LineFeatures(
        tuple(names),
        _shape(view, match, sentence, names),
        match.kind if match else "",
        bool(match and match.sure),
        bool(match and match.certain),
        sentence,
        view.count,
        len(line),
        key,
        long_words(line),
        view.start,
        view.end,
    )


# What is looked for in sentences before they are looked at closely; most have none of it. A long
# sentence may say more of these words in passing, so fewer are looked for.
_NOT_PLAIN_LONG = (
    "|", "•", "©", "@", "http", "www.", "cookie", "newsletter", "abonn", "copyright", "droits r",
    "commentaire", "connect", "cliqu", "e-mail", "email", "confidentialit", "personnelles",
    "javascript", "mentions l", "lire aussi", "lire également", "afp", "reuters", "getty",
    "signaler", "modérat", "captcha", "robot", "vie privée", "notre site", ">>", "→", "►", "\t",
    "crédit photo", "votre ",
)  # fmt: skip
NOT_PLAIN = (
    *_NOT_PLAIN_LONG, "inscri", "partag", "publié", "posté", "mis à jour", "mise à jour", "photo",
    "crédit", "navigat", "licence", "reproduction", "recevez", "retrouvez", "découvrez", "suivez",
    "vidéo", "voir ", "lire ", "...", "…", " - ", " / ", "  ",
)  # fmt: skip


def is_plain(line: str) -> bool:
    """True if there is no word or sign of a web page in a sentence."""
    lowered = line.lower()
    looked_for = _NOT_PLAIN_LONG if len(line) > LONG else NOT_PLAIN
    return not any([word in lowered for word in looked_for])  # noqa: C419 (twice as quick)


def _plain_line(line: str) -> LineFeatures:
    """A sentence with no word of a web page in it: only its size and edges tell anything."""
    start, end, count = start_of(line), end_of(line), line.count(" ") + 1
    size = step_of(count, WORD_STEPS)
    names = (f"plain|words={size}", f"plain|start={start}", f"plain|end={end}")
    long = "text" if len(line) > LONG else "sentence"
    shape = f"{long}." if end in _CLOSED else long
    key, content = line[:200], long_words(line)
    what = ("", False, False, True)
    return LineFeatures(names, shape, *what, count, len(line), key, content, start, end)


_MOST_CHARS = 1000
"""Characters of a long line that are looked at."""


def _long_line(line: str, sentence: bool) -> LineFeatures:
    """Long lines are text unless their words, or their looks, say otherwise."""
    part = line[:_MOST_CHARS]
    folded = fold(part)
    tokens = _WORDS.findall(folded)
    words, start, end = line.count(" ") + 1, start_of(line), end_of(line)
    names = [
        f"chars={step_of(len(line), CHAR_STEPS)}",
        f"words={step_of(words, WORD_STEPS)}",
        "long",
        f"long|end={end}",
        f"long|start={start}",
        *_long_words(tokens),
    ]
    capitals = len(_CAPITAL_WORD.findall(part)) * 10 // max(1, len(tokens))
    names.append(f"long|capitals={min(8, capitals)}")
    names.append(f"long|inner={min(3, len(_INNER_END.findall(part)))}")
    if line.count("|") > 2 or line.count(" / ") > 2 or line.count("•") > 2 or line.count("\t") > 1:
        names.append("long|bars")
    if _cookie_words(folded):
        names.append("long|cookies")
    shape = "text." if end in _CLOSED else "text"
    what = ("", False, False, sentence)
    key, content = line[:200], long_words(part)
    sizes = (words, len(line))
    return LineFeatures(tuple(names), shape, *what, *sizes, key, content, start, end)


_LONG_KINDS = ("cookie", "legal", "news", "pay", "login", "comment")


def _long_words(tokens: list[str]) -> Iterator[str]:
    count = max(1, len(tokens))
    site = [SITE[token] for token in tokens if token in SITE]
    yield f"long|site={min(10, len(site) * 40 // count)}"
    yield f"long|address={min(6, len([t for t in tokens if t in ADDRESS]) * 40 // count)}"
    yield f"long|verbs={min(4, len([t for t in tokens if t in VERBS]))}"
    yield f"long|stops={min(8, len([t for t in tokens if t in STOP]) * 16 // count)}"
    if len([t for t in tokens if t in ENGLISH]) * 5 > count:
        yield "long|english"
    for kind in _LONG_KINDS:
        if site.count(kind) > 1:
            yield f"long|about={kind}"


def _cookie_words(folded: str) -> bool:
    return "cookies" in folded and (
        "site" in folded or "navigation" in folded or "acceptez" in folded
    )


def end_of(line: str) -> str:
    """What a line ends in, as a class."""
    if line.endswith("..."):
        return "dots"
    last = line[-1]
    if last.isalpha():
        return "letter"
    if last.isdigit():
        return "digit"
    return _ENDS.get(last, "other")


def start_of(line: str) -> str:
    """What a line begins with, as a class."""
    first = line[0]
    if first.isupper():
        return "upper"
    if first.islower():
        return "lower"
    if first.isdigit():
        return "digit"
    if first in "«\"“'’":
        return "quote"
    if first in "*•·●▪■":
        return "bullet"
    if first in "-–—":
        return "dash"
    if first in "|>»›→#+@©✓►▶":
        return "sign"
    if first in ",.;:!?)…":
        return "continues"
    return "other"


def edge_names(count: int, start: str, end: str) -> tuple[str, str, str]:
    """The features that a size makes with what stands at the edges of a line."""
    return (
        f"size={step_of(count, (1, 2, 3, 5, 8, 13, 20))}|end={end}",
        f"size={step_of(count, (2, 5, 10))}|start={start}",
        f"start={start}|end={end}",
    )


def _edges(view: _View) -> Iterator[str]:
    line, count, start, end = view.line, view.count, view.start, view.end
    yield f"chars={step_of(len(line), CHAR_STEPS)}"
    yield f"words={step_of(count, WORD_STEPS)}"
    yield from edge_names(count, start, end)
    if len(line) > 24 and max(map(len, view.words)) > 24:
        yield "giant word"
    if start == "bullet":
        inner = line.lstrip("*•·●▪■ \t")
        yield f"bullet|{start_of(inner)}|{end}" if inner else "bullet only"


def _words(view: _View) -> Iterator[str]:
    line, tokens = view.line, view.tokens
    count = len(tokens)
    if not count:
        yield "no letters"
        return
    size = step_of(count, TOKEN_STEPS)
    if line.isupper():
        yield f"all capitals|{size}"
    elif count > 1:
        capitals = len([word for word in view.words if word[0].isupper()])
        yield f"capitals={capitals * 4 // view.count}|{size}"
    stops = len([t for t in tokens if t in STOP or t.partition("'")[0] in STOP])
    yield f"stops={min(4, stops)}|{size}"
    verbs = len([token for token in tokens if token in VERBS])
    yield f"verbs={min(2, verbs)}|{size}"
    if not ADDRESS.isdisjoint(tokens):
        yield f"address|{size}"
    english = len([token for token in tokens if token in ENGLISH])
    if english and english * 4 >= count:
        yield f"english|{size}"
    yield from _site_words(tokens, size)


def _site_words(tokens: list[str], size: int) -> Iterator[str]:
    """What the words of web pages are about, and how the first word is inflected."""
    count, first = len(tokens), tokens[0]
    site = [SITE[token] for token in tokens if token in SITE]
    if site:
        yield f"site={min(4, len(site))}|{size}"
        yield f"site share={len(site) * 4 // count}|{size}"
        for kind in dict.fromkeys(site):
            yield f"about={kind}"
            yield f"about={kind}|{step_of(count, (2, 5, 10))}"
    if first in SITE:
        yield f"first about={SITE[first]}"
    if len(first) > 3:
        if first.endswith("ez"):
            yield "starts with -ez"
        elif first.endswith(("er", "ir", "re")):
            yield "starts with infinitive"


def _header(view: _View) -> Iterator[str]:
    """Dates, counters, prices, signatures."""
    if view.digits:
        yield from digit_names(view.line, view.digits)
    if byline_of(view.line):
        yield "byline"
    if view.line[0] == "|" and starts_with_bar(view.line):
        yield "barred name"


def digit_names(line: str, digits: int) -> Iterator[str]:
    """The share of digits; counters, dates, hours, prices."""
    yield f"digits={digits * 4 // len(line)}"
    if is_counter(line):
        yield f"counter={min(4, len(line))}"
    elif is_date_line(line):
        yield "date line"
        yield f"date line|{min(4, line.count(' '))}"
    elif digits > 3 and iso_date(line):
        yield f"has date|{step_of(len(line), (30, 60, 100))}"
    yield from amounts(line)


def amounts(line: str) -> Iterator[str]:
    """Hours and prices."""
    if ("h" in line or ":" in line) and _HOUR.search(line):
        yield "has hour"
    if ("€" in line or "$" in line or "euro" in line) and _PRICE.search(line):
        yield "has price"


_SIGNS = (
    ("©", "copyright sign"),
    ("#", "hash"),
    ("(", "brackets"),
    ("[…]", "cut"),
    ("[...]", "cut"),
)


def sign_names(line: str) -> Iterator[str]:
    """Bars, arrows, addresses, quotes: what the characters alone say."""
    bars = line.count("|") + line.count("•") + line.count("·")
    if bars:
        yield f"bars={min(3, bars)}"
    if PATH_SIGN.search(line):
        if _BREADCRUMB.search(line):
            yield "breadcrumb"
        if ">" in line or "→" in line or "›" in line or ("»" in line and "«" not in line):
            yield "arrow"
    if "://" in line or ("." in line[:-1] and _URL.search(line)):
        yield f"url|{step_of(len(line), (30, 80))}"
    if "@" in line and _MAIL.search(line):
        yield "mail"
    for sign, name in _SIGNS:
        if sign in line:
            yield name
    if sentences_inside(line):
        yield "inner end"
    if "«" in line or "“" in line or '"' in line:
        yield "quoted"
    if "," in line:
        yield f"comma|{step_of(len(line), (40, 80))}"
    if ": " in line:
        yield f"colon inside|{step_of(len(line), (30, 60, 100))}"


_BIBLIOGRAPHY = re.compile(
    r"\bdoi\b|\bpp?\. ?\d|\bvol\. ?\d|\bed\. |\bet al\b|\bisbn\b"
    r"|\b(?:19|20)\d\d[a-z]?[,;.)]|\bin : |\bop\. cit|\bibid"
)
_NUMBERED = re.compile(
    r"(?:\d{1,2}\.)+\d{0,2} ?\S|\d{1,2}[.)/-] ?[^\W\d]|[IVX]{1,4}[.)-] ?\S|[A-Da-d][.)] \S"
)
_NOTE = re.compile(r"[(\[]?\d{1,2}[)\]] ?\S|\d{1,2}\. \S.{40}|\*\S|↑ ?\S")
_CAPITALISED = r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]+|[A-ZÀ-ÖØ-Þ]\.)"
_PERSON = re.compile(
    rf"{_CAPITALISED}(?: (?:de |du |des |d['’]|le |la |von |van |el |ben )?{_CAPITALISED}){{1,3}}"
)
_QUANTITY = re.compile(
    r"\d+(?:[.,/]\d+)? ?(?:k?g|c?l|ml|cl|dl|cm|mm|m|km|min|minutes?|h|cuilleres?|c\.|pincees?"
    r"|tranches?|gousses?|oeufs?)\b"
)
_PAIR = re.compile(r"[^:]{2,30} ?: ?\S.{0,40}|\S.{1,30} {2,}\S.{0,40}")


def _forms(view: _View) -> Iterator[str]:
    """Things that lines are: a name, a note, a numbered heading, a quantity, a list of tags."""
    line, count, tokens = view.line, view.count, view.tokens
    small = step_of(count, (3, 6, 12))
    if view.digits:
        yield from _numbering(view)
    yield from persons(line, count, view.start)
    if not AGENCIES.isdisjoint(tokens):
        yield f"agency|{small}"
        if "/" in line or "©" in line or "(" in line:
            yield "agency credit"
    if (":" in line or "  " in line) and _PAIR.fullmatch(line):
        yield f"pair|{small}"
    commas = line.count(",")
    if commas > 1 and VERBS.isdisjoint(tokens):
        yield f"enumeration|{min(4, commas)}|{step_of(count, (6, 12))}"
    yield from breaks(line, count, view.end)


def persons(line: str, count: int, start: str) -> Iterator[str]:
    """« Anne Loiseau »."""
    if 1 < count < 8 and start != "lower" and _PERSON.fullmatch(line.strip("*•- ,")):
        yield "person"
        yield f"person|{count}"


POINTERS = ">→»➔➡"
"""What a line begins with that points elsewhere."""


def breaks(line: str, count: int, end: str) -> Iterator[str]:
    """Lines that were cut off, that point elsewhere, that run together."""
    if end == "dots":
        yield f"cut off|{step_of(count, (3, 6, 12))}"
    if line[0] in POINTERS:
        yield f"pointer|{step_of(count, (2, 5, 12))}"
    if _GLUED.search(line):
        yield "glued words"


def _numbering(view: _View) -> Iterator[str]:
    count = view.count
    if _BIBLIOGRAPHY.search(view.folded):
        yield f"bibliography|{step_of(count, (5, 12))}"
    yield from numbers_first(view.line, count, view.end)
    if _QUANTITY.search(view.folded):
        yield f"quantity|{step_of(count, (3, 6, 12))}"


def numbers_first(line: str, count: int, end: str) -> Iterator[str]:
    """« 3.1 Titre », « (4) Note »."""
    if _NUMBERED.match(line):
        yield f"numbered|{step_of(count, (3, 8, 15))}"
        yield f"numbered|{end}"
    if _NOTE.match(line):
        yield f"note|{step_of(count, (3, 8, 15))}"


def sentences_inside(line: str) -> bool:
    """True if a sentence ends inside the line and another begins."""
    return (". " in line or "! " in line or "? " in line or "… " in line) and (
        _INNER_END.search(line) is not None
    )


def _known(match: Match, count: int) -> Iterator[str]:
    sure = "sure" if match.sure else "maybe"
    yield f"known {sure}"
    yield f"known={match.kind}|{sure}"
    yield f"known {sure}|{step_of(count, (1, 2, 4, 8, 12))}"
    if match.certain:
        yield "known certain"


def _shape(view: _View, match: Match | None, sentence: bool, names: list[str]) -> str:
    """The one word that neighbours know a line by."""
    count, end = view.count, view.end
    if match and match.sure:
        return f"known {match.kind}"
    if "date line" in names or "byline" in names or "barred name" in names:
        return "signature"
    if not view.tokens:
        return "counter" if view.digits else "signs"
    closed = end in _CLOSED
    if sentence:
        return "sentence." if closed else "sentence"
    if closed:
        return "short." if count < 5 else "mid."
    if match:
        return "section"
    if end == "colon":
        return "colon"
    if view.start in ("lower", "continues"):
        return "piece"
    if view.start in ("bullet", "sign"):
        return "bullet 1" if count < 5 else "bullet 2"
    return f"label {step_of(count, (1, 2, 3, 5, 8, 12))}"
