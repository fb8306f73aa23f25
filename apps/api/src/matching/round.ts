import type { Tx } from '@jonction/db/client';
import { listForgottenIds } from '@jonction/db/matching/forgotten';
import { loadRankedPeople } from '@jonction/db/matching/load-people';
import { loadRankingRules } from '@jonction/db/matching/ranking-rules';
import { forgottenWanted, type Round, roundOf } from '@jonction/domain/matching/forgotten';
import { mostCvsPerPush } from '@jonction/domain/positioning/push';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { procedure } from '../trpc.ts';
import { rankAmong } from './among.ts';
import { findOfferToRank } from './find-offer-to-rank.ts';
import { type OfferToRank, prepareQuestion } from './prepare.ts';

const mostSuggested = 5;

/** A sending in view of those whom nobody puts forward, and what each of its people scores on the offer. */
export interface JudgedRound extends Round {
  every: number;
  rulesVersion: number;
  /** Forgotten people who may take the offer and are not in the sending, best first. */
  left: string[];
  /** Of the people of the sending who are ranked. */
  scores: Map<string, number>;
}

export async function judgeRound(
  ctx: Context & { tx: Tx },
  offer: OfferToRank,
  chosen: readonly string[],
): Promise<JudgedRound> {
  const { structureId } = offer;
  const question = await prepareQuestion(ctx.tx, ctx.vault, offer, { today: ctx.today, widen: false });
  const { version, forgottenEvery } = await loadRankingRules(ctx.tx, structureId);
  const asksForSome = forgottenWanted(new Set(chosen).size, forgottenEvery) > 0;
  const forgotten = new Set(asksForSome ? await listForgottenIds(ctx.tx, structureId, ctx.today) : []);
  // One look at both: the people of the sending for their scores, the forgotten for who of them may take it.
  const ids = [...new Set([...chosen, ...forgotten])];
  const ranked = await rankAmong(ctx, { structureId, question, ids });
  const able = ranked.map(({ id }) => id).filter((id) => forgotten.has(id));
  const isChosen = new Set(chosen);
  return {
    ...roundOf(chosen, able, forgottenEvery),
    every: forgottenEvery,
    rulesVersion: version,
    left: able.filter((id) => !isChosen.has(id)),
    scores: new Map(ranked.filter(({ id }) => isChosen.has(id)).map(({ id, score }) => [id, score])),
  };
}

/** Whether a sending in preparation leaves room to those whom nobody puts forward, and who they could be. Nothing is chosen. */
export const round = procedure('matching.round')
  .input(z.object({ offerId: z.uuid(), participantIds: z.array(z.uuid()).max(4 * mostCvsPerPush) }))
  .output(
    z.object({
      size: z.number(),
      wanted: z.number(),
      given: z.number(),
      isMet: z.boolean(),
      every: z.number(),
      suggestions: z.array(z.object({ participantId: z.string(), firstName: z.string(), lastName: z.string() })),
    }),
  )
  .query(async ({ ctx, input }) => {
    const offer = await findOfferToRank(ctx.tx, input.offerId);
    const { left, size, wanted, given, isMet, every } = await judgeRound(ctx, offer, input.participantIds);
    const suggested = isMet ? [] : left.slice(0, mostSuggested);
    const people = await loadRankedPeople(ctx.tx, suggested);
    return {
      size,
      wanted,
      given,
      isMet,
      every,
      suggestions: suggested.flatMap((participantId) => {
        const person = people.get(participantId);
        return person ? { participantId, firstName: person.firstName, lastName: person.lastName } : [];
      }),
    };
  });
