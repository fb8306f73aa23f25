import { z } from 'zod';
import { pageSchema } from '../shared/page.ts';
import { matchLevels } from './match.ts';

/** The lists: to decide, in both, only with the team, only published, put off, set aside. */
export const comparedLists = ['decide', 'both', 'here', 'there', 'later', 'aside'] as const;
export type ComparedList = (typeof comparedLists)[number];

/** What somebody says of a pair; a published contract alone is set aside. */
export const pairVerdicts = ['same', 'different', 'later'] as const;
export type PairVerdict = (typeof pairVerdicts)[number];

/** `unknown`: the format or the publication says nothing of social considerations; `none`: it says that there is none. */
export const socialAnswers = ['yes', 'none', 'unknown'] as const;
export type SocialAnswer = (typeof socialAnswers)[number];

export const comparedSchema = pageSchema.extend({
  list: z.enum(comparedLists).default('decide'),
  text: z.string().trim().max(200).default(''),
  level: z.enum(matchLevels).nullable().default(null),
  social: z.enum(socialAnswers).nullable().default(null),
});
export type ComparedQuestion = z.infer<typeof comparedSchema>;

const reason = z.string().trim().max(500).nullable();
/** What sends away is explained; what joins or waits may be. */
const explained = { error: 'published.reason_missing', path: ['reason'] };

export const decidePairSchema = z
  .object({ contractId: z.uuid(), openId: z.uuid(), verdict: z.enum(pairVerdicts), reason })
  .refine(({ verdict, reason }) => verdict !== 'different' || Boolean(reason), explained);

export const setAsideSchema = z
  .object({ openIds: z.array(z.uuid()).min(1, { error: 'published.nothing_chosen' }).max(200), reason })
  .refine(({ reason }) => Boolean(reason), explained);

export const decideAmendmentsSchema = z
  .object({
    verdict: z.enum(['accepted', 'refused']),
    reason,
    /** Null: all that are proposed, as many as were seen. */
    which: z
      .array(z.object({ contractId: z.uuid(), key: z.string().min(1).max(500) }))
      .max(200)
      .nullable(),
    seen: z.int().nonnegative(),
  })
  .refine(({ verdict, reason }) => verdict === 'accepted' || Boolean(reason), explained);

/** What the publication of a contract says of social considerations. */
export function socialAnswer(published: readonly string[] | null): SocialAnswer {
  if (published === null) return 'unknown';
  return published.length === 0 ? 'none' : 'yes';
}
