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
from frclean.boilerplate.lines import LONG, fold, key_of
from frclean.boilerplate.templates import Match, match_line, opens_phrase
from frclean.boilerplate.words import ADDRESS, ENGLISH, SITE, STOP, VERBS

__all__ = ["LineFeatures", "features_of"]

_CHAR_STEPS = (2, 5, 10, 18, 30, 45, 60, 80, 110, 160, 250, 500)
_WORD_STEPS = (1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30, 50)

_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_URL = re.compile(r"(?i)https?://|www\.|\b[\w.-]+\.(?:fr|com|org|net|eu|be|ch)\b")
_MAIL = re.compile(r"\S@\w+\.\w|^@\w+$")
_INNER_END = re.compile(r"[.!?…]\s+[A-ZÀ-ÖØ-Þ«\"“]")
_PRICE = re.compile(r"\d ?(?:€|euros?\b|\$)")
_HOUR = re.compile(r"\b\d{1,2} ?[h:] ?\d{2}\b|\b\d{1,2}h\b")
_BREADCRUMB = re.compile(r"\S *[>›»/|] *\S")
_BULLETS = "*•·●▪■-–—→>»›«|#+@©✓►▶"

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
    score: float = 0.0
    """What the model makes of ``names``; see ``model.Model.line_score``."""


def step_of(value: int, steps: tuple[int, ...]) -> int:
    """The first step that ``value`` does not pass, or 999."""
    for step in steps:
        if value <= step:
            return step
    return 999


def features_of(line: str) -> LineFeatures:
    """The own features of a stripped line.

    >>> features_of("Se connecter").kind, features_of("Il pleut sur Brest.").shape
    ('login', 'short.')
    """
    count = line.count(" ") + 1
    sentence = is_sentence(line)
    if sentence and _is_plain(line) and (len(line) > LONG or not opens_phrase(line)):
        return _plain_line(line, count)
    words = line.split()
    count = len(words)
    if len(line) > LONG:
        return _long_line(line, count, sentence)
    match = match_line(line)
    folded = fold(line)
    tokens = _WORDS.findall(folded)
    key = key_of(folded)
    names = [*_size(line, words), *_edges(line, count), *_words(line, words, tokens)]
    names += _header(line)
    names += _signs(line)
    names += _forms(line, folded, words, tokens)
    if match:
        names += _known(match, count)
    return LineFeatures(
        tuple(names),
        _shape(line, count, match, sentence, names),
        match.kind if match else "",
        bool(match and match.sure),
        bool(match and match.certain),
        sentence,
        count,
        len(line),
        key,
    )


# What is looked for in sentences before they are looked at closely. Nine in ten have none of it.
_NOT_PLAIN = (
    "|", "•", "©", "@", "http", "www", "cookie", "newsletter", "abonn", "copyright", "droits r",
    "commentaire", "inscri", "connect", "cliqu", "e-mail", "email", "confidentialit", "personnelles",
    "javascript", "partag", "mentions", "lire aussi", "lire également", "lire : ", "publié", "posté",
    "mis à jour", "mise à jour", "photo", "crédit", "afp", "reuters", "getty", "signaler", "moderat",
    "modérat", "captcha", "robot", "navigat", "vie privée", "licence", "reproduction", "recevez",
    "retrouvez", "découvrez", "suivez", "votre ", "notre site", "vidéo", "voir ", "...", "…", ">>",
    "→", "►", " - ", " / ", "  ", "\t",
)  # fmt: skip


def _is_plain(line: str) -> bool:
    lowered = line.lower()
    return not any(word in lowered for word in _NOT_PLAIN)


def _plain_line(line: str, count: int) -> LineFeatures:
    """A sentence with no word of a web page in it: only its size and edges tell anything."""
    end, start = _end(line), _start(line)
    size = step_of(count, _WORD_STEPS)
    closed = end in ("stop", "quote", "question", "exclaim", "dots")
    names = (f"plain|words={size}", f"plain|start={start}", f"plain|end={end}")
    long = "text" if len(line) > LONG else "sentence"
    shape = f"{long}." if closed else long
    return LineFeatures(
        names, shape, "", False, False, True, count, len(line), line[:200] if count > 6 else line
    )


