import { matchFields, matchLevels } from '@jonction/domain/published/match';
import { comparedLists, pairVerdicts, socialAnswers } from '@jonction/domain/published/published';
import { z } from 'zod';

const signs = ['same', 'close', 'different', 'unknown'] as const;

export const decisionShape = z.object({
  id: z.string(),
  contractId: z.string().nullable(),
  openId: z.string(),
  openReference: z.string(),
  verdict: z.enum([...pairVerdicts, 'aside']),
  reason: z.string().nullable(),
  confidence: z.number().nullable(),
  byName: z.string(),
  at: z.string(),
  undoneByName: z.string().nullable(),
  undoneAt: z.string().nullable(),
});

const comparedRowShape = z.object({
  id: z.string(),
  number: z.number(),
  reference: z.string(),
  object: z.string(),
  buyerName: z.string(),
  holderNames: z.array(z.string()),
  holderCount: z.number(),
  notifiedOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  amountCents: z.number().nullable(),
  social: z.enum(socialAnswers),
  /** The published contract that is most like it, and how many others are. */
  match: z
    .object({
      openId: z.string(),
      reference: z.string(),
      object: z.string(),
      confidence: z.number(),
      level: z.enum(matchLevels),
      others: z.number(),
    })
    .nullable(),
  decision: decisionShape.nullable(),
});
export type ComparedRow = z.input<typeof comparedRowShape>;

export const comparedShape = z.object({
  counts: z.record(z.enum(comparedLists), z.number()),
  total: z.number(),
  /** Published amendments that wait for an answer. */
  amendments: z.number(),
  rows: z.array(comparedRowShape),
});

export const sideShape = z.object({
  id: z.string(),
  number: z.number(),
  reference: z.string(),
  object: z.string(),
  buyer: z.string().nullable(),
  buyerName: z.string(),
  holderNames: z.array(z.string()),
  notifiedOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  amountCents: z.number().nullable(),
  cpv: z.string().nullable(),
  place: z.string().nullable(),
  publishedOn: z.string().nullable(),
  social: z.enum(socialAnswers),
  /** The words of the publication, where it says something. */
  considerations: z.array(z.string()),
  followed: z.boolean(),
});

export const matchShape = z.object({
  confidence: z.number(),
  level: z.enum(matchLevels),
  signs: z.record(z.enum(matchFields), z.enum(signs)),
});

const change = <Value extends z.ZodType>(value: Value) =>
  z.object({ before: value.nullable(), after: value }).nullable();

export const amendmentShape = z.object({
  key: z.string(),
  on: z.string().nullable(),
  object: z.string().nullable(),
  endsOn: change(z.string()),
  months: change(z.number()),
  amountCents: change(z.number()),
  holders: z.object({ before: z.array(z.string()).readonly(), after: z.array(z.string()).readonly() }).nullable(),
});
