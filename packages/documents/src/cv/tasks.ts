import { periodsOf } from './dates.ts';
import { fold } from './fold.ts';
import { spokenSkills } from './spoken.ts';

/**
 * The tasks told under a job: the items of its list, and plain lines that begin with work ("Pose de bordures") or only list
 * it ("abattage, débardage, cubage"). What a line says of where, when and how many is left out.
 */
export function tasksOfLine(line: string, listed: boolean): string[] {
  const bare = line.replace(bullet, '').trim();
  if (bare === '' || judged.test(fold(bare)) || (!listed && !isWork(bare)) || isProse(bare)) return [];
  return bare
    .replace(/\s*\([^()]*\)/g, '')
    .split(/\s*[,;|\t]\s*|\s+[/–—-]\s+/)
    .flatMap(twoTasks)
    .map((piece) => piece.replace(/[\s.]+$/, '').trim())
    .filter((piece, position) => isTask(piece, position));
}

/** "Intérim : manutention, étiquetage": what follows a job on its line and begins as work does, in small letters. */
export function tasksBesideJob(line: string): string[] {
  const [head = '', ...sentences] = line.split(/(?<=[\p{L}\d)]{2})\.\s+(?=\p{Lu})/u);
  return [...besideTitle(head), ...sentences.flatMap((said) => [...spokenSkills(said), ...tasksOfLine(said, false)])];
}

function besideTitle(line: string): string[] {
  const listed = listAtTheEnd(line);
  if (listed.length > 0) return listed;
  const [, ...beside] = line.replace(/\([^()]*\)/g, ' ').split(/\s*[,;:|\t]\s*|\s+[/–—-]\s+/);
  return beside.filter(
    (piece) => /^\p{Ll}/u.test(piece) && periodsOf(piece).length === 0 && startsWithWork(piece) && isTask(piece, 1),
  );
}

/**
 * "... 2020 – 2022 : appels sortants, argumentaire", or the last cell of a row: in a list of which one tells work all are
 * work, and so is one of three that stands after a colon and the years.
 */
function listAtTheEnd(line: string): string[] {
  const last =
    line
      .replace(/\([^()]*\)/g, ' ')
      .split(/\s*[:\t]\s*/)
      .at(-1) ?? '';
  const items = last.split(/\s*,\s*/).map((item) => item.replace(/[\s.]+$/, ''));
  const small = items.every((item) => /^(?:\p{Ll}|\p{Lu}{2,})/u.test(item) && item.split(/\s+/).length <= 6);
  if (last === line || items.length < 2 || !small || periodsOf(last).length > 0) return [];
  const tasks = items.filter((item) => isTask(item, 1));
  if (items.some(startsWithWork)) return tasks;
  const afterYears = periodsOf(line).length > 0 && /:[^:\t]*$/.test(line);
  return afterYears && items.length > 2 && tasks.length === items.length ? tasks : [];
}

