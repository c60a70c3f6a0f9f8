"""Rules about spacing: words written twice, cut in two or run together, blanks and signs out of place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from frclean.document import Span
from frclean.language.analysis import Analysis, Token
from frclean.language.lexicon import lexicon
from frclean.language.sounds import VOWEL, begins
from frclean.language.suggest import suggester
from frclean.later import later
from frclean.rules._text import is_one_phrase, is_row, word_set
from frclean.rules.kinds import (
    DISPLAY,
    SAFE,
    UNSAFE,
    Bad,
    FunctionRule,
    Good,
    Hit,
    Match,
    Rule,
    ScanRule,
    TokenRule,
)

# --- words written twice ----------------------------------------------------------------------------

#: Words that nothing can bring twice in a row.
_NEVER_TWICE = word_set(
    "de du des le les un une et ou au aux à dans pour par avec ce cet cette ces qui dont ne se "
    "il ils je mais comme "
    "dès chez sans leurs ses mes nos afin selon depuis car lorsque que parce tandis cela votre "
    "notre quand où ni donc "
    "sur"
)
#: Words that are doubled for emphasis, or that stand twice by right: « nous nous », « en en parlant ».
_OFTEN_TWICE = word_set(
    "nous vous très bien trop beaucoup tout toute tous toutes si non oui vite bon bonne jamais "
    "rien là ha hé oh ah eh "
    "encore plus loin peu presque petit petite grand grande vrai fort doucement chut tant en la "
    "a est y lui elle elles "
    "on eux faire fait fais dire son ton mon leur tu soit même sans sous vers entre ça hein "
    "allons tiens voyons "
    "quoi toi moi mot pas ter bis fois assez seul seule pan toc cher chère chers ma sa rose beau "
    "belle long longue bleu "
    "super ding dong cui miam pom tic tac vroum boum haut bas chaud chaude froid"
    ""
)


def _find_doubled(analysis: Analysis) -> Iterator[Hit]:
    """Neighbours of one class are rare; those that are one word are judged."""
    for tokens in analysis.within or (range(len(analysis)),):
        first = max(0, tokens.start)
        for start, size in _repeats(analysis, analysis.signature[first : tokens.stop]):
            yield from _judge_twins(analysis, first + start, size)


def _repeats(analysis: Analysis, signature: str) -> Iterator[tuple[int, int]]:
    """Where so many lower-case words are followed by as many of the same classes."""
    masks, low = analysis.analyser.classes.masks, 1 << analysis.analyser.is_low
    lanes = signature.encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(lanes, "little")
    for size in (1, 2, 3):
        # A class that comes back after so many tokens: read as one number, the signature and
        # the signature moved on differ nowhere in its two bytes. All this runs at C speed.
        same = (number ^ (number >> 16 * size)).to_bytes(len(lanes), "little")
        start = _next_lane(same, size, 0, len(signature) - size)
        while start >= 0:
            # Names and numbers may come twice.
            is_low = masks[signature[start]] & low
            if is_low and all(masks[char] & low for char in signature[start + 1 : start + size]):
                yield start, size
            start = _next_lane(same, size, start + 1, len(signature) - size)


def _next_lane(lanes: bytes, count: int, start: int, end: int) -> int:
    """From ``start`` on, the first of ``count`` pairs of zeros that end before ``end``, or -1."""
    zeros = bytes(2 * count)
    at = lanes.find(zeros, 2 * start, 2 * end)
    while at > 0 and at % 2:
        at = lanes.find(zeros, at + 1, 2 * end)
    return at // 2 if at >= 0 else -1


def _judge_twins(analysis: Analysis, start: int, size: int) -> Iterator[Hit]:
    forms = [form.lower() for form, _ in analysis.forms(start, start + 2 * size)]
    if forms[:size] != forms[size:]:
        return
    first = analysis.tokens(start, start + size)
    second = analysis.tokens(start + size, start + 2 * size)
    if is_row(first + second):
        yield from _judge_doubled(analysis, first, second)


def _judge_doubled(analysis: Analysis, first: list[Token], second: list[Token]) -> Iterator[Hit]:
    if any(t.kind != "word" for t in first) or _is_thrice(analysis, first, second):
        return
    if _are_doubled_by_slip(first):
        span = Span(first[0].start, second[-1].end)
        yield Hit(span, (analysis.text[first[0].start : first[-1].end],))


_ACCENTS = frozenset("\u0300\u0301\u0302\u0308\u0327\u00b4`^\u00a8")


def _is_thrice(analysis: Analysis, first: list[Token], second: list[Token]) -> bool:
    before = analysis.token(max(0, first[0].index - 1))
    after = analysis.token(min(len(analysis) - 1, second[-1].index + 1))
    # « les aides qualifiées de de minimis » : the second belongs to a name.
    # An accent that stands beside its letter cuts the next word: « ne ne´cessite ».
    if after.form[:1] in _ACCENTS or after.form == "-" or after.lower == "minimis":
        return True
    return first[-1].lower == before.lower or second[0].lower == after.lower


def _are_doubled_by_slip(words: list[Token]) -> bool:
    """False for words that may well stand twice: for emphasis, as names, by grammar."""
    if len(words) > 1:
        is_row = all(t.form[0].islower() for t in words) and len({t.lower for t in words}) > 1
        return is_row and any(len(t.lower) > 3 and t.lower not in _OFTEN_TWICE for t in words)
    word = words[0]
    if word.lower in _NEVER_TWICE:
        return True
    is_name = word.form[0].isupper() and not word.has("prep") and not word.has("det")
    is_short = word.lower in _OFTEN_TWICE or len(word.lower) < 4
    return not is_name and not is_short and bool(word.readings)


DOUBLED_WORD = ScanRule(
    code="SPL300",
    name="doubled-word",
    message="« {found} » : le mot est écrit deux fois.",
    message_en="“{found}”: written twice.",
    why="Un mot grammatical ne se suit pas lui-même : c'est un reste de correction.",
    find=_find_doubled,
    applicability=UNSAFE,  # between the two another word may have stood
    keep_case=True,
    examples=(
        Bad("Il parle {{de de}} la pluie.", "Il parle de la pluie."),
        Bad("{{Les les}} enfants dorment.", "Les enfants dorment."),
        Bad("La {{maison maison}} est grande.", "La maison est grande."),
        Bad("Il y a {{une différence une différence}} nette.", "Il y a une différence nette."),
        Good("Nous nous levons très très tôt, en en parlant."),
        Good("Ce qui est est. Il la la donne. Faire faire un tour."),
        Good("Duran Duran chante de, de et encore de."),
    ),
)

EST_EST = TokenRule(
    code="SPL301",
    name="doubled-short-verb",
    message="« {found} » : le mot semble écrit deux fois.",
    why="Le même verbe se suit rarement lui-même : seulement dans « ce qui est est ».",
    pattern=(
        '{"est" "est"}',
        '{"a" "a"}',
        '{"ont" "ont"}',
        '{"en" "en"} !ver:ppr',
        '{"la" "la"} nom:fs&!ver&!adj&low',
        '{"pas" "pas"}',
        '{"l\'" "l\'"}',
    ),
    fix="{0}",
    when=lambda m: (
        m.marked[0].form.islower()
        and not any(t.lower in ("qui", "que", "qu'", "ce", "où") for t in _before(m, 5))
        and m.after(1).form != m.marked[0].form
    ),
    applicability=DISPLAY,
    examples=(
        Bad("Le train {{est est}} parti.", "Le train est parti."),
        Bad("Il {{a a}} mangé.", "Il a mangé."),
        Good("Ce qui est est."),
        Good("Il chante la la la."),
        Good("En en parlant, il rit."),
    ),
)


def _before(match: Match, count: int) -> list[Token]:
    first = match.marked[0]
    return first.analysis.tokens(first.index - count, first.index)


# --- signs ------------------------------------------------------------------------------------------

_WORD_BEFORE = later(r"[^\W\d_]+\Z")
_WORD_AFTER = later(r"[^\W\d_]+")


def _word_before(text: str, position: int) -> str:
    found = _WORD_BEFORE.search(text[max(0, position - 30) : position])
    return found[0] if found else ""


def _word_after(text: str, position: int) -> str:
    found = _WORD_AFTER.match(text, position)
    return found[0] if found else ""


def _chunk(text: str, position: int) -> str:
    """What stands between the blanks around a position."""
    start = max(text.rfind(blank, 0, position) for blank in " \n\N{NO-BREAK SPACE}") + 1
    ends = [end for blank in " \n\N{NO-BREAK SPACE}" if (end := text.find(blank, position)) >= 0]
    return text[start : min(ends, default=len(text))][:200]


_NOT_PROSE = later(r"[/\\=_@#<>{}\[\]|~^$*+`]|::|\.\w+\.\w|\d[:.]\d")


def _is_prose(text: str, position: int) -> bool:
    """True unless the chunk is an address, code, a path, a formula."""
    return not _NOT_PROSE.search(_chunk(text, position))


def _is_french(word: str) -> bool:
    words = lexicon()
    return word in words or word.lower() in words or words.is_proper(word)


def _judge_glued_comma(match: Match) -> Iterator[Hit]:
    text, at = match.analysis.text, match.tokens[0].start
    previous = text[at - 1 : at]
    after = _word_after(text, at + 1)
    before = _word_before(text, at)
    if not (previous.isalpha() or previous in "»”)" or _is_year(text, at)) or not previous:
        return
    if previous.isalpha() and (len(before) < 2 or not _is_french(before)):
        return
    if len(after) < 2 or not _is_french(after):
        return
    if _is_prose(text, at) and _chunk(text, at).count(",") < 2:
        yield Hit(Span(at, at + 1 + len(after)), (f", {after}",))


def _is_year(text: str, at: int) -> bool:
    return re.search(r"(?<!\d)(?:1\d|20)\d\d\Z", text[max(0, at - 5) : at]) is not None


GLUED_COMMA = FunctionRule(
    code="SPL302",
    name="no-blank-after-comma",
    message="Il manque une espace après la virgule.",
    message_en="A blank is missing behind the comma.",
    why="La virgule est collée au mot qui précède et suivie d'une espace.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern='","&tight mot',
    judge=_judge_glued_comma,
    applicability=UNSAFE,  # no blank is put in unseen
    keep_case=True,
    examples=(
        Bad("Il pleut{{,mais}} il sort.", "Il pleut, mais il sort."),
        Bad("En 1990{{,le}} mur tombe.", "En 1990, le mur tombe."),
        Good("Il pleut, mais il sort : 3,5 mm et 2,5k."),
        Good("Les options x,y et f(a,b) ou http://a.fr/b,c.html."),
    ),
)


def _judge_glued_stop(match: Match) -> Iterator[Hit]:
    text, at = match.analysis.text, match.tokens[0].start
    before, after = _word_before(text, at), _word_after(text, at + 1)
    if len(before) < 3 or not before[-1].islower() or before not in lexicon():
        return
    if not (after[:1].isupper() and (after[1:2].islower() or after in ("À", "A"))):
        return
    if after.lower() not in lexicon() or not _is_prose(text, at):
        return
    if text[at + 1 + len(after) : at + 2 + len(after)] in (".", "(", ":"):
        return
    sign = text[at] if text[at] == "." else " " + text[at] if text[at - 1] == " " else text[at]
    yield Hit(Span(at, at + 1 + len(after)), (f"{sign.strip()} {after}",))


GLUED_STOP = FunctionRule(
    code="SPL303",
    name="no-blank-after-stop",
    message="Il manque une espace entre les deux phrases.",
    message_en="A blank is missing between the two sentences.",
    why="Le signe qui finit une phrase est suivi d'une espace.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern='".|?|!"&tight mot',
    judge=_judge_glued_stop,
    applicability=UNSAFE,  # no blank is put in unseen
    keep_case=True,
    examples=(
        Bad("C'est la fin{{.Le}} rideau tombe.", "C'est la fin. Le rideau tombe."),
        Bad("Il dort{{.Elle}} mange.", "Il dort. Elle mange."),
        Good("La version 2.0.Beta de System.Out et de mon.Fichier.txt."),
        Good("L'A.N.P.E. et M.Dupont."),
    ),
)


def _judge_glued_sign(match: Match) -> Iterator[Hit]:
    text, at = match.analysis.text, match.tokens[0].end - 1
    end = match.tokens[-1].start
    after = _word_after(text, end)
    before = _word_before(text, at if text[at - 1] != " " else at - 1)
    if len(before) < 2 or len(after) < 2 or not _is_french(before) or not _is_french(after):
        return
    chunk = _chunk(text, at)
    if "&" in chunk or chunk.count(";") > 1 or (text[at] == ";" and "(" in chunk):
        return
    if _is_prose(text, at):
        yield Hit(Span(at, end + len(after)), (f"{text[at]} {text[at + 1 : end]}{after}",))


GLUED_SIGN = FunctionRule(
    code="SPL315",
    name="no-blank-after-sign",
    message="Il manque une espace : « {fixed} ».",
    message_en="A blank is missing: “{fixed}”.",
    why="Le point-virgule et les points de suspension sont suivis d'une espace.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern=('"…|;"&tight mot', '"…|?|!"&tight "("&tight mot'),
    judge=_judge_glued_sign,
    keep_case=True,
    examples=(
        Bad("Il pleut {{;mais}} il sort.", "Il pleut ; mais il sort."),
        Bad("Il dort{{…mais}} il rêve.", "Il dort… mais il rêve."),
        Good("Il pleut ; il sort… ou non. R&D ; et le reste."),
        Good("LOI(nombre;moyenne;écart)"),
    ),
)

_ENDINGS = word_set(
    "se ses sse sses ère ères nne nnes tte ttes euse euses rice rices trice trices esse esses aux ale ales sse"
)


_AFTER_WORD = frozenset(" ,)'’-")


def _judge_glued_parenthesis(match: Match) -> Iterator[Hit]:
    text, at = match.analysis.text, match.tokens[1].start
    before, after = _word_before(text, at), _word_after(text, at + 1)
    if (
        len(before) < 3
        or len(after) < 3
        or text[at + 1 + len(after) : at + 2 + len(after)] not in _AFTER_WORD
    ):
        return
    if after.lower() in _ENDINGS or not _is_prose(text, at) or before.lower() not in lexicon():
        return
    if (_is_french(after) or after.isupper()) and not text.startswith(f"({after})(", at):
        yield Hit(Span(at, at + 1 + len(after)), (f" ({after}",))


GLUED_PARENTHESIS = FunctionRule(
    code="SPL304",
    name="no-blank-before-parenthesis",
    message="Il manque une espace devant la parenthèse.",
    why="La parenthèse ouvrante est précédée d'une espace.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern='mot "("&!loose&tight mot',
    judge=_judge_glued_parenthesis,
    keep_case=True,
    examples=(
        Bad("Une fracture récente{{(voir}} plus haut).", "Une fracture récente (voir plus haut)."),
        Bad("Le président{{(Paris}}) a parlé.", "Le président (Paris) a parlé."),
        Good("Les étudiant(e)s, un instituteur(trice), la fonction printf(text)."),
        Good("Une fracture récente (voir plus haut)."),
    ),
)

_SPACE_BEFORE = later(r"[ \N{NO-BREAK SPACE}]+([,.])(?=[ \n\N{NO-BREAK SPACE}]|\Z)")
_WIDE = " \N{NO-BREAK SPACE}"


def _judge_space_before(match: Match) -> Iterator[Hit]:
    text, at = match.analysis.text, match.tokens[0].start - 1
    # The sign's blanks may be several; of more than a few, nobody asks.
    before = text[max(0, at - 99) : at + 1]
    found = _SPACE_BEFORE.match(text, at + 1 - len(before) + len(before.rstrip(_WIDE)))
    if found is None:
        return
    start = found.start()
    previous = text[start - 1 : start]
    if not (previous.isalnum() or previous in "»”\")%’'") or not previous:
        return
    if not text[found.end() : found.end() + 2].strip().startswith((".", ",")):
        yield Hit(Span(start, found.end()), (found[1],))


SPACE_BEFORE = FunctionRule(
    code="SPL305",
    name="blank-before-comma",
    message="Pas d'espace devant la virgule ni devant le point.",
    message_en="No blank before a comma or a full stop.",
    why="En français, la virgule et le point se collent au mot qui précède.",
    source="Imprimerie nationale, Lexique des règles typographiques",
    pattern='",|."&loose&!tight',
    judge=_judge_space_before,
    applicability=UNSAFE,  # often what is left of markup: true, but not the author's slip
    keep_case=True,
    examples=(
        Bad("Il pleut{{ ,}} il sort.", "Il pleut, il sort."),
        Bad("Il pleut{{ .}} Il sort{{ .}}", "Il pleut. Il sort."),
        Good("Il pleut ... et la plateforme .NET, le fichier .txt"),
        Good("Il pleut, il sort !"),
    ),
)

_DOUBLE_SIGN = later(
    r",[ ]?,(?![,\d])|(?<![.…])\.\.(?![.…\w/])|(?<![.,]),\.(?![.\d])|(?<=\w)\.,(?=\s)"
)


def _judge_double_sign(match: Match) -> Iterator[Hit]:
    text = match.analysis.text
    found = _DOUBLE_SIGN.match(text, match.tokens[0].start)
    if found is None:
        return
    before = _word_before(text, found.start())
    signs = found[0].replace(" ", "")
    if signs == ",,":
        if before or text[found.start() - 1 : found.start()] in "»)”":
            yield Hit(Span(*found.span()), (",",))
    elif len(before) < 4 or not _is_french(before):
        return  # an abbreviation: « etc., », « M.. »
    elif signs == "..":
        yield Hit(Span(*found.span()), (".", "…"), DISPLAY)
    else:
        yield Hit(Span(*found.span()), (",", ".") if signs == ".," else (".", ","), DISPLAY)


DOUBLE_SIGN = FunctionRule(
    code="SPL306",
    name="double-punctuation",
    message="Deux signes de ponctuation se suivent : « {found} ».",
    message_en="Two punctuation marks in a row.",
    why="Une seule virgule, un seul point suffit.",
    pattern=('"," ",|."', '"." ","', '".."'),
    judge=_judge_double_sign,
    applicability=UNSAFE,  # between the two a word may have stood
    keep_case=True,
    examples=(
        Bad("Il pleut{{,,}} il sort.", "Il pleut, il sort."),
        Bad("Il l'a manqué{{.,}} dit-on.", "Il l'a manqué, dit-on."),
        Good("Il pleut... etc., et M.. ; dans ../dossier"),
        Good("Il pleut, il sort."),
    ),
)

_LOOSE_APOSTROPHE = later(
    r"(?<![^\W\d_'’])([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)( ?)(['’])( ?)(?=([^\W\d_]+))",
    re.IGNORECASE,
)


def _judge_loose_apostrophe(match: Match) -> Iterator[Hit]:
    text, at = match.analysis.text, match.tokens[-1].start
    found = _LOOSE_APOSTROPHE.search(text, max(0, at - 7), at + 90)
    if found is None or not (found[2] or found[4]) or found.start() > at + 1:
        return
    after = found[5]
    if begins(after.lower()) != VOWEL and after.lower() not in ("un", "une", "à", "où"):
        return
    if _is_french(after) and text[found.start() - 1 : found.start()] not in ("'", "’"):
        # What begins with a capital may be a title or a name that stands as it is written.
        trust = SAFE if after.islower() else UNSAFE
        span = Span(found.start(), found.end() + len(after))
        yield Hit(span, (f"{found[1]}{found[3]}{after}",), trust)


LOOSE_APOSTROPHE = FunctionRule(
    code="SPL307",
    name="blank-around-apostrophe",
    message="Pas d'espace autour de l'apostrophe : « {fixed} ».",
    message_en="No blank around the apostrophe.",
    why="L'apostrophe de l'élision se colle aux deux mots qu'elle unit.",
    pattern=("parted", 'mot "\'"&loose', 'hyph "\'"&!loose&!tight'),
    judge=_judge_loose_apostrophe,
    applicability=SAFE,
    keep_case=True,
    examples=(
        Bad("Il aime {{l' eau}} fraîche.", "Il aime l'eau fraîche."),
        Bad("Tout {{d ’abord}}, il dort.", "Tout d’abord, il dort."),
        Good("Il aime l'eau fraîche et 'le pain'."),
        Good("Les lettres 's' et 't' s'écrivent."),
    ),
)


def _judge_loose_hyphen(match: Match) -> Iterator[Hit]:
    text, words = match.analysis.text, lexicon()
    sign, word = match.tokens[-2:]
    end = sign.start
    while end and text[end - 1] == " ":
        end -= 1
    first, second = _word_before(text, end), _word_after(text, word.start)
    if len(first) < 2 or len(second) < 2 or second.lower() in ("et", "ou"):
        return
    span = Span(end - len(first), word.start + len(second))
    joined, solid = f"{first}-{second}", first + second
    if joined.lower() in words or joined in words:
        yield Hit(span, (joined,))
    elif solid.lower() in words and not (first.lower() in words and second.lower() in words):
        yield Hit(span, (solid,))


LOOSE_HYPHEN = FunctionRule(
    code="SPL308",
    name="blank-beside-hyphen",
    message="Pas d'espace à côté du trait d'union : « {fixed} ».",
    why="Le trait d'union se colle aux deux mots qu'il unit ; une coupure de fin de ligne disparaît.",
    pattern=('"-"&!loose&!tight mot', '"-"&loose&tight mot'),
    judge=_judge_loose_hyphen,
    keep_case=True,
    examples=(
        Bad("Il se parle à {{lui- même}}.", "Il se parle à lui-même."),
        Bad("La {{commu- nication}} est rompue.", "La communication est rompue."),
        Good("Les micro- et macro-économistes."),
        Good("Paris - Lyon, le train - bondé - part."),
    ),
)

# --- words cut or run together ----------------------------------------------------------------------


def _judge_split(match: Match) -> Iterator[Hit]:
    words, start = lexicon(), match.found.marked[0]
    joined = (match.analysis.form(start) + match.analysis.form(start + 1)).lower()
    if joined not in words:
        return  # nearly all, before their tokens are made
    first, second = match.marked
    if not is_one_phrase(match):
        return
    if first.lower in ("in", "ad", "ex", "de", "a"):
        return  # Latin, English
    if min(len(first.form), len(second.form)) < 2:
        return
    unknown = [t for t in (first, second) if t.lower not in words and not t.form[0].isupper()]
    if not unknown or len(joined) < 5 or words.frequency(joined) < 50:
        return
    if any("'" in t.form or "-" in t.form for t in (first, second)):
        return
    longer = max((first, second), key=lambda t: len(t.form))
    is_common = longer.lower in words and words.frequency(longer.lower) > 120
    if len(unknown) == 1 and is_common and len(longer.form) > len(joined) - 2:
        return
    yield Hit(match.span, (joined,))


SPLIT_WORD = FunctionRule(
    code="SPL309",
    name="split-word",
    message="Ce mot est coupé en deux : « {fixed} ».",
    message_en="This word is cut in two: “{fixed}”.",
    why="Aucune des deux parties n'est un mot ; ensemble, elles en font un.",
    pattern=("{inc&low mot&low}", "{mot&low inc&low}"),
    judge=_judge_split,
    applicability=UNSAFE,  # no blank is taken out between words unseen
    examples=(
        Bad("La {{solu tion}} est simple.", "La solution est simple."),
        Bad("Les {{enfa nts}} dorment.", "Les enfants dorment."),
        Good("Le blog vidéo de la meuf, in situ."),
        Good("Un tamtam sourd, un rata froid."),
    ),
)

LOOSE_LETTER = TokenRule(
    code="SPL310",
    name="loose-last-letter",
    message="La dernière lettre est détachée : « {fixed} ».",
    why="Une lettre seule est ici la fin du mot qui précède.",
    pattern=(
        '{"le|ce|se|de|me|te" "s"} (nom:p|adj:p)&!nom:s&low',
        '{"un" "e"} (nom:fs|adj:fs)&low',
        '{"qu" "e"} mot',
        '{"cett|ell|notr|votr|êtr|mêm|quell|tell|leu|pou|dan|san|san" "e|r|s"}',
    ),
    fix=lambda m: m.marked[0].lower + m.marked[1].lower,
    when=lambda m: is_one_phrase(m) and m.marked[1].form.islower(),
    examples=(
        Bad("Ce sont {{le s}} enfants.", "Ce sont les enfants."),
        Bad("C'est {{un e}} femme.", "C'est une femme."),
        Good("Le son s est sourd."),
        Good("Il faut un e muet."),
    ),
)

_LITTLE = (
    "de le la les des du un une et en au aux dans pour par sur son sa ses que qui il elle ils on "
    "ce cette ces lui selon "
    "avec est sont ont leur leurs mais ou nous vous pas plus très"
).split()
_LITTLE_BEFORE = frozenset(_LITTLE)
_LITTLE_AFTER = word_set("de du des le la les un une en et dans par pour sur au aux à que qui est")


def _judge_joined(match: Match) -> Iterator[Hit]:
    token = match.marked[0]
    form = token.form
    if not form.islower() or not form.isalpha() or len(form) < 6:
        return
    splits = _splits(form)
    # What comes back is jargon (« unstable »), not a slip; asked last, the text being long.
    if len(splits) == 1 and match.analysis.text.count(form) == 1:
        yield Hit(token.span, splits)


@functools.lru_cache(1 << 12)
def _splits(form: str) -> tuple[str, ...]:
    """The ways to cut a word in two; none where it only lacks accents (« depart »: départ)."""
    ways = tuple(_ways_to_split(form))
    return () if ways and suggester().accented(form) else ways


def _ways_to_split(form: str) -> Iterator[str]:
    """The ways to cut a word in two, a little word and one that is well known and long enough."""
    words = lexicon()
    for size in range(2, min(7, len(form) - 3)):
        head, tail = form[:size], form[size:]
        if (
            head in _LITTLE_BEFORE
            and len(tail) > 3
            and words.frequency(tail) >= 95
            and _follows(head, tail)
        ):
            yield f"{head} {tail}"
    for size in range(1, min(5, len(form) - 3)):
        head, tail = form[:-size], form[-size:]
        if tail in _LITTLE_AFTER and len(head) > 3 and words.frequency(head) >= 100:
            yield f"{head} {tail}"


def _follows(head: str, tail: str) -> bool:
    """True if a word can stand behind a determiner, a preposition or a pronoun."""
    words = lexicon()
    readings = words.readings(tail)
    if any(r.pos == "det" for r in words.readings(head)):
        number = {r.number for r in words.readings(head) if r.pos == "det"}
        return any(
            r.pos in ("nom", "adj") and (not r.number or r.number in number) for r in readings
        )
    return bool(readings)


JOINED_WORDS = FunctionRule(
    code="SPL311",
    name="joined-words",
    message="Il manque une espace : « {fixed} ».",
    message_en="A blank is missing: “{fixed}”.",
    why="Deux mots sont écrits l'un contre l'autre.",
    pattern="inc&low&fused",
    judge=_judge_joined,
    examples=(
        Bad("Il suit {{leconseil}} de son frère.", "Il suit le conseil de son frère."),
        Bad("Le {{choixde}} son frère.", "Le choix de son frère."),
        Good("Un délire de lesbienne, une lettre."),
        Good("Il suit le conseil."),
    ),
)

# --- ledit, s'ensuivre, etc. ------------------------------------------------------------------------

LEDIT = TokenRule(
    code="SPL312",
    name="ledit",
    message="« {found} » s'écrit « {fixed} ».",
    why="L'article et « dit » forment un déterminant : ledit, ladite, audit, dudit.",
    source="Académie française, Dictionnaire, 9e édition, « ledit »",
    pattern=(
        '!(pro:suj|pro:ref|"ne|n\'|qui|se") {"le|au|du" "dit"} nom:ms&low&!adv&!prep',
        '!(pro:suj|pro:ref|"ne|n\'|qui|se") {"la" "dite"} nom:fs&low&!adv',
        '!(pro:suj|pro:ref|"ne|n\'|qui|se") {"les|aux|des" "dits"} nom:mp&low',
        '!(pro:suj|pro:ref|"ne|n\'|qui|se") {"les|aux|des" "dites"} nom:fp&low',
    ),
    fix=lambda m: m.marked[0].lower + m.marked[1].lower,
    when=lambda m: is_one_phrase(m) and m.after(1).start > 0,
    examples=(
        Bad("Avec {{le dit}} contrat.", "Avec ledit contrat."),
        Bad("Il parle {{aux dites}} personnes.", "Il parle auxdites personnes."),
        Good("Il le dit souvent. Vous les dites fausses."),
        Good("Ledit contrat est nul."),
    ),
)

ENSUIVRE = TokenRule(
    code="SPL313",
    name="s-ensuivre",
    message="Le verbe « s'ensuivre » s'écrit en deux mots : « {fixed} ».",
    why="« s'ensuivre » est un verbe : « en » n'y est pas un pronom séparé (il s'ensuit que).",
    source="Académie française, Dictionnaire, 9e édition, « ensuivre (s') »",
    pattern='{"s\'" "en" <suivre>&ver:inf|<suivre>&ver:3p|<suivre>&ver:3s|"suivrons"}',
    fix=lambda m: "s'en" + m.marked[2].lower,
    applicability=SAFE,
    examples=(
        Bad("Il {{s'en suit}} une dispute.", "Il s'ensuit une dispute."),
        Bad("La mort qui va {{s'en suivre}}.", "La mort qui va s'ensuivre."),
        Good("Une dispute s'en est suivie."),
        Good("Il s'ensuit une dispute."),
    ),
)

Y_A = TokenRule(
    code="SPL316",
    name="ya",
    message="« {found} » s'écrit « {fixed} ».",
    why="« y » et « a » sont deux mots : le pronom et le verbe avoir.",
    pattern=('"il|n\'|qu\'il|qui" {"ya|yavait|yaura|yaurait"}',),
    fix=lambda m: "y " + m.marked[0].lower[1:],
    applicability=SAFE,
    examples=(
        Bad("Il {{ya}} du monde.", "Il y a du monde."),
        Bad("Il n'{{ya}} personne.", "Il n'y a personne."),
        Good("Il y a du monde à Ya."),
        Good("Le ya est une lettre."),
    ),
)

MADAME = TokenRule(
    code="SPL317",
    name="mme-with-point",
    message="« {found} » s'écrit sans point.",
    why="Une abréviation qui garde la dernière lettre du mot ne prend pas de point : Mme, Mlle, Dr.",
    source="Imprimerie nationale, Lexique des règles typographiques, « abréviations »",
    pattern='{"Mme|Mlle|Mmes|Mlles|mme|mlle" "."} cap',
    fix=lambda m: m.marked[0].form,
    when=lambda m: m.marked[0].form[0] == "M" and m.marked[0].end == m.marked[1].start,
    keep_case=True,
    examples=(
        Bad("Il a vu {{Mme.}} Dupont.", "Il a vu Mme Dupont."),
        Bad("Avec {{Mlle.}} Durand.", "Avec Mlle Durand."),
        Good("Il a vu M. Dupont et Mme Dupont."),
        Good("C'était cette Mme. et puis rien."),
    ),
)

ETC = TokenRule(
    code="SPL314",
    name="etc",
    message="« etc. » finit par un point, un seul, sans points de suspension.",
    why="« etc. » est l'abréviation de « et cetera » : elle porte un point, qui rend les autres inutiles.",
    source="Imprimerie nationale, Lexique des règles typographiques, « etc. »",
    pattern=('{"etc" "...|…|..|...."}', '{"etc"} cap|")"|"¶"|","|"»"'),
    fix="etc.",
    when=lambda m: m.marked[0].form == "etc",
    examples=(
        Bad("Du pain, du vin, {{etc...}}", "Du pain, du vin, etc."),
        Bad("Du pain (et du vin, {{etc}}).", "Du pain (et du vin, etc.)."),
        Good("Du pain, du vin, etc."),
        Good("Le dossier /etc de Debian."),
    ),
)

RULES: tuple[Rule, ...] = (
    DOUBLED_WORD,
    EST_EST,
    GLUED_COMMA,
    GLUED_STOP,
    GLUED_SIGN,
    GLUED_PARENTHESIS,
    SPACE_BEFORE,
    DOUBLE_SIGN,
    LOOSE_APOSTROPHE,
    LOOSE_HYPHEN,
    SPLIT_WORD,
    LOOSE_LETTER,
    JOINED_WORDS,
    LEDIT,
    ENSUIVRE,
    ETC,
    Y_A,
    MADAME,
)
