"""What the normaliser can find: one record per code.

From these come the message of each finding, the page of each code, the output of
``frclean rule CODE``, and a test of every example.
"""

from __future__ import annotations

from dataclasses import dataclass

from frclean.document import Edit, Span
from frclean.finding import Applicability, Finding, Fix

__all__ = ["CODES", "Code", "Example", "word"]

SHOWN = 40  # characters of the damage that a message quotes


@dataclass(frozen=True, slots=True)
class Example:
    """What a step makes of ``source``."""

    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of damage.

    ``message`` is a template with ``{found}``, ``{fixed}`` and ``{count}``; a finding may bring
    its own. Messages and ``why`` are read by editors: they are in French.
    """

    code: str
    name: str
    summary: str
    message: str
    why: str
    examples: tuple[Example, ...] = ()

    def finding(
        self,
        text: str,
        edits: list[Edit],
        *,
        shown: Span | None = None,
        applicability: Applicability = Applicability.SAFE,
        others: tuple[Fix, ...] = (),
    ) -> Finding:
        """One finding that makes all of ``edits``; what is quoted is the first, or ``shown``.

        ``shown`` is a span around the first edits that reads better than they do (a whole word).
        """
        span, replacement = edits[0]
        found, fixed = _quoted(text, edits, shown or span)
        return Finding(
            code=self.code,
            name=self.name,
            message=self.message.format(found=found, fixed=fixed, count=len(edits)),
            span=span,
            found=span.slice(text),
            fixes=(Fix(replacement, tuple(edits), applicability), *others),
        )


def _quoted(text: str, edits: list[Edit], shown: Span) -> tuple[str, str]:
    """What stands at ``shown`` before and after ``edits``, fit for a message."""
    pieces, position = [], shown.start
    for (start, end), replacement in edits:
        if start < position or end > shown.end:
            break
        pieces += [text[position:start], replacement]
        position = end
    pieces.append(text[position : shown.end])
    return printable(shown.slice(text)), printable("".join(pieces))


def printable(text: str) -> str:
    """``text``, shortened, with what cannot be seen written as U+00A0.

    >>> printable("a" + chr(0xA0) + "b")
    'a<U+00A0>b'
    """
    cut = text if len(text) <= SHOWN else text[:SHOWN] + "…"
    return "".join(c if c == " " or c.isprintable() else f"<U+{ord(c):04X}>" for c in cut)


_WORD_EDGE = 15  # a message shows the whole word, but no more than this on either side


def word(text: str, span: Span) -> Span:
    """``span`` grown to the word it stands in.

    >>> word("la forêt noire", Span(5, 6)).slice("la forêt noire")
    'forêt'
    """
    before = text[max(0, span.start - _WORD_EDGE) : span.start]
    after = text[span.end : span.end + _WORD_EDGE]
    left = len(before) - max(map(before.rfind, " \n")) - 1
    right = min(i for i in (after.find(" "), after.find("\n"), len(after)) if i >= 0)
    return Span(span.start - left, span.end + right)


MOJIBAKE = Code(
    "ENC001",
    "mojibake",
    "UTF-8 lu avec une autre table : « Ã©tÃ© » pour « été ».",
    "Encodage réparé : « {found} » était « {fixed} ».",
    "Le texte était en UTF-8, et un programme l'a lu comme du Windows-1252, du Latin-1, du Mac "
    "Roman ou une page de code de DOS. Chaque lettre accentuée est devenue deux ou trois signes. "
    "On les relit avec la bonne table ; deux ou trois fois si le texte a été cassé autant de fois.",
    (
        Example("L'Ã©tÃ© Ã\xa0 la plage, câ€™est fini.", "L'été à la plage, c’est fini."),
        Example("La for√™t d√©bordait.", "La forêt débordait."),
        Example("Il va jusqu'Ã  Paris, câ€™est dÃ©cidÃ©.", "Il va jusqu'à Paris, c’est décidé."),
    ),
)
ENTITIES = Code(
    "ENC002",
    "entities",
    "Entités HTML restées dans le texte : « d&eacute;j&agrave; » pour « déjà ».",
    "Entité HTML décodée : « {found} » était « {fixed} ».",
    "Le texte vient d'une page HTML et ses entités n'ont pas été décodées, ou l'ont été une fois "
    "de trop peu. Un texte qui parle d'entités, ou du code, n'est pas touché.",
    (
        Example("l&rsquo;&eacute;tat", "l’état"),
        Example("d&amp;eacute;j&#224; vu", "déjà vu"),
        Example("des r&eacuteductions", "des réductions"),
    ),
)
CONTROLS = Code(
    "ENC003",
    "control-characters",
    "Caractères de commande : restes de terminal, de PDF ou de Windows-1252.",
    "Caractère de commande : « {found} » devient « {fixed} ».",
    "Les caractères de commande ne s'affichent pas et coupent les mots. Ceux que Windows-1252 "
    "emploie pour « ’ », « œ » ou « … » sont lus ainsi ; les autres sont retirés, et avec eux les "
    "couleurs de terminal.",
    (
        Example("l\x92eau", "l’eau"),
        Example("une \x1b[1mgrande\x1b[0m ville", "une grande ville"),
        Example("la\x00 mer", "la mer"),
    ),
)
INVISIBLES = Code(
    "ENC004",
    "invisible-characters",
    "Espaces sans chasse, traits d'union conditionnels, marques de sens d'écriture.",
    "Caractère invisible retiré : « {found} » devient « {fixed} ».",
    "Ces caractères ne se voient pas mais séparent des lettres : une recherche ne trouve plus le "
    "mot. Ils restent là où ils servent, dans les emojis et dans les écritures qui en ont besoin.",
    (Example("par\xadle\xadment", "parlement"), Example("\ufeffBon\u200bjour", "Bonjour")),
)
NOT_COMPOSED = Code(
    "ENC005",
    "not-composed",
    "Lettre et accent séparés (forme NFD) au lieu d'un seul caractère (NFC).",
    "Forme composée (NFC) : « {fixed} » était écrit lettre par lettre, accent par accent.",
    "Un « é » peut s'écrire en un caractère ou en deux (e + accent) ; les deux se ressemblent à "
    "l'écran mais ne sont pas égaux pour un programme. Unicode recommande la forme composée.",
    (Example("l'e\u0301te\u0301", "l'été"),),
)
DETACHED_ACCENTS = Code(
    "ENC006",
    "detached-accents",
    "Accent séparé de sa lettre : « me ̂me » pour « même ».",
    "Accent remis sur sa lettre : « {found} » devient « {fixed} ».",
    "Les textes tirés d'un PDF écrivent souvent l'accent à côté de sa lettre.",
    (
        Example("la me\u0020\u0302me forme", "la même forme"),
        Example("le th´e\u00e2tre et la t´el´evision", "le théâtre et la télévision"),
        Example("un e´te´ pluvieux", "un été pluvieux"),
    ),
)
LOST_LETTERS = Code(
    "ENC007",
    "lost-letters",
    "Lettres accentuées perdues : « d�fense », « d?fense », « d fense », « dfense ».",
    "Lettre perdue : « {found} » était « {fixed} ».",
    "Un programme a remplacé les lettres inconnues de lui, ou les a jetées. On les retrouve "
    "en essayant toutes les lettres accentuées : la réparation est faite quand le lexique ne "
    "laisse qu'une réponse ou qu'une seule est courante, proposée quand il en laisse plusieurs.",
    (
        Example("La d\ufffdfense du minist\ufffdre", "La défense du ministère"),
        Example(
            "Il a ?t? d?cid? que la r?union serait annul?e.",
            "Il a été décidé que la réunion serait annulée.",
        ),
        Example(
            "Le minist re de la d fense a d cid  de pr parer la r union.",
            "Le ministère de la défense a décidé de préparer la réunion.",
        ),
    ),
)
WRONG_PAGE = Code(
    "ENC008",
    "wrong-code-page",
    "Une page de code à un octet lue comme une autre : « dŽjˆ » pour « déjà ».",
    "Page de code réparée : « {found} » était « {fixed} ».",
    "Un vieux fichier Mac ou DOS a été ouvert comme un fichier Windows, ou l'inverse : chaque "
    "accent est devenu un autre signe. On change de page quand les mots le prouvent.",
    (
        Example("C'est dŽjˆ dŽcidŽ pour l'Žl\x8fve.", "C'est déjà décidé pour l'élève."),
        Example("Les ‚lections ont ‚t‚ annul‚es.", "Les élections ont été annulées."),
    ),
)
LIGATURES = Code(
    "ENC010",
    "ligatures",
    "Ligatures de police : « ﬁ » en un caractère.",
    "Ligature de police défaite : « {found} » devient « {fixed} ».",
    "« ﬁ », « ﬂ », « ﬀ » sont des dessins de police que le PDF a donnés pour des caractères. "
    "œ et æ, qui sont des lettres, ne changent pas.",
    (Example("un édiﬁce", "un édifice"),),
)
MODIFIER_APOSTROPHES = Code(
    "ENC011",
    "modifier-apostrophe",
    "Lettre apostrophe (U+02BC) à la place d'une apostrophe.",
    "Apostrophe : « {found} » devient « {fixed} ».",
    "U+02BC ressemble à une apostrophe mais compte pour une lettre : « lʼhomme » est un mot.",
    (Example("nʼont pas", "n'ont pas"),),
)

LINE_ENDS = Code(
    "WSP001",
    "line-ends",
    "Fins de ligne de Windows, de l'ancien Mac ou d'Unicode au lieu de LF.",
    "Fins de ligne ramenées à LF ({count}).",
    "CRLF, CR, NEL et les séparateurs d'Unicode finissent tous une ligne ; un seul suffit, sinon "
    "un programme voit des lignes vides ou aucune.",
    (Example("un\r\ndeux", "un\ndeux"), Example("un\u2029deux", "un\n\ndeux")),
)
BLANK_LINES = Code(
    "WSP002",
    "blank-lines",
    "Plus d'une ligne vide entre deux paragraphes, ou au bord du texte.",
    "Lignes vides en trop retirées ({count}).",
    "Une ligne vide sépare deux paragraphes. Les pages web en laissent souvent plusieurs, ou des "
    "lignes qui ne contiennent qu'une espace insécable.",
    (Example("un\n\n\xa0\n\ndeux", "un\n\ndeux"), Example("\n\nun\n\n\n", "un")),
)
LINE_EDGES = Code(
    "WSP003",
    "line-edges",
    "Blancs au début ou à la fin d'une ligne.",
    "Blancs au bord de la ligne retirés ({count}).",
    "Ils ne se voient pas. Le retrait des vers et du code est gardé.",
    (Example("  un \n\ndeux\t", "un\n\ndeux"),),
)
RUNS_OF_BLANKS = Code(
    "WSP004",
    "runs-of-blanks",
    "Plusieurs blancs de suite entre deux mots.",
    "Plusieurs blancs réduits à un seul ({count}).",
    "Un seul blanc sépare deux mots. Les colonnes d'un tableau sont gardées.",
    (Example("un  deux   trois", "un deux trois"), Example("quoi \xa0?", "quoi\xa0?")),
)
EXOTIC_SPACES = Code(
    "WSP005",
    "exotic-spaces",
    "Tabulations, cadratins, espaces fines sécables… entre deux mots.",
    "Espace ordinaire à la place d'une espace inhabituelle ({count}).",
    "Une tabulation ou un cadratin au milieu d'une phrase vient de la mise en page. Les espaces "
    "insécables que veut la typographie française sont gardées.",
    (
        Example("un\tdeux\u2003trois", "un deux trois"),
        Example("de\xa0la maison", "de la maison"),
        Example("Quoi\xa0? 50\u202f%", "Quoi\xa0? 50\u202f%"),
    ),
)
WRAPPED = Code(
    "WSP006",
    "hard-wrapped",
    "Paragraphes coupés en lignes d'une même largeur.",
    "Lignes d'un même paragraphe réunies ({count}).",
    "Un programme de courriel ou un PDF a coupé les paragraphes en lignes. On les réunit quand "
    "tout le document le montre, ou partout où c'est probable avec l'option « unwrap ». Les vers, "
    "les listes, les tableaux et le code gardent leurs lignes.",
)
QUOTATION_MARKS = Code(
    "TYP001",
    "straight-quotation-marks",
    "Guillemets droits au lieu de guillemets français.",
    "Guillemets français : « {found} » devient « {fixed} ».",
    "Le français écrit « et », avec une espace insécable à l'intérieur.",
)
APOSTROPHES = Code(
    "TYP002",
    "straight-apostrophe",
    "Apostrophe droite au lieu de l'apostrophe typographique.",
    "Apostrophe typographique : « {found} » devient « {fixed} ».",
    "La presse et l'édition composent ’ (U+2019).",
)
ELLIPSES = Code(
    "TYP003",
    "three-dots",
    "Trois points au lieu du caractère « … ».",
    "Points de suspension : « {found} » devient « {fixed} ».",
    "Les points de suspension sont un seul caractère, que la ligne ne coupe pas.",
)
HOURS = Code(
    "TYP004",
    "hours",
    "Heure sans espaces : « 14h30 ».",
    "Heure : « {found} » devient « {fixed} ».",
    "L'Imprimerie nationale écrit « 14 h 30 », avec des espaces insécables.",
)
INSIDE_QUOTES = Code(
    "TYP005",
    "space-inside-quotation-marks",
    "Espace sécable, ou aucune, à l'intérieur des guillemets.",
    "Espace insécable dans les guillemets : « {found} » devient « {fixed} ».",
    "Sans espace insécable, un guillemet peut rester seul au bout de la ligne.",
)
BEFORE_SIGNS = Code(
    "TYP006",
    "space-before-punctuation",
    "Espace sécable, ou aucune, devant « ; », « : », « ! », « ? ».",
    "Espace insécable devant le signe : « {found} » devient « {fixed} ».",
    "La fr-FR met une espace fine insécable devant « ; », « ! » et « ? » et une insécable devant "
    "« : » ; le Québec n'en met que devant « : » ; les institutions européennes n'en mettent pas.",
)
MISSING_SPACES = Code(
    "TYP012",
    "missing-space-before-punctuation",
    "Aucune espace devant « ; », « : », « ! », « ? ».",
    "Espace insécable à ajouter : « {found} » devient « {fixed} ».",
    "Proposé seulement : le signe peut faire partie d'autre chose qu'une phrase.",
)
UNITS = Code(
    "TYP007",
    "space-before-unit",
    "Espace sécable entre un nombre et son unité, un titre et un nom.",
    "Espace insécable : « {found} » devient « {fixed} ».",
    "Un nombre ne se sépare pas de son unité, ni « M. » du nom qui suit.",
)
ORDINALS = Code(
    "TYP008",
    "ordinals",
    "Ordinal mal abrégé : « 2ème », « 1ère ».",
    "Ordinal : « {found} » devient « {fixed} ».",
    "L'Imprimerie nationale abrège 1er, 1re, 2e.",
)
DASHES = Code(
    "TYP009",
    "dashes",
    "Trait d'union à la place d'un tiret.",
    "Tiret : « {found} » devient « {fixed} ».",
    "Entre deux espaces, ou devant une réplique, on compose un tiret.",
)
OE = Code(
    "TYP010",
    "oe-ligature",
    "« oe » où le français écrit « œ ».",
    "Ligature : « {found} » devient « {fixed} ».",
    "« œ » est une lettre du français : cœur, sœur, œuvre ; mais moelle, coexister.",
)
CAPITALS = Code(
    "TYP011",
    "accented-capitals",
    "Capitale sans son accent : « Etat ».",
    "Capitale accentuée : « {found} » devient « {fixed} ».",
    "L'accent a pleine valeur orthographique en français, sur les capitales aussi (Académie).",
)
NON_ASCII = Code(
    "TYP090",
    "non-ascii",
    "Caractères hors de l'ASCII (étape « ascii », pour les clés de recherche).",
    "Écrit en ASCII : « {found} » devient « {fixed} ».",
    "Une clé de recherche s'écrit sans accents ni ligatures. Le texte lui-même les garde.",
    (Example("L’œuvre", "L'oeuvre"),),
)

CODES = {
    code.code: code
    for code in (
        MOJIBAKE,
        ENTITIES,
        CONTROLS,
        INVISIBLES,
        NOT_COMPOSED,
        DETACHED_ACCENTS,
        LOST_LETTERS,
        WRONG_PAGE,
        LIGATURES,
        MODIFIER_APOSTROPHES,
        LINE_ENDS,
        BLANK_LINES,
        LINE_EDGES,
        RUNS_OF_BLANKS,
        EXOTIC_SPACES,
        WRAPPED,
        QUOTATION_MARKS,
        APOSTROPHES,
        ELLIPSES,
        HOURS,
        INSIDE_QUOTES,
        BEFORE_SIGNS,
        MISSING_SPACES,
        UNITS,
        ORDINALS,
        DASHES,
        OE,
        CAPITALS,
        NON_ASCII,
    )
}
