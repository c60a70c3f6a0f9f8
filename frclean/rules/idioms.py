"""Rules about set phrases: the number they are frozen in, real words that lost or gained an accent.

« par endroits » is plural, « par exemple » is singular, whatever the sentence speaks of; « la tète »
and « mis de coté » are made of French words, only not in this company. Each phrase is one in which
the word written is wrong by itself (see :mod:`frclean.rules.phrases` for the notation).
"""

from __future__ import annotations

from frclean.rules.kinds import Bad, Good, Rule
from frclean.rules.phrases import PhraseRule

__all__ = ["RULES"]

_NUMBER = """
    autre > autres : (any&!pro&!"n'|ne|y") entre _ (fin|","|")"|"–"|"et|les|des|un|une|par|pour|à|dans|sur|grâce|le|la|l'|du|de|d'|ce|cette|ces")
    moment|endroit > moments|endroits : par _ (fin|","|"il|elle|on|je|ça|c'|les|des|le|la|l'|ils|elles|nous|et|ou|très|plus|un|une|de|d'|dans|sur")
    terme > termes : en _ de|d' ; aux _ de|du|d' ; en d' autres _ ; en bon|bons|mauvais _ (fin|","|"avec|et")
    bon > bons : en _ termes
    vacance > vacances : <partir>|<aller> en _ ; je|tu|il|elle|on|nous|vous|ils|elles <être> en _
    billet > billets : distributeur|distributeurs|liasse|liasses|planche de|à _
    clé|clef > clés|clefs : trousseau|trousseaux de _
    maison > maisons : pâté|pâtés de _
    circonstance > circonstances : concours de _ ; vu|étant|données? les _
    boisson > boissons : débit|débits de _
    azimut > azimuts : tous|tout _
    tout > tous : _ azimuts ; de|en _ genres|côtés|bords|horizons
    âge > âges : de tous _
    part > parts : de|toutes toutes _
    parts > part : quelque|nulle|autre _ ; <prendre>|<faire> _ à|aux|au ; à _ entière
    frontière > frontières : médecins|reporters|pharmaciens|avocats|ingénieurs sans _
    main > mains : à pleines _ ; en _ propres
    dépend > dépens : aux|au _ de|du|des|d' ; à mes|tes|ses|nos|vos|leurs _
    alentour|environ > alentours|environs : aux|dans les? _
    entrefaite > entrefaites : sur ces _
    archive > archives : image|images|document|documents|photo|photos|film d' _
    suspensions > suspension : point|points de _
    orthographes > orthographe : faute|fautes|erreur|erreurs|règle|règles d' _
    frappes > frappe : faute|fautes|erreur|erreurs de _
    escaliers > escalier : cage|cages d' _
    verses > verse : (<pleuvoir>|"pluie") à _
    nus|nue|nues > nu : <mettre>|mise|mises à _ (fin|"les|la|le|l'|des|un|une|ses|leurs|de|devant|par|et")
    jours > jour : mise|mises|mis|mettre|met|mettent|mettez à _ ; fois|heures|heure|euros|repas|minutes par _
    ans|semaines|personnes > an|semaine|personne : fois|heures|euros|repas|jours|mois|litres|kilos|euro par _
    années > année : fois|jours|euros par _
    pieds > pied : mis|mise|mettre|mets|met à _ ; <avoir>|<perdre>|<reprendre> pas|plus? _ (fin|","|"dans|sur|et|en") ; à _ (fin|","|"ou|et|en|pour|jusqu'|dans|depuis|jusque|plutôt|le|à|sec|d'")
    lieux > lieu : <avoir>|<donner>|<tenir> _ (fin|"à|de|d'|en|au|aux|dans|le|la|sur") ; en premier|dernier|second _ ; au _ de|d'
    affaires > affaire : <avoir> souvent|toujours|plus|pas|déjà|encore? _ à|au|aux
    comptes > compte : <tenir>|<rendre> pas|plus|bien|aussi? _ de|des|du|d'|qu'|que ; <prendre> pas|plus|bien? en _ ; pris|prise|prises|prendre en _
    preuves > preuve : <faire> toujours|pas|souvent|aussi? _ de|d'
    parties > partie : <faire> pas|plus|aussi|toujours|déjà|intégrante? _ de|d'|des|du ; en grande|majeure|bonne _ (fin|","|"à|par|de|grâce|due|le|la|pour")
    besoins|envies|peurs|hontes|raisons|torts > besoin|envie|peur|honte|raison|tort : <avoir> pas|plus|vraiment|très|toujours|bien? _ (fin|"de|d'|que|qu'")
    froids|faims|soifs|sommeils|chauds > froid|faim|soif|sommeil|chaud : <avoir> très|trop|si|pas|plus|encore? _ (fin|","|"et|quand|à|en")
    pairs > pair : <aller> de _ (fin|"avec|,")
    particuliers > particulier : en _ (fin|","|"le|la|les|l'|à|pour|sur|dans|de|des|du|au|ceux|celui|celle|celles|lorsque|quand|en|par|reste|restent")
    générale|générales|généraux > général : (any&!"médecine|et") en _ (fin|","|"pas|les|le|la|l'|on|il|elle|ils|elles|assez|plus|très|bien|un|une|à|au|aux|dans|sur|et|ce|cela|nous|je")
    premiers|derniers > premier|dernier : en _ (fin|","|"le|la|les|et|il|elle")
    avants|arrières > avant|arrière : roue|roues|siège|sièges|pneu|pneus|patte|pattes|porte|portes|phares|frein|freins|feux|place|places|vitres|passagers _
    biens > bien : très|vraiment|tout|plutôt|si|trop|assez|extrêmement|particulièrement _ ; <aller>|<travailler>|<dormir>|<manger>|<jouer>|<fonctionner>|<marcher>|<passer>|<parler>|<chanter> très|vraiment|si|pas|plus? _ (fin|","|"et|mais|ensemble|car")
    ensembles > ensemble : tous|toutes|eux|elles|nous|deux|trois _ (fin|","|"pour|à|contre|dans|et|au|vers|depuis") ; <vivre>|<travailler>|<jouer>|<agir>|<partir>|<manger>|<sortir>|<venir>|<arriver>|<chanter>|<passer> tous|toutes|toujours|bien? _ (fin|","|"pour|à|contre|dans|et|au|vers|depuis")
    contres > contre : <être> tous|toutes|pas|plus|vraiment|totalement? _ (det|"eux|elles|moi|toi|lui|nous|vous|tout|l'|cela|ça")
    durs|dures > dur : <travailler>|<bosser>|<frapper>|<cogner> très|trop|plus|si|aussi|tous? _ (fin|","|"pour|et|depuis|dans|afin|à")
    mêmes > même : eux|elles|nous|vous|ceux y _ ; tout|tous|toutes|quand de? _ (fin|",") ; en _ temps ; à _ de ver:inf
    demie > demi : à _ (adj|ver:pp|"mot|nu|plein|fin|voix")
    milles > mille : cent|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|quarante|cinquante _ euros|fois|ans|personnes|francs|habitants ; en|des _ et|cents
    avenue|avenus|avenues > avenu : nul et non _
    avenu|avenus > avenue : nulle et non _
    avenues|avenu > avenus : nuls et non _
    avenus|avenue > avenues : nulles et non _
    celle > celles : similaires|identiques|comparables|semblables|analogues|supérieures|inférieures|différentes|équivalentes|conformes à|de _ de|du|des|d'
    celui > ceux : similaires|identiques|comparables|semblables|analogues|supérieurs|inférieurs|différents|équivalents|conformes à|de _ de|du|des|d'
    affilé|affilés|affilées > affilée : d' _
    bel|belles > belle : <échapper> _ (fin|","|"cette|hier|de")
    belles|beau > belle : recommencer|reprend|reprendre|recommence|reprennent|repart|continuer|continue|repartir|reprit|repris de plus _
    belle|belles|beau > bel : <aller>|<exister> _ et bien ; (ver:fin) _ et bien (ver:pp:m&!ver:pp:f)
    intermittences|alternances|permanences > intermittence|alternance|permanence : par|en _ (fin|","|"et|avec|de|sur")
    hauts|haute|hautes > haut : (nom|adj) _ de gamme
    haut|haute > hauts : (nom:p&!nom:s) _ en couleur|couleurs
    haute|hauts|hautes > haut : <placer>|<mettre>|<fixer> la barre très|plus|trop|assez|si? _
    grand > grands : à _ pas|frais|cris|coups|traits|flots
    petit > petits : à _ pas|coups|bouillons ; aux|des _ oignons|soins
    droits > droit : ayant|ayants -? _ ; de _ commun|public|privé
    paroles > parole : groupe|groupes|prise|prises|temps|droit|liberté de _ ; porte - _ ; <prendre> la _
    espèce > espèces : <payer>|<régler>|<verser>|paiement|paiements|règlement|versement|payé|retrait|dépôt en|d' _ (fin|","|"ou|et|à")
    liquides > liquide : <payer>|<régler>|<verser>|paiement en _
    lignes > ligne : achat|achats|vente|ventes|jeu|jeux|paiement|paiements|formation|formations|cours|mise|mettre|service|services|casino|commande|commander|acheter en _
    hausses|baisses > hausse|baisse : <être> nettement|légèrement|fortement|toujours? en _ ; en _ (fin|","|"de|par|depuis|constante|sensible|constantes")
    charges|places|causes|œuvres|scènes|valeurs|évidences|lumières|examens|demeures > charge|place|cause|œuvre|scène|valeur|évidence|lumière|examen|demeure : mise|mises|mettre|met|mettent|mis|remise|remis|remettre|prise|prises|prendre|prend|prennent|pris|mettant|prenant en _
    suites > suite : tout de _
    domiciles|distances|dispositions > domicile|distance|disposition : livraison|livraisons|livrer|livré|soins|aide|aides|travail|maintien|hospitalisation|visite|travailler|formation|commande|tenir|mettre|mise|mises|mis à _ (fin|","|"de|du|des|et|ou|par|pour|un|une|les|l'")
    conditions > condition : à _ que|qu'|de|d'
    causes|conséquents|hasards|exemples|inadvertances|erreurs|contumaces > cause|conséquent|hasard|exemple|inadvertance|erreur|contumace : (any&!nom&!"et|,") par _ (fin|","|"le|la|les|un|une|il|elle|on|de")
    conséquences|revanches|contreparties|théories|pratiques|réalités|principes|outres|résumés > conséquence|revanche|contrepartie|théorie|pratique|réalité|principe|outre|résumé : (fin|",") en _ ","
    nombres|quantités|majorités|moyennes|proportions > nombre|quantité|majorité|moyenne|proportion : en grand|grande|petit|petite|faible|large|plus _ (fin|","|"des|les|de|d'|par")
    mesures > mesure : fur et à _ ; <être>|<sembler> pas|plus|désormais|enfin? en _ de|d' ; dans une certaine|large|moindre _ ; costume|costumes|fait|faits|faite|faites sur _
    soucis > souci : par|dans|un _ de|d' ; pas|un un _
    congé > congés : <poser>|<prendre> des|ses|mes|nos|leurs _ ; en _ payés
    étude|course|commission|emplette > études|courses|commissions|emplettes : <faire> des|ses|mes|nos|leurs|les _
    terres > terre : à|par _ (fin|",") ; tremblement|tremblements|pomme|pommes|ver|vers|glissement de _
    dents > dent : coup|coups de _ ; œil pour œil _
    bouches > bouche : de _ à oreille|oreilles ; bouche à _
    bains > bain : maillot|maillots de _
    vies > vie : niveau|niveaux|mode|modes|train|style|styles|espérance|cadre|coût|qualité|assurance|projet|lieu|lieux de _ (fin|","|"des|de|du|plus|et|dans|qui|est")
    naissances > naissance : date|dates|acte|actes|lieu|lieux de _
    travails > travail : code|temps|lieu|lieux|accident|accidents|contrat|contrats|marché|poste|postes|heure|heures|jour|jours|groupe|groupes|arrêt|conditions de|du _
    prévue|prévus|prévues > prévu : comme _ (fin|","|"par|initialement|dans|et|pour|à|au|avec") ; (any&!"tel|telle|tels|telles|ainsi") que _ (fin|","|"initialement")
    convenue|convenus|convenues|annoncés|annoncées|indiqués|indiquées > convenu|convenu|convenu|annoncé|annoncé|indiqué|indiqué : comme _ (fin|",")
    rendue|rendus|rendues > rendu : (<être>) vite|bien|pas|parfois|vraiment|enfin|alors|soudain|jamais? _ compte ; se sont _ compte
    plus > plu : se|s'|me|m'|te|t'|nous (<être>&ver:fin) _ à (ver:inf|"la|le|vous|nous|l'|dire")
    succédés|succédées|succédée|nuis|nuit > succédé|succédé|succédé|nui|nui : se|s' <être> _ (fin|","|"à|au|pendant|depuis|dans|sur|en")
    parlée|parlées|parlés > parlé : se|s'|nous|vous <être> _ (fin|"de|au|hier|longuement|pendant|pour|avec|depuis")
    faites|faite|faits > fait : (<avoir>&ver:fin) _ partie|preuve|appel|face|peur|attention|part|mal|plaisir|envie|confiance|état|semblant
"""


