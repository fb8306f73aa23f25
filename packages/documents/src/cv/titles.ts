import { keyOfStems } from '@jonction/domain/reference/occupation-index';
import { meaningfulStems, type OccupationFound, searchOccupations } from '@jonction/domain/reference/occupation-search';
import { fold } from './fold.ts';
import type { CvReference } from './reference.ts';

/** A job title found in a line: the words of the line, and the occupation they name when one is sure enough. */
export interface TitleFound {
  words: string;
  occupation: OccupationFound | null;
}

const sureEnough = 0.58;
const sureAhead = 0.45;
const farAhead = 0.1;
/** Somebody who does something, by the ending of the first word: no firm and no place. */
const doer =
  /^(?!(?:ateliers?|chantiers?|quartiers?|foyers?|burger|courriers?|papiers?|dossiers?|fichiers?|paniers?|super|hyper|inter|entretien|maintien|soutien|premiere?|derniere?|mobilier|center|bien|client|batiment|ciment|paiement|rangement|departement)\b)(?:femme|valet|\w{2,}(?:eur|euse|ier|iere|trice|ien|ienne|iste|aire|ante?|ent|ere?|er)|agente?|aide|employee?|ouvriere?|chef|cheffe|commis|garde|maconn?e?|marchande?|gardienne?)s?(?![a-z])/;

/** Whether the words begin with somebody who works, and not with a firm, a place or what is done. */
export function namesPerson(words: string): boolean {
  return doer.test(fold(words));
}

/** A line of a CV has a handful of pieces; what has more is no CV. */
const mostPieces = 12;

/** The pieces of a line that may be a title, a place or an employer, in the order written. */
export function piecesOf(line: string): string[] {
  return (
    line
      // "2 ans chez un traiteur" says for whom.
      .replace(/\s+chez (?:une?|mon|ma|mes|des) [^,;:()]*/i, ' , ')
      .replace(/\((?!(?:e|se|ne|re|trice|euse|h\/f|f\/h|h-f)\))[^()]*\)/gi, ' , ')
      .split(
        /\s+[-–—|•·*/]+\s+|\s*[,;:|•\t()"«»]\s*|\s{3,}|\.\s+|\s+(?=(?:soci[ée]t[ée]|entreprise|sarl|sas|ets)\s)|\s+(?:chez|pour le compte de|au sein d[eu']?|@|at)\s+|\s+[-–—]|[-–—]\s+/i,
      )
      .map((piece) => piece.replace(/^[\s\-–—*.>=•o]{0,3}(?<=[\s\-–—*.>=•])|^[-–—*.>=•]+|[\s\-–—.:;,]+$/g, '').trim())
      .filter((piece) => /\p{L}{2}/u.test(piece))
      .slice(0, mostPieces)
  );
}

/** The occupation of a line of experience: its first piece that names one, else the line whole. */
export function titleOfLine(reference: CvReference, line: string, around = line): TitleFound | null {
  const pieces = [...piecesOf(line), ...otherNames(line)].map((piece) =>
    piece.replace(spokenStart, '').replace(howLong, '').replace(whereFirst, ''),
  );
  const [first] = pieces;
  if (first === undefined) return null;
  let best: { words: string; occupation: OccupationFound; rank: number } | null = null;
  for (const [position, words] of pieces.slice(0, 6).entries()) {
    const occupation = occupationOf(reference, words);
    if (!occupation) continue;
    // After the first come employers and places, whose words are like those of many titles.
    if (position > 0 && occupation.score < (namesPerson(words) && !best ? sureAfterFirm : sureBeside)) continue;
    // "Extras en cantine : service, débarrassage, plonge": far from the head of the line stand its tasks.
    if (position > 1 && !/\s/.test(words) && !namesPerson(words)) continue;
    const rank = occupation.score - position * 0.12;
    if (!best || rank > best.rank) best = { words, occupation, rank };
  }
  if (!best) return { words: first, occupation: null };
  const words =
    best.occupation.score === 1 && exactTitle(reference, best.words) ? best.words : withoutPlace(best.words);
  return {
    words,
    occupation:
      best.occupation.score >= sureAlone ? best.occupation : inContext(reference, words, around, best.occupation),
  };
}

const sureAlone = 0.85;
const sureBeside = 0.8;
const sureAfterFirm = 0.58;

