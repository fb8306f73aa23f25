/** How a contract will be awarded, as the essential data name procedures, and the one without a formality. */
export const plannedProcedures = [
  'adapted',
  'open',
  'restricted',
  'negotiated',
  'dialogue',
  'no_publicity',
  'framework',
] as const;
export type PlannedProcedure = (typeof plannedProcedures)[number];

/** Who is to move; `late`: the team, past its four weeks. */
export const plannedWaits = ['late', 'team', 'buyer', 'nobody'] as const;
export type PlannedWaits = (typeof plannedWaits)[number];

/** By what a planned contract of a buyer and year is known again: its reference, else what it buys. */
export function plannedKey({ reference, object }: { reference: string | null; object: string }): string {
  const words = (text: string) => text.normalize('NFKC').toLocaleLowerCase('fr').replaceAll(/\s+/g, ' ').trim();
  return reference === null ? `o:${words(object)}` : `r:${words(reference)}`;
}