NUMBER = PhraseRule(
    code="GRM050",
    name="number-in-set-phrase",
    message="Dans cette expression, « {found} » s'écrit « {fixed} ».",
    message_en="In this phrase “{found}” is written “{fixed}”.",
    why="L'expression est figée : le nombre (ou le genre) de ses mots ne dépend pas de la phrase.",
    phrases=_NUMBER,
    examples=(
        Bad("Il aime, entre {{autre}}, la voile.", "Il aime, entre autres, la voile."),
        Bad("La route est étroite par {{endroit}}.", "La route est étroite par endroits."),
        Bad("Le chat dort en {{générale}} au soleil.", "Le chat dort en général au soleil."),
        Bad("Elle chante très {{biens}}.", "Elle chante très bien."),
        Bad("Le projet est mis en {{places}}.", "Le projet est mis en place."),
        Good("Le facteur passe une fois par jour, et par tous les temps."),
        Good("Il entre autre part que chez lui."),
        Good("Elle a des raisons de partir et des envies de voyage."),
        Good("Il travaille à la médecine en générale."),
        Good("Les biens sont vendus en lots."),
    ),
)

_ACCENTS = """
    tète|tètes > tête|têtes : (det|"en|à|de|sans|par|cette") _ ; <tenir> _ ; _ haute|basse|baissée|nue|première|contre|brûlée
    faîtes|faîte > faites|faite : (any&!det&!prep&!adj&!nom&!"au|aux|du|des|et") _ ; (nom:f&!nom:m) _ de|d'|en|par|pour|à
    jeûne|jeûnes > jeune|jeunes : <être>|<sembler>|<paraître>|<rester>|<mourir>|<devenir> très|trop|plus|si|encore|assez|toujours? _ ; très|trop|si|assez _ ; les|des|ces|deux|de|certains|quelques _ (nom:p|adj:p) ; une|cette|un|ce|cet _ (nom:s&!adj)
    jeune > jeûne : le|du|un|son _ intermittent|thérapeutique|rituel|hydrique|du|religieux ; <rompre> le|son|leur _
    gène|gènent|gènait > gêne|gênent|gênait : me|m'|te|t'|se|nous|vous|lui|ne|n'|qui|ça|cela|leur _ ; il|elle|ceci|cela|ça|qui|on|tu le|la|les|l' _ ; sans _ ; la|une|aucune|quelque|cette _
    gênes > gènes : det:poss|certains|plusieurs|nombreux _ ; les _ humains|dominants|récessifs|responsables|mutants|codants
    pêché|pêchés > péché|péchés : <expier>|<confesser>|<avouer>|<pardonner>|<absoudre> det _ ; de|du sept|tous|ses|leurs|nos|mes _ (fin|",")
    péche|péchait|péchent|péchaient|pécher > pêche|pêchait|pêchent|pêchaient|pêcher : _ à la ligne|mouche|traîne|truite ; _ des|du|la|le|une|un|les poisson|poissons|truite|truites|saumon|saumons|thon|sardines|crevettes|crabes
    pêche|pêchait|pêchent|pêchaient > pèche|péchait|pèchent|péchaient : _ par excès|manque|orgueil|omission|ignorance|naïveté|optimisme|imprudence|négligence
    colon > côlon : cancer|cancers|ablation|polype|polypes|muqueuse|paroi du _ ; le|du|un _ irritable|droit|gauche|transverse
    côlons > colons : les|des|ces|premiers|aux|nos _
    pole|poles > pôle|pôles : un|le|du|au|ce|les|des|deux _ de|d'|du|emploi|économique|santé|nord|sud|scientifique|universitaire|culturel
    prés > près : <suivre>|<regarder>|<voir>|<surveiller>|<raser>|<observer>|<toucher>|<examiner>|rasé|vu|vue de très|trop|plus|si? _ ; à peu _ ; (any&!det&!prep&!adj&!nom) _ de|d'|des|du num|"la|le|l'|chez|cent|mille|moitié|moi|toi|lui" ; sur|depuis|pendant|dans|pour _ de|d' num
    pré > près : au|à mètre|centimètre|millimètre|euro|centime|jour|gramme|degré|peu _
    çà > ça : (any&!"ah|or|de|et") _ (any&!"et") ; comme|avec|sans|c'est|est _ (fin|",")
    coté > côté : <mettre>|<laisser>|<passer>|mis|mise|laissé|tout|juste à|a|de _ ; d' un|autre _ ; de l' autre _ ; du|ce|chaque|quel|mon|ton|son|notre|votre|leur|aucun|bon|mauvais _ (fin|","|"de|du|des|d'|droit|gauche|obscur|est|nord|sud|il|elle|on|je|le|la|les|et|pratique|humain|positif|négatif")
    age|ages > âge|âges : quel|bas|son|mon|ton|leur|votre|notre|moyen|jeune|grand|troisième|même|certain|d'|l'|en|avec|par|tout|tous|cet _
    voila > voilà : (fin|","|"et|mais|que|nous|me|te|en|donc|qu'|car") _ (any&!sign) ; _ pourquoi|comment|ce|qui|que
    aveuglement > aveuglément : <suivre>|<obéir>|<croire>|<aimer>|<accepter>|<appliquer>|<tirer>|<faire>|<soutenir>|confiance pas|plus|confiance|toujours? _ ; _ (fin|",") confiance
    aveuglément > aveuglement : det|"sans|un|cet|l'|par|d'" _
    diffèrent > différent : <être>|très|trop|si|bien|assez|tout|moins|complètement|totalement|légèrement|fort _ (fin|prep|","|"et|que|du|des|selon") ; un|d'un|ce|cet _
    différent > différend : <régler>|<résoudre>|<trancher>|<aplanir> det _ ; un|le|ce|leur|notre _ oppose|opposant|frontalier|territorial|juridique ; le|un|ce _ entre|qui entre? oppose|opposait|les|la|le
    différents > différends : <régler>|<résoudre>|<trancher>|<aplanir> det:poss|"les" _ (fin|","|"avec|par|entre|et|à") ; malgré det:poss _
    grace > grâce : (any&!prop&!cap) _ à|a|au|aux
    a > à : grâce|grace|jusqu'|quant _ (det|pro|cap|name|prop|num)
    soussigne > soussigné : je _
    sur > sûr : à coup|coups _ ; bien _ (fin|","|"que|qu'|pas") ; <être> pas|plus|bien|tout|très|vraiment? _ que|qu'
    mur|murs|mure|mures > mûr|mûrs|mûre|mûres : fruit|fruits|pomme|pommes|poire|poires|banane|bananes|tomate|tomates|blé|âge trop|bien|très|assez? _
    mûr|mûrs > mur|murs : le|du|au|ce|les|des|aux|contre|un|quatre _ de|d'|du|est|est|en|sud|nord
    patte > pâte : _ à modeler|tarte|pain
    tache > tâche : <avoir> pour|une _ de ver:inf
    tâche|tâches > tache|taches : _ de gras|chocolat|café|sang|encre|vin|boue|rouille|graisse|rousseur|naissance|peinture|moisi|moisissure|soleil|ketchup|tomate|beurre ; _ rouge|rouges|brune|brunes|noire|noires|blanche|blanches|indélébile|indélébiles|rouge|solaires|sombres|claires|humide
    cote|cotes > côte|côtes : _ fracturée|fracturées|cassée|cassées|fêlée|fêlées|atlantique|normande|bretonne|basque|méditerranéenne|flottantes ; <casser>|<fracturer> une|deux|trois|plusieurs _ ; <longer>|<monter>|<grimper>|<descendre> la _
    foret > forêt : dans|en|de|la|une|cette _ (fin|","|"de|tropicale|vierge|primaire|dense|est")
    cloture|clotures > clôture|clôtures : det _
    mat > mât : le|un|du|grand|haut _ de|d' misaine|artimon|cocagne|pavillon|bateau|voilier
    bat > bât : <être>|là|où que? le _ blesse|qui ; le _ blesse
    bât > bat : (nom|pro|"se|la|le|les|l'|il|elle|on|qui|ne") _ son|le|la|les|des|de|un|une|en|à
    chasse|chasses > châsse|châsses : _ de saint|sainte
    halé|halée > hâlé|hâlée : teint|peau|visage _
    notre|votre > nôtre|vôtre : le|la|les|du|des|aux _ (fin|",")
    roder|rodé|rode > rôder|rôdé|rôde : _ autour|dans|alentour|près
    rôdé|rôdée|rôdés|rôdées > rodé|rodée|rodés|rodées : bien|parfaitement|très|déjà _
"""

