import { loadBank } from '@jonction/db/matching/load-bank';
import { loadRankedPeople } from '@jonction/db/matching/load-people';
import { relaxationWords } from '@jonction/domain/matching/change-words';
import { checkableFacts, exclusionReasons } from '@jonction/domain/matching/exclusion';
import { explainMatch, explainValues } from '@jonction/domain/matching/explain';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { type Gain, mostGained, relaxedOffers } from '@jonction/domain/matching/relax';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { cvsFor } from '../cv/asked.ts';
import { procedure } from '../trpc.ts';
import { type Counter, counterOf } from './count.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { prepareQuestion, type Question } from './prepare.ts';

/** Asked of the copy beyond what is shown: some of the best may have left since. */
const spare = 20;

const six = <Value extends z.ZodType>(value: Value) =>
  z.object({
    occupation: value,
    experience: value,
    skills: value,
    distance: value,
    freshness: value,
    waiting: value,
  });

const rankedShape = z.object({
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
  /** Her CV that would go out for this occupation, and since when nobody heard from her that it is true. */
  cv: z.object({ id: z.string(), title: z.string(), confirmedOn: z.string().nullable() }).nullable(),
});

/**
 * Everybody who may take an offer, best first, with the reasons. Nothing is decided, sent or hidden here: a
 * facilitator chooses. `widen` also shows unrelated occupations.
 */
export const rank = procedure('matching.rank')
  .input(
    z.object({
      offerId: z.uuid(),
      limit: z.number().int().min(1).max(500).default(50),
      widen: z.boolean().default(false),
    }),
  )
  .output(
    z.object({
      ranked: z.array(rankedShape),
      total: z.number(),
      excluded: z.array(z.object({ reason: z.enum(exclusionReasons), count: z.number() })),
      excludedTotal: z.number(),
      relaxations: z.array(z.object({ words: z.string(), gained: z.number() })),
      weights: six(z.number()),
      skillVersion: z.string().nullable(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: input.widen });
    const count = await counterOf(ctx, offer.structureId);
    const { best, total, excluded } = await count(question, input.limit + spare);
    // The copy only ranks. Who is shown, and why, is read and judged again from the rows that this reader may see.
    const profiles = await loadBank(ctx.tx, {
      structureId: offer.structureId,
      participantIds: best.map(({ id }) => id),
    });
    const { ranked: shown, weights, skillVersion } = rankProfiles({ ...question, profiles, limit: input.limit });
    const profileOf = new Map(profiles.map((profile) => [profile.id, profile]));
    const labels = new Map(offer.skills.map(({ skill, label }) => [skill, label]));
    const shownIds = shown.map(({ id }) => id);
    const people = await loadRankedPeople(ctx.tx, shownIds);
    const cvs = await cvsFor(ctx.tx, shownIds, offer.romeCode);
    await recordAudit(ctx, {
      action: 'matching.rank',
      subjectKind: 'offer',
      subjectId: offer.id,
      facts: { shown: shown.length },
    });
    return {
      // A person who left between the ranking and this reading is simply not there.
      ranked: shown.flatMap((row) => {
        const person = people.get(row.id);
        const profile = profileOf.get(row.id);
        if (!person || !profile) return [];
        return {
          ...person,
          participantId: row.id,
          score: row.score,
          criteria: row.criteria,
          words: explainValues(row, ctx.locale),
          why: explainMatch({ row, profile, offer: question.offer, today: ctx.today, locale: ctx.locale }),
          toCheck: row.toCheck,
          missing: row.missing.map((skill) => labels.get(skill) ?? skill),
          cv: cvs.get(row.id) ?? null,
        };
      }),
      total,
      excluded: exclusionReasons.map((reason) => ({ reason, count: excluded[reason] ?? 0 })).filter(hasSome),
      excludedTotal: Object.values(excluded).reduce((sum, count) => sum + count, 0),
      relaxations: (await relaxed(count, question, total))
        .slice(0, 4)
        .map(({ relaxation, gained }) => ({ words: relaxationWords(relaxation, gained, ctx.locale), gained })),
      weights,
      skillVersion,
    };
  });

/** Each thing asked, asked no more: how many more people then. */
async function relaxed(count: Counter, question: Question, before: number): Promise<Gain[]> {
  const gains: Gain[] = [];
  for (const { relaxation, offer, widen } of relaxedOffers(question.offer, question.widen)) {
    gains.push({ relaxation, gained: (await count({ ...question, offer, widen }, 0)).total - before });
  }
  return mostGained(gains);
}

function hasSome({ count }: { count: number }): boolean {
  return count > 0;
}
