/** A skill of a table, by its code and its words. */
export interface FoundSkill {
  code: string;
  label: string;
}

const folded = new WeakMap<readonly FoundSkill[], readonly string[][]>();

/** Small letters, no accents, in words. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** A word without the ends that a plural or a feminine gives it. */
function stemOf(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|e|s|x)$/, '') : word;
}

const stops = new Set(['de', 'des', 'du', 'd', 'la', 'le', 'les', 'l', 'et', 'a', 'au', 'aux', 'en', 'un', 'une']);

/**
 * Skills of a table in the words of whoever types, the nearest first: every word that says something begins a word of the label, whatever its
 * accents, its plural or its order. Those that begin with what is typed come before, then the shorter ones; ties by label.
 */
export function searchSkills(skills: readonly FoundSkill[], typed: string, most: number): FoundSkill[] {
  const all = wordsOf(typed);
  const said = all.filter((word) => !stops.has(word));
  const asked = said.length > 0 ? said : all;
  if (asked.length === 0) return [];
  let words = folded.get(skills);
  if (words === undefined) {
    words = skills.map(({ label }) => wordsOf(label));
    folded.set(skills, words);
  }
  const found: { skill: FoundSkill; first: boolean; length: number }[] = [];
  for (const [index, skill] of skills.entries()) {
    const own = words[index] ?? [];
    const places = asked.map((word) => own.findIndex((one) => one.startsWith(stemOf(word))));
    if (places.every((place) => place !== -1)) found.push({ skill, first: places[0] === 0, length: own.length });
  }
  return found
    .toSorted(
      (one, other) =>
        Number(other.first) - Number(one.first) ||
        one.length - other.length ||
        (one.skill.label < other.skill.label ? -1 : one.skill.label > other.skill.label ? 1 : 0),
    )
    .slice(0, most)
    .map(({ skill }) => skill);
}