/** "Ouvrier polyvalent, ferme des Acacias": the rest of the line chooses between the occupations of a vague title. */
function inContext(reference: CvReference, words: string, around: string, alone: OccupationFound): OccupationFound {
  const candidates = searchOccupations(reference.occupations, words, 8);
  const nearby = new Map(
    searchOccupations(reference.occupations, around.slice(0, 160), 12).map(({ code, score }) => [code, score]),
  );
  const worth = ({ code, score }: OccupationFound): number => score + (nearby.get(code) ?? 0);
  const [best] = candidates.filter(({ score }) => score >= sureEnough).sort((a, b) => worth(b) - worth(a));
  return best ?? alone;
}

/** "Call center agent (téléconseillère)": a bracket may hold the title that the tables know. */
function otherNames(line: string): string[] {
  return [...line.matchAll(/\(([\p{L}][\p{L}'’ -]{4,40})\)/gu)].map(([, inside = '']) => inside);
}

/** "2 ans conducteur de minibus", "6 mois en cuisine": how long comes before what. */
const howLong =
  /^\+?\s*(?:\d{1,2}|un|deux|trois|quatre|cinq|six)\s*(?:ans?|ann[ée]es?|mois?|semaines?|jours?)\s+(?:de |d['’]|en |comme |en tant que? )?/i;

/** "Au Mali vendeuse au marché": where comes before what. */
const whereFirst = /^(?:au|aux|en|à) \p{Lu}[\p{L}’'-]+ (?=\p{Ll}{4})/u;

/** "J'ai travaillé comme", "puis j'ai été". */
const spokenStart =
  /^(?:puis |ensuite |et |après |alors )*(?:j['’ ]?(?:ai|étais|etais|avais)|je (?:suis|travaille|travaillais)|ai)\s+(?:été|ete|travaillé|travaille|travailler|fait|exercé)?\s*(?:comme(?!\p{L})|en tant que?|en qualité de|du|de l['’]|des)?\s*(?:un |une |d['’])?/iu;

/** The occupation that a few words name, when one does surely. */
export function occupationOf(reference: CvReference, words: string): OccupationFound | null {
  if (notTitles.test(fold(words))) return null;
  const [top, second] = searchOccupations(reference.occupations, withoutPlace(words), 2);
  if (top && top.score >= sureEnough) return top;
  const known = longestTitleIn(reference, words) ?? agentInstead(reference, words);
  if (known || !top || !/\s/.test(words) || !namesPerson(words)) return known;
  // "Conducteur d'autocar scolaire": nothing else is nearly as near.
  const ahead = top.score >= sureAhead && top.score - (second?.score ?? 0) >= farAhead;
  const [, ...others] = meaningfulStems(words);
  const saysMore = meaningfulStems(top.title).some((stem) => others.includes(stem));
  return ahead && saysMore ? { ...top, score: sureEnough } : null;
}

/** "Employé de déchèterie" is what the tables call an agent. */
function agentInstead(reference: CvReference, words: string): OccupationFound | null {
  const rest = /^(?:employ[ée]e?|pr[ée]pos[ée]e?|ouvri[eè]re?) (?=(?:de |d['’]|du |en )\p{Ll})/iu.exec(words)?.[0];
  if (rest === undefined) return null;
  const [top] = searchOccupations(reference.occupations, `agent ${withoutPlace(words.slice(rest.length))}`, 1);
  return top && top.score >= sureBeside ? top : null;
}

/** "Avec la diététicienne", "l'infirmière": with an article, who somebody works with. */
const somebodyElse =
  /(?<![\p{L}'’-])(?:(?:avec|aux|les|chez) (?:la |le |les |l['’])?|(?:la |le |l['’])(?=\p{L}+(?:ien|ienne|eur|euse|rice|ier|ière|iste)(?!\p{L})))\p{L}+/giu;

/** A sentence without those whom somebody works with. */
export function withoutOthers(sentence: string): string {
  return sentence.replace(somebodyElse, ' ');
}

/** Every known title inside a sentence, the longest first at each place. */
export function titlesInSentence(reference: CvReference, sentence: string): TitleFound[] {
  const words = sentence.split(/[\s,;:.()"«»/]+|(?<=\s)[-–—](?=\s)/).filter(Boolean);
  const found: TitleFound[] = [];
  let at = 0;
  while (at < words.length) {
    let taken = 0;
    for (let length = Math.min(7, words.length - at); length >= 1 && taken === 0; length--) {
      const phrase = words.slice(at, at + length).join(' ');
      const occupation = exactTitle(reference, phrase);
      if (!occupation || (length === 1 && activities.test(fold(phrase)))) continue;
      found.push({ words: phrase, occupation });
      taken = length;
    }
    at += Math.max(1, taken);
  }
  return found;
}

function longestTitleIn(reference: CvReference, words: string): OccupationFound | null {
  const [first] = titlesInSentence(reference, words);
  // "Chauffeur de tombereau" is none of the chauffeurs that the word alone names.
  if (first && vague.test(fold(first.words)) && new RegExp(`${fold(first.words)} d(?:e |'|u |es )`).test(fold(words)))
    return null;
  return first?.occupation && (first.words.includes(' ') || fold(words).startsWith(fold(first.words)))
    ? first.occupation
    : null;
}

/** Titles that say little of themselves: what follows them, or a longer one beside, says which. */
export const vague =
  /^(?:vendeu(?:r|se)|employee?|agente?|ouvriere?|operat(?:eur|rice)|conduct(?:eur|rice)|chauffeu(?:r|se)|technicien(?:ne)?|assistante?|animat(?:eur|rice)|responsable|monteu(?:r|se)|secretaire)s?$/;

/** Whether the tables hold these very words as a title. */
export function isKnownTitle(reference: CvReference, words: string): boolean {
  return exactTitle(reference, words) !== null;
}

function exactTitle(reference: CvReference, phrase: string): OccupationFound | null {
  const folded = fold(phrase);
  // A phrase that begins or ends with a small word is a piece of a longer one.
  if (smallAtTheEnds.test(folded) || phrase.length < 4) return null;
  const stems = meaningfulStems(phrase);
  if (!reference.occupations.titlesOfKey.has(keyOfStems(stems))) return null;
  const [top] = searchOccupations(reference.occupations, phrase, 1);
  return top && top.score === 1 ? top : null;
}

function withoutPlace(words: string): string {
  const cut = words.replace(
    /\s+(?:à|a|au|aux|en|dans|pour)\s+(?:l['’]|la |le |les )?\p{Lu}(?=[\p{Ll}'’])[\p{L}\d'’ .-]*$/u,
    '',
  );
  // Capitals throughout say nothing of a place.
  return words === words.toUpperCase() || cut.trim() === '' ? words : cut;
}

const smallAtTheEnds =
  /^(?:de|d|du|des|la|le|les|l|en|et|a|au|aux|un|une|ou|par|pour|sur)\b|\b(?:de|d|du|des|la|le|les|l|en|et|a|au|aux|un|une|ou|par|pour|sur)$/;
/** Work told by its name rather than by who does it: too common in prose to be a job alone. */
const activities =
  /(?:age|ie|ion|ure|ing|tique|caisse|accueil|menage|cuisine|service|preparateur|prevention)$|^(?:agents?|employee?s?|ouvrier\w*|aides?|chefs?|gardes?|accueil|modele|directeur|president|technicien\w*|operateur\w*)$/;
/** Pieces of a CV that look like titles and are none. */
const notTitles =
  /^(?:benevoles?|volontaire|stage|stagiaire|interim|interimaire|apprentie?|cdi|cdd|contrats?|missions?|divers|service civique|intern|internship|trainee|volunteer|president|consultant|worker|chef\w* d'equipe|encadrante?|responsable|manager|travaux|interimaire\b.*|agence d'interim\b.*|armees?\b.*|militaires?)$|^(?:secretaire|tresori\w+|presidente?|vice-presidente?|membre|adherente?) (?:de |du |d'|des )(?:l'|la )?(?:association|club|comite|amicale|conseil|parents|bureau|ecole)\b|^(?:restaurant|hotel|association|mairie|commune|ville|clinique|hopital|ecole|lycee|college|societe|entreprise|sarl|sas|ets|garage|boutique|magasin|supermarche)\b\s*(?:de|du|des|d'|le|la|les|l')?\s*\w*$|^(?:mairie|association|hotel|restaurant|clinique|hopital|ecole|lycee|college|residence|centre|groupe|societe|entreprise|sarl|sas|ets|garage|boutique|supermarche|brasserie|cabinet|transports?|chantiers?|particuliers?|intermarche|carrefour)\b/;
