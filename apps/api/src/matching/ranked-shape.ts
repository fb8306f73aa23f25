import { type Criterion, criteria } from '@jonction/domain/matching/criterion';
import { checkableFacts } from '@jonction/domain/matching/exclusion';
import { z } from 'zod';

/** One value for each criterion. */
export const six = <Value extends z.ZodType>(value: Value) =>
  z.object(Object.fromEntries(criteria.map((criterion) => [criterion, value])) as Record<Criterion, Value>);

/** Somebody in a ranking, as a page draws her. */
export const rankedShape = z.object({
  participantId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string().nullable(),
  score: z.number(),
  criteria: six(z.number()),
  words: six(z.string()),
  why: z.string(),
  toCheck: z.array(z.enum(checkableFacts)),
  missing: z.array(z.string()),
  /** When the preparation call was held, if it was. */
  preparedAt: z.string().nullable(),
  hasCv: z.boolean(),
  /** Proposals of hers that are open anywhere, and whether they are as many as one may have: said, never refused. */
  openProposals: z.number(),
  crowded: z.boolean(),
  /** The CV that would go out for this offer. */
  cv: z.object({ id: z.string(), title: z.string(), confirmedOn: z.string().nullable() }).nullable(),
});
export type Ranked = z.infer<typeof rankedShape>;
