import { z } from 'zod';
import { penaltyTermsSchema } from '../contract/clause.ts';
import { contractEventTypes } from '../contract/lifecycle.ts';
import { contractEventSources } from '../contract/said.ts';
import { daySchema } from '../shared/field-schema.ts';
import { exemptionSchema } from './exempt.ts';
import { penaltySchema } from './penalty.ts';

const hours = z.object({ declared: z.int(), validated: z.int(), pending: z.int(), rejected: z.int() });
export type PenaltyHours = z.infer<typeof hours>;

/** What a proposal rests on, frozen when it is made. People are pseudonyms that mean nothing elsewhere: `P-01`, `P-02`. */
export const penaltyFactsSchema = z.object({
  structureName: z.string(),
  knownOn: daySchema,
  contract: z.object({
    number: z.int(),
    reference: z.string(),
    object: z.string(),
    buyerName: z.string(),
    holderNames: z.array(z.string()),
  }),
  lot: z.object({ number: z.string().nullable(), object: z.string() }),
  dueHours: z.int(),
  terms: penaltyTermsSchema,
  hours,
  months: z.array(z.object({ month: z.string(), hours })),
  people: z.array(z.object({ pseudonym: z.string(), month: z.string(), hours })),
  events: z.array(
    z.object({
      type: z.enum(contractEventTypes),
      on: daySchema,
      recordedOn: daySchema,
      source: z.enum(contractEventSources),
    }),
  ),
  exemptions: z.array(exemptionSchema),
  input: penaltySchema,
  proposal: z.object({
    cents: z.int(),
    hoursCents: z.int(),
    daysCents: z.int(),
    daysCounted: z.int(),
    smicCents: z.int().nullable(),
    capCents: z.int().nullable(),
  }),
});
export type PenaltyFacts = z.infer<typeof penaltyFactsSchema>;

/** `P-01`, `P-02`... in the order in which people come: nobody finds a person by it. */
export function pseudonymise<Row extends { personKey: string }>(
  rows: readonly Row[],
): (Omit<Row, 'personKey'> & { pseudonym: string })[] {
  const known = new Map<string, string>();
  return rows.map(({ personKey, ...row }) => {
    const pseudonym = known.get(personKey) ?? `P-${String(known.size + 1).padStart(2, '0')}`;
    known.set(personKey, pseudonym);
    return { ...row, pseudonym };
  });
}
