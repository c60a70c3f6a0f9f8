"""Damaged French articles, made up from a seed: sentences of our own, residue around them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

SENTENCES = """
Le commission a visité le chantier lundi matin.
Deux ans après les attentas qui ont frappé le dépôt, la ville se souvient.
« Il reste un pont a construire », confie t-on dans l’entourage du maire.
Chacun d’entres eux a reçu une lettre de la préfecture.
La région met en oeuvre le plan promis aux habitants.
Les habitants de la vallée attendent la réouverture de la ligne depuis trois hivers.
Le budget de la commune a été adopté hier soir par le conseil municipal.
Jean-yves Morel conduit le projet depuis le printemps.
La neige est tombée sur le col et la route est restée fermée jusqu’à midi.
L’Ã©cole du village accueille vingt-trois élèves cette année.
Le maire a signé l&#39;accord devant les ouvriers de la scierie.
Selon le directeur, les travaux dureront six mois et coûteront deux millions d’euros.
Une équipe de chercheurs a observé les oiseaux de la baie pendant tout l’été.
Le train de nuit partira à 21 heures de la gare centrale.
Les syndicats ont rencontré la ministre mardi à Lyon.
""".strip().splitlines()
HEADS = ["12\nÉconomie\n\n| MLefort\n\n", "", "Sport\n\n", "Partager\n\n3 commentaires\n\n"]
FEET = ["\n\nRépondre à () :\n\nCaptcha", "", "\n\n| | Connexion | Inscription", "\n \n"]
PLACES = "Vernay Saint-Aubin Morlanges Brissac Courtefont Lavaur Termignon Esclans".split()


def article(generator: random.Random, sentences: int = 20) -> str:
    """One article of about ``sentences`` sentences."""
    paragraphs = []
    for _ in range(max(1, sentences // 5)):
        lines = generator.choices(SENTENCES, k=5)
        number = generator.randrange(2, 9999)
        lines.insert(2, f"À {generator.choice(PLACES)}, {number} personnes ont répondu à l’appel.")
        paragraphs.append(" ".join(lines))
    return generator.choice(HEADS) + "\n\n".join(paragraphs) + generator.choice(FEET)


def rows(count: int, seed: int = 1, sentences: int = 20) -> Iterator[dict[str, Any]]:
    """``count`` rows with an id, a site and a text."""
    generator = random.Random(seed)
    for number in range(count):
        site = generator.choice(PLACES)
        yield {"id": number, "site": site, "text": article(generator, sentences)}
