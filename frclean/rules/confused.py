"""Rules about full words that sound alike, in the phrases that tell them apart.

« à bon conte », « une fausse septique », « au raz de l'eau »: both words are French, only their
company says which one is meant. Each phrase is one in which the word written makes no sense.
"""

from __future__ import annotations

from frclean.rules.kinds import Bad, Good, Rule
from frclean.rules.phrases import PhraseRule

_FIXED = """
    conte|comte|contes|comtes > compte|compte|comptes|comptes : en fin de _ ; ligne de _ ; au bout du _ ; à bon _ ; tout _ fait ; laissé|laissés|laissée|laissées pour _ ; _ bancaire|bancaires|courant|courants|épargne|rendu|joint ; _ tenu de|du|des ; à det:poss propre|propres _ ; relevé|relevés|extrait|extraits|titulaire|numéro de _ ; <rendre>|<tenir> pas|plus|bien|aussi|également? _ ; <prendre> pas|plus|bien? en _ ; cour des _ ; <demander>|<régler> des|ses|leurs|nos|mes _
    conte|contes|comte|comtes > comptes : règlement|règlements de _
    compte|comptes > conte|contes : _ de fée|fées|perrault|andersen ; _ et légendes ; _ de bonne|bonnes femme|femmes
    tant|tan > temps : en même _ ; de _ en _ ; de temps en _ ; à _ partiel|plein|complet|perdu ; en _ de guerre|paix|crise ; en _ réel|voulu|utile ; nuit des _ ; un|le|du|ce _ d'|de adaptation|attente|pause|travail|repos|réflexion|parole|cuisson ; laps de _ ; emploi du _ ; quelque|peu|combien de _ ; dans|entre|sur le même _ ; la plupart du _
    temps|tan|tans > tant : en _ que (nom|adj|name|prop|cap|"tel|telle|tels|telles|de") ; _ mieux|pis ; _ s' en faut ; un _ soit peu
    foi|foie|foix > fois : plusieurs|quelques|chaque|maintes|deux|trois|quatre|cinq|six|dix|cent|mille|première|dernière|prochaine|seule|autre _ ; num&!"un|une" _ ; il était une _ ; toutes|combien les|de _ ; encore une _ ; une _ de|par|sur plus|jour|semaine|mois|an|deux ; à la _ (fin|","|"et|le|la|un|une|pour")
    fois|foie > foi : ma _ ","|"."|"oui|non|si" ; digne de _ ; <ajouter> _ ; de|en|toute bonne|mauvaise _ ; profession|acte de _
    foi|fois > foie : crise|cancer|greffe|huile de|du _
    fin|fins > faim : grève de la _ ; <mourir>|<crever> de _ ; mort|morte|morts|mortes|crève de _ ; une _ de loup
    faim|faims > fin|fins : en _ de compte|journée|semaine|année|soirée ; <mettre>|<prendre> _ ; à|aux des|seules|toutes _ ; sans _
    voie|vois|voit > voix : à|de haute|vive _ ; à _ basse|haute ; extinction de _ ; _ off ; d' une _ douce|grave|forte|tremblante|ferme|sourde
    voix|vois|voit > voie : _ ferrée|lactée|navigable|express|publique|piétonne ; _ de garage|recours|disparition|développement|guérison ; en _ de ; en bonne _ ; _ d' accès|eau ; par _ de presse|conséquence|terrestre|aérienne ; <mettre> sur la _
    cour|court > cours : au _ de|du|des ; en _ de|d' ; libre _ à ; en _ d' année ; bien entendu et en _
    cours|cour > court : à _ terme|d'idées ; à _ de|d' idées|idée|argent|souffle|arguments ; <couper> _ à ; _ métrage|métrages|circuit
    cours|court > cour : (any&!"les|des|ces|nos|aux|vos|leurs|deux|de") _ de cassation|récréation|justice ; la|une|cette _ d' appel|assises ; _ suprême|pénale ; côté _
    cou|coût|cout > coup : tout à _ ; du même _ ; d' un seul _ ; _ d' œil|état|envoi|essai ; un|le|de _ de main|fil|pied|poing|théâtre|feu|foudre|pouce|tête|soleil|téléphone|cœur|chance|chaud|frein|vent|chapeau ; après _ ; à _ sûr ; <tenir>|<marquer> le _ ; sur le _ (fin|",")
    coup|cou > coût : _ de revient|production|fabrication ; à moindre _ ; _ du travail ; à bas _
    point|points > poing|poings : coup|coups de _ ; _ levé|levés|fermé|fermés|serrés
    poing|poings > point|points : _ de vue|départ|repère|chute|presse ; _ d' interrogation|exclamation|appui|orgue ; _ commun|final|fort|faible|virgule ; au _ de|que|mort ; mise|mettre au _ ; à _ nommé ; sur le _ de|d'
    pose|poses > pause|pauses : _ café|déjeuner|pipi|publicitaire ; sans _ (fin|",")
    pause > pose : <prendre> la _ ; _ de la|du première|carrelage|parquet
    ballade|ballades > balade|balades : en _ ; une|de _ à vélo|pied|cheval|moto ; une _ en forêt|mer|bateau|montagne|famille|ville
    pêché|pêchés|pêcher|pêchers > péché|péchés|péché|péchés : _ originel|mignon|mignons|capital|capitaux|véniel|véniels|mortel|mortels ; det sept _ ; absolution|rémission|confession|pardon de|du|des ses|nos|leurs? _
    pécheur|pécheurs > pêcheur|pêcheurs : _ de perles|crevettes|coquillages ; _ à la ligne ; bateau|port|filet|village de _
    dessin > dessein : à _ (fin|",") ; dans|avec le _ de|d' ver:inf
    dessein|desseins > dessin|dessins : _ animé|animés|industriel|technique|humoristique ; _ de presse
    différend|différends > différent|différents : <être>|<sembler>|<paraître> si|très|bien|aussi|pas|plus|trop? _ ; _ de|des celui|celle|ceux|celles|autres
    express > exprès : <faire> l'? _ (fin|","|"pour|de") ; fait|fais|faire _
    exprès > express : train|voie|café|courrier _
    chair|chaire > chère : <faire> bonne _
    chère|cher|chaire > chair : _ de poule ; en _ et en os ; bien en _ ; ni _ ni poisson
    cession|cessions > session|sessions : _ parlementaire|plénière|ordinaire|extraordinaire|extraordinaires ; _ de formation|rattrapage|travail|questions ; _ d' examen|examens|information
    session|sessions > cession|cessions : _ de parts|bail|créance|créances|fonds ; _ d' actions|actifs
    ancre|ancres > encre|encres : _ de chine ; _ sympathique|invisible|indélébile|noire|rouge|bleue|violette ; tache|taches|cartouche|cartouches d' _ ; pierre à _ ; <couler> beaucoup|tant d' _
    encre > ancre : <jeter>|<lever> l' _
    encré|encrée|encrés|encrées > ancré|ancrée|ancrés|ancrées : _ dans
    encrage|encrages > ancrage|ancrages : point|points d' _ ; _ local|territorial|historique|social|politique
    amande|amandes > amende|amendes : _ forfaitaire|forfaitaires|pénale|salée|record ; _ de num ; <payer>|<infliger>|<encourir>|<risquer> une|des|cette|l' _ ; sous peine d' _ ; <faire> _ honorable
    amende|amendes > amande|amandes : pâte|lait|huile|poudre|crème d' _ ; yeux en _
    hospice|hospices > auspices : sous les? de? bons|meilleurs|mauvais|tristes|heureux _ ; sous les _ de|du|des
    acquis > acquit : par _ de conscience
    acquit > acquis : <tenir>|<considérer> pour|comme _ ; tenu|tenus|tenue|considéré pour|comme _
    martyr > martyre : <souffrir>|<subir>|<vivre> le _ ; le _ de|du|des
    satyre|satyres > satire|satires : _ politique|sociale|féroce|mordante ; une _ de|du|des
    filtre|filtres > philtre|philtres : _ d' amour
    golf > golfe : _ persique|arabique ; _ de|du|d' cap
    golfe > golf : <jouer> au _ ; terrain|terrains|club|clubs|parcours|balle|balles|joueur|joueurs de _
    repaire|repaires > repère|repères : point|points de _ ; perdre|perdu ses|leurs|tout _ ; sans _ (fin|",")
    repère|repères > repaire|repaires : _ de brigands|bandits|pirates|voleurs|malfrats|brigand
    statue|statues > statut|statuts : _ juridique|social|particulier|spécial|marital|professionnel ; _ de réfugié|réfugiée|cadre|fonctionnaire|salarié
    statut > statu : _ quo
    statut > statue : _ de bronze|marbre|pierre|cire ; _ équestre
    air|airs > aire|aires : _ de jeu|jeux|repos|stationnement|lavage|lancement|service|pique-nique ; _ d' autoroute|atterrissage
    aire|ère|erre > air : <avoir> l' _ ; en|de plein _ ; _ conditionné|comprimé ; libre comme l' _ ; courant|courants|chambre d' _
    auteur|auteurs > hauteur|hauteurs : à la _ de|du|des ; <prendre> de la _
    cane|canes > canne|cannes : _ à sucre|pêche|pommeau ; sucre|sirop|jus|rhum de _ ; _ de marche ; _ d' aveugle
    cotte|cottes|cote|cotes > côte|côtes|côte|côtes : _ de porc|bœuf|boeuf|agneau|veau ; _ à _ ; fracture|fractures|fracturé d'|de|des une? _ ; _ d' azur|ivoire|agneau
    côte|côtes|cotte|cottes > cote|cotes|cote|cotes : _ de popularité|alerte|confiance ; _ d' alerte|amour ; <avoir> la _ ; _ boursière
    côte|cote|côtes|cotes > cotte|cotte|cottes|cottes : _ de maille|mailles
    flan|flans > flanc|flancs : à _ de ; _ droit|gauche|nord|sud|est|ouest ; sur|dans le|les _ de|d'|du|des ; <tirer> au _
    flanc|flancs > flan|flans : ronds de _ ; _ au|aux caramel|œufs|pruneaux|oeufs
    fausse|fausses > fosse|fosses : _ commune|communes|septique|septiques|sceptique ; _ aux lions ; _ d' aisance|aisances|orchestre ; bord|fond de la _
    fosse|fosses > fausse|fausses : _ alerte|note|couche|piste|route|déclaration|monnaie|joie|identité|bonne|idée|information|rumeur|promesse|modestie ; <être>|<sembler> _ (fin|",")
    pomme|pommes > paume|paumes : _ de sa|ma|ta|la|leur|leurs|ses|mes|vos|nos main|mains ; jeu de _
    paume|paumes > pomme|pommes : _ de terre|pin|discorde|douche|arrosoir ; _ d' adam|arrosoir|api ; <tomber> dans les _ ; tombé|tombée|tombés dans les _
    cœur|coeur|cœurs > chœur|chœur|chœurs : enfant|enfants de _ ; <chanter>|<reprendre>|<crier>|<scander>|<répondre> en _ ; chants? _ d' hommes|enfants
    chœur|choeur > cœur : par _ ; de bon _ ; à _ joie ; cri du _ ; de tout _ ; coup|coups de _
    grès > gré : de bon|mauvais|plein _ ; au _ de|du|des ; contre son|mon|leur|notre|votre|ton _ ; <savoir> _ ; de _ ou de ; bon _ mal ; en su|sais|sait|saura|savons|saurais _ ; à det:poss _
    grés|grès > gré : mal _
    lieue|lieues > lieu|lieux : <avoir>|<donner>|<tenir> _ ; eu _ ; au _ de|d' ; en premier|dernier _ ; tenu|donné _
    lieux > lieues : à mille|cent|vingt|dix|trente _ ; à num _ ; mille _ sous
    mi|mie > mis : _ à jour|disposition|part|mal|pied|contribution|profit ; _ en place|évidence|scène|œuvre|examen|avant|cause|ligne|vente|demeure|garde
    par|pare|pars > part : quelque|nulle|autre _ (fin|","|"et|ou|que") ; de _ et d' ; d' autre|une _ ; <faire> _ de|à leur|sa|ma|notre|votre|ses|leurs|son ; de|pour ma|sa|leur|notre|votre|ta _ (fin|","|pro:suj|"je") ; à _ (fin|","|"ça|cela|si|entière|lui|elle|moi") ; chambre à _ ; <prendre> _ à|au|aux
    part|pars > par : _ ailleurs|exemple|conséquent|contre|hasard|cœur|rapport|terre ; _ ci
    soit|soie|sois > soi : va|aller|allait|allant de _ ; chez _ (fin|",") ; estime|confiance de|en _ ; à|vers|en|sur _ -même|même ; guère|jamais|plus|pas de _ (fin|",")
    soi|soie|sois > soit : quoi qu' il en _ ; que ce _ ; ainsi _ -il ; quel|quelle que _ ; où qu' il _ ; _ disant
    soi|sois > soie : ver|vers à _ ; robe|foulard|chemise|écharpe en|de _
    cuir > cuire : <faire>|<laisser>|<mettre> à? _ ; en _ de ver:inf
    datte|dattes > date|dates : _ de naissance|péremption|sortie|parution ; _ limite|limites|butoir ; à la _ du|de ; mise à jour _ ; depuis|de longue _
    dame > dam : au grand _ de|du|des|d' ; à det:poss grand _
    huit > huis : _ clos
    huis > huit : _ ans|jours|heures|mois|cents|euros|mille|personnes
    oc > hoc : ad _
    hoc > oc : langue d' _
    raz|rat > ras : au _ de|du|des ; à _ bord ; <avoir> _ le bol ; en _ le bol ; plein|plus le _ le bol
    ras|rat|rats > raz : _ de marée|marées
    tord|tors|tords > tort : <avoir>|<donner> pas|bien|peut-être|toujours|parfois? _ ; à _ ou|et à? ; du _ ; à _ (fin|",") ; <faire> du _ ; dans son|mon|leur|votre _
    mare|mares > marre : <avoir> _ ; en ai|as|a|ont|avons|avez|avait|avais vraiment|plus? _ ; y en a _
    balle > bal : _ masqué|costumé|musette|populaire
    boue|bous|boues|bou > bout|bout|bouts|bout : au _ de|du|des|d' ; à _ de souffle|forces|force|nerfs|bras ; jusqu' au _ ; les deux _ (fin|"de") ; <venir> à _ de ; de _ en _
    accroc|accrocs > accro|accros : (fin|sign) _ à|au|aux ; <être>|<devenir> très|trop|vraiment|complètement? _ (fin|","|"à|au|aux|sans") ; un|une|des|les _ à|au|aux|de
    dénudé|dénudée|dénudés|dénudées > dénué|dénuée|dénués|dénuées : _ de tout|toute|sens|intérêt|fondement|scrupules|scrupule|compassion|humour|talent|charme ; _ d' intérêt|humour|humanité|ambition
    enduit|enduits|enduite|enduites > induit|induits|induite|induites : <avoir> _ (det|nom|cap|name|pro)*3 en erreur
    flamand|flamands > flamant|flamants : _ rose|roses
    rennes > rênes : les _ du|de la? pouvoir|pays|entreprise|équipe|gouvernement
    rênes > rennes : élevage|troupeau|troupeaux|traîneau|viande|éleveur|éleveurs de|des _
    tribu|tribus > tribut : lourd _ ; <payer>|<rendre> un|leur|son|le lourd? _
    tribut|tributs > tribu|tribus : _ indienne|indiennes|nomade|nomades|indigène|indigènes
    corps > cor : _ de chasse ; à _ et à cri|cris
    cor > corps : _ à _ ; <prendre> _ ; garde|gardes du _
    du > due : en bonne et _ forme
    fonds > fond : de _ en comble ; à _ (fin|",") ; ski|skieur|skieuse|course|article|travail|bruit|débat de _ ; _ d' écran|œil ; _ sonore|musical ; _ de teint|l'air|court
    fond > fonds : _ de commerce|pension|pensions|placement|roulement|solidarité|garantie|dotation|secours ; _ d' investissement|investissements|amorçage|indemnisation ; _ monétaire|souverain|européen|social|spéculatif ; levée|levées|collecte|appel|bailleur|bailleurs|transfert|transferts|convoyeur|mise|détournement|détournements de _ ; _ propres|publics|souverains
    grâce > grasse : la|une _ matinée
    gène > gêne : sans _
    jeûn|jeune > jeun : à _
    jeûnes > jeunes : _ filles|gens|hommes|femmes|enfants
    maître|maîtres|mettre|maitre|maitres > mètre|mètres|mètre|mètre|mètres : _ carré|carrés|cube|cubes
    mètre|mettre > maître : _ d' hôtel|école|ouvrage|œuvre|armes ; _ chanteur|nageur
    maître|mètre > mettre : (<pouvoir>|<devoir>|<vouloir>|<falloir>|<aller>|"de|à|pour|se|s'y") _ en|à|fin place|œuvre|scène|jour|disposition|avant
    pallier|palliers > palier|paliers : sur|par|au|du le|les? _ ; voisin|voisine|voisins de _
    palier > pallier : pour|de|à|peut|pourrait|doit|permet de? _ à|au|aux|le|la|les|ce|cette|ces|leur|un|une
    paire|père|pairs > pair : de _ avec ; <aller>|<marcher> de _ ; vont|va|vient|allant|allait|allaient de _ ; hors _ ; fille|jeune au _
    père|pair > paire : une|la|cette|deux|quelques _ de chaussures|lunettes|gants|chaussettes|ciseaux|gifles|claques|baskets
    plan|plans > plant|plants : _ de tomate|tomates|vigne|salade|salades|fraisier|fraisiers
    plant|plants > plan|plans : _ d' action|urgence|eau|aménagement ; _ de travail|carrière|relance|sauvetage ; <laisser>|<rester> en _ ; premier|second|arrière _ (fin|",")
    pris > prix : à tout|aucun|n'importe|vil|bas _ ; hors de _ ; au _ de|du|des|d' ; le|un|grand|quel _ fixe|unitaire|nobel|goncourt
    prix > pris : <être> _ en|par|dans|à|au ; été _ ; <avoir> _ en|la|le|les|des|part|fin|son|sa|conscience
    saint|sain|ceint > sein : au _ de|du|des|d' ; cancer|cancers du _ ; en son _
    sein|saint|ceint|seins > sain|sain|sain|sains : _ et sauf|saufs ; _ d' esprit|corps
    sceau|sceaux|saut > seau|seaux|seau : _ d' eau ; _ à champagne|glace
    seau|sceau > saut : _ en longueur|hauteur|parachute ; _ à la perche|corde ; _ à l' élastique
    saut|seau|sot > sceau : sous le _ du|de
    souffre > soufre : dioxyde|odeur|odeurs|dioxydes|fleur de _ ; le _ et
    soufre|soufres|soufrent > souffre|souffres|souffrent : je|tu|il|on|ils|elle|elles|qui|en|y ne? _
    vin|vingt > vain : en _ (fin|",")
    vain|vingt|vint > vin : verre|bouteille|bouteilles|litre|litres|tonneau|verres|marchand|amateur de _ ; _ rouge|blanc|rosé
    vers|verre > ver : _ de terre ; _ solitaire ; _ à soie
    ver|vert|vers > verre : un|le|deux|trois|dernier|petit _ d'|de eau|vin|lait|bière|rhum|whisky|trop
    ver|verre|vers > vert|vert|verts : feu|feux _ ; espace|espaces _ (fin|",")
    ver|verre|vert > vers : <aller>|<partir>|<diriger>|<tourner>|<marcher>|<courir>|<avancer>|<regarder>|<monter> (adv|"pas")*1 _ det|"lui|eux|moi|nous|vous|elle|toi|l'|midi|minuit"
    mère|mères|maire > mer|mers|mer : bord|bords|fruits|niveau|mal|sel de|du _ ; en pleine|haute _ ; outre _
    mère > maire : monsieur|madame le _ ; adjoint|adjointe au _
    sans|cent|sang|sent > sens : _ dessus dessous ; _ unique|interdit|giratoire ; tombe|tomber|tombait sous le _ ; à double _
    cent|sang|sens|sent > sans : _ aucun|aucune|cesse|doute|arrêt|relâche|encombre|scrupule|scrupules|vergogne
    sans|cent|sens|sent > sang : prise|prises|effusion|effusions|don|goutte|gouttes|bain|mare|transfusion|analyse de|du _ ; _ froid ; globules du _ ; pur _ (fin|",")
    sceptique|sceptiques > septique|septiques : fosse|fosses|choc|chocs|fausse _
    septique|septiques > sceptique|sceptiques : <être>|<rester>|<demeurer>|<sembler> très|plutôt|assez|un|peu*2 _ (fin|","|"sur|quant|face|à|devant")
    penser|pensé|pensent|pensait > panser|pansé|pansent|pansait : _ les|ses|des|leurs|nos|mes blessures|plaies|blessés
    cahot > chaos : le _ le? plus? total|complet|indescriptible|ambiant ; dans le|un _
    au > haut : d' _ en bas ; tout en _
    eau|au|oh > haut : en _ de|du|lieu ; là- _
    haut > eau : de l' _ potable|douce|salée|courante|bouillante
    cartier|quartié > quartier : det _ général|populaire|latin
    saut > sot : un|le _ ","? métier
    serf|serfs > cerf|cerfs : _ volant|volants
    cerf > serre : effet de _
    serres > serre : effet|effets|gaz à? de _
    hotel > hôtel : _ de ville
    autel > hôtel : _ de ville|luxe|police ; _ particulier
    reine|rêne > renne : _ du père
    date > datte : noyau|palmier de|à _
    compte > comte : _ de monte-cristo|monte|toulouse|champagne
    tache|taches > tâche|tâches : _ ingrate|ingrates|ardue|ardues|ménagère|ménagères|administratives|quotidiennes|domestiques|immense|complexe|complexes|prioritaire|colossale|insurmontable|valorisante|valorisantes|répétitives ; à la _ (fin|",") ; ardeur|ardu|courageux|mourir|tuer|tue|paye|payé|meurt à la _ ; <faciliter> pas|plus|guère|vraiment*3 la|leur|sa|notre|votre|ma _ ; <faciliter>|<simplifier>|<compliquer> la|leur|sa|notre|votre|ma _ ; <accomplir>|<remplir>|<exécuter>|<assigner>|<confier>|<déléguer> une|cette|sa|la|leur|leurs|des|ses|ces|plusieurs adj? _ ; pour _ de|d' ver:inf ; <avoir> la|pour lourde|rude|difficile? _ de|d' ver:inf ; lourde|rude|dure|noble|difficile|autre _ ; det:poss _ est|sera|consiste|était de|d'|à ; det:poss _ consiste|incombe|se
    exhaussé|exhaussée|exhaussés|exhaussées > exaucé|exaucée|exaucés|exaucées : prière|prières|vœu|vœux|voeu|voeux|souhait|souhaits|désir|désirs any*2 _
    exhausse|exhaussent|exhausser|exhaussait|exhaussa > exauce|exaucent|exaucer|exauçait|exauça : _ det adj*2 prière|prières|vœu|vœux|souhait|souhaits|désir|désirs
    coasse|coassent|coassement|coassements > croasse|croassent|croassement|croassements : corbeau|corbeaux|corneille|corneilles adj? _ ; _ adj? de|des|du|d' la|les? corbeau|corbeaux|corneille|corneilles
    croasse|croassent|croassement|croassements > coasse|coassent|coassement|coassements : grenouille|grenouilles|crapaud|crapauds (nom|adj)*1 _ ; _ adj? de|des|du|d' la|les? grenouille|grenouilles|crapaud|crapauds
    délasse|délassent|délasser|délassé|délassées|délassés > délace|délacent|délacer|délacé|délacées|délacés : _ det adj? chaussure|chaussures|lacet|lacets|bottes|bottines|corset ; chaussures|bottes|lacets <être> _
    induit|induits|induite|induites > enduit|enduits|enduite|enduites : _ de peinture|chaux|plâtre|colle|graisse|goudron|vernis|crème ; (<avoir>|pro:suj) _ le|la|les|son|sa|ses façade|mur|murs|plafond
    faite > fête : <faire> la _
    plein|pleine|pleins > plaint|plainte|plaints : me|m'|te|t'|s'|se (<être>) _ de|du|des|d'|auprès|à
    fort > for : en|dans son|mon|leur|ton|votre|notre _ intérieur
    heure > heur : <avoir> l' _ de plaire|déplaire ; eu l' _ de plaire|déplaire
    jet|geai|jai > jais : noir|noire|noirs|noires de|comme du? _
    lisse|lis > lice : <être>|<rester>|<entrer>|encore|toujours|sont en _
    menthe|menthes > mante|mantes : _ religieuse|religieuses
    mante > menthe : thé|sirop|bonbon|bonbons|feuille|feuilles|infusion à|de la? _
    mou > moue : <faire> la|une _
    non > nom : au _ de|du|des|d' ; _ de famille|domaine|plume|guerre|code|scène ; det prénom et _
    nom > non : _ seulement|loin|pas|plus|moins|conforme|obstant ; dire|dit|répondre _ (fin|",") ; mais _ (fin|",")
    nus > nues : <tomber> des _ ; <porter> aux _
    pain|pains > pin|pins : pomme|pommes|aiguille|aiguilles|forêt|forêts de _ ; _ parasol|maritime|sylvestre
    pin|pins > pain|pains : petit|petits _ au|aux ; _ d' épices|épice ; _ de mie|campagne|seigle|sucre ; _ au chocolat|lait|levain ; <gagner> son|leur _
    pâte|pâtes > patte|pattes : _ de mouche|mouches|velours|lapin|canard|loup ; _ arrière|avant ; à quatre _
    patte|pattes > pâte|pâtes : _ à tartiner|tarte|pizza|crêpe|crêpes|modeler ; _ feuilletée|brisée|sablée|bolognaise|carbonara ; mettre la main à la _
    pot > peau : à fleur de _ ; _ d' âne|ours
    peau > pot : _ de fleur|fleurs|confiture|miel|échappement|yaourt|peinture ; _ d' échappement ; _ aux roses ; <tourner> autour du _
    pique > pic : à _ (fin|","|"dans|sur|avec|et|au") ; <tomber>|<couler> à _
    pire > pis : de mal en _
    poids > pois : petits _ ; _ chiches|chiche ; purée|soupe de _
    pois|poix > poids : _ lourd|lourds|plume ; det|de|du _ des années|ans|mots ; <prendre>|<perdre> du _ ; <faire> le _
    pou|poux|pouce > pouls : <prendre>|<tâter>|<sentir> le|son _
    sous > sou : sans le|un _ (fin|","|"en") ; un|le _ neuf ; pas un _ (fin|",")
    tête > taie : _ d' oreiller
    teint|thym|tin > tain : glace|miroir sans _
    tare|tares|tart > tard : plus|trop|si|aussi|tôt|ou _ (fin|","|"que|pour|dans|le|la")
    taux > tôt : plus|trop|si|aussi|très|bien _ (fin|","|"que|le|ou|pour") ; _ ou tard
    tôt > taux : _ d' intérêt|intérêts|inflation|imposition|alcoolémie|endettement|occupation ; _ de chômage|change|croissance|mortalité|natalité|TVA ; det _ (fin|",")
    toi > toit : sous le|un même? _ ; sur le|les _ ; du haut du _
    toits > toi : à|avec|pour|sans|chez _ 
    trop > trot : au petit|grand? _ (fin|",")
    vaine > veine : <avoir> de la _ ; pas|peu de _ (fin|",") ; coup de _
    veine|veines > vaine|vaines : en|de _ promesses|paroles|espoirs|tentatives
    but > butte : en _ à|au|aux
    butte > but : de _ en blanc
    fie > fi : <faire> _ de|du|des
    plein > plain : de _ pied ; _ -pied|chant
    gente > gent : la _ féminine|masculine|canine|ailée|animale|politique
    chêne|chênes > chaîne|chaînes : _ de montagnes|montagne|télévision|télé|vélo|production|magasins|distribution|valeur|caractères|commandement|fabrication|restaurants ; réaction|travail|réactions en|à la? _
    chaîne|chaînes > chêne|chênes : bois|table|tables|parquet|feuille|feuilles|forêt|tronc|fût|fûts de|en _ ; _ centenaire|liège|massif|vert
    chaux > chaud : <avoir> très|trop|si|bien? _ ; au _ (fin|",")
    chaud|show > chaux : lait|four|enduit|badigeon de|à la? _
    clair > clerc : grand _ pour
    glacière|glacières > glaciaire|glaciaires : ère|période|époque|calotte|lac|cirque|périodes|calottes _
    glaciaire > glacière : une _ (fin|","|"de|pour|avec")
    conjecture > conjoncture : _ économique|actuelle|internationale|mondiale|politique|favorable|défavorable
    éminent|éminente > imminent|imminente : danger|départ|péril|arrivée|mort|catastrophe|menace _
    imminent|imminents > éminent|éminents : un|des|cet|ces|d' _ professeur|professeurs|juriste|juristes|spécialiste|spécialistes|savant|savants|médecin|membre|membres
    irruption|irruptions > éruption|éruptions : _ volcanique|volcaniques|cutanée|cutanées|solaire|solaires ; _ du volcan
    éruption > irruption : <faire> _ dans|chez|au|à
    infraction > effraction : <entrer>|<pénétrer>|vol par|avec _
    effraction > infraction : _ au|à|aux code|loi|règlement|règles
    collusion > collision : <entrer> en _ ; _ frontale|frontales
    acceptation > acception : _ du terme|mot
    illusion > allusion : <faire> _ à|au|aux
    allusions > illusions : <faire> des _ (fin|"sur|,") ; se|me|te|nous|vous <faire> des _
    perpétrer|perpètre|perpètrent > perpétuer|perpétue|perpétuent : _ la|une|cette|les|ces|le tradition|traditions|mémoire|souvenir|coutume|nom
    infecté|infectée|infectés|infectées > infesté|infestée|infestés|infestées : _ de|d'|par les? rats|moustiques|puces|cafards|insectes|requins|termites
    original > originel : péché _
    partial|partiaux > partiel|partiels : temps|travail|chômage _
    vénéneux|vénéneuse|vénéneuses > venimeux|venimeuse|venimeuses : serpent|serpents|araignée|araignées|vipère|vipères|scorpion|scorpions _
    venimeux|venimeuse|venimeuses > vénéneux|vénéneuse|vénéneuses : champignon|champignons|plante|plantes|baie|baies _
    recouvrir > recouvrer : _ la vue|santé|liberté|raison|mémoire|parole ; _ ses|sa|son|leur esprits|santé|liberté|vue|mémoire|indépendance
    rabattre|rabattu > rebattre|rebattu : _ les oreilles
    cap > cape : de _ et d' épée ; film|films|roman de _ et
    cape > cap : de pied en _ ; <mettre>|<garder>|<franchir>|<passer> le _
    écho > écot : <payer> son|leur _
    envie > envi : à l' _ (fin|",")
    envi > envie : <avoir>|<donner>|<faire> très|bien|pas? _
    faire > fer : en|de|le _ forgé|battu|blanc ; chemin|chemins de _
    phare|phares > fard|fards : _ à paupières|joues ; sans _
    fard|fards > phare|phares : _ antibrouillard|breton ; plein|pleins _ (fin|",")
    forêt|forêts > foret|forets : _ à bois|béton|métal
    guet > gué : <passer>|<traverser> à _
    hale|halle > hâle : un|son|le|ce beau|joli|léger? _ 
    hôte > haute : à voix _
    mite|mites > mythe|mythes : un|le|du _ de|du|fondateur|urbain|grec|grecs
    mythe|mythes > mite|mites : mangé|rongé|boule|boules|troué par|aux|des|de les? _
    mess > messe : la _ de ; <aller> à la _
    plinthe|plinthes > plainte|plaintes : <porter>|<déposer> _
    plainte|plaintes > plinthe|plinthes : _ électrique|chauffante
    port|porc > pore : par tous les _
    porc > port : _ de plaisance|pêche|commerce|tête ; bon _ (fin|",")
    port|pore > porc : côte|côtes|rôti|filet|viande|élevage|oreille de _
    raquette > racket : _ scolaire|organisé
    racket > raquette : _ de tennis|ping-pong|badminton
    roux > roue : _ de secours ; grande _ (fin|",")
    saine > scène : <mettre>|mise|mises en _ ; sur _ (fin|",") ; <entrer> en _
    cène > scène : _ de ménage|crime|théâtre
    selle|sel > celle : (fin|","|ver|"que|comme|à|pour|avec|est") _ qui|que|qu'|-ci|-là|dont|où
    scelle|scelles > selle|selles : à|en _ (fin|",") ; _ de cheval|vélo
    serin|serins > serein|sereins : rester|reste|être|est|suis|rester|demeure|très|plus _
    serrement > serment : <prêter>|<faire> _ ; sous _
    serment > serrement : _ de cœur|mains
    tirant > tyran : le|un|ce _ domestique|sanguinaire
    vil > ville : en|de la? _ (fin|",")
    or > ores : d' _ et déjà
    dors > d'ores : _ et déjà
    statut > statue : _ de la liberté ; <ériger>|<élever> une _
    tout > toux : quinte|sirop|crise de|contre la? _
    toux > tout : pas|rien|point du _ ; _ à coup|fait
    voeu|vœu > veut : (pro:suj) _
    mer > mère : _ de famille ; det:poss _ (fin|","|"est|a")
    mer > maire : le|du|au _ de
    père > paire : une _ de
    pairs > pères : det:poss|nos _ fondateurs
    paire > père : det:poss|le|mon|ton|son _ noël
    reine|rêne > renne : _ du père
    cou > coût : _ de la vie ; le _ du|des travaux|transport|loyer
    coup|coût > cou : autour|long du _ ; <sauter> au _ ; _ de taureau|girafe|cygne ; tordre le _
    pie > pi : _ et
    bal|bals > balle|balles : _ de tennis|golf|match|fusil|revolver|ping-pong ; <saisir>|<prendre> la _ au
    canne|cannes > cane|canes : œuf|œufs|oeuf|oeufs de _
    cor|corps > cors : _ aux pieds
    dam|dames > dame : _ de compagnie|cœur|pique
    fut > fût : un|le _ de bière|chêne
    gaz > gaze : compresse|compresses|bande de _
    hôtel > autel : enfant|sacrifié|sacrifiée|sacrifier|mener|conduire sur|à l' _ ; sur l' _ de|du
    lait > laid : si|très|trop|plus|assez _ (fin|","|"que|et")
    laid|laids > lait|laits : verre|bouteille|litre|café|chocolat|vache de|au|à _ ; _ de vache|chèvre|coco|soja|amande
    laque > lac : le _ léman|majeur|baïkal
    lieu|lieue > lieux : det:def|aux|des _ communs|saints|publics|dits
    noix > noie : il|elle|se|s'y|on _ 
    poil > poêle : _ à bois|frire|granulés
    rang|rangs > rend|rends : pro:suj|se _
    rends|rend > rang|rangs : au|premier|second|haut|même _ (fin|","|"de|des")
    sali > salit : _ le
    serre > sert : pro:suj|ne|à quoi _ à
    site > cite : je _ (fin|":")
    cite|cites > site|sites : _ web|internet|officiel|archéologique
    tente|tentes > tante|tantes : oncle et _
    tante|tantes > tente|tentes : <planter>|<monter>|<dresser> la|une|leur|sa|les _ ; sous la|une _ ; toile de _
    tire > tirs : _ au but
    vaut|vaux|vos > veau : escalope|tête|blanquette|rôti|foie|viande de _
    veaux|veau|vos > vaut : il|mieux|cela|ça|ne|en _ mieux|la|le|pas|rien
    volé|volés > volée|volées : à la _
    tâche|tâches > tache|taches : _ d' huile|encre|eau|humidité|graisse ; _ de vin|sang|rousseur|naissance|café|couleur|graisse|gras|peinture|boue ; <faire> _ (fin|",")
    intention > attention : <attirer>|<retenir>|<prêter>|<détourner>|<capter> det:poss|"l'|une" _ ; <faire> bien|très|plus|trop? _ à|aux|au|que ; <porter> à mon|son|votre|leur|notre|l' _ ; <porter> l' _
    sale|sales > salle|salles : _ de bain|bains|classe|classes|réunion|concert|spectacle|spectacles|sport|attente|cinéma|jeux|fêtes|conférence|cours|rédaction ; _ à manger ; _ d' attente|audience|eau|opération|embarquement
    axé|axés|axer > accès : un|l'|son|leur|leurs|mon|ton|votre|notre|d'|cet|les|des|aux|plusieurs _ (fin|","|"à|au|aux|du|des|de|est|sont|pour|internet") ; <avoir> _ à|au|aux
    marche > marge : _ de manœuvre|manoeuvre|erreur ; _ d' erreur
    né > nez : bout du _ ; pied de _ ; à vue de _ ; _ à _ ; au|le _ et à
    lancé|lancés > lancer|lancers : un|du _ de marteau|poids|disque|javelot|franc
    anales > annales : les|des|aux|ces|leurs|dans _
    panser|panse|panses|pansent|pansé|pansait|pansons|pansez > penser|pense|penses|pensent|pensé|pensait|pensons|pensez : _ que|qu'|à
    train > entrain : avec|plein|manque|beaucoup|sans d'? _ (fin|",")
    entrain > train : en _ de ver:inf
    emprunt|emprunts > empreint : _ de|d' gravité|solennité|humour|nostalgie|mystère|poésie|mélancolie|dignité
    empreint|empreinte > emprunt : un _ bancaire|immobilier
    cru|crus > crû : a _ de num
    mots|mot > maux : _ de tête|ventre|dos|gorge|estomac|dents
    maux > mots : _ croisés|clés|doux|d'amour ; gros|jeu|jeux de? _
    vis > vice : _ versa
    vice > vis : _ à _
    vue > vu : (adv|","|"fait|ça|cela") _ que|qu'
    vu > vue : à perte de _ ; en _ de|d' ; à _ d' ; garde à _ ; point de _ ; à première _ ; de _ (fin|",") ; prise|prises de _ ; perdre|perdu de _ ; longue _ ; à couper la _ ; en _ (fin|"!"|",")
    compagne > campagne : à|en|de|la|une _ électorale|publicitaire|présidentielle|municipale|militaire|médiatique ; rase|pleine _ ; <lancer>|<mener>|<démarrer> une|la|leur|notre _ de|contre|pour ; <battre> la _ ; à|de la _ (fin|",") ; une|la|cette _ de communication|publicité|dépistage|vaccination|presse|sensibilisation|recrutement
    cane > canne : sa|ma|leur|une _ (fin|"blanche|anglaise") ; <appuyer> sur sa|une|la|ma _ ; alcool|alcools|plantation|plantations|champ|champs|sucre de _
    fin > faim : <rester> sur sa|ma|ta|leur|notre|votre _ ; <mourir>|<crever> jamais|pas|tous? de _ ; <avoir> très|trop|si|encore|toujours? _ (fin|",")
    aire|ère > air : hôtesse|hôtesses|armée|mal|pureté|qualité|pollution de l' _ ; tout l' _ ; l' _ du temps ; <prendre>|<changer> l'|d' _
    aire|air > ère : l' _ numérique|industrielle|victorienne|chrétienne|glaciaire|secondaire|tertiaire|primaire|moderne ; nouvelle _ (fin|","|"de")
    voix > voie : <emprunter>|<ouvrir>|<montrer>|<choisir> la|cette|une|leur _ ; en _ d' extinction|acquisition|achèvement ; _ interdite|rapide|rapides|cyclable|cyclables|piétonnes|souterraine
    voie > voix : <avoir> souvent|aussi|toujours? _ au ; _ au chapitre ; det _ grave|aiguë|rauque|cassée|chevrotante|éraillée|mélodieuse|nasillarde
    voies > voix : nombre|majorité|milliers|pourcentage|total|moitié de|des _ ; des _ (fin|"exprimées") ; pour cent des _
    bon > bond : <faire>|fait faux _ ; <faire> un _ en|dans|de
    gré > grès : de|en _ rose|rouge|cérame
    patiente > patience : mal en _ ; avec|sans|de la? _ (fin|",") ; <perdre>|<prendre> _
    attention > intention : <avoir> aucune _ de|d' ver:inf ; sans|dans l' _ de|d' (ver:inf|"me|te|se|nous|vous|lui|le|la|les|nuire")
    attentions > intentions : bonnes|mauvaises|meilleures _
    sain > saint : _ (cap|prop|name)
    cou|coût|cout > coup : sous le _ de|du|d' ; un sale|mauvais|dernier|nouveau|rude|gros _ (fin|","|"de|du")
    coup > cou : autour de|du mon|ton|son|notre|leur|votre _ ; autour du _ ; pendu|accroché|bras à|au|autour du? _
    puis > puits : un|ce|quel|du|au|des|les|aux|deux _ (fin|"artésien|artésiens|sans|profond|profonds|pétrole")
    différant|différant > différent : <être> très|bien|trop? _
    tan > tant : _ mieux|pis|bien|que
    tant|autan|tan > temps : au _ pour moi|nous|lui|eux
    bout|bous > boue : bain|bains|coulée|coulées|flaque|flaques|glissement|couvert|couverts|couverte|tache|taches de _
    auspice > hospice : un|l'|cet|ancien|vieil|grand _ (fin|"pour|de|des")
    amande|amandes > amende|amendes : mis|mise|mettre|mettent à l' _ ; une|l'|cette|d' _ de (num|"euros") ; <payer>|<régler>|<contester> cette|son|ses|leurs|mes|l' _
    bloque|bloques > bloc|blocs : un|du|ce|en|par|le|des|deux|ces|les _ (fin|"de|d'|opératoire|opératoires")
    voire > voir : <aller>|<pouvoir>|<faire>|<laisser>|<devoir>|<venir>|<vouloir>|<falloir> pas|jamais|bien|mieux|nous|le|la|les? _ ; à|pour|sans|de se|le|la|les|y? _ (det|"que|qu'|si|avec|ce|comment|pourquoi|où")
    queux|que > queue : à la _ du|leu ; <faire> la _ ; sans _ ni
    pécheur|pécheurs > pêcheur|pêcheurs : cabane|cabanes|maison|maisons|marin|marins|permis|barque|barques|canne de|du|- _
    posent|pauses|poses > pause : dès|pendant|après|avant la _ (fin|",")
    détoner|détone|détonent > détonner|détonne|détonnent : _ dans|avec|au milieu|le|un|parmi
    satire|satires > satyre|satyres : un|le|vieux|ce|des _ (fin|"lubrique|libidineux")
    champ|champs > chant|chants : _ de noël|sirènes|coq|oiseaux|oiseau|guerre|victoire ; _ du coq|cygne|départ|grillon ; professeur|cours|leçon|leçons de _
    chant|chants > champ|champs : _ de bataille|blé|maïs|tir|vision|courses|mines|lavande|foire|fleurs|tournesols|ruines ; _ d' action|application|honneur ; _ magnétique|lexical|visuel|électrique|libre
    censé|censée|censés|censées > sensé|sensée|sensés|sensées : personne|personnes|gens|homme|femme|idée|propos|discours|chose très|peu|plus|moins|si? _ (fin|",")
    saut > seau : un|le|deux|plein _ d' eau|hygiénique
    scène > cène : la sainte _
    cène|saine|seine > scène : <mettre>|<monter>|<entrer> en|sur|sur _ ; la _ politique|internationale|musicale|finale|primitive
    cygne|cygnes > signe|signes : _ de|du vie|croix|zodiaque|ponctuation|tête|reconnaissance|fatigue|faiblesse ; <faire> _ à|de|que
    signe|signes > cygne|cygnes : chant|lac|col du|des|de _
    boulot > bouleau : écorce|forêt de _
    bouleau > boulot : au _ (fin|",") ; <aller>|<trouver>|<chercher> au|un|du _
    dégoûte|dégoute > dégoutte : _ de sueur|sang|pluie
    exaucer > exhausser : _ le|un|les mur|murs|plafond|toit|digue
    fil|file > fils|fils : son|mon|leur _ aîné|cadet|unique|spirituel
    fils > fil : au _ de|du|des ; coup|coups de _ ; _ conducteur|rouge|barbelé|électrique|dentaire ; sans _ (fin|",")
    file > fil : au _ du|de|des ; coup de _ ; de _ en aiguille
    fil > file : _ d' attente ; en _ indienne ; à la _
    fois > foie : crise|cirrhose|pâté|huile|cancer de|du _ ; _ gras|gras|de veau|volaille|morue
    foies|foi > fois : det num? _ par ; quelques|plusieurs|deux|trois|quatre|dix|cent|mille|autres _
    gène > gêne : sans _
    grâce > grasse : <faire> la _ matinée
    hâler > haler : <être> au _
    héros|hérault > héraut : _ d' armes
    mûr > mur : au pied du _ ; droit dans le _
    maure|maures > mort|morts : peine|danger|arrêt|pulsion de _
    mors > mort : à|de _ (fin|",")
    mort > mors : <prendre> le _ aux
    pansée|pansées > pensée|pensées : libre|libres|arrière _ ; _ unique|magique|critique|positive
    parti > partie : <faire> _ de|d'|du|des ; en grande|bonne|majeure _ ; une|la|cette _ de cartes|campagne|plaisir|pêche
    partie > parti : <prendre>|<tirer> _ de|du|d'|pour ; det _ politique|socialiste|communiste|républicain|pris
    pic > pique : as|roi|dame|valet|dix|sept de _
    plaine > pleine : en|de _ mer|forme|nature|expansion|face|croissance|nuit|possession
    pleine > plaine : la|une _ du|fertile|agricole|alluviale
    poing > point : <faire>|<mettre> le|au _ ; bon|mauvais _
    pouls > poux : chercher des _
    raisonne|raisonnent|raisonnait > résonne|résonnent|résonnait : _ dans|encore|jusque
    reine|rennes > rênes : <tenir>|<prendre>|<lâcher> les _
    saure|sors > sort : mauvais _ ; tirage|tirer|tiré|tirés au _ ; le _ de|du|en
    sort > sors : je|tu en? _
    sceller|scellé > seller|sellé : _ det cheval|chevaux|jument
    sein > seing : sous _ privé ; blanc _
    sellier|selliers > cellier|celliers : cave|vin|dans|et au|le? _
    taule > tôle : _ ondulée|froissée ; _ d' acier|aluminium
    tôle > taule : <aller>|<faire>|<sortir> en|de la? _
    tribu > tribut : <payer> un lourd|cher? _
    vernie|verni > vernis : _ à ongles ; du|le _ (fin|",")
    vœux|voeux|veut > vœu : <faire> un _
    abord|bord > abords : aux _ de|du|des
    acception > acceptation : _ de la|sa|l'|soi
    allusion > illusion : <faire> _ sur ; _ d' optique
    avènement|avènements > événement|événements : un|des|ces|cet _ sportif|culturel|tragique|heureux|imprévu|marquant
    événement|évènement > avènement : l' _ du règne|roi|christianisme|numérique
    conjoncture|conjonctures > conjecture|conjectures : <perdre>|<livrer> en|à des? _
    décade|décades > décennie|décennies : num|"deux|trois|quatre|cinq|dernières|plusieurs" _
    effraction|effractions > infraction|infractions : _ pénale|routière|routières|fiscale
    évoquer|évoque > invoquer|invoque : _ l' article|excuse
    inclinaison > inclination : par _ (fin|",") ; _ naturelle
    inclination > inclinaison : _ du|de toit|sol|pente|axe
    perpétuer|perpétué|perpétués|perpétuée > perpétrer|perpétré|perpétrés|perpétrée : _ det? crime|crimes|attentat|attentats|massacre|massacres|meurtre|délit ; crime|crimes|attentat|attentats|massacre|massacres|meurtre _
    prodige > prodigue : enfant|fils _ de
    somptuaire|somptuaires > somptueux : cadeau|palais|décor _
    volatile|volatiles > volatil|volatils : composé|composés|gaz|marché|produits|électorat _
"""

PHRASES = PhraseRule(
    code="GRM277",
    name="homophone-dans-une-locution",
    message="Dans cette expression, « {found} » s'écrit « {fixed} ».",
    why="Deux mots se prononcent de même ; dans cette expression, seul l'autre a un sens.",
    phrases=_FIXED,
    examples=(
        Bad("Il faut en tenir {{conte}}.", "Il faut en tenir compte."),
        Bad("Il s'en sort à bon {{comte}}.", "Il s'en sort à bon compte."),
        Bad("Elle lit des {{comptes}} de fées.", "Elle lit des contes de fées."),
        Bad("Une {{cane}} à pêche.", "Une canne à pêche."),
        Good("Le conte de Noël est lu."),
        Good("Le comte tient un journal."),
        Good("La cane a deux petits."),
    ),
)

RULES: tuple[Rule, ...] = (PHRASES,)
