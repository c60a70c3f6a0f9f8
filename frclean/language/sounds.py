"""What a word begins with for the ear: whether « le », « de », « que » lose their vowel before it.

>>> [begins(word) for word in ("ami", "homme", "haricot", "yaourt", "yeux", "onze", "table")]
['vowel', 'vowel', 'aspirate', 'aspirate', 'vowel', 'aspirate', '']
"""

from __future__ import annotations

import re

from frclean.later import later

__all__ = ["ASPIRATE", "DOUBTFUL", "VOWEL", "begins"]

#: The three answers besides "" (a plain consonant).
VOWEL, ASPIRATE, DOUBTFUL = "vowel", "aspirate", "doubtful"

#: Beginnings of the words in h that elide: most of them come from Latin and Greek.
_MUTE = later(
    r"""hab(?!l) | hagio | haleine | halieu | hallali | hallucin | halog[eéè] | haltère |
      haltéro | hameçon | harmon(?!at) | harpagon | héb[eéè] | hebdo | hélas | hébr[aeéïu] |
      hécat | hect | hédon | hégém | hégélien | hégire | héli[coaxuèé] | hellén | helv[eéè] |
      hém[aeéio] | hépar | hépat | hepta | herb | hercul | héréd | hérés | hérét | hérit |
      hermaph | hermè | hermé | hermin | héro[iï] | herpès | herpé | hertz | hésit | hétair |
      hétér | heur(?=e) | heurist | hexa | hiber | hibern | hibisc | hidalg | hier$ | hilar |
      hippo | hippi[qa] | hirond | hirsut | hispan | hist | hiver | hivern | holo | hombre |
      homéo | homél | homér | homic | hominid | homm | homo | honnê | honneur | honor | hôpit
      | horair | horizon | horlog | hormis | hormon | horod | horosc | horreur | horri |
      horripil | horti | hortens | hosanna | hospi | hosti | hostel | hôte | hôté | hôti |
      huil | huiss | huîtr | huitr | humai | humani | humano | humb | humec | humér | humeur |
      humi | humor | humour | humus | hy(?!ène)""",
    re.VERBOSE,
)

#: Beginnings of the words in h that never elide.
_HARD = later(
    r"""hâbl | hach | hackeur | hacker | haddock | hagard | haie | haillon | hain | haï | halage
      | hâl[eé] | halet | hall(?:s|es?)?$ | hallebard | halo(?:s)?$ | halt(?:e|es|ai|an|er)s?$
      | hamac | hamburger | hameau | hammam | hamster | hanap | hanche | hand | hangar |
      hannet | hant | happ | harangu | haras | harass | harc[eè]l | hard | harem | hareng |
      hargn | haricot | harissa | harnach | harnais | haro$ | harp(?!agon) | hasard | haschi |
      hashtag | hât[eiéè] | hauban | hauss | haut(?!bois$) | hautbois | havre | hayon | heaume
      | hein$ | hennir | henniss | hérauts?$ | halte- | haras | hamada | harmatt | harki |
      hooligan | huis-clos | home-st | hère | hériss | herniai? | hernie | héron | héros$ |
      herse | hêtre | heurt | hibou | hic$ | hideu | hideur | hiérarch | hip-hop | hippie |
      hiss | hit(?:s|-parade)?$ | hobb | hoch | hockey | holding | hold-up | hollande |
      hollandais | homard | hongr | hongkong | honni | hont | hoquet | horde | hors | hotte |
      hou[xe]$ | houblon | houill | houle | houppe | hourra | housp | housse | hublot | huche
      | hu[eé]es?$ | huit(?!r) | hulott | huppe | hurl | hussard | hutte""",
    re.VERBOSE,
)

#: Words in y and vowels before which nothing elides.
_CLOSED = later(
    r"""onz[ei] | oui$ | ouistiti | uhlan | yacht | yankee | yaourt | yard | yéménit | yen$ |
      yens$ | yet[iî] | yéti | yiddish | yodl | yoga | yogi | yogourt | yole | yougoslav |
      yourte | youyou | yoyo | yo-yo | yuan | yucca | yuppie | ululer""",
    re.VERBOSE,
)

#: Both are written, or it depends on what is meant (« de un à dix », « le un », « la ouate »).
_OPEN = later(
    r"""un(?:e|s|es)?$ | ouate | oued | ouï-dire | iota | ou$ | où$ | à$ | hyène | ouah | ouais
      | euh | ah$ | oh$ | eh$ | hé$ | ô$ | hiéro | hiatus | huguenot | hindou | hurluber | ha$
      | ersatz | u-boot""",
    re.VERBOSE,
)


def begins(word: str) -> str:
    """How a lower-case word begins: with a vowel, with an h that does not elide, or in doubt."""
    first = word[:1]
    if first not in "aeiouyhàâäéèêëîïôöùûüœæ" or not first:
        return ""
    if len(word.partition("'")[0]) == 1 or _OPEN.match(word):
        return DOUBTFUL if word != "y" else VOWEL
    if _CLOSED.match(word):
        return ASPIRATE
    if first == "h":
        return VOWEL if _MUTE.match(word) else ASPIRATE if _HARD.match(word) else DOUBTFUL
    if first == "y":
        return _before_y(word)
    return VOWEL


def _before_y(word: str) -> str:
    if word in ("yeux", "yeuse", "yonne"):
        return VOWEL
    return DOUBTFUL if word[1:2] in "aeiouéè" else VOWEL
