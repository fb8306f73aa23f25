/** How much each occupation uses each word in some material (its titles, its skills): 0..1, the words being stems. */
export interface WordUses {
  /** stem -> the occupations that use it, as positions, and how much, side by side. */
  usersOfStem: ReadonlyMap<string, readonly WordUser[]>;
}

export interface WordUser {
  occupation: number;
  use: number;
}

/**
 * Counts words by occupation. A second mention is worth less than the first, and a word among few more than among many
 * (the saturation of BM25, Robertson and Walker 1994, with its usual constants).
 */
export function countWordUses(textsOfOccupation: readonly (readonly (readonly string[])[])[]): WordUses {
  const lengths = textsOfOccupation.map((texts) => texts.reduce((sum, stems) => sum + stems.length, 0));
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  const usersOfStem = new Map<string, WordUser[]>();
  for (const [occupation, texts] of textsOfOccupation.entries()) {
    const counts = new Map<string, number>();
    for (const stems of texts) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const slowness = saturation * (1 - lengthShare + (lengthShare * (lengths[occupation] ?? 0)) / mean);
    for (const [stem, count] of counts) {
      const user = { occupation, use: count / (count + slowness) };
      const users = usersOfStem.get(stem);
      if (users) users.push(user);
      else usersOfStem.set(stem, [user]);
    }
  }
  return { usersOfStem };
}

const saturation = 1.2;
const lengthShare = 0.75;
