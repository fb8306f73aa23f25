import { editDistance } from '@jonction/domain/reference/near-stems';
import { periodsOf } from './dates.ts';
import { fold } from './fold.ts';
import { startsWithWork } from './work-words.ts';

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
    if (heading && kind === 'experience' && isUnderJob(heading) && line.includes(':')) {
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

/** What introduces, under a job, what was done there: "Tâches :", and "Activités :" before work, not before leisure. */
function isUnderJob({ title, rest }: Heading): boolean {
  return (
    /^(?:mes |les )?(?:principales? |diverses )?(?:taches|activites? (?:principales?|exercees?|realisees?|effectuees?|quotidiennes)|fonctions|travaux)\b/.test(
      title,
    ) ||
    (/^(?:mes )?activites?$/.test(title) &&
      startsWithWork(rest) &&
      !/^(?:lecture|peinture|couture|cuisine|jardin|bricol|peche|photo|musc)/.test(fold(rest)))
  );
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
  const colon = columnAt(bare);
  const left = colon >= 0 ? bare.slice(0, colon) : bare;
  const kind = headingKind(left) ?? (bare === line.trimStart() ? plainHeadingKind(left) : null);
  if (kind === null) return null;
  const rest =
    colon >= 0
      ? bare
          .slice(colon)
          .replace(/^\s?:?\s*/, '')
          .trim()
      : '';
  // "Autre<tab>soudure" is a row of the part it stands in; "Travail avant : pressing" begins a life that the next lines go on with.
  if (rest !== '' && ((kind === 'other' && bare[colon] === '\t') || / avant$/.test(fold(left).trim()))) return null;
  return { kind, title: fold(left).trim(), rest: /^[\s.\-_=]*$/.test(rest) ? '' : rest };
}

/** Where the heading of a line ends: its colon, or the tab after the first of the two cells of a row. */
function columnAt(line: string): number {
  const colon = line.search(/\s?:(?!\/)/);
  const cells = colon < 0 ? line.split('\t') : [];
  return cells.length === 2 && cells.every((cell) => cell.trim() !== '') ? line.indexOf('\t') : colon;
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
    else if (!fillers.has(word) && !/^prof?f?es?s?ion+e?l?l?e?s?$/.test(word)) return null;
  }
  return kind;
}

/** On a line of its own, which no bullet opens: "Atouts transférables", "Compétences relationnelles", "MUNCA / TRAVAIL". */
function plainHeadingKind(text: string): SectionKind | null {
  const words = fold(text)
    .split(/[^a-z/]+/)
    .filter(Boolean);
  const [first = '', ...others] = words;
  // "Compétences bâtiment": of one trade.
  if (first === 'competences' && others.length === 1) return 'skills';
  if (several.test(first) && others.length > 0 && others.length <= 3)
    return others.every((word) => fillers.has(word) || adjective.test(word)) ? (keywords.get(first) ?? null) : null;
  // "Sei fazer / Je sais faire": one of the two is a heading here.
  const sides = text.length <= 45 ? text.split(/\s\/\s/) : [];
  const side = sides.length === 2 ? sides.find((one) => besideAnother.test(fold(one).trim())) : undefined;
  if (side !== undefined) return headingKind(side);
  const twoLanguages = words.length === 3 && words[1] === '/';
  const known = [words[0] ?? '', words[2] ?? ''].find((word) => inTwoLanguages.test(word));
  return twoLanguages && known !== undefined ? (keywords.get(known) ?? null) : null;
}

