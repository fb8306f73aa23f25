import { editDistance } from '@jonction/domain/reference/near-stems';
import { periodsOf } from './dates.ts';
import { fold } from './fold.ts';

export type SectionKind =
  | 'header'
  | 'experience'
  | 'training'
  | 'skills'
  | 'languages'
  | 'licences'
  | 'leisure'
  | 'project'
  | 'contact'
  | 'other';

/** One line of a CV and the part of the CV it stands in. */
export interface CvLine {
  /** As written, without the heading it may share its line with. */
  text: string;
  kind: SectionKind;
  /** Position in the text, so that neighbours are known. */
  order: number;
  /** Written on the same line as its heading: "Langues : arabe, français". */
  inline: boolean;
  /** The heading it stands under, folded; empty in the header. */
  heading: string;
}

/** Cuts a CV into lines that know their part; headings themselves are left out, blank lines stay (empty text). */
export function sectionLines(text: string): CvLine[] {
  const lines: CvLine[] = [];
  let kind: SectionKind = 'header';
  let carried: SectionKind | null = null;
  let title = '';
  for (const [order, raw] of text.split('\n').flatMap(wrapped).slice(0, mostLines).entries()) {
    const line = closeSpacedLetters(raw);
    const heading = headingOf(line);
    if (heading && kind === 'experience' && /^taches\b/.test(heading.title) && line.includes(':')) {
      // "Tâches :" under a job introduces what was done there.
      lines.push({ text: heading.rest, kind, order, inline: false, heading: title });
    } else if (heading && heading.rest === '') {
      kind = heading.kind;
      carried = null;
      title = heading.title;
      lines.push({ text: '', kind, order, inline: false, heading: title });
    } else if (heading) {
      lines.push({ text: heading.rest, kind: heading.kind, order, inline: true, heading: heading.title });
      // "Langues : portugais," goes on with the next line.
      carried = /[,;]\s*$/.test(heading.rest) ? heading.kind : null;
      if (kind === 'header' && heading.kind !== 'contact' && heading.kind !== 'project') kind = 'other';
    } else {
      // Years and then words are a job, whatever the heading above them was that no rule knew.
      if (kind === 'skills' && carried === null && opensWithYears(line)) {
        kind = 'experience';
        title = '';
      }
      lines.push({ text: line, kind: carried ?? kind, order, inline: false, heading: title });
      if (!/[,;]\s*$/.test(line)) carried = null;
    }
  }
  return lines;
}

function opensWithYears(line: string): boolean {
  const [period] = periodsOf(line.slice(0, 60));
  return period !== undefined && period.from !== period.to && !/[\p{L}\d]{2}/u.test(line.slice(0, period.start));
}

// Far above any CV of the field: what lies beyond is a hostile file's, and patterns stay quick on short lines.
const mostLines = 3000;
const longestLine = 500;

function wrapped(line: string): string[] {
  if (line.length <= longestLine) return [line];
  return line.match(/.{1,460}(?:\s|$)|.{460}/g) ?? [];
}

/** "E X P É R I E N C E S" as a word. */
function closeSpacedLetters(line: string): string {
  return /^\s*(?:\p{L} ){4,}\p{L}\s*:?\s*$/u.test(line) ? line.replace(/ (?=\p{L})/gu, '') : line;
}

interface Heading {
  kind: SectionKind;
  title: string;
  rest: string;
}