ACCENTS = PhraseRule(
    code="GRM290",
    name="accent-in-set-phrase",
    message="Ici, « {found} » s'écrit « {fixed} ».",
    message_en="Here “{found}” is written “{fixed}”.",
    why="Un accent distingue les deux mots ; à côté de ces mots, seul l'autre a un sens.",
    phrases=_ACCENTS,
    examples=(
        Bad("Le chien a perdu la {{tète}}.", "Le chien a perdu la tête."),
        Bad("Il dort de l'autre {{coté}} du pont.", "Il dort de l'autre côté du pont."),
        Bad("Ce bruit nous {{gène}} la nuit.", "Ce bruit nous gêne la nuit."),
        Bad("Vous {{faîtes}} du pain.", "Vous faites du pain."),
        Bad("Le {{pole}} de santé ouvre ici.", "Le pôle de santé ouvre ici."),
        Good("L'agneau tète sa mère ; il jeûne depuis hier."),
        Good("Le titre est coté en Bourse."),
        Good("Ce gène est rare, et les gènes se transmettent."),
        Good("Les vaches sont dans les prés de la ferme, çà et là."),
    ),
)

_MISSING = """
    y > y a : il _ (num|"un|une|des|cette|ce|ces|cet|plusieurs|beaucoup|peu|trop|quelques|longtemps|aussi|toujours|encore")
    en > en a : il y _ (num|"beaucoup|peu|trop|plusieurs|plein|assez|aussi|encore|toujours|qui")
    besoin|envie|peur|honte|raison|tort|faim|soif > a besoin|a envie|a peur|a honte|a raison|a tort|a faim|a soif : (fin|","|"que|qu'|si|et|mais|quand|car") il|elle|on _ (fin|"de|d'|que|qu'")
    besoin|envie|peur|honte|raison|tort|faim|soif > ont besoin|ont envie|ont peur|ont honte|ont raison|ont tort|ont faim|ont soif : (fin|","|"que|qu'|si|et|mais|quand|car") ils|elles _ (fin|"de|d'|que|qu'")
    besoin|envie|peur|honte|raison|tort|faim|soif > as besoin|as envie|as peur|as honte|as raison|as tort|as faim|as soif : tu _ (fin|"de|d'|que|qu'")
    eu|pu|dû|su|reçu|perdu|vendu|répondu|voulu|compris|appris|entendu > a eu|a pu|a dû|a su|a reçu|a perdu|a vendu|a répondu|a voulu|a compris|a appris|a entendu : (fin|","|"que|qu'|si|et|mais|quand|car|donc|dont|où") on|il aussi|déjà|jamais|bien|toujours|souvent? _
    eu|pu|dû|su|reçu|perdu|vendu|répondu|voulu|compris|appris|entendu > as eu|as pu|as dû|as su|as reçu|as perdu|as vendu|as répondu|as voulu|as compris|as appris|as entendu : (any&!ver) tu aussi|déjà|jamais|bien|toujours|souvent? _
    eu|pu|dû|su|reçu|répondu|voulu > avons eu|avons pu|avons dû|avons su|avons reçu|avons répondu|avons voulu : (fin|","|"que|qu'|si|et|mais|quand|car|donc|où") nous aussi|déjà|jamais|bien|toujours|souvent? _
    eu|pu|dû|su|reçu|répondu|voulu > avez eu|avez pu|avez dû|avez su|avez reçu|avez répondu|avez voulu : (fin|","|"que|qu'|si|et|mais|quand|car|donc|où") vous aussi|déjà|jamais|bien|toujours|souvent? _
    ne > n'ai : je _ pas|plus|jamais (ver:pp:ms)
    ne > n'as : tu _ pas|plus|jamais (ver:pp:ms)
    ne > n'a : il|on _ pas|plus|jamais (ver:pp:ms)
    ne > n'avons : nous _ pas|plus|jamais (ver:pp:ms)
    ne > n'avez : vous _ pas|plus|jamais (ver:pp:ms)
    ne > n'ont : ils|elles _ pas|plus|jamais (ver:pp:ms)
    tes > t'es : (fin|","|"que|si|mais|et") _ pas|jamais|sûr|sûre|où (any&!nom)
    ta > t'as : _ pas|rien|jamais|vu|déjà|eu|pris|mis
    peux > puis : _ -je
    travail > de travail : lieu|lieux|poste|postes|temps|groupe|groupes|contrat|contrats|conditions|équipe|heures _
    vie > de vie : mode|modes|niveau|qualité|cadre|espérance|style|styles|lieu|lieux _
    parce > parce que : _ je|il|elle|on|tu|nous|vous|ils|elles|le|la|les|c'est|ce
    en > au : _ cas où|contraire
    part|pars > par : de _ le|la|leur|leurs|sa|son|ses|notre|nos|l'|votre|vos
    chez > dans : <rentrer>|<retourner>|<revenir>|<aller>|<vivre> _ det:poss pays
    de > des : l' un|une _ meilleurs|meilleures|plus|principaux|premiers|premières
    que > dont : det (nom&!"fois|moment|jour|année|heure|point|temps|manière|sorte|mesure|façon|instant") _ (pro:suj) <avoir> besoin|envie|peur|honte
    tout > toute : à|de|en _ vitesse|allure|épreuve|heure|fin|force|évidence|façon|manière|sécurité|liberté|confiance|tranquillité|discrétion|hâte
    toute > tout : à|en|de _ prix|hasard|moment|cas|temps|point|genre
"""

MISSING = PhraseRule(
    code="GRM292",
    name="small-word-in-set-phrase",
    message="Il manque un mot, ou un autre est attendu : « {fixed} ».",
    message_en="A small word is missing, or another is meant: “{fixed}”.",
    why="Sans ce petit mot (« a », « que »…) la tournure n'a pas de sens.",
    phrases=_MISSING,
    examples=(
        Bad("Il {{y}} beaucoup de vent.", "Il y a beaucoup de vent."),
        Bad("Elle {{besoin}} de repos.", "Elle a besoin de repos."),
        Bad("Nous {{ne}} pas compris la leçon.", "Nous n'avons pas compris la leçon."),
        Bad("C'est l'un {{de}} plus vieux ponts.", "C'est l'un des plus vieux ponts."),
        Bad("Il roule à {{tout}} vitesse.", "Il roule à toute vitesse."),
        Good("Il y est encore, et elle y pense."),
        Good("De part et d'autre, on hésite."),
        Good("Prête-lui tes plus beaux livres."),
    ),
)

RULES: tuple[Rule, ...] = (NUMBER, ACCENTS, MISSING)
