import type { Day } from '../shared/day.ts';

/** For whom a text counts: everybody, a territory, one buyer, one kind of contract. */
export const legalScopes = ['national', 'territory', 'buyer', 'contract_kind'] as const;
export type LegalScope = (typeof legalScopes)[number];

export const legalStates = ['coming', 'in_force', 'ended'] as const;
export type LegalState = (typeof legalStates)[number];

/** Where a text stands on a day, its first and its last included. */
export function legalStateOn({ validFrom, validTo }: { validFrom: Day; validTo: Day | null }, day: Day): LegalState {
  if (day < validFrom) return 'coming';
  return validTo !== null && validTo < day ? 'ended' : 'in_force';
}
