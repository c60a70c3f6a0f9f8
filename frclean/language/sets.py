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
    "negation": "\"ne|n'\"",
    "pas": '"pas|plus|jamais|rien|guère|point|aucunement|nullement"',
}