/** "Je faisais le ménage, la plonge et le service", "chargée de l'accueil": what comes after says what was done. */
export function tasksInSentence(line: string): string[] {
  const spoken = spokenSkills(line);
  if (spoken.length > 0) return spoken;
  const [, said = ''] = saying.exec(line) ?? [];
  return said
    .split(/[.!?]/, 1)
    .join('')
    .split(/\s*[,;]\s*|\s+et\s+(?:puis\s+)?/)
    .map((piece) =>
      piece.replace(/^(?:aussi |de |d['’]|du |des |le |la |les |l['’]|à |un peu (?:de |d['’]))+/i, '').trim(),
    )
    .filter((piece) => piece.split(/\s+/).length <= 6 && startsWithWork(piece) && isTask(piece, 0));
}

const saying =
  /\b(?:charg[ée]e?|en charge|responsable|missions?|t[âa]ches?)\s*(?::|(?=de |d['’]|du |des |le |la |les |l['’]|à |un peu ))\s*(.{4,200})$/i;

/** "(repassage, vitres, cuisine)": what a job was made of, in a bracket of three words, or of fewer that are work. */
export function tasksInBracket(line: string): string[] {
  const inside = /\(([^()]{8,120})\)/.exec(line)?.[1] ?? '';
  const pieces = inside.split(/\s*,\s*/);
  const enough = pieces.length >= 3 || (inside.includes(' ') && pieces.every(startsWithWork));
  return enough && pieces.every((piece) => /^\p{Ll}[\p{Ll} '’-]*$/u.test(piece)) ? pieces : [];
}

const bullet = /^\s*(?:[•·*>\-–—]+|o(?=\s))\s*/;

/** "Accueil des clients et rédaction de devis": each half has its own object. */
function twoTasks(piece: string): string[] {
  const halves = piece.split(/\s+et\s+/);
  const [first = '', second = ''] = halves;
  const two = halves.length === 2 && first.includes(' ') && second.includes(' ') && startsWithWork(second);
  return two ? halves : [piece];
}

function isTask(piece: string, position: number): boolean {
  const folded = fold(piece);
  if (piece.length < 3 || piece.split(/\s+/).length > 12 || /^\d|@/.test(piece)) return false;
  return !(position > 0 && circumstance.test(folded)) && !judged.test(folded);
}

/** After a comma: with whom, where, when, how often. */
const circumstance =
  /^(?:de |d'|du |des (?!\w+ (?:de|d'|du|des)\b)|dont |un |une |le |la |les |l'|en |sur |par |pour |avec |sans |dans |chez |plus |puis |tourisme|soir|matin|jour|nuit)/;
/** What is said of the person or of the result is no task. */
const judged =
  /^(?:meilleure?|bonne?|excellent|tres|grande?|cdi|cdd|interim|temps (?:plein|partiel)|contrat|mission de|stages?|stagiaire|tach\w+|missions?|poste)\b/;

function isWork(text: string): boolean {
  // "Terrassements Orvalu, Saint-Ouen" is a firm: a name follows the first word.
  if (periodsOf(text).length > 0 || (text !== text.toUpperCase() && /^\S+ \p{Lu}\p{Ll}/u.test(text))) return false;
  return startsWithWork(text) || isPlainList(text);
}

/** Three items at least, small letters after each comma (or capitals throughout): no names of places or firms. */
function isPlainList(text: string): boolean {
  const [first = '', ...others] = text.split(/\s*,\s*/);
  if (others.length < 2 || first.split(/\s+/).length > 6) return false;
  const small = others.filter((item) => /^\p{Ll}/u.test(item)).length;
  return text === text.toUpperCase() || small * 2 > others.length || small === others.length;
}

/** Work told by its name: "montage", "préparation", "entretien", "pose", or by its verb: "nettoyer les sols". */
function startsWithWork(text: string): boolean {
  const [first = '', second = ''] = fold(text).split(/[^a-z-]+/);
  return (
    workEnding.test(first) ||
    workWords.has(first.replace(/s$/, '')) ||
    tools.has(first.replace(/s$/, '')) ||
    (!notVerbs.test(first) && /(?:er|ir|oir|re)$/.test(first) && verbObject.test(second))
  );
}

/** What somebody works with, named alone: "autolaveuse", "machine piqueuse plate". */
const tools = new Set(
  (
    'machine logiciel monobrosse autolaveuse karcher tronconneuse debroussailleuse tondeuse taille-haie surjeteuse piqueuse perceuse ponceuse meuleuse disqueuse ' +
    'visseuse scie toupie tour fraiseuse tracteur motoculteur transpalette gerbeur nacelle mini-pelle minipelle pelle betonniere aspirateur scanner'
  ).split(' '),
);
export function namesTool(text: string): boolean {
  return tools.has((/^[a-z-]+/.exec(fold(text))?.[0] ?? '').replace(/s$/, ''));
}

const workEnding =
  /^(?!stages?$|fromages?$|village|garage$|etage$|usine|clinique|direction|station|association|residence|agence|institution|fondation|maison|region|departement|batiment)\w{2,}(?:ages?|tions?|sions?|ments?|tures?|ances?|entretien|ien|(?<!park|camp|press|shopp|build)ings?|control)$/;
const verbObject = /^(?:le|la|les|l|des|du|un|une|aux?)$/;
const notVerbs =
  /^(?:centre|chantier|atelier|metier|cadre|theatre|membre|titulaire|stagiaire|ministere|foyer|quartier)$/;
const workWords = new Set(
  (
    'accueil aide appel approvisionnement caisse collecte commande conduite conseil contrôle coupe cuisine depose devis enduit entretien envoi garde gestion ' +
    'inventaire joint lecture livraison manutention menage mise nettoyage plonge port pose preparation prise recolte recherche reglage releve repas ronde saisie ' +
    'semis service soin suivi taille tenue tournee tri vente verification vidange controle course toilette lavage lessive broyage tonte'
  ).split(' '),
);

/** A sentence tells the life of a firm, or a colleague's praise. */
function isProse(text: string): boolean {
  return text.length > 160 || /[«»]|\bj['’]|\b(?:je|nous|cette|ce|il|elle|a été|ont)\b/i.test(text);
}
