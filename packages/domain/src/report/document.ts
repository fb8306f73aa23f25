import { z } from 'zod';
import { type Day, daysInMonth, partsOf } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';

/**
 * Papers that say hours: a `statement` of a contract over a period, the `certificate` of the hours executed, for the buyer; the
 * `attestation` of a company for its next bids; the `record` of a person ("relevé d'heures d'insertion").
 */
export const documentKinds = ['statement', 'certificate', 'attestation', 'record'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Whom a paper is written for: what it may say follows from it. Only `team` and `employer` read of people, by placement. */
export const documentAudiences = ['team', 'buyer', 'employer', 'participant'] as const;
export type DocumentAudience = (typeof documentAudiences)[number];

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'report.month_missing' });

/** At most ten years: longer than any contract. */
const mostMonths = 120;

/** The months worked, both included, and the day whose knowledge is asked for: today where none is given. */
export const periodShape = {
  fromMonth: monthSchema,
  toMonth: monthSchema,
  knownOn: daySchema.nullish(),
};

interface Period {
  fromMonth: string;
  toMonth: string;
}

export function isInOrder({ fromMonth, toMonth }: Period): boolean {
  return fromMonth <= toMonth;
}

export function isShortEnough({ fromMonth, toMonth }: Period): boolean {
  const months = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return months(toMonth) - months(fromMonth) < mostMonths;
}

export const reversed = { error: 'report.months_reversed', path: ['toMonth'] };
export const tooLong = { error: 'report.period_too_long', path: ['toMonth'] };

/** Hundredths of an hour; declared = validated + pending + rejected, always. */
export const documentSumSchema = z
  .object({
    declared: z.int(),
    validated: z.int(),
    /** Part of the validated hours that was credited and not worked: never added silently. */
    exceptional: z.int(),
    pending: z.int(),
    rejected: z.int(),
  })
  .refine((sum) => sum.declared === sum.validated + sum.pending + sum.rejected);
export type DocumentSum = z.infer<typeof documentSumSchema>;

const sum = documentSumSchema;
const named = z.object({ name: z.string() });

/** The figures of a paper, frozen when it is issued. No name of a worker: placements by their number. */
export const documentFactsSchema = z.object({
  kind: z.enum(documentKinds),
  audience: z.enum(documentAudiences),
  fromMonth: monthSchema,
  toMonth: monthSchema,
  knownOn: daySchema,
  structure: named,
  /** The contract of a statement or of a certificate. */
  contract: z
    .object({
      number: z.int(),
      reference: z.string(),
      object: z.string(),
      buyerName: z.string(),
      notifiedOn: daySchema.nullable(),
      endsOn: daySchema.nullable(),
      holderNames: z.array(z.string()),
    })
    .nullable(),
  /** The company whose hours are told, where it is one. */
  employer: named.nullable(),
  clauses: z.array(z.object({ lotNumber: z.string().nullable(), lotObject: z.string(), dueHours: z.int(), sum })),
  months: z.array(z.object({ month: monthSchema, sum })),
  /** Contracts of an attestation or of a record, with whoever employed. */
  contracts: z.array(
    z.object({
      number: z.int(),
      reference: z.string(),
      object: z.string(),
      buyerName: z.string(),
      employerName: z.string(),
      from: monthSchema,
      to: monthSchema,
      sum,
    }),
  ),
  placements: z.array(z.object({ placementId: z.string(), number: z.int(), sum })),
  /** Which version of which policy judged how many hours; `policy` null: a check before any rule. */
  policies: z.array(
    z.object({
      policy: z.string().nullable(),
      title: z.string().nullable(),
      publishedOn: daySchema.nullable(),
      sum,
    }),
  ),
  sum,
});
export type DocumentFacts = z.infer<typeof documentFactsSchema>;

/** What the paper is about, in one line: a later paper of the same line takes the place of the earlier. */
export function scopeOf(facts: {
  kind: DocumentKind;
  audience: DocumentAudience;
  contractId: string | null;
  employerId: string | null;
  participantId: string | null;
  fromMonth: string;
  toMonth: string;
}): string {
  const { kind, audience, contractId, employerId, participantId, fromMonth, toMonth } = facts;
  return [kind, audience, contractId, employerId, participantId, fromMonth, toMonth]
    .map((part) => part ?? '')
    .join('|');
}

/** The first and the last day of the months of a period. */
export function daysOf({ fromMonth, toMonth }: Period): { from: Day; to: Day } {
  const { year, month } = partsOf(toMonth);
  return { from: `${fromMonth}-01`, to: `${toMonth}-${daysInMonth(year, month)}` };
}
