"""Closed classes of words with and without hyphens, for the rules of :mod:`frclean.rules.hyphens`.

What the lexicon can tell (two parts that it knows only as a compound) is asked of the lexicon;
here are the compounds of three parts and more, which no dictionary of single words holds, and the
place names.
"""

from __future__ import annotations

__all__ = ["AFTER_ARTICLE", "LOCUTIONS", "NOUNS", "PLACES", "WITHOUT_HYPHENS", "place_key"]


def _with_hyphens(words: str) -> dict[str, str]:
    """Words without their hyphens -> the words; rows are split at commas."""
    found = {}
    for row in words.split(","):
        word = row.strip()
        found[word.replace("-", " ")] = word
    return found


#: Never anything but one word, whatever stands around them.
LOCUTIONS: dict[str, str] = _with_hyphens(
    """c'est-à-dire, vis-à-vis, soi-disant, arc-en-ciel, arcs-en-ciel, rez-de-chaussée,
    rez-de-jardin, chef-d'œuvre, chefs-d'œuvre, chef-d'oeuvre, chefs-d'oeuvre, hors-d'œuvre, hors-d'oeuvre, cul-de-sac, culs-de-sac, cul-de-jatte,
    bric-à-brac, pêle-mêle, trompe-l'œil, tape-à-l'œil, tire-larigot, vol-au-vent,
    croc-en-jambe, crocs-en-jambe, arrache-pied, brûle-pourpoint, emporte-pièce, cloche-pied,
    tue-tête, entre-temps, porte-à-faux, par-ci par-là, de-ci de-là, franc-maçon, francs-maçons,
    franc-maçonnerie, franc-maçonne, plate-forme, plates-formes, prêt-à-porter, qu'en-dira-t-on,
    garde-à-vous, mont-de-piété, sous-jacent, sous-jacents, sous-jacente, sous-jacentes, e-mail,
    e-mails, week-end, week-ends, chauve-souris, chauves-souris, cerf-volant, cerfs-volants,
    sur-le-champ même, dommages-intérêts, nord-africain, pique-nique, pique-niques, grosso-modo
    même, boute-en-train, jean-foutre, état-major, états-majors, ping-pong, tam-tam, cow-boy,
    cow-boys, best-seller, best-sellers, basket-ball, hand-ball, volley-ball, base-ball,
    quote-part, quotes-parts, sud-africain, sud-américain, nord-américain, sud-coréen,
    nord-coréen, sud-coréenne, nord-coréenne, nord-américaine, sud-américaine, sud-africaine,
    lèse-majesté, extrême-onction, sage-femme diplômée, outre-tombe, outre-mer,
    outre-Atlantique, outre-Manche, outre-Rhin, outre-Quiévrain, mi-figue mi-raisin, tohu-bohu,
    va-nu-pieds, sot-l'y-laisse, guet-apens, guets-apens, chassé-croisé, chassés-croisés,
    pot-au-feu, face-à-main"""
)
for _odd in ("sur le champ même", "grosso modo même", "sage femme diplômée"):
    LOCUTIONS.pop(_odd, None)

