"""Named sets of words, for the predicates of rules: ``$copule``, ``$modal``.

Short closed lists only: what the lexicon can tell by features is asked of the lexicon.
"""

from __future__ import annotations

__all__ = ["SETS"]

#: Name -> predicate.
SETS: dict[str, str] = {
    "sujet": '"je|j\'|tu|il|elle|on|ils|elles"',
    "copule": "<être>|<sembler>|<paraître>|<devenir>|<demeurer>|<rester>",
    "modal": "<pouvoir>|<devoir>|<vouloir>|<savoir>|<falloir>|<aller>|<faire>|<laisser>|<oser>",
    "clitique": "\"me|m'|te|t'|se|s'|le|la|l'|les|lui|leur|nous|vous|y|en\"",
    "negation": '"ne|n\'"',
    "pas": '"pas|plus|jamais|rien|guère|point|aucunement|nullement"',
    # For counting the clauses of a sentence (frclean.rules._clause).
    "clause_before_verb": "\"je|j'|tu|il|on|ils|ne|n'|se|s'|me|m'|te|t'|qui|ça|cela\"",
    "clause_article": (
        "\"l'|le|la|les|un|une|du|des|au|aux|de|d'|à|vers|ce|cet|cette|ces|mon|ton|son|ma|ta|sa"
        '|mes|tes|ses|notre|votre|nos|vos|leur|leurs"'
    ),
    "clause_time": (
        '"an|ans|année|années|mois|jour|jours|semaine|semaines|heure|heures|minute|minutes|siècle'
        '|siècles|décennie|décennies|temps|peu|longtemps|lurette|quelques|instant|instants"'
    ),
    "clause_auxiliary": (
        '"a|est|ont|sont|avait|avaient|était|étaient|sera|seront|aura|auront|fut|furent|eut|eurent'
        '|serait|seraient|aurait|auraient|avons|avez|êtes|suis|étais|étions|étiez|soient|aient"'
    ),
    "clause_subordinator": (
        '(conj:sub&!"s\'")|pro:rel|pro:int|"quiconque|combien|pourquoi|comment|quel|quelle|quels'
        "|quelles|lequel|laquelle|lesquels|lesquelles|auquel|auxquels|auxquelles|duquel|desquels"
        '|desquelles|tandis|tel|telle|soit|selon"'
    ),
    "clause_opener": (
        'sign|fin|(conj&!"s\'|donc")|pro:rel|pro:int|"quiconque|combien|pourquoi|comment|quel'
        "|quelle|quels|quelles|sinon|puis|tandis|selon|tant|plus|moins|autant|tel|telle|soit|voici"
        "|voilà|lequel|laquelle|lesquels|lesquelles|auquel|auxquels|auxquelles|duquel|desquels"
        '|desquelles"'
    ),
    # « n'importe qui », « on dirait », « semble-t-il » are nobody's verb.
    "clause_frozen": '"importe|soit|fût|vive|vivent|dirait|semble|plaît|plait|voici|voilà"',
    # Words that the model of words in context knows by themselves (frclean.language.context).
    "grammatical": (
        "\"l'|le|la|les|un|une|du|des|de|d'|au|aux|ce|c'|cet|cette|ces|mon|ton|son|ma|ta|sa|mes|tes"
        "|ses|notre|votre|nos|vos|leur|leurs|quel|quelle|quels|quelles|chaque|plusieurs|quelques"
        "|aucun|aucune|tout|toute|tous|toutes|je|j'|tu|il|elle|on|nous|vous|ils|elles|me|m'|te|t'|se"
        "|s'|lui|y|en|ne|n'|ça|cela|ceci|celui|celle|ceux|celles|qui|que|qu'|dont|où|quoi|moi|toi|soi"
        "|eux|et|ou|mais|donc|or|ni|car|si|quand|comme|lorsque|lorsqu'|puisque|à|dans|par|pour|sur"
        "|sous|avec|sans|entre|vers|chez|depuis|pendant|contre|selon|jusque|jusqu'|dès|après|avant"
        "|pas|plus|moins|très|trop|peu|bien|aussi|même|encore|déjà|toujours|jamais|rien|là|ici|alors"
        "|ainsi|quant|sûr|dû|a|as|ai|ont|avons|avez|avait|avaient|avoir|eu|ayant|aura|auront|aurait"
        "|est|es|suis|sont|sommes|êtes|était|étaient|étais|été|être|étant|sera|seront|serait|fut"
        '|furent|soit|peut|peux|peuvent|doit|doivent|fait|font|va|vont"'
    ),
}