def _long_line(line: str, count: int, sentence: bool) -> LineFeatures:
    """Long lines are text unless their first words, or many site words, say otherwise."""
    folded = fold(line[:2000])
    tokens = _WORDS.findall(folded)
    names = [f"chars={step_of(len(line), _CHAR_STEPS)}", f"words={step_of(count, _WORD_STEPS)}"]
    end = _end(line)
    names += ["long", f"long|end={end}", f"long|start={_start(line)}"]
    site = sum(token in SITE for token in tokens)
    names.append(f"long|site={min(10, site * 40 // max(1, len(tokens)))}")
    address = sum(token in ADDRESS for token in tokens)
    names.append(f"long|address={min(6, address * 40 // max(1, len(tokens)))}")
    verbs = sum(token in VERBS for token in tokens)
    names.append(f"long|verbs={min(4, verbs)}")
    stops = sum(token in STOP for token in tokens)
    names.append(f"long|stops={min(8, stops * 16 // max(1, len(tokens)))}")
    english = sum(token in ENGLISH for token in tokens)
    if english * 5 > len(tokens):
        names.append("long|english")
    capitals = sum(word[0].isupper() for word in line[:2000].split())
    names.append(f"long|capitals={min(8, capitals * 10 // max(1, len(tokens)))}")
    names.append(f"long|inner={min(3, len(_INNER_END.findall(line[:2000])))}")
    if line.count("|") > 2 or line.count(" / ") > 2 or line.count("•") > 2 or line.count("\t") > 1:
        names.append("long|bars")
    kinds = {SITE[token] for token in tokens if token in SITE}
    for kind in ("cookie", "legal", "news", "pay", "login", "comment"):
        if kind in kinds and sum(SITE.get(t) == kind for t in tokens) > 1:
            names.append(f"long|about={kind}")
    if _cookie_words(folded):
        names.append("long|cookies")
    shape = "text." if end in ("stop", "quote", "question", "exclaim", "dots") else "text"
    return LineFeatures(
        tuple(names), shape, "", False, False, sentence, count, len(line), line[:200]
    )


def _cookie_words(folded: str) -> bool:
    return "cookies" in folded and (
        "site" in folded or "navigation" in folded or "acceptez" in folded
    )


def _size(line: str, words: list[str]) -> Iterator[str]:
    count = len(words)
    yield f"chars={step_of(len(line), _CHAR_STEPS)}"
    yield f"words={step_of(count, _WORD_STEPS)}"
    if words and max(map(len, words)) > 24:
        yield "giant word"


def _end(line: str) -> str:
    if line.endswith("..."):
        return "dots"
    last = line[-1]
    if last.isalpha():
        return "letter"
    if last.isdigit():
        return "digit"
    return _ENDS.get(last, "other")


def _start(line: str) -> str:
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


def _edges(line: str, count: int) -> Iterator[str]:
    end, start = _end(line), _start(line)
    size = step_of(count, (1, 2, 3, 5, 8, 13, 20))
    yield f"size={size}|end={end}"
    yield f"size={step_of(count, (2, 5, 10))}|start={start}"
    yield f"start={start}|end={end}"
    if start == "bullet":
        inner = line.lstrip("*•·●▪■ \t")
        yield f"bullet|{_start(inner)}|{_end(line)}" if inner else "bullet only"


def _words(line: str, words: list[str], tokens: list[str]) -> Iterator[str]:
    count = len(tokens)
    size = step_of(count, (0, 2, 4, 7, 12, 20))
    if not count:
        yield "no letters"
        return
    capitals = sum(word[0].isupper() for word in words)
    if line.isupper():
        yield f"all capitals|{size}"
    elif count > 1:
        yield f"capitals={capitals * 4 // len(words)}|{size}"
    stops = sum(token in STOP or token.split("'")[0] in STOP for token in tokens)
    yield f"stops={min(4, stops)}|{size}"
    verbs = sum(token in VERBS for token in tokens)
    yield f"verbs={min(2, verbs)}|{size}"
    site = [SITE[token] for token in tokens if token in SITE]
    if site:
        yield f"site={min(4, len(site))}|{size}"
        yield f"site share={len(site) * 4 // count}|{size}"
        for kind in set(site):
            yield f"about={kind}"
            yield f"about={kind}|{step_of(count, (2, 5, 10))}"
    if tokens[0] in SITE:
        yield f"first about={SITE[tokens[0]]}"
    if any(token in ADDRESS for token in tokens):
        yield f"address|{size}"
    english = sum(token in ENGLISH for token in tokens)
    if english and english * 4 >= count:
        yield f"english|{size}"
    first = tokens[0]
    if first.endswith("ez") and len(first) > 3:
        yield "starts with -ez"
    elif first.endswith(("er", "ir", "re")) and len(first) > 3:
        yield "starts with infinitive"


def _header(line: str) -> Iterator[str]:
    """Dates, counters, prices, signatures."""
    if any(map(str.isdigit, line)):
        yield from _digits(line)
    if byline_of(line):
        yield "byline"
    if line[0] == "|" and starts_with_bar(line):
        yield "barred name"


