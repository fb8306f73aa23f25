import { everydaySayings } from './everyday-sayings.ts';
import { everydayTitles } from './everyday-titles.ts';
import { buildLetterProfile, type LetterProfile } from './letter-profile.ts';
import type { OwnWord } from './own-word.ts';
import { phoneticKey } from './phonetic-key.ts';
import { titleAbbreviations } from './title-abbreviations.ts';
import { titleStems } from './title-words.ts';
import { countWordUses, type WordUses } from './word-uses.ts';

/** An occupation as the search wants it: ROME v3 code, its label, and the titles people hold under it. */
export interface SearchableOccupation {
  code: string;
  label: string;
  titles: readonly string[];
  /** What a later version of the reference calls it, where the titles do not have the same words already. */
  newTitles?: readonly string[];
  /** What is done there, in the words of its skills: speaks when no title does. */
  skills?: readonly string[];
}

/** Built once from the reference table, then only read: see `searchOccupations`. */
export interface OccupationIndex {
  /** key of a structure's own words -> codes and the words, in the order given: they come before every sign. */
  own?: ReadonlyMap<string, readonly OwnWord[]>;
  occupations: readonly SearchableOccupation[];
  titles: readonly IndexedTitle[];
  /** stem -> positions in `titles`. */
  titlesOfStem: ReadonlyMap<string, readonly number[]>;
  /** stem -> occupation position -> share of its titles that hold the stem, 0..1. */
  sharesOfStem: ReadonlyMap<string, ReadonlyMap<number, number>>;
  weightOfStem: ReadonlyMap<string, number>;
  /** stem -> occupation position -> share of its titles that begin with the stem, 0..1. */
  headsOfStem: ReadonlyMap<string, ReadonlyMap<number, number>>;
  inTitles: WordUses;
  inSkills: WordUses;
  letters: LetterProfile;
  /** occupation position -> positions of its professional domain (the first three signs of the code), itself included. */
  domainOf: readonly (readonly number[])[];
  titlesOfOccupation: readonly number[];
  /** sound -> stems, see `phoneticKey`. */
  stemsOfSound: ReadonlyMap<string, readonly string[]>;
  /** three letters -> stems that hold them, for misspelt words. */
  stemsOfTrigram: ReadonlyMap<string, readonly string[]>;
  /** the sorted stems joined -> positions in `titles`: the same words, whatever their order. */
  titlesOfKey: ReadonlyMap<string, readonly number[]>;
}

export interface IndexedTitle {
  text: string;
  occupation: number;
  stems: readonly string[];
  weight: number;
  /** One of our everyday words, not a title of the reference. */
  everyday: boolean;
}

export function buildOccupationIndex(occupations: readonly SearchableOccupation[]): OccupationIndex {
  const titles = titlesOf(occupations);
  const titlesOfStem = groupPositions(titles, (title) => title.stems);
  const titlesOfOccupation = occupations.map(() => 0);
  for (const { occupation } of titles) titlesOfOccupation[occupation] = (titlesOfOccupation[occupation] ?? 0) + 1;
  const sharesOfStem = sharesByOccupation(titles, titlesOfStem, titlesOfOccupation);
  const heads = groupPositions(titles, (title) => title.stems.slice(0, 1));
  const weightOfStem = new Map<string, number>();
  for (const [stem, shares] of sharesOfStem) {
    weightOfStem.set(stem, Math.log(1 + occupations.length / (0.5 + shares.size)));
  }
  const stemsOfTitles = occupations.map((): (readonly string[])[] => []);
  for (const { occupation, stems } of titles) stemsOfTitles[occupation]?.push(stems);
  const inSkills = countWordUses(stemsOfSkills(occupations));
  for (const [stem, users] of inSkills.usersOfStem) {
    if (!weightOfStem.has(stem))
      weightOfStem.set(stem, Math.log(1 + occupations.length / (0.5 + users.occupations.length)));
  }
  const domains = groupPositions(occupations, ({ code }) => [code.slice(0, 3)]);
  return {
    occupations,
    titles: titles.map((title) => ({ ...title, weight: sumOfWeights(title.stems, weightOfStem) })),
    titlesOfStem,
    sharesOfStem,
    weightOfStem,
    headsOfStem: sharesByOccupation(titles, heads, titlesOfOccupation),
    inTitles: countWordUses(stemsOfTitles),
    inSkills,
    letters: buildLetterProfile(stemsOfTitles),
    domainOf: occupations.map(({ code }) => domains.get(code.slice(0, 3)) ?? []),
    titlesOfOccupation,
    stemsOfSound: groupStems(titlesOfStem.keys(), soundsOf),
    stemsOfTrigram: groupStems(titlesOfStem.keys(), trigramsOf),
    titlesOfKey: groupPositions(titles, (title) => [keyOfStems(title.stems)]),
  };
}

type UnweighedTitle = Omit<IndexedTitle, 'weight'>;

