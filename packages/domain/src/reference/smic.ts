import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';

/** Gross hourly SMIC in cents, in force from a day until the next rate. */
export const smicSchema = z.object({ from: daySchema, cents: z.int().positive() });
export type DatedSmic = z.infer<typeof smicSchema>;

/** A rate of ours with where it comes from. `known`: general knowledge, to be confirmed against the decree by whoever runs the product. */
export interface SmicRate extends DatedSmic {
  source: string;
  status: 'known' | 'confirmed';
}

export const smicRates: readonly SmicRate[] = [
  { from: '2024-11-01', cents: 1188, source: 'SMIC horaire brut au 1er novembre 2024', status: 'known' },
  { from: '2026-01-01', cents: 1202, source: 'SMIC horaire brut au 1er janvier 2026', status: 'known' },
];

/** The rate in force on a day: the latest `from` not after it (the later given on a tie); null before the first. */
export function smicOn(rates: readonly DatedSmic[], day: Day): DatedSmic | null {
  let found: DatedSmic | null = null;
  for (const rate of rates) {
    if (rate.from <= day && (found === null || rate.from >= found.from)) found = rate;
  }
  return found;
}
