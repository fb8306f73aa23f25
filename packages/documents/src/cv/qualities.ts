/**
 * What somebody says of a character, of a body or of when they are free: asked for at an interview, compared with nothing.
 * "Travail en équipe", "bonne condition physique", "disponible le week-end"; "respect du rythme de l'enfant" and "travail
 * en hauteur" are know-how. Takes folded words.
 */
export function isQuality(folded: string): boolean {
  const said = folded.replace(/[\s.!;,+*]+$/, '').replace(/^[\s\-+*]+/, '');
  if (wholes.test(said)) return true;
  const pieces = said.split(/\s*(?:,|&|\/|\bet\b|\bou\b|\bmais\b)\s*/).filter((piece) => piece !== '');
  return pieces.length > 0 && pieces.every((piece) => isOne(piece));
}

function isOne(piece: string): boolean {
  const bare = piece.replace(opening, '');
  if (bare === '' || wholes.test(bare)) return true;
  const [first = '', ...others] = bare.split(/\s+/);
  const named = words.has(first) || endings.test(first);
  return named && (others.length === 0 || attached.test(others.join(' ')));
}

/** "Très bonne", "je suis", "capacité à": what comes before says nothing of its own. */
const opening =
  /^(?:(?:tres|trop|assez|toujours|bonne?s?|belles?|grande?s?|gros(?:se)?|forte?s?|excellente?s?|reelles?|parfaite?s?|solides?|vraie?s?|le|la|les|un|une|mon|ma|mes|etre|savoir|savoir-etre|faire preuve d[eu]s?|avoir|esprit|capacites?|aptitudes?|facilites?|sens d(?:e la|es|e|u)|je suis|suis|j'ai|ai|a|de|d[eu]s|en|une personne|personne|quelqu'un) +|l'|d'|(?:sens|esprit|capacites?|aptitudes?|facilites?|faire preuve) d')+/;

/** What stands beside a quality and makes no work of it. */
const attached =
  /^(?:(?:au|dans (?:le|mon)|du|de|envers le) travail|bien fait|en equipe|en groupe|d'equipe|relationnell?e?s?|physiques?|manuelles?|humaines?|professionnell?e?s?|client\w*|orale?|ecrite?|naturelle?|de soi|d'esprit|d'adaptation|d'initiatives?|d'apprendre|d'ecoute|de (?:responsabilite|concentration|travail|persuasion|synthese|communication|proposition|caractere|volonte|confiance)|a l'effort|a la (?:tache|fatigue)|au (?:stress|froid|bruit)|(?:avec|envers|aupres|pour|face a?u?x?) .{2,40}|en toutes? .{3,20}|et .{3,20})$/;

const words: ReadonlySet<string> = new Set(
  (
    'rigueur patience polyvalence courage honnete honnetete discret discrete discretion presentation initiative initiatives responsabilite responsabilites ' +
    'calme gentil gentille gentillesse aimable amabilite robuste manuel manuelle fiable fiabilite loyal loyale loyaute reliable punctual friendly ponctualite ' +
    'dynamisme motivation serieux ecoute relationnel relationnelle contact proprete rapide rapides rapidite reactivite reactif reactive politesse poli polie ' +
    'matinal matinale empathie confidentialite bienveillance autonomie curiosite volonte confiance entraide solidaire solidarite solidite diplomatie diplomate ' +
    'dexterite habilete habile adroit adroite precision precis precise minutie vigilance vigilant vigilante concentration concentre concentree memoire efficacite ' +
    'efficace elocution diction expression aisance energie energique engagement implication engage engagee investi investie implique ' +
    'impliquee perseverance perseverant perseverante tenacite tenace determine determinee determination methodique sportif sportive sociable sociabilite humour tact ' +
    'tolerance tolerant courtois courtoise courtoisie sourire optimiste optimisme enthousiaste enthousiasme maturite humilite modeste prudent prudente prudence attentif ' +
    'attentive attention sympathique agreable chaleureux chaleureuse jovial joviale accueillant accueillante respect respectueux vaillant vaillante costaud bosseur ' +
    'bosseuse travailleur travailleuse bricoleur bricoleuse debrouille debrouillard debrouillardise ingeniosite imagination inventif inventivite creativite adaptable adaptabilite ' +
    'adaptation anticipation assiduite assidu assidue ponctuel ponctuelle dynamique dynamiques motive motivee motives organise organisee autonome autonomes souriant souriante ' +
    'polyvalent polyvalente volontaire disponible disponibilite flexible flexibilite propre soigne soignee sobre perfectionniste consciencieux consciencieuse ' +
    'stable social sociale ouvert ouverte positif positive vif vive endurant endurante endurance resistant resistante resistance force sang-froid leadership charisme ' +
    'teamwork esprit savoir-vivre leve-tot ordonne ordonnee meticuleux meticuleuse maniaque passionne passionnee fidele observateur observatrice observation ' +
    'exigeant exigeante exigence pragmatique devoue devouee devouement gout'
  ).split(' '),
);

const endings =
  /^(?:serieu|rigoureu|courageu|minutieu|soigneu|respectueu|curieu|genereu|ambitieu|studieu|precautionneu)(?:x|se|ses)$|^(?:adapta|disponib|bienveillan|empathi|dynami|motiv|creati)\w+$/;

/** Phrases that are one thing whole. */
const wholes = new RegExp(
  [
    "^(?:(?:j'|je )?(?:aim\\w+|ador\\w+|appreci\\w+)|(?:j')?apprends?|envie|soif|desir|volonte|pret(?:e)? a(?! porter)|ouvert(?:e)? (?:a|aux)|interet pour|(?:je )?m'(?:adapte|investis|implique|integre)|(?:je )?ne compte pas) ?(?:d'|l'|le |la |les |de |vite|bien|\\w)",
    "^(?:capable de |capacites? (?:a |de )|apte a |savoir )?s(?:e |')(?:adapter|organiser|integrer|exprimer|impliquer|investir|remettre en question|concentrer)\\b",
    '^(?:(?:capable|capacites?|apte|savoir|aptitudes?|habituee?|a) ?(?:de |a |au )?)*travail(?:ler)?s?(?: bien)? (?:seule?s?|en (?:toute )?(?:equipe|autonomie|groupe|exterieur|binome|solo)|de nuit|dehors|debout|sous pression|en \\dx\\d.*|en horaires?.*|au froid|en froid|dans le (?:froid|bruit)|le (?:week.?end|dimanche|soir)|vite|rapidement|bien)(?: (?:et|ou|comme|que|qu).*)?$',
    "^(?:(?:tres |assez )?(?:disponib|mobile|vehicule|libre(?![ -]service))\\w*|non[ -]fumeu\\w+|horaires?|flexibilite|accepte\\w*|supporte\\w*|pas (?:le vertige|de vertige|peur)|sans vertige|(?:je )?n'ai pas peur|pas peur)\\b(?! de chantier)(?! (?:de|du|des) (?:dossier|stock)).*$",
    '^(?:en )?(?:tres )?(?:bonne?|excellente?|grande?)?s? ?(?:condition|forme|sante|resistance|endurance|force|capacites?)(?: et \\w+)? physiques?(?: et \\w+)?$',
    "^respect (?:d(?:es|e la|u|e l'|'|e) ?)?(?:consignes?|delais|hierarchie|autres|regles|autrui|clients?|collegues|materiel|confidentialite|secret professionnel|engagements|chacun|la personne)(?: (?:donnees|et .*))?$",
    "^(?:contact|aisance|a l'aise|bon(?:ne)?s? (?:relations?|contacts?|entente|communication)) (?:facile )?(?:avec|aupres d\\w+|envers|en public|dans) .*$|^communi(?:quer|cation)(?: (?:avec|en|dans) (?:une |l'|mon )?(?:equipe|collegues))?$",
    '^(?:tres |de )?(?:bonne?s? )?(?:contact|relationnel|relations?)s?(?: humaines?| facile| aise)?$',
    '^(?:comprendre|suivre|ecouter|respecter|appliquer) (?:une|les|des|la)? ?(?:consignes?|ordres?|hierarchie|regles|delais)(?: (?:donnees|simples?))?$',
    '^(?:bonne? )?(?:gestion|gerer) (?:d[eu]s? |le |son |mon |les |ses |mes )?(?:temps|stress|priorites|emotions)$|^resistante? au stress$',
    "^prise? d(?:'initiatives?|e recul|e responsabilites?)$|^prendre des initiatives$|^(?:sens|gout|goût|esprit) d(?:e |u |es |')?.*$|^gout pour .*$|^force de proposition$",
    "^(?:tres )?bonne? (?:elocution|diction|memoire|humeur|presentation|volonte|moralite|comprehension|niveau (?:de|en) francais|vue|ouie|organisation|entente|expression|esprit|etat d'esprit|relationnel|adaptation)\\b.*$",
    "^(?:maitrise|confiance) (?:de|en) soi$|^habile de (?:mes|ses) mains$|^(?:apprentissage|apprends?) (?:vite|rapidement|rapide)$|^secret professionnel$|^discretion professionnelle$|^(?:ecoute|communication) (?:active|orale|ecrite)$|^hard.?working$|^team player$|^a l'ecoute\\b.*$|^leve tot$|^pas compter (?:ses|mes) heures$|^gros(?:se)? (?:travailleu|bosseu)\\w+$|^ouverture d'esprit$|^confidentialite$",
  ].join('|'),
);