/** The official titles, then the newer ones and our everyday words where no title before has them. */
function titlesOf(occupations: readonly SearchableOccupation[]): UnweighedTitle[] {
  const titles: UnweighedTitle[] = [];
  const positionOfCode = new Map<string, number>();
  for (const [position, occupation] of occupations.entries()) {
    positionOfCode.set(occupation.code, position);
    for (const text of new Set([...occupation.titles, occupation.label])) {
      titles.push({ text, occupation: position, stems: titleStems(text.replace(acronym, ' ')), everyday: false });
    }
  }
  titles.push(...acronymsOf(titles));
  const add = (code: string, texts: readonly string[], everyday: boolean): void => {
    const occupation = positionOfCode.get(code);
    if (occupation === undefined) return;
    for (const text of texts) {
      const stems = titleStems(text);
      // A word that the reference itself holds is the reference's to place.
      if (!official.has(keyOfStems(stems))) titles.push({ text, occupation, stems, everyday });
    }
  };
  let official = new Set(titles.map(({ stems }) => keyOfStems(stems)));
  for (const { code, newTitles = [] } of occupations) add(code, newTitles, false);
  official = new Set(titles.map(({ stems }) => keyOfStems(stems)));
  for (const [code, texts] of Object.entries(everydayTitles)) add(code, texts.split('; '), true);
  for (const [code, texts] of Object.entries(everydaySayings)) add(code, texts.split('; '), true);
  return titles;
}

/** "... des écoles maternelles -ASEM-": the reference gives the usual letters of a title between dashes. */
const acronym = /\s-\s?([A-ZÉ]{3,8})\s?-?\s*$/;

/** The letters alone are a title where they stand for one occupation only. */
function acronymsOf(titles: readonly UnweighedTitle[]): UnweighedTitle[] {
  const found = titles.flatMap((title) => {
    const letters = acronym.exec(title.text)?.[1];
    // "EVS" in the reference is a life at school, and green spaces in the mouth of a gardener: then it is nobody's.
    return letters === undefined || titleAbbreviations.has(letters.toLowerCase())
      ? []
      : [{ ...title, stems: titleStems(letters) }];
  });
  const owners = new Map<string, Set<number>>();
  for (const { stems, occupation } of found) {
    const key = keyOfStems(stems);
    owners.set(key, (owners.get(key) ?? new Set()).add(occupation));
  }
  return found.filter(({ stems }) => owners.get(keyOfStems(stems))?.size === 1);
}

/** A skill belongs to many occupations: its words are cut once. */
function stemsOfSkills(occupations: readonly SearchableOccupation[]): (readonly string[])[][] {
  const cut = new Map<string, readonly string[]>();
  return occupations.map(({ skills = [] }) =>
    skills.map((skill) => {
      const stems = cut.get(skill) ?? titleStems(skill);
      cut.set(skill, stems);
      return stems;
    }),
  );
}

export function keyOfStems(stems: readonly string[]): string {
  return [...stems].sort().join(' ');
}

export function trigramsOf(stem: string): Set<string> {
  const padded = `^${stem}$`;
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start++) trigrams.add(padded.slice(start, start + 3));
  return trigrams;
}

function sumOfWeights(stems: readonly string[], weightOfStem: ReadonlyMap<string, number>): number {
  return stems.reduce((sum, stem) => sum + (weightOfStem.get(stem) ?? 0), 0);
}

function groupPositions<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [position, item] of items.entries()) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(position);
      else groups.set(key, [position]);
    }
  }
  return groups;
}

function sharesByOccupation(
  titles: readonly { occupation: number }[],
  titlesOfStem: ReadonlyMap<string, readonly number[]>,
  titlesOfOccupation: readonly number[],
): Map<string, Map<number, number>> {
  const shares = new Map<string, Map<number, number>>();
  for (const [stem, positions] of titlesOfStem) {
    const counts = new Map<number, number>();
    for (const position of positions) {
      const occupation = titles[position]?.occupation ?? -1;
      counts.set(occupation, (counts.get(occupation) ?? 0) + 1);
    }
    // Two titles of grace, so that a code with a single title does not own its words.
    for (const [occupation, count] of counts)
      counts.set(occupation, count / ((titlesOfOccupation[occupation] ?? 0) + 2));
    shares.set(stem, counts);
  }
  return shares;
}

/** A folded "ç" has become a hard "c": "macon" is found by the sound of both. */
function soundsOf(stem: string): Set<string> {
  return new Set(stem.length < 4 ? [] : [phoneticKey(stem), phoneticKey(stem.replace(/c(?=[aou])/g, 's'))]);
}

function groupStems(stems: Iterable<string>, keysOf: (stem: string) => Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const stem of stems) {
    for (const key of keysOf(stem)) {
      const group = groups.get(key);
      if (group) group.push(stem);
      else groups.set(key, [stem]);
    }
  }
  return groups;
}