#: One word behind a determiner: « un face-à-face », but « ils sont face à face ».
NOUNS: dict[str, str] = _with_hyphens(
    """main-d'œuvre, main-d'oeuvre, face-à-face, tête-à-tête, ras-le-bol, terre-plein, terre-pleins, corps-à-corps,
    porte-à-porte, bouche-à-oreille, bouche-à-bouche, goutte-à-goutte, pied-à-terre,
    va-et-vient, sauve-qui-peut, cessez-le-feu, laissez-passer, laisser-passer, laisser-aller,
    laisser-faire, savoir-faire, savoir-vivre, savoir-être, faire-part, faire-valoir,
    m'as-tu-vu, ouï-dire, non-dit, non-dits, on-dit, bien-être, mal-être, mieux-être,
    bien-fondé, nouveau-né, nouveau-nés, premier-né, dernier-né, mort-né, rond-point,
    ronds-points, rond-de-cuir, ronds-de-cuir, pot-de-vin, pots-de-vin, eau-de-vie, eaux-de-vie,
    quant-à-soi, tout-à-l'égout, touche-à-tout, pas-de-porte, terre-à-terre, déjà-vu,
    aller-retour, allers-retours, copier-coller, couper-coller, court-circuit, courts-circuits,
    court-métrage, courts-métrages, long-métrage, longs-métrages, moyen-métrage, plus-value,
    plus-values, moins-value, moins-values, procès-verbal, procès-verbaux, sourd-muet,
    sourds-muets, clair-obscur, tiers-monde, haut-parleur, haut-parleurs, haut-le-cœur,
    bas-côté, bas-côtés, bas-relief, bas-reliefs, bas-fonds, faux-semblant, faux-semblants,
    faux-fuyant, faux-fuyants, beaux-arts, beaux-parents, grands-parents, grand-père,
    grands-pères, grand-mère, grands-mères, arrière-grand-mère, arrière-grand-père,
    arrière-plan, arrière-pays, arrière-pensée, arrière-pensées, arrière-saison, arrière-goût,
    arrière-garde, arrière-boutique, avant-garde, avant-goût, avant-propos, avant-première,
    avant-veille, avant-centre, avant-poste, après-guerre, après-rasage, après-vente,
    contre-la-montre, contre-exemple, contre-pied, contre-attaque, contre-performance,
    contre-productif, contre-productive, sans-papiers, sans-abri, sans-emploi, sans-gêne,
    sans-faute, sans-cœur, hors-jeu, hors-la-loi, hors-série, hors-piste, sous-marin,
    sous-marins, sous-sol, sous-sols, sous-titre, sous-titres, sous-traitant, sous-traitants,
    sous-préfet, sous-préfecture, sous-ensemble, sous-ensembles, sous-entendu, sous-vêtement,
    sous-vêtements, sous-bois, science-fiction, centre-ville, centres-villes, chef-lieu,
    chefs-lieux, timbre-poste, timbres-poste, wagon-lit, wagon-restaurant, bande-annonce,
    bandes-annonces, prêt-bail, crédit-bail, assurance-vie, assurances-vie,
    porte-parole, porte-avions, porte-monnaie, porte-clés, porte-bonheur, porte-bagages,
    gratte-ciel, cache-nez, cache-cache, couvre-feu, couvre-feux, gagne-pain, garde-fou,
    garde-fous, garde-manger, garde-robe, lave-linge, lave-vaisselle, sèche-cheveux, pare-brise,
    pare-chocs, essuie-glace, essuie-glaces, casse-tête, casse-croûte, casse-pieds, brise-glace,
    chasse-neige, trouble-fête, rabat-joie, tire-bouchon, tire-bouchons, ouvre-boîte,
    taille-crayon, presse-papiers, compte-gouttes, compte-tours, abat-jour, amuse-gueule,
    aide-mémoire, aide-soignant, aide-soignante, aides-soignants, aides-soignantes,
    attrape-nigaud, coupe-faim, coupe-vent, coupe-gorge, cure-dent, cure-dents, fume-cigarette,
    gâche-métier, grille-pain, lance-flammes, lance-pierres, lèche-vitrines, mange-tout,
    monte-charge, passe-partout, passe-temps, passe-droit, passe-droits, passe-montagne,
    perce-neige, pèse-personne, prête-nom, prête-noms, protège-cahier, remue-ménage,
    remonte-pente, réveille-matin, serre-tête, serre-livres, songe-creux, souffre-douleur,
    tourne-disque, traîne-misère, trompe-la-mort, va-tout, vide-ordures, vide-grenier,
    vide-greniers, volte-face, après-midi, rendez-vous, face-à-faces, demi-tour, demi-heure,
    pince-sans-rire, rentre-dedans, sur-mesure, prix-plancher, chez-soi, chez-toi, chez-moi,
    trop-plein, trop-perçu, trait-d'union, accroche-cœur, accroche-cœurs, aigre-doux,
    aigre-douce, allume-cigare, allume-cigares, amour-propre, avant-bras, bain-marie,
    bas-ventre, beau-fils, beau-frère, beau-père, belle-sœur, belle-mère, beaux-frères,
    belles-sœurs, bec-de-lièvre, bloc-notes, bonne-maman, bouche-trou, bouche-trous,
    brise-lames, cache-pot, cache-sexe, camping-car, camping-cars, casse-noisettes, chien-loup,
    chou-fleur, choux-fleurs, coffre-fort, coffres-forts, contre-jour, coq-à-l'âne, cordon-bleu,
    coupe-circuit, court-bouillon, couvre-lit, couvre-chef, crève-cœur, croque-monsieur,
    croque-madame, croque-mort, croque-morts, demi-frère, demi-sœur, demi-mesure, demi-mesures,
    demi-finale, demi-finales, demi-journée, demi-siècle, demi-douzaine, double-clic, eau-forte,
    entre-deux-guerres, essuie-mains, essuie-tout, ex-voto, fac-similé, fait-tout, far-west,
    faux-cul, faux-filet, fer-blanc, fourre-tout, franc-tireur, francs-tireurs, franc-parler,
    garde-boue, garde-chasse, garde-malade, garde-côte, garde-côtes, grand-duc, grand-duché,
    grand-messe, grand-oncle, grand-tante, grand-rue, grand-voile, grand-place, gras-double,
    grippe-sou, gros-porteur, hache-viande, haute-fidélité, hit-parade, hors-bord, hot-dog,
    hot-dogs, idée-force, jeu-concours, juke-box, laissé-pour-compte, laissés-pour-compte,
    lance-roquettes, lèche-bottes, lieu-dit, lieux-dits, longue-vue, loup-garou, loups-garous,
    machine-outil, machines-outils, maître-chien, maître-nageur, martin-pêcheur, micro-ondes,
    mille-feuille, mini-jupe, moins-que-rien, mort-aux-rats, moyen-courrier, long-courrier,
    long-courriers, œil-de-bœuf, opéra-comique, orang-outan, papier-monnaie, pare-balles,
    pare-feu, passe-plat, pèse-lettre, petit-bourgeois, petit-beurre, petit-lait, petit-neveu,
    petite-nièce, petit-suisse, pied-noir, pieds-noirs, pince-nez, pique-assiette, pis-aller,
    point-virgule, pont-levis, porc-épic, porte-fenêtre, porte-jarretelles,
    porte-plume, porte-voix, porte-drapeau, porte-conteneurs, porte-documents, porte-savon,
    pot-pourri, pousse-pousse, presse-citron, presse-purée, prie-Dieu, quatre-quarts, qui-vive,
    rase-mottes, reine-claude, rouge-gorge, roman-fleuve, roulé-boulé, sans-culotte,
    sans-culottes, sans-fil, sans-logis, sauf-conduit, self-service, libre-service,
    libre-échange, semi-remorque, sex-shop, sous-main, sous-produit, sous-produits,
    sous-officier, sous-officiers, sous-directeur, sous-secrétaire, sous-continent, sous-groupe,
    sous-traitance, sous-location, sous-effectif, talkie-walkie, tire-fesses, tiroir-caisse,
    tout-venant, traîne-savates, va-t-en-guerre, vert-de-gris, vice-amiral, vide-poche,
    wagon-citerne, wagon-bar, yo-yo, serre-file, taille-haie, tourne-broche, trois-mâts,
    vingt-quatre, rez-de-jardin, saint-bernard, salle-à-manger même, tête-à-queue, pot-au-noir,
    pète-sec, touche-pipi, monte-plats, ouvre-bouteille, attrape-mouches, gobe-mouches,
    chasse-mouches, tue-mouches, cale-pied, chauffe-eau, chauffe-plat, chauffe-biberon,
    croche-pied, croque-mitaine, gâte-sauce, lave-glace, porte-bébé, porte-malheur,
    porte-serviette, porte-vélo, rince-doigts, saute-mouton, souffre-douleur, taste-vin,
    tâte-vin, brûle-gueule, boit-sans-soif, meurt-de-faim, pare-soleil, pare-vent,
    perce-oreille, pied-de-biche, pied-de-poule, queue-de-cheval, queue-de-pie, non-lieu,
    non-lieux, non-sens, non-violence, non-respect, non-assistance, non-conformité, non-fumeur,
    non-fumeurs, non-recevoir, non-retour, non-stop, non-voyant, non-voyants, avant-dernier,
    avant-dernière, avant-coureur, avant-scène, avant-guerre, avant-projet, avant-toit,
    arrière-train, arrière-cour, arrière-petit-fils, arrière-petite-fille, contre-enquête,
    contre-indication, contre-indications, contre-offensive, contre-visite, contre-pouvoir,
    contre-pouvoirs, contre-courant, contre-plongée, contre-amiral, contre-culture,
    contre-espionnage, contre-la-montre, contre-ordre, contre-révolution, contre-sens,
    contre-valeur, contre-vérité, contre-vérités, après-ski, après-shampooing, entre-soi,
    entre-deux, faux-monnayeur, faux-bourdon, haut-fond, haut-relief, haut-lieu même,
    basse-cour, basses-cours, bas-ventre, court-vêtu, demi-cercle, demi-dieu, demi-jour,
    demi-mal, demi-mot, demi-pension, demi-sang, demi-saison, demi-sel, demi-tarif, demi-ton,
    demi-vie, demi-vérité"""
)
for _odd in ("trait d'union", "haut lieu même", "salle à manger même", "vingt quatre"):
    NOUNS.pop(_odd, None)


