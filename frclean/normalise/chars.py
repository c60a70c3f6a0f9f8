"""Characters that the normaliser talks about, by name. No logic.

Strings of characters are meant for regex classes: none holds ``]``, ``^``, ``-`` or a backslash
where it would matter.
"""

from __future__ import annotations

__all__ = [
    "BIDI_CONTROLS",
    "BLANKS",
    "C0_CONTROLS",
    "C1_CONTROLS",
    "COMBINING_ACCENTS",
    "EXOTIC_SPACES",
    "FRENCH_LETTERS",
    "FRENCH_SIGNS",
    "JOINERS",
    "LINE_BREAKS",
    "NARROW_NO_BREAK_SPACE",
    "NO_BREAK_SPACE",
    "NO_BREAK_SPACES",
    "OTHER_INVISIBLES",
    "SOFT_HYPHEN",
    "ZERO_WIDTH",
]

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
NARROW_NO_BREAK_SPACE = "\N{NARROW NO-BREAK SPACE}"
NO_BREAK_SPACES = NO_BREAK_SPACE + NARROW_NO_BREAK_SPACE

#: Spaces that no French keyboard or stylesheet asks for. The thin space is here because it lets
#: the line break before « ! ».
EXOTIC_SPACES = (
    "\N{OGHAM SPACE MARK}"
    "\N{EN QUAD}"
    "\N{EM QUAD}"
    "\N{EN SPACE}"
    "\N{EM SPACE}"
    "\N{THREE-PER-EM SPACE}"
    "\N{FOUR-PER-EM SPACE}"
    "\N{SIX-PER-EM SPACE}"
    "\N{FIGURE SPACE}"
    "\N{PUNCTUATION SPACE}"
    "\N{THIN SPACE}"
    "\N{HAIR SPACE}"
    "\N{MEDIUM MATHEMATICAL SPACE}"
    "\N{IDEOGRAPHIC SPACE}"
)

#: Everything inside a line that prints as nothing but room.
BLANKS = " \t" + NO_BREAK_SPACES + EXOTIC_SPACES

#: What ends a line, besides LF. VT and FF do not: scraped PDF text has them inside sentences.
LINE_BREAKS = "\r\N{NEXT LINE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"

#: C0 controls and DELETE, without tab, LF and CR.
C0_CONTROLS = "".join(map(chr, [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F]))
C1_CONTROLS = "".join(map(chr, range(0x80, 0xA0)))

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
ZERO_WIDTH = (
    "\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}\N{MONGOLIAN VOWEL SEPARATOR}"
)
#: Needed inside emoji and in scripts that join their letters; noise elsewhere.
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
BIDI_CONTROLS = (
    "\N{LEFT-TO-RIGHT MARK}"
    "\N{RIGHT-TO-LEFT MARK}"
    "\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}"
    "\N{RIGHT-TO-LEFT EMBEDDING}"
    "\N{POP DIRECTIONAL FORMATTING}"
    "\N{LEFT-TO-RIGHT OVERRIDE}"
    "\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}"
    "\N{RIGHT-TO-LEFT ISOLATE}"
    "\N{FIRST STRONG ISOLATE}"
    "\N{POP DIRECTIONAL ISOLATE}"
)
#: Deprecated format characters (U+206A-206F) and interlinear annotation (U+FFF9-FFFC); see
#: Unicode Technical Report 20, "Unicode in XML and other markup languages", section 3.
OTHER_INVISIBLES = "".join(map(chr, [*range(0x206A, 0x2070), *range(0xFFF9, 0xFFFD)]))

#: The accents of French, as combining marks: grave, acute, circumflex, diaeresis, cedilla.
COMBINING_ACCENTS = (
    "\N{COMBINING GRAVE ACCENT}"
    "\N{COMBINING ACUTE ACCENT}"
    "\N{COMBINING CIRCUMFLEX ACCENT}"
    "\N{COMBINING DIAERESIS}"
    "\N{COMBINING CEDILLA}"
)

FRENCH_LETTERS = "àâäæçéèêëîïôöœùûüÿ" + "ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ"
FRENCH_SIGNS = (
    "’‘“”„‚‹›«»…–—•·°€™©®²³½¼¾№"
    + NO_BREAK_SPACES
    + "\N{MINUS SIGN}\N{NON-BREAKING HYPHEN}\N{HYPHEN}\N{RIGHTWARDS ARROW}"
)
