import { nirBody } from '@jonction/domain/reference/secret-number';
import { fold } from './fold.ts';
import { soundsSensitive } from './sensitive-by-ear.ts';

/**
 * What a CV must not give to a field: health, disability, family, nationality, residence permit, religion, union,
 * justice, birth, age, housing, welfare, army service. Sources: CNIL guide on recruitment; Code du travail L1221-6 (only what judges the ability
 * for the job) and L1132-1 (grounds of discrimination). Work with people who have a disability, or on a church roof,
 * is work: the words are sought as what a person says of themselves.
 */
const families: readonly RegExp[] = [
  /\brqth\b|\btravailleu(?:r|se)s? handicap|\breconnu\w* (?:travailleu\w+ )?handicap|\bmdph\b|\baah\b|\binvalid|\besat\b|\bhandicap\w*\s*(?::|a \d|reconnu)|^\W*handicap|\bje suis handicap|(?<!\b(?:personnes?|enfants?|adultes?|jeunes|publics?|eleves?|residents?|usagers?|salaries|travailleurs) en )situation de handicap$|\bentreprise adaptee$|\bposte (?:adapte|amenage)\b|\ballocation adulte|\bcdaph\b/,
  /\b(?:arret|conge|longue|ma|une|suite a|pour raisons? de) (?:longue )?maladie|\bmaladie (?:longue|chronique|grave|professionnelle)|\baccident du travail\b|\bdepressi(?:on|f)\b|\bcancer\b|\bdiabet|\basthm|\bepilep|\bvih\b|\bhepatite\b|\bsida\b|\benceinte\b|(?<!\bvetements? de )\bgrossesse\b|\baddict|\balcool(?:ique|isme)\b|\bsevrage\b(?! d(?:es |e |'|u )(?:veau|agneau|porcelet|chevreau|anima))|\bmal de dos\b|\bproblemes? de (?:dos|sante|vue)|\bsante (?:bonne|fragile)|\b(?:bonne|ma|mauvaise|etat de) sante\b|\bsans restriction medicale|\bhospitalis|\bconvalescence\b|\bme soigne|\bburn.?out\b|\bsourd\w*\b(?! et muet)|\bmalvoyant|\bmalentendant|\bgroupe sanguin|\baptitude medicale|\bsuivi medical (?:un|une|le|chaque|regulier)\b|\bsous traitement\b|\bstation debout|\bport de charges? (?:limite|interdit|lourdes? (?:interdit|limite|deconseille))|\b(?:lunettes|appareil auditif) obligatoire|\binapt(?:e|itude)\b|\brestrictions? (?:d'aptitude|medicale)|\bhernie\b|\blombalgie|\bsclerose|(?<!\bgarde[ -]|\b(?:des|aux|les|du|de) )\bmalade$|\bopere\w* (?:du|de la)\b|\bsobre depuis|\b(?:puis|arret|pour) maladie\b|(?:^|[-,;(|])\W*maladie\b|\bdos fragile|\ballergi|\bdyslexi|\bdaltoni|\bmi-temps therapeutique|\bfauteuil roulant$|\bautis(?:te|me)$/,
  /\bcelibataire\b|(?<!\bde (?:la )?)\bmariees?\b|^\W*marie\W*$|\b(?:situation|etat civil)\W{1,4}marie\b|\bpacse\w*\b|\bdivorce\w*\b|(?<!\btri )\bseparee?\b(?! (?:des?|du) (?:eaux|dechets))|\bveu(?:f|ve)\b|\bconcubin|\benfants? a charge|(?<!\b(?:d'|des |les |aux |pour |aupres d'|jeunes |(?:gardes?|accueil) (?:de |d')(?:\w+ )?))\benfants? de \d|(?<!\b(?:gardes?|garde(?:e|es)? |groupes?|encadrement|surveillance|accueil) (?:a domicile )?(?:de |d'))\b(?:\d|(?<!d')un|une|deux|trois|quatre|cinq|six) (?:jeunes )?enfants?\b|\bsans enfant|\bparent isole|\bfamille monoparentale|\bsituation (?:familiale|de famille|matrimoniale)|\b(?:mere|pere|femme|homme|parent) au foyer|\bconge (?:parental|maternite|paternite)|\b(?:mere|pere|maman|papa) (?:de\b|d')|\b(?:ma|mon|mes) (?:mere|pere|soeurs?|sœurs?|freres?|maris?|femme|epou\w+|conjoint\w*|compagn\w+|fils|filles?|enfants?|parents|neveu\w*|niece\w*|grands?[ -](?:mere|pere|parent)\w*|tante|oncle|belle[ -]\w+|beau[ -]\w+)\b|\bfiancee?s?\b|\benfants?\s*:\s*\d|\bvie maritale|\ben couple\b|\bunion libre|\bgarde alternee|\bfamille nombreuse|\bmon bebe\b|\bjumeaux\b|(?<!\b(?:gardes?|groupes?|encadrement|surveillance|accueil) d(?:e |'))\b\d enfan\w*|\bmarital status|\bmarried\b/,
  /\bnationalite|\bnationality|\b(?:titre|carte|permis|autorisation|droit) de (?:sejour|resident|travail)\b|\bcarte (?:resident|vitale|de resident)|\brecepisse\b|\brefugiee?s?\b(?! climat)|\basile\b|\bprotection (?:subsidiaire|internationale|temporaire)|\btemporary protection|\bresidence permit|\brefugee\b|\bcarte (?:de )?\d+ ans|\bofpra\b|\bcada\b|\boqtf\b|\bregularise|\bpapiers en regle|\bsans papier|\bautorise\w* a travailler|\bnaturalisee? (?:francais|en\b)|\b(?:ma|demande de) naturalisation|\bnaturalisation francaise|\bnaturalisee?$|\bsans papiers|\bd'origine (?!animale|vegetale|organique|naturelle|mineral|electri|mecani|control|constructeur|et\b|ou\b|ou\b)[a-z]|\bvisa\b|\bapatride/,
  /\bmusulman|\bcatholique\b|\bchretien|\bjui(?:f|ve)s?\b|\bprotestant|\bbouddhis|\bhindou|\bjehovah|\bevangelique|\bpratiquante?\b|\bpriere|\bramadan\b|\bparoiss|\bmosquee\b|\bsynagogue\b|\borthodoxe\b|\bcareme\b|\b(?:a l'|mon |notre )eglise\b|\baumonerie\b|\bsh?abbat\b|\bpelerinage|\bcatechis|\bimam\b|\bmuslim\b|\breligion/,
  /\bsyndica|\bsyndique|\bcgt\b|\bcfdt\b|\bcftc\b|\bcfe.cgc\b|\b(?:elue?|membre|secretaire) (?:au |du )?(?:cse|chsct)\b|\bprud'hom|\bunsa\b|\bforce ouvriere\b|\bdelegue\w* (?:du personnel|syndica)|\bmilitant|\bparti (?:politique|socialiste|communiste)|\belue? municipal|\bconseiller\w* municipal|\badherente? (?:a la |au |de la |du )?(?:cgt|cfdt|fo|parti)/,
  /\bincarcer|\bdetention\b|\bdetenue?\b|\bprison\b|\bcasier judiciaire|\bsous main de justice|\bspip\b|\bbracelet electronique|\bliberte conditionnelle|\bcondamn|\bsursis\b|\btravail d'interet general|\bcentre penitentiaire|\bmaison d'arret|\bpenitentiaire|\becrouee?\b|\blevee d'ecrou|\bsemi-liberte|\bcontrole judiciaire|\bsort(?:i|ie|ant) de prison/,
  /(?:^|[-,;(|])\W*rsa\b|\b(?:beneficiaire du|mon referent|touche le|percois le|allocation) rsa\b|\ballocataire|\bminima sociaux|\bsurendett|\bsans (?:domicile|abri)|\bsdf\b|\bheberge(?:e|s|es)? (?:chez|en|au|par)\b|\bhebergement chez\b|\bchrs\b|\b(?:curatelle|tutelle) (?:renforcee|simple)|\bsous (?:curatelle|tutelle)|\bservice (?:militaire|national)\b|\b(?:military|national) service\b|\bappele du contingent|\bconscrit/,
  /\bj'ai \d{2} ans\b|\bjeune (?:femme|homme|fille|mere|pere) de \d{2} ans|(?:^|[-|,;/(]\s*)(?:age\W*)?\d{2} ans\s*(?:[-|,;/)]|$)|\bage\s*:\s*\d|\bagee? de \d|\bsecurite sociale\s*:|\bnumero? de securite sociale|\bn° ?(?:de )?securite sociale|\bnir\b/,
];

/**
 * The same grounds in the words that people have for them: what was lived, rather than its name in law. Someone who works with
 * those who lived it says so of others ("personnes atteintes d'Alzheimer", "éducateur à la PJJ"), and is read.
 */
const others =
  '(?:personnes?|patients?|residents?|malades?|enfants?|adultes?|jeunes|public|publics|usagers?|aupres|accueil|prise en charge|service|unite|structure|ehpad|residence|clinique|hopital|formation|intervention|aide-soignante?|infirmiere?)';
const lived: readonly RegExp[] = [
  new RegExp(
    `^(?!.*\\b${others}\\b).*\\b(?:alzheimer|parkinson|avc|infarctus|bipolair\\w*|schizophren\\w*|tdah|dyspraxi\\w*|dysphasi\\w*|cure de \\w+|desintox\\w*|toxicoman\\w*|drogues?|dialyse|chimio\\w*|greffe (?:du|de (?:rein|foie|coeur))|amput\\w+|paraplegi\\w+|hemiplegi\\w+|tetraplegi\\w+|fibromyalgi\\w*|(?:suivi|sejour|hospitalisation) (?:en )?psychiatri\\w*|(?:en )?remission|tentative de suicide|depression|troubles? (?:psy\\w*|du comportement|de l'attention|dys)|violences? (?:conjugales?|familiales?|domestiques?|intrafamiliales?))\\b`,
  ),
  /\b(?:je prends|je suis|mon|sous) (?:un )?traitement|\bsuivie? par un psy|\ben fauteuil\W*$|\bmethadone|\benfants? handicapes?\b(?= a charge|$)|\bald\b|\bseropositi|^(?!.*\b(?:contre|lutte|public|prevention|formation)\b).*\billettrisme|\basperger\b|\banorexi|(?:^|[-,;(|])\W*obesite|\bsurpoids\b|\b1 ?m ?\d\d\b|\babstinen|\bpost-?cure\b|\bperiode de soins\b|\bprobleme cardiaque|\baccident (?:de (?:la )?(?:route|vie|moto|voiture|scooter|velo)|domestique|vasculaire)|\boperations? (?:du|de la|des|au|a la)\b(?= (?:dos|genoux?|hanche|epaule|pied|main|coeur|bras|poignet|cheville|yeux|oeil|jambe))|\bpension d'invalidite|\b(?:par|avis d[ue]) (?:le )?medecin du travail\b|\bvoiture amenagee\b|\bfauteuil roulant\b(?=\)|$)|\ben (?:arret|longue maladie)\b(?= (?:depuis|de 20|en 20|jusqu|$))|\balcool(?:emie)?\b(?= au volant)|\b(?:pour|cause d'|etat d'|sous) alcool|\bprobleme d'alcool/,
  /\bdeces (?:de|d')|\bdecedee?\b|\bdeuil\b|\borpheline?\b|\b(?:papa|maman|pere|mere) solo\b|\bfemme battue|^\W*violences?\W*$|\bmort de (?:mon|ma|mes)\b|\b(?:ma|notre|une) separation\b|\bseparation (?:d'avec|conjugale|difficile)|\b(?:mere|pere|maman|papa|parent|femme) (?:isolee?|seule?)\b|\b(?:garde|residence) (?:partagee|exclusive)|\bproche aidant|\baidante? (?:de|d'|familial)|\b(?:m'occuper|m'occupe|occupee?) de (?:mon|ma|mes)\b|\bvictime de?\b|^\W*victime|\bma grossesse|\b(?:mon accouchement|j'ai accouche)|\bfausse couche|\bnaissance de (?:mon|ma|mes)\b|\bau (?:pays|bled) (?:avec|pour) la famille/,
  /^(?:o )?[\W\d]*(?:sur la route|en exil|exil|exode|fuite)\b|\btraversee (?:de la|du) (?:mer|mediterranee|desert)|\bparcours (?:migratoire|d'exil)|\barriv\w* en france\b|\b(?:suis|etais|vis|vit) en france depui|\ben france depuis\b|\b(?:fui|fuir|fuyant) (?:la|le|mon|les)\b|\bmineure? (?:non accompagnee?|isolee?)|\bhuda\b|\b(?:rescape|deboute)e?\b|\bsortie? de rue|\bregroupement familial|\bchangement de statut\b|\bexpulse|\bexpulsion\b|\bguerre\b(?! (?:economique|mondiale|electronique))/,
  /\b(?:amenagement|fin|execution) de (?:ma )?peine|\bpeine (?:de|avec)\b|\bbracelet (?:electronique|jusqu|depuis|a la cheville)|\bgarde a vue|\bprobation|\b(?:liberee?|liberation) (?:en|de|depuis|conditionnelle)\b|\bsuivi judiciaire|\bsous mesure (?:judiciaire|educative)$|\bmise a l'epreuve|\bobligation de soins|\bretrait de points|\b(?:suspension|retrait|annulation|invalidation) (?:du|de(?: mon)?) permis|\bretiree? en (?:19|20)\d\d|\blicenciee? pour (?:faute|inaptitude)|\blicenciement pour\b|\bprud'?homm?es\b|\btig\b(?= de \d+ ?h)/,
  /\bancien\w* (?:jeune |enfant )?(?:de l'ase\b|place)|\baide sociale a l'enfance|\bcontrat jeune majeur|\bplacee? (?:en|a l'|au) (?:foyer|ase\b|famille)|\bhotel social\b|\b(?:le|au|appele?) 115\b|\bfoyer (?:adoma|sonacotra|emmaus|abej|de jeunes travailleurs|d'hebergement|d'urgence)|\b(?:en|logee?|vis|vit|dans un) (?:au |en )?(?:centre d'hebergement|hebergement d'urgence)|\bsans logement|\bdomiciliee? (?:au|a la|aupres)|\ba la rue\b|\bdors dans\b|\bannees? de galere|\bans de galere|\b(?:en|sous) curatelle|(?:^|[-,;(|])\W*curatelle|(?:^|[-,;(|])\W*gens du voyage|\binterdit\w* bancaire|\b(?:mes|ai des|avec des) dettes\b|\brestos? du coeur\b(?= pour (?:ma|mon|manger))|\bdemunie?\b/,
  /\bporte le voile|\bdiacre\b|\bgreviste\b|\bcandidate? aux (?:municipales|elections|legislatives)|\bcatechis|\bcatechiste|\bparoisse|\bpentecot|\bbaptisee?\b|\bchurch\b|\bchorale (?:de l'eglise|paroissiale)|\bmembre (?:de l'|d'une )eglise|\bmosque\b|\b(?:je suis|ancien) pasteur\b|\bcroyante?\b|\bsouhait\w* prier|\bpour la priere/,
  /\b(?:(?:ne )?(?:peux?|peut)|pouvoir) (?:plus |pas )+(?:porter|rester|me baisser|conduire|marcher|monter)|\bne peut (?:plus |pas )?rester debout|\bpas de port de charges?\b|\b(?:soucis?|problemes?|douleurs?|mal) (?:au|aux|a la|a l') ?(?:dos|genoux?|epaules?|hanches?|mains?|coeur|yeux|jambes?|pieds?|cou)\b|\bje porte (?:un )?(?:appareil|des lunettes|le foulard|le voile)|\bvoilee\b|\bfoulard islamique|\baccident de travail (?:en|de|depuis)\b|\bsuite a (?:un |mon )(?:accident|avc|handicap)|\bsuivie? psy\w*|\bsortie? de (?:cure|desintox)|\bcasier b ?[123]\b/,
  /\badherente? (?:lfi|rn|ps|lr|pcf|eelv|fsu|sud)\b|\b(?:origine|communaute|nationalite) (?:algerien|marocain|tunisien|turc|turque|malien|senegalais|congolais|ivoirien|guineen|comorien|roumain|bulgare|portugais|afghan|syrien|rom\b|kurde|tchetchen|haitien|vietnamien|chinois|armenien|georgien|albanais|africain|maghrebin|francaise?$)\w*|\bje suis gay\b|\btransition de genre|\bpersonne trans\b|\bsais ni lire|\bne sais pas (?:lire|ecrire)|\billettree?\b|\bsuivie? (?:par l')?ase\b|(?:^|[-,;(|])\W*enfant placee?|\breferente? pjj|\bobligations? de soins?\b|\bvictime de (?:la )?traite|\btraite des etres humains$|\bexcisee?\b|(?:^|[-,;(|])\W*en foyer\b/,
  /\bcontre-?indication|\bsourde? (?:et|de)\b|\bprothese (?:auditive|de (?:hanche|genou|jambe))|\barrivee? en (?:19|20)\d\d (?:de|d'|du)\b|\bau rsa\b|\bsuivie? par (?:une?|la|mon|l') ?(?:assistante? sociale?|mission locale|educat\w+|psychiatre)|\bpasseport (?:fr|europ|etr)|\bmembre d(?:u|'un) parti (?!pris)|\bpas de charges? lourdes?|\brestrictions? (?:medicale|de port)|\blesbienne\b|\bhomosexuel|\btransgenre\b|\bbisexuel|\b(?:am|currently) pregnant\b|\b(?:am|registered) disabled\b|\bmy disability\b|\bdivorced\b|\bmy (?:husband|wife|children|kids|son|daughter)\b|\basylum\b|\bjail\b|\b(?:femme|mari|epouse?) et \d enfants?|(?<!caisse d')\ballocations? (?:familiales|chomage|logement)|\bfin de droits|\btouche (?:l'aah|le rsa|l'ass|le chomage)\b/,
];

const birth =
  /\bdate (?:et lieu )?de naissance|\blieu de naissance|\bnee?(?:\(e\)|\.e|e)? (?:le|a|au|en)\b|\bbirth|\bborn\b/;

/**
 * Whether the piece that ends these words says something of the person, so that no reader takes the day of a birth or of
 * a release, on which it ends, for the day of a job.
 */
export function endsWithSecret(text: string): boolean {
  return isSensitive(text.split(/[,;()|\t]|\s[-–—]\s/).at(-1) ?? '');
}

/** Jobs whose own name holds such a word. */
const heldNames =
  /\b(?:premiere? )?surveillante?s?(?: \/ surveillante?)? penitentiaires?|\bconseill\w+ (?:penitentiaires? )?d'insertion et de probation|\binfirmi\w+ d'hospitalisation a domicile|\bhospitalisation a domicile|(?<!(?:^|[-,;(|])\W*en )\bfoyer d'hebergement(?: social)?|\bfermentation alcoolique|\b(?:accueil|accompagnement|aupres|maraudes?|hebergement|distribution|instruction|traitement|insertion|cours|aide)\b[^.;]{0,40}\b(?:refugiee?s|demandeurs d'asile|sans[ -](?:abris?|papiers|domicile fixe)|migrants|titres de sejour|(?:demandes|dossiers) (?:de titres? de sejour|rsa))\b/g;

/** Whether the words say something of a person that no field may hold. Takes any piece of a CV. */
export function isSensitive(text: string): boolean {
  const folded = fold(text)
    .replace(/([^a-z0-9])\1{3,}/g, '$1$1')
    .replace(heldNames, ' ');
  // Without its accent "marié" is a first name.
  return (
    families.some((family) => family.test(folded)) ||
    lived.some((words) => words.test(folded)) ||
    soundsSensitive(folded) ||
    birth.test(folded) ||
    /(?<!\bde (?:la )?)\bmarié/iu.test(text.normalize('NFC')) ||
    holdsNir(text)
  );
}

const company =
  /\s+(?:avec|chez|pour) (?:mon|ma|mes) (?:p[èe]re|m[èe]re|fr[èe]res?|s(?:œ|oe)urs?|oncle|tante|cousine?s?|beau-p[èe]re|parents|mari|grand-p[èe]re)(?![\p{L}-])/giu;

/** A line without its pieces that no field may hold. */
export function withoutSensitive(text: string): string {
  if (!isSensitive(text)) return text.trim();
  // "Couvreur avec mon oncle": with whom is left out, what was done is not.
  const kept = text
    .replace(company, ' ')
    .split(/\s+[-–—|]\s+|[,;()\t]|\s+et\s+/)
    .filter((piece) => !isSensitive(piece));
  return kept
    .join(' - ')
    .replace(/^[\s:\-–]+/, '')
    .trim();
}

/**
 * A French social security number (13 digits and a 2-digit key), whatever its spacing: sex, year, month, department
 * (Corsica 2A, 2B), commune, order. Source: décret 82-103, INSEE. A wrong key is a slip of the keyboard: masked too.
 */
const nir = new RegExp(`(?<![\\d.])${nirBody}(?:[ .-]{0,3}\\d{2})?(?![\\d.]\\d)(?!\\d)`, 'g');

const maskedNumber = '[numéro masqué]';

export function holdsNir(text: string): boolean {
  if (text.includes(maskedNumber)) return true;
  nir.lastIndex = 0;
  return nir.test(text);
}

export function maskNir(text: string): string {
  return text.replace(nir, maskedNumber);
}