def place_key(name: str) -> str:
    """How a place is looked up: in lower case, with blanks, its capitals without accents."""
    return name.lower().translate(str.maketrans("éîâ-", "eia "))


#: Places whose name French writes with hyphens: looked up without them.
PLACES: dict[str, str] = {
    place_key(name.strip()): name.strip()
    for name in """États-Unis, Royaume-Uni, Pays-Bas, Grande-Bretagne, Nouvelle-Zélande, Bosnie-Herzégovine,
    Papouasie-Nouvelle-Guinée, Guinée-Bissau, Timor-Oriental, Trinité-et-Tobago,
    Antigua-et-Barbuda, Cap-Vert, Moyen-Orient, Proche-Orient, Extrême-Orient, Terre-Neuve,
    Nouvelle-Écosse, Nouveau-Brunswick, Nouveau-Mexique, Colombie-Britannique,
    Nouvelle-Calédonie, Nouvelle-Orléans, Nouvelle-Guinée, Nouvelle-Angleterre, Nouvelle-Galles,
    Île-de-France, Franche-Comté, Rhône-Alpes, Auvergne-Rhône-Alpes, Bourgogne-Franche-Comté,
    Hauts-de-France, Nouvelle-Aquitaine, Provence-Alpes-Côte, Languedoc-Roussillon,
    Midi-Pyrénées, Poitou-Charentes, Champagne-Ardenne, Basse-Normandie, Haute-Normandie,
    Alsace-Lorraine, Pas-de-Calais, Saône-et-Loire, Seine-et-Marne, Seine-et-Oise,
    Seine-Maritime, Seine-Saint-Denis, Hauts-de-Seine, Val-de-Marne, Val-d'Oise, Eure-et-Loir,
    Loir-et-Cher, Indre-et-Loire, Maine-et-Loire, Lot-et-Garonne, Tarn-et-Garonne,
    Ille-et-Vilaine, Meurthe-et-Moselle, Loire-Atlantique, Charente-Maritime, Côte-d'Or,
    Côtes-d'Armor, Puy-de-Dôme, Bouches-du-Rhône, Alpes-Maritimes, Hautes-Alpes,
    Alpes-de-Haute-Provence, Hautes-Pyrénées, Pyrénées-Orientales, Pyrénées-Atlantiques,
    Haute-Garonne, Haute-Savoie, Haute-Saône, Haute-Loire, Haute-Marne, Haute-Vienne,
    Haute-Corse, Corse-du-Sud, Haut-Rhin, Bas-Rhin, Deux-Sèvres, Territoire-de-Belfort,
    Aix-en-Provence, Aix-les-Bains, Clermont-Ferrand, Boulogne-sur-Mer, Boulogne-Billancourt,
    Châlons-en-Champagne, Chalon-sur-Saône, Neuilly-sur-Seine, Ivry-sur-Seine, Vitry-sur-Seine,
    Issy-les-Moulineaux, Bourg-en-Bresse, Charleville-Mézières, La Roche-sur-Yon, La
    Seyne-sur-Mer, Villefranche-sur-Saône, Fontenay-sous-Bois, Aulnay-sous-Bois,
    Clichy-sous-Bois, Rosny-sous-Bois, Asnières-sur-Seine, Levallois-Perret, Maisons-Alfort,
    Champigny-sur-Marne, Noisy-le-Grand, Noisy-le-Sec, Vaulx-en-Velin, Villeneuve-d'Ascq,
    Salon-de-Provence, Saint-Étienne, Saint-Denis, Saint-Malo, Saint-Nazaire, Saint-Quentin,
    Saint-Tropez, Saint-Brieuc, Saint-Pétersbourg, Sainte-Lucie, Saint-Domingue,
    Saint-Barthélemy, Saint-Marin, Saint-Germain-en-Laye, Saint-Jean-de-Luz, Mont-de-Marsan,
    Mont-Saint-Michel""".split(",")
}  # fmt: skip