const several = /^(?:competences|atouts|experiences|formations|connaissances|aptitudes|capacites|qualites|diplomes)$/;
const adjective = /(?:ables?|ibles?|elles?|els|iques?|aires?|ives?|ees?|euses?|antes?|entes?)$/;
const besideAnother =
  /^(?:experiences?(?: professionnelles?)?|langues?|formations?|competences|contact|permis(?: de conduire)?|je sais faire|savoir[ -]faire|loisirs|diplomes?)$/;
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
    /^(?:ce que |(?:travail|emploi|poste|metier|boulot)s? que )?(?:je )?(?:veux|voudrais|chercher?|recherche|souhaite)\b.{0,30}$|^qui suis je ?\??$|^a propos(?: de moi)?$|^(?:looking for|job sought|about me)$/,
    'project',
  ],
  [
    /^(?:poste|emploi|metiers?|postes|emplois|travail) (?:recherchee?s?|souhaitee?s?|visee?s?|vise)$|^profession$|^metiers?$/,
    'project',
  ],
  [/^mon parcours$|^parcours$|^ce que j'ai fait$/, 'experience'],
  [/^travail(?:le)? (?:en france|dans mon pays|a l'etranger|au pays|ici)$/, 'experience'],
  [
    /^(?:mes |les )?activites? (?:professionnelles?|salariees?|exercees?|principales?|realisees?|effectuees?)$|^(?:mes |les )?entreprises$/,
    'experience',
  ],
  [
    /^(?:mes |mon |les )?(?:ancien\w* )?(?:postes?|emplois?|travail|metiers?) (?:actuels?|occupes?|precedents?|anterieurs?|avant|d'avant|exerces?)$|^(?:mes |mon )?anciens? (?:emplois?|travail|metiers?|postes?)$/,
    'experience',
  ],
  [/^(?:mes )?(?:petits )?(?:boulots?|jobs?)(?: (?:d'ete|etudiants?|saisonniers?))?$/, 'experience'],
  [
    /^(?:missions? (?:d'|en )?)?interims?$|^(?:mes )?(?:stages?|immersions?|pmsmp)(?: (?:et|\/)? ?(?:stages?|immersions?|pmsmp|professionnelles?|en entreprise))+$|^(?:mes )?immersions?$|^(?:mes )?saisons$|^(?:mes |derniers )?chantiers (?:realises|effectues)$/,
    'experience',
  ],
  [/^(?:mon )?(?:parcours|cursus) (?:scolaire|universitaire|de formation|d'etudes)$/, 'training'],
  [/^(?:mes |les )?acquis(?: professionnels?| de l'experience)?$/, 'skills'],
  [/^(?:ordinateur|numerique|internet|bureautique et internet|informatique et internet)$/, 'skills'],
  [/^ce que j'aime(?: faire)?$|^j'aime$/, 'leisure'],
  [/^sante(?: et|,)? securite(?: au travail)?$/, 'licences'],
  [/^moyens? de (?:locomotion|transport)$/, 'licences'],

  [/^(?:vie|activites?|engagements?|missions?) (?:associati(?:ve|f|ves|fs)|benevoles?)$|^engagements?$/, 'experience'],
  [/^(?:en plus|et aussi|ce (?:que|qu') ?(?:disent|dit|on dit|ils disent|pensent)\b.*)$/, 'other'],
  [/^centres? d.?interets?$/, 'leisure'],
  [
    /^(?:mes )?(?:domaines?|champs?|secteurs?) (?:d'intervention|d'expertise|de maitrise)s?$|^environnements? techniques?$|^(?:mes )?competences (?:en|dans|liees) [a-z' ]{3,30}$/,
    'skills',
  ],
  [/^(?:mes )?experiences? (?:dans|hors|liees?|en lien) [a-z' ]{3,30}$|^vie active$/, 'experience'],
  [/^je suis$|^(?:mes )?valeurs$/, 'other'],
  [/^(?:mes |les )?points? forts?$|^mes plus$/, 'skills'],
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
      'experiences experience emplois emploi employment employeurs employeur employers jobs postes historique itineraire missions parcours carriere cursus stages stage benevolat benevolats volunteering volontariat work jobs travail travaille travaux',
    training:
      'formation formations diplome diplomes etudes ecole ecoles scolarite education scolaire qualifications training studies certifications certification cursusscolaire attestations',
    skills:
      'competences competence savoir savoirs atouts atout qualites qualite aptitudes aptitude connaissances informatique bureautique logiciels outils skills strengths pratiques realisations competance competances langages engins prestations technique techniques taches savoirs capacites capacite specialites specialite materiel machines logiciel outil expertise maitrise',
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
    'complementaires faire etre linguistiques informatiques informatique acquises acquis acquises humaines conduire transversales specifiques anterieures realisees realisee realises effectuees exercees exerces occupes maitrises maitrisees maitrisee utilises utilisees conduits connus connues developpees transferables mobilisables significatives marquantes domaines domaine champs champ activite professionnalisantes salariees passees precedentes ' +
    'france pays etranger detaillee detaillees detaille details detailles benevoles associatives associative extra recentes recents metier metiers sociales numeriques generales experience conduite experiences sur terrain obtenus niveau derniere dernier dernieres derniers precedent precedents actuel actuelle principal actuels etrangere etrangeres parlees parler manuel manuels s es'
  ).split(' '),
);
