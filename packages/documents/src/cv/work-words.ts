import { editDistance } from '@jonction/domain/reference/near-stems';
import { fold } from './fold.ts';
import { beginsWithWorkVerb, isWorkInfinitive } from './work-verbs.ts';

/** Work told by its name: "montage", "préparation", "entretien", "pose", or by its verb: "nettoyer les sols". */
export function startsWithWork(text: string): boolean {
  const folded = fold(text);
  const [first = '', second = ''] = folded.split(/[^a-z-]+/);
  const one = first.replace(/[sx]$/, '');
  return (
    workEnding.test(first) ||
    workWords.has(one) ||
    isMisspelt(one) ||
    tools.has(one) ||
    isWorkInfinitive(first) ||
    looksInfinitive(text, first) ||
    (!notVerbs.test(first) && /(?:er|ir|oir|(?<!u)re)$/.test(first) && verbObject.test(second)) ||
    // "Faisait le ménage", "rangé les rayons": done by somebody who is not named.
    isDone(text, second) ||
    (verbObject.test(second) && !/^(?:du|un|une|aux?)$/.test(second) && beginsWithWorkVerb(text)) ||
    workPhrase.test(folded)
  );
}

/** "Monté murs en agglos": done, and neither "chargé de clientèle" nor "diplômé en cuisine". */
function isDone(text: string, second: string): boolean {
  return /^\s*\p{L}+é (?:\p{Ll}|\p{Lu}{2})/u.test(text) && !smallWords.test(second) && beginsWithWorkVerb(text);
}

const smallWords = /^(?:d|de|du|en|a|au|aux|par|pour|chez|sur|dans|comme|depuis|et|ou|qualifie|polyvalent)$/;

/** What somebody works with, named alone: "autolaveuse", "machine piqueuse plate". */
export function namesTool(text: string): boolean {
  return tools.has((/^[a-z-]+/.exec(fold(text))?.[0] ?? '').replace(/s$/, ''));
}

const tools = new Set(
  (
    'machine logiciel monobrosse autolaveuse karcher tronconneuse debroussailleuse tondeuse taille-haie surjeteuse piqueuse perceuse ponceuse meuleuse disqueuse ' +
    'visseuse scie toupie tour fraiseuse tracteur motoculteur transpalette gerbeur nacelle mini-pelle minipelle pelle betonniere aspirateur scanner'
  ).split(' '),
);

const workEnding =
  /^(?!stages?$|fromages?$|village|garage$|etage$|usine|clinique|direction|station|association|residence|agence|institution|fondation|maison|region|departement|batiment|voiture|nature$|prefecture|mesure$|chaussure|fourniture)\w{2,}(?:ages?|tions?|sions?|ments?|[dltv]ures?|ances?|aphie|entretien|ien|(?<!park|camp|press|shopp|build)ings?|control)$/;
const verbObject = /^(?:le|la|les|l|des|du|un|une|aux?)$/;
const notVerbs =
  /^(?:centre|chantier|atelier|metier|cadre|theatre|membre|titulaire|stagiaire|ministere|foyer|quartier)$/;

/** Names of tasks that no ending gives. */
const workWords = new Set(
  (
    'accueil aide appel approvisionnement caisse collecte commande conduite conseil contrôle coupe cuisine depose devis enduit entretien envoi garde gestion ' +
    'inventaire joint lecture livraison manutention menage mise nettoyage plonge port pose preparation prise recolte recherche reglage releve repas ronde saisie ' +
    'semis service soin suivi taille tenue tournee tri vente verification vidange controle course toilette lavage lessive broyage tonte ' +
    'archive artisanat astreinte bordereau bricolage brushing calcul chantournage charpente chiffrage couture creation cueillette decor decoupe demarche depannage dessin ' +
    'diagnostic dosage emballage encaisse enquete epluchage essai etude expedition facture fauche faconnage friture galvano grillade habillage idee ilotage ' +
    'jardinage levee maconnerie manucure maraude mecanique menuiserie metallerie moisson mouture nursing paie palpation peche permanence piquage ' +
    'planning plomberie promenade rappel reapprovisionnement reassort recette reception reglement relance remise reparation reponse reporting reprise retouche retour ' +
    'scan secretariat serrurerie serigraphie sertissage soudo-brasure tableau tapisserie traite transfert transmission travaux traçage trace ' +
    'approv encaiss entret manut nett prepa recep surveil tache tutorat usinage veille vendange vitrerie voirie zinguerie electricite'
  ).split(' '),
);

/** "Acceuil", "plonje": one letter from the name of a task, two in a long one; nobody who does it ("livreur"). */
function isMisspelt(word: string): boolean {
  if (word.length < 6 || person.test(word) || properWords.has(word)) return false;
  const most = word.length > 9 ? 2 : 1;
  for (const known of workWords)
    if (known.length > 5 && known[0] === word[0] && editDistance(word, known, most) <= most) return true;
  return false;
}

const person = /(?:eur|euse|rice|iere?|iste|ante?|er|es)$/;
/** Words of their own, however near to a task. */
const properWords = new Set(
  'college marche retraite transport cuisinee commune centre entree course conserve'.split(' '),
);

/** Where the first word alone may also be a place or a firm. */
const workPhrase =
  /^(?:poste (?:de (?:conduite|controle|securite)|d'accueil)|petite?s? (?:travaux|bricolage|depannages?|entretiens?|reparations?|plomberie|electricite|maconnerie)|ateliers? (?:cuisine|jardin|peinture|lecture|numeriques?|d'ecriture|creatifs?|manuels?)|change (?:des|de|du|d')|sorties? (?:et jeux|scolaires?|d'ecole|des poubelles|avec)|jeux (?:avec|collectifs|et )|transports? (?:de (?!la )|d')|bon(?:s|ne)? de (?:commande|livraison)|gros (?:entretien|menage|oeuvre))/;

/**
 * "Chronométrer les essais", "riveter, percer": any word that ends as a verb of the first group does and is neither somebody
 * ("boucher"), nor a place ("foyer"), nor English ("cleaner"), where words in small letters or a list follow.
 */
function looksInfinitive(text: string, first: string): boolean {
  if (!/^[a-z]{3,}er$/.test(first) || /ier$/.test(first) || nouns.has(first)) return false;
  return /^\s*\p{L}+(?:\s+\p{Ll}{2}|\s*,\s*\p{Ll})/u.test(text);
}

const nouns = new Set(
  (
    'foyer dejeuner diner souper gouter loyer hiver super hyper inter leader manager designer container conteneur hamster reporter poster starter joker poker master ' +
    'boucher porcher vacher rocher clocher plancher verger berger danger etranger boulanger leger passager horloger messager viager potager cocher archer bucher premier ' +
    'fer mer ver cancer center driver worker cleaner server helper farmer barber keeper packer picker painter washer waiter volunteer teacher trainer player dealer ' +
    'trader broker baker butcher housekeeper babysitter developer engineer officer customer computer partner printer router skipper rider shipper streamer blogger docker trucker ' +
    'webmaster alger tanger niger quimper roger walter peter oliver oyer bocager maraicher maracher pecher oranger usager menager lingier gaucher corner laser cutter ' +
    'bunker cluster chauffer-livrer imager ouvrager paysager burger over under after trimmer reporter chercher'
  ).split(' '),
);