function headingOf(line: string): Heading | null {
  const bare = line.replace(/^[\s>*•●▪■◆→\-–—#_|=]+/, '');
  const colon = bare.search(/\s?:(?!\/)/);
  const left = colon >= 0 ? bare.slice(0, colon) : bare;
  const kind = headingKind(left) ?? (bare === line.trimStart() ? plainHeadingKind(left) : null);
  if (kind === null) return null;
  const rest =
    colon >= 0
      ? bare
          .slice(colon)
          .replace(/^\s?:\s*/, '')
          .trim()
      : '';
  return { kind, title: fold(left).trim(), rest: /^[\s.\-_=]*$/.test(rest) ? '' : rest };
}

function headingKind(text: string): SectionKind | null {
  const folded = fold(text)
    .replace(/[^a-z0-9' ?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded === '' || folded.length > 60) return null;
  const phrase = phrases.find(([pattern]) => pattern.test(folded));
  if (phrase) return phrase[1];
  const words = folded.replace(/\?/g, '').split(/[ ']+/).filter(Boolean);
  // "Permis D" is a permit, though the words of a heading may hold "d'".
  if (words.length > 7 || /^[ad]$/.test(words.at(-1) ?? '')) return null;
  let kind: SectionKind | null = null;
  for (const word of words) {
    const found = keywordKind(word);
    // "Autres emplois" are jobs, "Résumé de mes compétences" are skills, "Activités professionnelles" too are jobs.
    if (found !== null) kind = kind === null || (isVague(kind) && !isVague(found)) ? found : kind;
    else if (!fillers.has(word)) return null;
  }
  return kind;
}

/** On a line of its own, which no bullet opens: "Atouts transférables", "Compétences relationnelles", "MUNCA / TRAVAIL". */
function plainHeadingKind(text: string): SectionKind | null {
  const words = fold(text)
    .split(/[^a-z/]+/)
    .filter(Boolean);
  const [first = '', ...others] = words;
  if (several.test(first) && others.length > 0 && others.length <= 3)
    return others.every((word) => fillers.has(word) || adjective.test(word)) ? (keywords.get(first) ?? null) : null;
  const twoLanguages = words.length === 3 && words[1] === '/';
  const known = [words[0] ?? '', words[2] ?? ''].find((word) => inTwoLanguages.test(word));
  return twoLanguages && known !== undefined ? (keywords.get(known) ?? null) : null;
}

const several = /^(?:competences|atouts|experiences|formations|connaissances|aptitudes|capacites|qualites|diplomes)$/;
const adjective = /(?:ables?|ibles?|elles?|els|iques?|aires?|ives?|ees?|euses?|antes?|entes?)$/;
const inTwoLanguages = /^(?:travail|emploi|experiences?|langues?|formations?|ecole|etudes|competences|contact)$/;

function isVague(kind: SectionKind): boolean {
  return kind === 'other' || kind === 'project' || kind === 'leisure';
}

function keywordKind(word: string): SectionKind | null {
  const known = keywords.get(word);
  if (known !== undefined) return known;
  if (word.length < 7) return null;
  for (const [keyword, kind] of keywords) {
    if (keyword.length >= 7 && editDistance(word, keyword, 2) <= (word.length > 8 ? 2 : 1)) return kind;
  }
  return null;
}

const phrases: readonly [RegExp, SectionKind][] = [
  [
    /^(?:tout )?(?:ce que |ce qu')?(?:je|j'ai|j'y ai|on) (?:sais|maitrise|sait|connais|peux|appris)(?: (?:bien|deja))?(?: faire)?(?: a faire)?$|^what i can do$/,
    'skills',
  ],
  [/^(?:ou|la ou|chez qui) (?:j'ai|je) (?:deja )?travail\w+$|^(?:mes )?lieux de travail$/, 'experience'],
  [
    /^(?:ma |mes |une? |periodes? d[e'] ?)?(?:pauses?|interruptions?|inactivite|coupures?|absences?)(?: (?:de carriere|professionnelles?))?$|^(?:mon |l')?accompagnement$|^remarques?$|^a (?:savoir|noter)$|^pourquoi\b.{0,40}$|^moi$|^(?:ma )?vie$|^(?:mon )?histoire$|^social$|^(?:ma |mes )?difficultes?$|^freins?$/,
    'other',
  ],
  [
    /^je parle$|^langues? parlees?$|^(?:competences?|connaissances?|niveaux?) (?:linguistiques?|(?:en|de) langues?)$/,
    'languages',
  ],
  [
    /^je (?:veux|voudrais|cherche|recherche|souhaite)\b.{0,30}$|^qui suis je ?\??$|^a propos(?: de moi)?$|^(?:looking for|job sought|about me)$/,
    'project',
  ],
  [
    /^(?:poste|emploi|metiers?|postes|emplois) (?:recherchee?s?|souhaitee?s?|visee?s?|vise)$|^profession$|^metiers?$/,
    'project',
  ],
  [/^mon parcours$|^parcours$|^ce que j'ai fait$/, 'experience'],
  [/^travail(?:le)? (?:en france|dans mon pays|a l'etranger|au pays|ici)$/, 'experience'],
  [/^(?:mes )?activites (?:professionnelles?|salariees?)$/, 'experience'],
  [/^(?:vie|activites?|engagements?|missions?) (?:associati(?:ve|f|ves|fs)|benevoles?)$|^engagements?$/, 'experience'],
  [/^(?:en plus|et aussi|ce (?:que|qu') ?(?:disent|dit|on dit|ils disent|pensent)\b.*)$/, 'other'],
  [/^centres? d.?interets?$/, 'leisure'],
  [/^points? forts?$|^mes plus$/, 'skills'],
  // What somebody is like is compared with nothing.
  [
    /^(?:mes )?savoirs? etre(?: professionnels?)?$|^soft skills$|^(?:ma )?personnalite$|^traits? de caractere$/,
    'other',
  ],
  [/^savoirs? (?:etre|faire)(?: (?:et )?savoirs? (?:etre|faire))?$|^hard skills$/, 'skills'],
  [/^(?:securite|secourisme|premiers? secours|prevention)(?: au travail)?$/, 'licences'],
  [/^je travaille(?: deja| avant)?$|^j'ai travaille$/, 'experience'],
  [
    /^etat civil$|^renseignements personnels$|^informations personnelles$|^vie personnelle$|^personal (?:details|information)$/,
    'contact',
  ],
  [/^(?:me|nous|pour me) (?:contacter|joindre|trouver|ecrire)$/, 'contact'],
  [/^driving licen[cs]e$/, 'licences'],
];

const keywords: ReadonlyMap<string, SectionKind> = new Map(
  Object.entries({
    experience:
      'experiences experience emplois emploi employment missions parcours carriere cursus stages stage benevolat benevolats volunteering volontariat work jobs travail travaille travaux',
    training:
      'formation formations diplome diplomes etudes ecole ecoles scolarite education scolaire qualifications training studies certifications certification cursusscolaire attestations',
    skills:
      'competences competence savoir savoirs atouts atout qualites qualite aptitudes aptitude connaissances informatique bureautique logiciels outils skills strengths pratiques realisations technique techniques taches savoirs capacites capacite specialites specialite materiel machines logiciel outil expertise maitrise',
    languages: 'langues langue languages language linguistiques idiomas idioma lingue limba limbi linguas',
    licences:
      'permis permi habilitations habilitation caces certificats licences licence autorisations mobilite vehicule titres transport transports',
    leisure: 'loisirs loisir interets hobbies hobby passions interests sports extra activites',
    project: 'projet objectif objectifs profil profile summary resume presentation recherche souhait',
    contact: 'contact coordonnees contacts adresse infos',
    other:
      'divers informations complementaires references autres autre renseignements annexes situation disponibilite disponibilites sante papiers famille familles amis temoignages recommandations plus vie privee',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, sectionKind(kind)] as const)),
);

function sectionKind(name: string): SectionKind {
  const kinds: readonly SectionKind[] = [
    'experience',
    'training',
    'skills',
    'languages',
    'licences',
    'leisure',
    'project',
    'contact',
  ];
  return kinds.find((kind) => kind === name) ?? 'other';
}

const fillers = new Set(
  (
    'professionnelle professionnelles professionnel professionnels pro personnel personnels personnelles personnelle mes mon ma les le la l de d des du et ' +
    'en dans a au aux ou & and of my cles cle principales principaux principale techniques technique continue continues initiale complementaire ' +
    'complementaires faire etre linguistiques informatiques informatique acquises acquis acquises humaines conduire transversales specifiques anterieures ' +
    'france pays etranger detaillee detaillees detaille details detailles benevoles associatives associative extra recentes recents metier metiers sociales numeriques generales experience conduite experiences sur terrain obtenus niveau derniere dernier dernieres derniers precedent precedents actuel actuelle principal actuels'
  ).split(' '),
);
