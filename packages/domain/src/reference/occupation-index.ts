import { everydayTitles } from './everyday-titles.ts';
import { titleStems } from './title-words.ts';

/** An occupation as the search wants it: ROME v3 code, its label, and the titles people hold under it. */
export interface SearchableOccupation {
  code: string;
  label: string;
  titles: readonly string[];
}

/** Built once from the reference table, then only read: see `searchOccupations`. */
export interface OccupationIndex {
  occupations: readonly SearchableOccupation[];
  titles: readonly IndexedTitle[];
  /** stem -> positions in `titles`. */
  titlesOfStem: ReadonlyMap<string, readonly number[]>;
  /** stem -> occupation position -> share of its titles that hold the stem, 0..1. */
  sharesOfStem: ReadonlyMap<string, ReadonlyMap<number, number>>;
  weightOfStem: ReadonlyMap<string, number>;
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
  const titles: Omit<IndexedTitle, 'weight'>[] = [];
  const positionOfCode = new Map<string, number>();
  for (const [position, occupation] of occupations.entries()) {
    positionOfCode.set(occupation.code, position);
    for (const text of new Set([...occupation.titles, occupation.label])) {
      titles.push({ text, occupation: position, stems: titleStems(text), everyday: false });
    }
  }
  const official = new Set(titles.map((title) => keyOfStems(title.stems)));
  for (const [code, texts] of Object.entries(everydayTitles)) {
    const occupation = positionOfCode.get(code);
    if (occupation === undefined) continue;
    for (const text of texts.split('; ')) {
      const stems = titleStems(text);
      // A word that the reference itself holds is the reference's to place.
      if (!official.has(keyOfStems(stems))) titles.push({ text, occupation, stems, everyday: true });
    }
  }
  const titlesOfStem = groupPositions(titles, (title) => title.stems);
  const sharesOfStem = sharesByOccupation(titles, titlesOfStem);
  const weightOfStem = new Map<string, number>();
  for (const [stem, shares] of sharesOfStem) {
    weightOfStem.set(stem, Math.log(1 + occupations.length / (0.5 + shares.size)));
  }
  return {
    occupations,
    titles: titles.map((title) => ({ ...title, weight: sumOfWeights(title.stems, weightOfStem) })),
    titlesOfStem,
    sharesOfStem,
    weightOfStem,
    stemsOfTrigram: stemsByTrigram(titlesOfStem.keys()),
    titlesOfKey: groupPositions(titles, (title) => [keyOfStems(title.stems)]),
  };
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
): Map<string, Map<number, number>> {
  const titlesOfOccupation = new Map<number, number>();
  for (const { occupation } of titles)
    titlesOfOccupation.set(occupation, (titlesOfOccupation.get(occupation) ?? 0) + 1);
  const shares = new Map<string, Map<number, number>>();
  for (const [stem, positions] of titlesOfStem) {
    const counts = new Map<number, number>();
    for (const position of positions) {
      const occupation = titles[position]?.occupation ?? -1;
      counts.set(occupation, (counts.get(occupation) ?? 0) + 1);
    }
    // Two titles of grace, so that a code with a single title does not own its words.
    for (const [occupation, count] of counts)
      counts.set(occupation, count / ((titlesOfOccupation.get(occupation) ?? 0) + 2));
    shares.set(stem, counts);
  }
  return shares;
}

function stemsByTrigram(stems: Iterable<string>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const stem of stems) {
    for (const trigram of trigramsOf(stem)) {
      const group = groups.get(trigram);
      if (group) group.push(stem);
      else groups.set(trigram, [stem]);
    }
  }
  return groups;
}
