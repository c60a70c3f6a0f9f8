"""What a French word sounds like, and which other words sound the same.

>>> [sound(word) for word in ("eau", "haut", "aulx", "tâche", "tache", "chaos", "cahot")]
['o', 'o', 'o', 'taS', 'taS', 'kao', 'kao']
>>> from frclean.language.lexicon import lexicon
>>> sorted(homophones("accueil", lexicon()))
['accueille', 'accueillent', 'accueilles', 'accueils']

The key is coarse on purpose: é and è, the two o, the two a, in and un are one sound, as they are
for most speakers or in most ears; a mute e leaves no trace. Homophones are found without any
index: spellings of the key are built letter by letter, as far as words of the lexicon begin so.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from frclean.language.lexicon import Lexicon

__all__ = ["homophones", "sound"]

_V = "aeiouyàâäéèêëîïôöùûüœæ"
_SOFT = "eiyéèêëîï"
#: What does not follow a nasal vowel in its own syllable.
_NASAL_END = rf"(?![{_V}hnm])"

#: Spelling → sound, tried in this order. e: é or è; 2: eu; 5: in, un; A: an; O: on; W: oi;
#: S: ch; Z: j; N: gn; j: the sound of y.
_RULES: tuple[tuple[str, str], ...] = (
    ("eaux?", "o"),
    (r"(?:ueil|euil|œil|oeil)l?", "2j"),
    (r"eil(?:l|(?=s?$))", "ej"),
    (r"ail(?:l|(?=s?$))", "aj"),
    (r"ouil(?:l|(?=s?$))", "uj"),
    (r"(?<=[bcdfghjklmnpqrstvxz])ill(?=[aeiouéè])", "ij"),
    (rf"oin{_NASAL_END}", "w5"),
    (rf"oy(?=[{_V}])", "Wj"),
    ("oi|oî|oê", "W"),
    (rf"[ae]y(?=[{_V}])", "ej"),
    (rf"uy(?=[{_V}])", "yj"),
    (rf"(?:ain|aim|ein|eim){_NASAL_END}", "5"),
    (rf"(?<=[iy])en{_NASAL_END}(?!t|c)", "5"),
    (rf"(?<=é)en{_NASAL_END}", "5"),
    ("^emm(?=[eaé])", "Am"),
    (r"um$", "om"),
    (rf"(?:in|im|yn|ym|în|un|um){_NASAL_END}", "5"),
    (rf"(?:aon|aen|ean|an|am|en|em){_NASAL_END}", "A"),
    (rf"(?:on|om){_NASAL_END}", "O"),
    ("œu|oeu|œ|eu|eû", "2"),
    ("au", "o"),
    ("aoû|ou|où|oû", "u"),
    ("aie?|aî|ei|eî|é|è|ê|ë", "e"),
    ("ée?s?$", "e"),
    (r"e[rz]$", "e"),
    (r"et$", "e"),
    (r"e(?=([bcdfglmnprstxz])\1)", "e"),
    (rf"e(?=[bcdfgklmnprstvxz][^{_V}lrh]|[cflr]$|x)", "e"),
    ("e", ""),
    ("â|à|a|ä", "a"),
    ("ô|o|ö", "o"),
    ("gu(?=[eiéèêyîï])|gg(?=[aourl])", "g"),
    (r"(?<=[^qg])u|û|ü|^u|ù", "y"),
    ("chr|chl", "kr"),
    ("sch|sh|ch", "S"),
    ("ph", "f"),
    ("th", "t"),
    ("gn", "N"),
    ("ge(?=[aoâôu])", "Z"),
    (f"g(?=[{_SOFT}])", "Z"),
    ("cqu|qu|q", "k"),
    (f"cc(?=[{_SOFT}])", "ks"),
    (f"xc(?=[{_SOFT}])", "ks"),
    (f"sc(?=[{_SOFT}])", "s"),
    (f"c(?=[{_SOFT}])|ç", "s"),
    ("ck|cc|c|k", "k"),
    (r"(?<![sx])ti(?=on|el|eux|eus|al|aux|aire|enc|ent$|ents$)", "sj"),
    ("ss", "s"),
    (rf"(?<=[{_V}])s(?=[{_V}])", "z"),
    (rf"(?<=e)x(?=[{_V}h])", "gz"),
    ("x", "ks"),
    ("w", "v"),
    ("j", "Z"),
    (rf"[iïy](?=[{_V}])(?!e(?:s|nt)?$)", "j"),
    ("[iîïy]", "i"),
    ("æ", "e"),
    ("(?<=m)p(?=t)", ""),
    ("bb|b", "b"),
    ("dd|d", "d"),
    ("ff|f", "f"),
    ("gg|g", "g"),
    ("ll|l", "l"),
    ("mm|m", "m"),
    ("nn|n", "n"),
    ("pp|p", "p"),
    ("rr|r", "r"),
    ("tt|t", "t"),
    ("v", "v"),
    ("zz|z", "z"),
    ("s", "s"),
)
_SCAN = "|".join(f"(?P<r{i}>{text})" for i, (text, _) in enumerate(
    # One rule refers back to the letter it has just seen.
    (text.replace(r"([bcdfglmnprstxz])\1", "bb|cc|dd|ff|gg|ll|mm|nn|pp|rr|ss|tt|xx|zz"), out)
    for text, out in _RULES
))  # fmt: skip
_SOUNDS = {f"r{i}": out for i, (_, out) in enumerate(_RULES)}

#: Letters that end a word unheard.
_MUTE_END = (
    r"(?x)(?:(?<=i)gts? | (?<=n)[cgt]s? | (?<=r)[tdg]s? | (?<=m)[bp]s? | (?<=o)ps? | (?<=u)[pt]s?"
    r" | (?<=u)lx | ts? | ds? | [sxz] )$"
)
#: Compiled when a word is first sounded out: few texts have one that needs it.
_compiled = functools.cache(re.compile)
_HEARD: dict[str, str] = {
    "eu": "y", "eus": "y", "eut": "y", "eût": "y", "eue": "y", "eues": "y", "femme": "fam",
    "femmes": "fam", "fils": "fis", "os": "os", "as": "as", "mer": "mer", "mers": "mer",
    "fer": "fer", "fers": "fer", "ver": "ver", "vers": "ver", "hier": "jer", "cher": "Ser",
    "chers": "Ser", "hiver": "iver", "enfer": "Afer", "amer": "amer", "net": "net",
    "huit": "Vit", "sept": "set", "cet": "set", "est": "e", "es": "e", "les": "le", "des": "de",
    "mes": "me", "tes": "te", "ses": "se", "ces": "se", "sens": "sAs", "ours": "urs",
    "monsieur": "msj2", "second": "sgO", "sang": "sA", "dam": "dA", "brut": "bryt",
    "chaos": "kao", "chœur": "k2r", "chœurs": "k2r", "choeur": "k2r", "clef": "kle", "clefs": "kle",
    "tous": "tu", "plus": "ply", "gaz": "gaz", "jus": "Zy", "but": "byt", "chut": "Syt",
}  # fmt: skip


@functools.lru_cache(1 << 12)
def sound(word: str, *, mute_ent: bool = False) -> str:
    """The key of a lower-case word; ``mute_ent``: its last -ent is that of « ils chantent ».

    >>> sound("couvent"), sound("couvent", mute_ent=True), sound("accès"), sound("axé")
    ('kuvA', 'kuv', 'akse', 'akse')
    """
    heard = _HEARD.get(word)
    if heard is not None:
        return heard
    body = word.replace("-", "")
    if mute_ent and body.endswith("ent"):
        body = body[:-3] + "e"
    elif re.search(r"[^aeéiou]es$|[éiu]es$", body):
        body = body[:-1]
    elif not body.endswith(("et", "ez")):
        body = _compiled(_MUTE_END).sub("", body) or body
    body = body.replace("h", "") if "h" in body and not re.search("ch|ph|sh|th", body) else body
    return "".join(_SOUNDS[m.lastgroup] for m in _compiled(_SCAN).finditer(body) if m.lastgroup)


#: Sound → the ways to write it.
_SPELLINGS: dict[str, tuple[str, ...]] = {
    "a": ("a", "à", "â", "e"),
    "e": ("é", "è", "ê", "e", "ai", "aî", "ei", "er", "et", "ez", "ë", "aie"),
    "i": ("i", "î", "y", "ï"),
    "o": ("o", "ô", "au", "eau"),
    "u": ("ou", "où", "oû", "aoû"),
    "y": ("u", "û", "eu"),
    "2": ("eu", "œu", "eû", "œ", "ue"),
    "5": ("in", "im", "ain", "aim", "ein", "un", "um", "yn", "ym", "en", "în"),
    "A": ("an", "am", "en", "em", "aon", "ean"),
    "O": ("on", "om"),
    "W": ("oi", "oî", "oy", "oê"),
    "w": ("o",),
    "j": ("i", "y", "ill", "il", "ï", "ll", "l"),
    "p": ("p", "pp"),
    "b": ("b", "bb"),
    "t": ("t", "tt", "th", "pt"),
    "d": ("d", "dd"),
    "k": ("c", "qu", "cc", "k", "ch", "q", "cqu", "ck"),
    "g": ("g", "gu", "gg"),
    "f": ("f", "ff", "ph"),
    "v": ("v", "w"),
    "s": ("s", "ss", "c", "ç", "sc", "t"),
    "z": ("s", "z"),
    "S": ("ch", "sch", "sh"),
    "Z": ("j", "g", "ge"),
    "m": ("m", "mm"),
    "n": ("n", "nn"),
    "N": ("gn",),
    "l": ("l", "ll"),
    "r": ("r", "rr"),
    "ks": ("x", "cc", "xc"),
    "gz": ("x",),
}
_TAILS = (
    *("", "e", "s", "t", "es", "ent", "d", "x", "z", "ts", "ds", "p", "ps", "c", "g", "gs", "cs"),
    *("b", "bs", "lx"),
)


def homophones(word: str, words: Lexicon, *, least: int = 0) -> frozenset[str]:
    """The other words that sound like ``word``; ``least``: how frequent they must be at least."""
    found: set[str] = set()
    for key in _keys(word, words):
        found.update(_spelled(key, words))
    found.discard(word)
    return frozenset(form for form in found if words.frequency(form) >= least)


def _keys(word: str, words: Lexicon) -> tuple[str, ...]:
    """The sounds of a word: « couvent » has two."""
    if not word.endswith("ent"):
        return (sound(word),)
    verb = any(r.pos == "ver" and r.person == "3" and r.number == "p" for r in words.readings(word))
    other = any(not (r.pos == "ver" and r.person == "3") for r in words.readings(word))
    keys = (sound(word, mute_ent=True),) if verb else ()
    return keys + ((sound(word),) if other or not verb else ())


@functools.lru_cache(1 << 11)
def _spelled(key: str, words: Lexicon) -> tuple[str, ...]:
    """The words with that key."""
    if not 1 <= len(key) <= 14:
        return ()
    return tuple(w for w in dict.fromkeys(_build(key, 0, "", words)) if key in _keys(w, words))


def _build(key: str, at: int, prefix: str, words: Lexicon) -> Iterator[str]:
    """Words that begin with ``prefix`` and go on as the key does from ``at``."""
    if prefix and not words.begins(prefix):
        return
    if at == len(key):
        for tail in _TAILS:
            if prefix + tail in words:
                yield prefix + tail
        return
    for size in (1, 2):
        for spelling in _SPELLINGS.get(key[at : at + size], ()) if at + size <= len(key) else ():
            yield from _build(key, at + size, prefix + spelling, words)
            if key[at] in "aeiouy25AOWj":
                yield from _build(key, at + size, prefix + "h" + spelling, words)
    # A mute e between two consonants: « remerciement », « gaieté ».
    if prefix and prefix[-1] not in "eh" and key[at] not in "aeiouy25AOW":
        yield from _built_after_e(key, at, prefix + "e", words)


def _built_after_e(key: str, at: int, prefix: str, words: Lexicon) -> Iterator[str]:
    if not words.begins(prefix):
        return
    for spelling in _SPELLINGS.get(key[at], ()):
        yield from _build(key, at + 1, prefix + spelling, words)
