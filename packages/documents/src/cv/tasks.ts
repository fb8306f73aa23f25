import { periodsOf } from './dates.ts';
import { fold } from './fold.ts';
import { spokenSkills } from './spoken.ts';
import { namesPerson } from './titles.ts';
import { startsWithWork } from './work-words.ts';

/**
 * The tasks told under a job: the items of its list, and plain lines that begin with work ("Pose de bordures") or only list
 * it ("abattage, débardage, cubage"). What a line says of where, when and how many is left out.
 */
export function tasksOfLine(line: string, listed: boolean): string[] {
  const bare = line.replace(bullet, '').trim();
  const sentences = bare.split(/(?<=[\p{L})]{2})\.\s+(?=\p{Lu})/u);
  // Without a bullet too, a paragraph that begins with work goes on with it.
  if (sentences.length > 1) {
    const work = listed || isWork(sentences[0] ?? '');
    return sentences.flatMap((sentence) => tasksOfLine(sentence, work && startsWithWork(sentence)));
  }
  const told = afterColon(bare);
  if (told !== null) return tasksOfLine(told, true);
  if (bare === '' || judged.test(fold(bare)) || (!listed && !isWork(bare)) || isProse(bare)) return [];
  return bare
    .replace(/\s*\([^()]*\)/g, '')
    .split(/\s*[,;|\t]\s*|\s+[/–—-]\s+|\s*\+\s*(?=\p{L}{3})/u)
    .flatMap(twoTasks)
    .map((piece) => piece.replace(/[\s.]+$/, '').trim())
    .filter((piece, position) => isTask(piece, position));
}

/** "Gestes techniques : pose de sols, ragréage": what stands before a colon titles a list of work. */
function afterColon(line: string): string | null {
  const [, title = '', list = ''] = /^([^:]{3,60}?)\s?:\s+(.{4,})$/.exec(line) ?? [];
  if (list === '' || periodsOf(line).length > 0) return null;
  const small = list.split(/\s*,\s*/).every((item) => /^[\p{Ll}\d]/u.test(item));
  const works = list.split(/\s*,\s*/).some(startsWithWork);
  return works && !namesPlace.test(list) && (small || !startsWithWork(title)) ? list : null;
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
    (piece) =>
      /^\p{Ll}/u.test(piece) &&
      !namesPlace.test(piece) &&
      !/^\S+ \p{Lu}\p{Ll}/u.test(piece) &&
      periodsOf(piece).length === 0 &&
      startsWithWork(piece) &&
      isTask(piece, 1),
  );
}

/** "cuisine centrale de Joué-lès-Tours": a name after a small word is where, and not what. */
const namesPlace = /\s(?:de|d['’]|du|des|à|au|aux|en) ?\p{Lu}\p{Ll}/u;

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
  // In a cell or after a colon, the first of a list of tasks may have a capital.
  const small = items.every(
    (item, at) =>
      (/^(?:\p{Ll}|\p{Lu}{2,})/u.test(item) || (at === 0 && isCapitalTask(item))) && item.split(/\s+/).length <= 6,
  );
  if (last === line || items.length < 2 || !small || periodsOf(last).length > 0) return [];
  const tasks = items.filter((item) => isTask(item, 1));
  if (items.some(startsWithWork)) return tasks;
  const afterYears = periodsOf(line).length > 0 && /:[^:\t]*$/.test(line);
  return afterYears && items.length > 2 && tasks.length === items.length ? tasks : [];
}

/** "Chargement de camions", and neither "Menuiserie Lorraine" nor "Aide à domicile". */
function isCapitalTask(item: string): boolean {
  if (!startsWithWork(item) || namesPlace.test(item) || /^\S+ \p{Lu}/u.test(item)) return false;
  return !namesPerson(item) || /^\p{L}+(?:ment|entretien)s?(?!\p{L})/iu.test(item);
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
      piece.replace(/^(?:aussi |de |d['’]|du |des |le |la |les |l['’]|à |aux? |un peu (?:de |d['’]))+/i, '').trim(),
    )
    .filter((piece) => piece.split(/\s+/).length <= 6 && startsWithWork(piece) && isTask(piece, 0));
}

const saying =
  /\b(?:charg[ée]e?|en charge|responsable|missions?|t[âa]ches?|affect[ée]{1,2}s?(?= (?:à|aux?) ))\s*(?:(?:étaient|sont|était)\s*)?(?::|(?=de |d['’]|du |des |le |la |les |l['’]|à |aux? |un peu ))\s*(.{4,200})$/i;

/** "(repassage, vitres, cuisine)": what a job was made of, in a bracket of three words, or of fewer that are work. */
export function tasksInBracket(line: string): string[] {
  const inside = /\(([^()]{8,120})\)/.exec(line)?.[1] ?? '';
  const pieces = inside.split(/\s*,\s*/);
  const enough = pieces.length >= 3 || (inside.includes(' ') && pieces.every(startsWithWork));
  return enough && pieces.every((piece) => /^\p{Ll}[\p{Ll} '’-]*$/u.test(piece)) ? pieces : [];
}

const bullet = /^\s*(?:[•·*>|\-–—]+|o(?=\s))\s*/;

/**
 * "Accueil des clients et rédaction de devis", "Palettisation et cerclage": each half is work of its own. "Chargement et
 * déchargement des camions" is one.
 */
export function twoTasks(piece: string): string[] {
  const halves = piece.split(/\s+et\s+/);
  const [first = '', second = ''] = halves;
  if (halves.length !== 2) return [piece];
  if (startsWithWork(second)) {
    const alike = first.includes(' ') || !second.includes(' ');
    return alike && (first.includes(' ') || startsWithWork(first)) ? halves : [piece];
  }
  return [piece];
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
  /^(?:meilleure?|bonne?|excellent|tres|grande?|cdi|cdd|interim|temps (?:plein|partiel)|contrat|mission de|stages?|stagiaire|tach\w+(?! (?:menageres|administratives|d'entretien))|missions?|poste)\b/;

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

/** A sentence tells the life of a firm, or a colleague's praise. */
function isProse(text: string): boolean {
  const list = text.split(',').length > 2 && startsWithWork(text);
  return text.length > (list ? 300 : 160) || /[«»]|\bj['’]|\b(?:je|nous|cette|ce|il|elle|a été|ont)\b/i.test(text);
}