def _digits(line: str) -> Iterator[str]:
    yield f"digits={sum(map(str.isdigit, line)) * 4 // len(line)}"
    if is_counter(line):
        yield f"counter={min(4, len(line))}"
    elif is_date_line(line):
        yield "date line"
        yield f"date line|{min(4, line.count(' '))}"
    elif iso_date(line):
        yield f"has date|{step_of(len(line), (30, 60, 100))}"
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


def _signs(line: str) -> Iterator[str]:
    """Bars, arrows, addresses, quotes: what the characters alone say."""
    bars = line.count("|") + line.count("•") + line.count("·")
    if bars:
        yield f"bars={min(3, bars)}"
    if any(sign in line for sign in ">›/»|") and _BREADCRUMB.search(line):
        yield "breadcrumb"
    if any(sign in line for sign in ">→›") or ("»" in line and "«" not in line):
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
    r"\bdoi\b|\bpp?\. ?\d|\bvol\. ?\d|\bed\. |\beditions?\b|\bet al\b|\bisbn\b"
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
_AGENCY = re.compile(
    r"(?i)\b(?:afp|reuters|getty|sipa|nurphoto|ap photo|epa|maxppp|shutterstock|istock|pixabay"
    r"|unsplash|adobe stock|wikimedia|hans lucas|abaca|rea|dr)\b"
)
_QUANTITY = re.compile(
    r"\d+(?:[.,/]\d+)? ?(?:k?g|c?l|ml|cl|dl|cm|mm|m|km|min|minutes?|h|cuilleres?|c\.|pincees?"
    r"|tranches?|gousses?|oeufs?)\b"
)
_PAIR = re.compile(r"[^:]{2,30} ?: ?\S.{0,40}|\S.{1,30} {2,}\S.{0,40}")


def _forms(line: str, folded: str, words: list[str], tokens: list[str]) -> Iterator[str]:
    """Things that lines are: a name, a note, a numbered heading, a quantity, a list of tags."""
    count = len(words)
    small = step_of(count, (3, 6, 12))
    if _BIBLIOGRAPHY.search(folded):
        yield f"bibliography|{step_of(count, (5, 12))}"
    yield from _numbering(line, folded, count)
    if 1 < count < 8 and _PERSON.fullmatch(line.strip("*•- ,")):
        yield "person"
        yield f"person|{count}"
    if _AGENCY.search(line):
        yield f"agency|{small}"
        if "/" in line or "©" in line or "(" in line:
            yield "agency credit"
    if (":" in line or "  " in line) and _PAIR.fullmatch(line):
        yield f"pair|{small}"
    commas = line.count(",")
    if commas > 1 and not any(token in VERBS for token in tokens):
        yield f"enumeration|{min(4, commas)}|{step_of(count, (6, 12))}"
    if line.endswith(("…", "...")):
        yield f"cut off|{small}"
    if line[0] in ">→»➔➡":
        yield f"pointer|{step_of(count, (2, 5, 12))}"
    if any(word[0].islower() and not word.islower() and word.isalpha() for word in words):
        yield "glued words"


def _numbering(line: str, folded: str, count: int) -> Iterator[str]:
    if _NUMBERED.match(line):
        yield f"numbered|{step_of(count, (3, 8, 15))}"
        yield f"numbered|{_end(line)}"
    if _NOTE.match(line):
        yield f"note|{step_of(count, (3, 8, 15))}"
    if any(map(str.isdigit, line)) and _QUANTITY.search(folded):
        yield f"quantity|{step_of(count, (3, 6, 12))}"


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


def _shape(line: str, count: int, match: Match | None, sentence: bool, names: list[str]) -> str:
    """The one word that neighbours know a line by."""
    if match and match.sure:
        return f"known {match.kind}"
    if "date line" in names or "byline" in names or "barred name" in names:
        return "signature"
    if "no letters" in names:
        return "counter" if any(map(str.isdigit, line)) else "signs"
    end = _end(line)
    closed = end in ("stop", "question", "exclaim", "dots", "quote")
    if sentence:
        return "sentence." if closed else "sentence"
    if closed:
        return "short." if count < 5 else "mid."
    if match:
        return "section"
    if end == "colon":
        return "colon"
    if _start(line) in ("lower", "continues"):
        return "piece"
    if _start(line) in ("bullet", "sign"):
        return "bullet 1" if count < 5 else "bullet 2"
    return f"label {step_of(count, (1, 2, 3, 5, 8, 12))}"
