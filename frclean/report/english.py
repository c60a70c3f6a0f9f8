"""English for what the normaliser and the boilerplate step say in French.

Rules bring their own English message; the steps before them say one thing per code, about one or
two pieces of text, or a number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from frclean.finding import Finding
from frclean.later import later

__all__ = ["HEADS", "REASONS", "in_english"]

#: What each code says.
HEADS = {
    "ENC001": "Encoding repaired",
    "ENC002": "HTML entity decoded",
    "ENC003": "Control character",
    "ENC004": "Invisible character removed",
    "ENC005": "Composed form (NFC), written letter by letter and accent by accent",
    "ENC006": "Accent put back on its letter",
    "ENC007": "Lost letter",
    "ENC008": "Code page repaired",
    "ENC010": "Ligature of a font undone",
    "ENC011": "Apostrophe",
    "WSP001": "Line ends turned into LF",
    "WSP002": "Superfluous blank lines removed",
    "WSP003": "Blanks at the edge of a line removed",
    "WSP004": "Several blanks reduced to one",
    "WSP005": "Ordinary space instead of an unusual one",
    "WSP006": "Lines of one paragraph joined",
    "TYP001": "French quotation marks",
    "TYP002": "Typographic apostrophe",
    "TYP003": "Ellipsis",
    "TYP004": "Hour",
    "TYP005": "No-break space inside quotation marks",
    "TYP006": "No-break space before the sign",
    "TYP007": "No-break space",
    "TYP008": "Ordinal",
    "TYP009": "Dash",
    "TYP010": "Ligature",
    "TYP011": "Accented capital",
    "TYP012": "No-break space missing",
    "TYP090": "Written in ASCII",
    "BPL001": "Left over from a captcha",
    "BPL002": "Left over from a login form",
    "BPL003": "Share button or social network",
    "BPL004": "Cookie banner",
    "BPL005": "Left over from comments or their form",
    "BPL006": "Navigation",
    "BPL007": "Byline, date or counter",
    "BPL008": "Invitation to a newsletter",
    "BPL009": "Invitation to subscribe",
    "BPL010": "Link to other articles",
    "BPL011": "Image credit",
    "BPL012": "Legal notice",
    "BPL013": "Advertisement",
    "BPL014": "Left over from the page, by its form and place",
    "BPL015": "A line that the site repeats",
    "BPL016": "Too much text would go: nothing is removed",
    "BPL017": "This text is HTML: give it to frclean.from_html",
}
#: Why, for the page of each code.
REASONS = {
    "ENC001": "The text was UTF-8, and a program read it as Windows-1252, Latin-1, Mac Roman or a "
    "code page of DOS. Each accented letter became two or three signs. They are read again with "
    "the right table, two or three times if the text was broken as often.",
    "ENC002": "The text comes from an HTML page whose entities were not decoded, or once too few. "
    "A text about entities, and code, are left alone.",
    "ENC003": "Control characters are not shown and cut words. Those that Windows-1252 uses for "
    "’, œ or … are read so; the others go, and with them the colours of terminals.",
    "ENC004": "They cannot be seen but stand between letters: a search does not find the word any "
    "more. They stay where they serve, in emojis and in scripts that need them.",
    "ENC005": "An é can be written as one character or as two (e and accent); they look alike but "
    "are not equal for a program. Unicode recommends the composed form.",
    "ENC006": "Texts taken out of a PDF often write the accent beside its letter.",
    "ENC007": "A program replaced the letters it did not know, or dropped them. They are found by "
    "trying every accented letter: repaired if the lexicon leaves one answer or only one is "
    "common, offered if it leaves several.",
    "ENC008": "An old file of a Mac or of DOS was opened as one of Windows, or the other way "
    "round: each accent became another sign. The page is changed when the words prove it.",
    "ENC010": "ﬁ, ﬂ and ﬀ are glyphs of a font which a PDF gave for characters. œ and æ, which "
    "are letters, do not change.",
    "ENC011": "U+02BC looks like an apostrophe but counts as a letter: “lʼhomme” is one word.",
    "WSP001": "CRLF, CR, NEL and the separators of Unicode all end a line; one is enough, or else "
    "a program sees empty lines, or none.",
    "WSP002": "One blank line parts two paragraphs. Web pages often leave several, or lines that "
    "hold only a no-break space.",
    "WSP003": "They cannot be seen. The indentation of verse and code is kept.",
    "WSP004": "One blank parts two words. The columns of a table are kept.",
    "WSP005": "A tab or an em space inside a sentence comes from the layout. The no-break spaces "
    "that French typography wants are kept.",
    "WSP006": "A mail program or a PDF cut the paragraphs into lines. They are joined if the whole "
    "document shows it, or wherever it is probable with the option “unwrap”. Verse, lists, "
    "tables and code keep their lines.",
    "TYP001": "French writes « and », with a no-break space inside.",
    "TYP002": "Press and publishing set ’ (U+2019).",
    "TYP003": "An ellipsis is one character, which no line end can cut.",
    "TYP004": "The Imprimerie nationale writes “14 h 30”, with no-break spaces.",
    "TYP005": "Without a no-break space a quotation mark may stay alone at the end of a line.",
    "TYP006": "fr-FR sets a narrow no-break space before ; ! ? and a no-break space before the "
    "colon; Québec only before the colon; the European institutions nowhere.",
    "TYP007": "A number is not parted from its unit, nor “M.” from the name behind it.",
    "TYP008": "The Imprimerie nationale abbreviates 1er, 1re, 2e.",
    "TYP009": "Between two spaces, or before a reply, a dash is set.",
    "TYP010": "œ is a letter of French: cœur, sœur, œuvre; but moelle, coexister.",
    "TYP011": "In French an accent is part of the spelling, on capitals too (Académie).",
    "TYP012": "Only offered: the sign may be part of something else than a sentence.",
    "TYP090": "A search key is written without accents and ligatures. The text keeps them.",
    "BPL001": "The form that keeps robots out is not part of the article.",
    "BPL002": "Log in, sign up, password: links of the site, no text.",
    "BPL003": "Share buttons become lines when the page becomes text.",
    "BPL004": "The request for consent speaks to the site's visitor, not to the reader.",
    "BPL005": "What readers answer, or are invited to answer, is not the article.",
    "BPL006": "Menus, sections, breadcrumbs and the links at the foot of the page.",
    "BPL007": "What stands around the title is read as metadata, then taken out of the text.",
    "BPL008": "The form of a newsletter is not part of the article.",
    "BPL009": "“For subscribers”, trial offers and donations speak to the customer.",
    "BPL010": "“Read also” and the titles behind it lead elsewhere.",
    "BPL011": "The photographer's name is read as metadata, then taken out of the text.",
    "BPL012": "Rights, notices and terms are repeated at the foot of every page.",
    "BPL013": "The label of an advertisement stays when the advertisement is gone.",
    "BPL014": "The line repeats no known formula, but nothing in it or around it looks like the "
    "text of the article.",
    "BPL015": "The same line borders many articles of the same site: `frclean learn` counted it.",
    "BPL016": "When too large a part of the sentences seems to be left over from the page, it is "
    "the judgement that is wrong, or this is no article: better do nothing.",
    "BPL017": "The tags say where the article is, better than a reader of lines can guess.",
}
_QUOTED = later(r"« (.+?) »", re.DOTALL)
_COUNT = later(r"\((\d+)\)\.$")


def in_english(finding: Finding) -> Finding:
    """``finding`` with its message in English; unchanged if it has one, or none is known."""
    head = HEADS.get(finding.code)
    if head is None:
        return finding
    quoted = " → ".join(f"“{text}”" for text in _QUOTED.findall(finding.message))
    count = _COUNT.search(finding.message)
    tail = f": {quoted}" if quoted else f" ({count[1]})" if count else ""
    return replace(finding, message=f"{head}{tail}.")
