/** How much each occupation uses each word in some material (its titles, its skills): 0..1, the words being stems. */
export interface WordUses {
  usersOfStem: ReadonlyMap<string, WordUsers>;
}

/** The occupations that use a word, as positions, and how much, side by side: objects by the hundred thousand are slow. */
export interface WordUsers {
  occupations: readonly number[];
  uses: readonly number[];
}

/**
 * Counts words by occupation. A second mention is worth less than the first, and a word among few more than among many
 * (the saturation of BM25, Robertson and Walker 1994, with its usual constants).
 */
export function countWordUses(textsOfOccupation: readonly (readonly (readonly string[])[])[]): WordUses {
  const lengths = textsOfOccupation.map((texts) => texts.reduce((sum, stems) => sum + stems.length, 0));
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  const usersOfStem = new Map<string, { occupations: number[]; uses: number[] }>();
  for (const [occupation, texts] of textsOfOccupation.entries()) {
    const counts = new Map<string, number>();
    for (const stems of texts) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const slowness = saturation * (1 - lengthShare + (lengthShare * (lengths[occupation] ?? 0)) / mean);
    for (const [stem, count] of counts) {
      const users = usersOfStem.get(stem) ?? { occupations: [], uses: [] };
      users.occupations.push(occupation);
      users.uses.push(count / (count + slowness));
      usersOfStem.set(stem, users);
    }
  }
  return { usersOfStem };
}

const saturation = 1.2;
const lengthShare = 0.75;
