import type { Tx } from '@jonction/db/client';
import { rankInBase } from '@jonction/db/matching/rank-in-base';
import { defaultWeights } from '@jonction/domain/matching/criterion';
import type { ExclusionReason } from '@jonction/domain/matching/exclusion';
import { type Gain, liftedBy, relaxedOffers } from '@jonction/domain/matching/relax';
import type { Bank } from '@jonction/matching-engine/bank';
import type { Context } from '../context.ts';
import type { Question } from './prepare.ts';

export interface Counted {
  best: { id: string; score: number }[];
  total: number;
  excluded: Partial<Record<ExclusionReason, number>>;
  /** What each requirement, asked no more, would bring: nobody included. */
  gains: Gain[];
}

/** The best of a bank for a question, how many are ranked, how many each reason leaves out, and what asking less would bring. */
export type Counter = (question: Question, limit: number) => Promise<Counted>;

/** The copy in memory, or the base itself while the copy is being read: both give the same answer. */
export async function counterOf(ctx: Context & { tx: Tx }, structureId: string): Promise<Counter> {
  const bank = await ctx.banks.ready(structureId);
  return bank ? async (question, limit) => countInBank(bank, question, limit) : countInBase(ctx.tx, structureId);
}

/** The list by the posting lists, the counts by one look at everybody. */
function countInBank(bank: Bank, question: Question, limit: number): Counted {
  const relaxed = relaxedOffers(question.offer, question.widen);
  const { total, excluded, gained } = bank.survey(
    question,
    relaxed.map(({ relaxation, offer, widen }) => ({
      reason: liftedBy[relaxation.kind],
      asked: { ...question, offer, widen },
    })),
  );
  const gains = relaxed.map(({ relaxation }, at) => ({ relaxation, gained: gained[at] ?? 0 }));
  return { best: bank.best(question, limit), total, excluded, gains };
}

function countInBase(tx: Tx, structureId: string): Counter {
  return async (question, limit) => {
    const asked = { ...question, structureId, weights: question.weights ?? defaultWeights };
    const counted = await rankInBase(tx, { ...asked, limit });
    const gains: Gain[] = [];
    for (const { relaxation, offer, widen } of relaxedOffers(question.offer, question.widen)) {
      const { total } = await rankInBase(tx, { ...asked, offer, widen, limit: 0 });
      gains.push({ relaxation, gained: total - counted.total });
    }
    return { ...counted, gains };
  };
}
