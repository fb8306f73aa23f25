import { z } from 'zod';

/** An occupation comes back when offers asked for it so often within so long. Rule of the house. */
export const recurrentFromOffers = 2;
export const recurrentMonths = 12;

export const pinPoolSchema = z.object({
  code: z.string().regex(/^[A-N]\d{4}$/, { error: 'participant.occupation_unknown' }),
  pinned: z.boolean(),
});

/** What the offers of the last months asked of one occupation. */
export interface Demand {
  code: string;
  offers: number;
  positions: number;
}

export interface Pool extends Demand {
  pinned: boolean;
}

/**
 * The pools that a team keeps people for: occupations that offers asked for again and again, and those pinned by hand whatever was
 * asked. The most asked first, by offers, then by positions, then by code.
 */
export function poolsOf(demands: readonly Demand[], pinned: readonly string[]): Pool[] {
  const asked = new Map(demands.map((demand) => [demand.code, demand]));
  const recurrent = demands.filter(({ offers }) => offers >= recurrentFromOffers).map(({ code }) => code);
  return [...new Set([...recurrent, ...pinned])]
    .map((code) => ({ code, offers: 0, positions: 0, ...asked.get(code), pinned: pinned.includes(code) }))
    .sort(
      (one, other) => other.offers - one.offers || other.positions - one.positions || (one.code < other.code ? -1 : 1),
    );
}