#: The same, but only behind « l' », « un », « des » or a possessive: « tout à coup » is no noun.
AFTER_ARTICLE: dict[str, str] = _with_hyphens(
    "à-propos, à-côté, à-côtés, à-coup, à-coups, à-pic, à-plat, en-tête, en-têtes, en-cas,"
    "en-but, au-delà"
)

#: Written in separate words.
WITHOUT_HYPHENS: frozenset[str] = frozenset(
    word.strip()
    for word in """tout-à-fait, tout-à-coup, tout-de-suite, tout-de-même, tout-à-l'heure, quand-même,
    peu-à-peu, petit-à-petit, au-fur-et-à-mesure, fur-et-à-mesure, ores-et-déjà, en-train,
    en-fait, en-effet, en-dessous, en-dessus, en-deçà, en-haut, en-bas, en-dehors, en-dedans,
    en-face, en-plus, en-outre, en-revanche, par-contre, par-exemple, par-ailleurs,
    par-conséquent, il-vous-plaît, il-vous-plait, il-te-plaît, il-te-plait, il-y-a, y-a,
    de-plus-en-plus, de-moins-en-moins, plus-tard, bien-sûr, bien-entendu, bien-que, afin-de,
    afin-que, grâce-à, quant-à, quant-au, quant-aux, à-travers, à-peine, au-moins, au-lieu,
    au-milieu, entre-autres, compte-tenu, mise-à-jour, tout-le-monde, à-jour, un-peu,
    la-plupart, pomme-de-terre, pommes-de-terre, chemin-de-fer, mise-en-scène, point-de-vue,
    clin-d'œil, coup-d'œil, dès-que, lors-que, puis-que, tandis-que, ainsi-que, alors-que,
    parce-que, parce-qu', pour-que, sans-que, avant-que, après-que, depuis-que, tant-que,
    autant-que, plutôt-que, pendant-que, à-cause, à-partir, au-cours, au-sujet, d'autant-plus,
    sans-doute, sans-cesse, pas-du-tout, du-tout, du-moins, moins-que, plus-que, à-nouveau,
    de-nouveau, ne-pas, chacun-d'eux, ça-aussi, moi-aussi, lui-aussi, elle-aussi, nous-aussi,
    eux-aussi, toi-aussi, vous-aussi, entre-nous, comme-ça, comme-si, jusqu'à-ce, tout-d'abord,
    tout-d'un-coup, par-là même""".split(",")
)
