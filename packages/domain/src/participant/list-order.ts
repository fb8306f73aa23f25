/** `recent`: spoken to within 15 days; `due`: longer ago; `stale`: 180 days or more; `never`. The bounds of freshness in the ranking. */
export const freshnesses = ['recent', 'due', 'stale', 'never'] as const;

export type Freshness = (typeof freshnesses)[number];

export const freshUntilDays = 15;

export const staleFromDays = 180;

export const participantSorts = [
  'name',
  'lastContact',
  'waiting',
  'created',
  'available',
  'nextAction',
  'distance',
  'relevance',
] as const;
